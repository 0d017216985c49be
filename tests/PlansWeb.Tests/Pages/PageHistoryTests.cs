using AngleSharp.Dom;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>What a page says of its own changes (<c>changes</c> in the front matter).</summary>
public sealed class PageHistoryTests : IDisposable
{
    private readonly SiteBuilder _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("fr", "Historique", "12 mars 2026 – L’objectif <b> & co.|1er septembre 2025 – Création.")]
    [InlineData("en", "History", "12 March 2026 – L’objectif <b> & co.|1 September 2025 – Création.")]
    public async Task Page_WithChanges_ShowsThemAtItsEndTheNewestFirst(string lang, string title, string entries)
    {
        _site.WithPage("a.md", $"title: A\nlang: {lang}\nchanges:\n  - date: 2025-09-01\n    note: Création.\n  - date: 2026-03-12\n    note: L’objectif <b> & co.", "## Texte\n\nTexte.");

        var page = await Page("/a/");

        var heading = Assert.Single(page.QuerySelectorAll("main h2"), heading => heading.TextContent == title);
        Assert.Null(heading.Closest("[data-page-content]"));
        Assert.True(heading.CompareDocumentPosition(page.QuerySelector("[data-page-content]")!).HasFlag(DocumentPositions.Preceding));
        Assert.Equal(entries.Split('|'), heading.NextElementSibling!.Children.Select(static entry => entry.TextContent.Trim()));
        Assert.Equal(["2026-03-12", "2025-09-01"], heading.NextElementSibling.QuerySelectorAll("time").Select(static time => time.GetAttribute("datetime")!));
    }

    [Theory]
    [InlineData("changes:")]
    [InlineData("changes: []")]
    [InlineData("updated: 2026-03-12")]
    public async Task Page_WithoutChanges_HasNoHistory(string frontMatter)
    {
        _site.WithPage("a.md", "title: A\n" + frontMatter);

        Assert.DoesNotContain("Historique", (await Page("/a/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Check(), static problem => problem.Rule == DiagnosticRules.WrongType || problem.Rule == DiagnosticRules.UnknownKey);
    }

    [Theory]
    [InlineData("changes: texte", "valeur-inattendue")]
    [InlineData("changes: {date: 2026-03-12, note: x}", "valeur-inattendue")]
    [InlineData("changes: [texte]", "valeur-inattendue")]
    [InlineData("changes: [{note: x}]", "valeur-inattendue")]
    [InlineData("changes: [{date: 2026-03-12}]", "valeur-inattendue")]
    [InlineData("changes: [{date: 2026-03-12, note: }]", "valeur-inattendue")]
    [InlineData("changes: [{date: 2026-03-12, note: [x]}]", "valeur-inattendue")]
    [InlineData("changes: [{date: 2026-02-30, note: x}]", "date-impossible")]
    public async Task Page_WithChangesThatCannotBeRead_IsReportedAndShowsTheOthers(string frontMatter, string rule)
    {
        _site.WithPage("a.md", $"title: A\ndescription: x.\n{(frontMatter.EndsWith(']') ? frontMatter[..^1] + ", {date: 2026-01-02, note: Bonne}]" : frontMatter)}");

        Assert.Contains(_site.Check(), problem => problem.Rule.Id == rule && problem.File == "a.md" && problem.Line == 4);
        Assert.Equal(frontMatter.EndsWith(']'), (await Page("/a/")).Body!.TextContent.Contains("Bonne", StringComparison.Ordinal));
    }

    private async Task<IDocument> Page(string path)
    {
        using var site = new Site(_site.Root);
        using var client = site.CreateClient();
        return Dom.Parse(await client.GetStringAsync(path, TestContext.Current.CancellationToken));
    }
}
