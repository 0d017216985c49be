using System.Text.RegularExpressions;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

/// <summary>What happens to a page that the site fails to render. Collections that throw stand for any mistake of the site's own.</summary>
public class PageRendererTests
{
    [Fact]
    public void Rendering_MistakeOfOurs_IsAProblemOfThatPageAndANoticeInItsPlace()
    {
        var page = Made(static () => throw new InvalidOperationException());

        var problem = Assert.Single(page.Text.Value.Problems);
        Assert.Equal((DiagnosticRules.RenderFailure, "a.md"), (problem.Rule, problem.Location));
        Assert.Contains("InvalidOperationException", problem.Message, StringComparison.Ordinal);
        Assert.Equal("Signalez cette page aux développeurs du site.", problem.Advice);
        Assert.Equal("<p>Le contenu de cette page ne peut pas être affiché.</p>\n", page.Body.Value);
    }

    [Fact]
    public void Body_NoMemoryForAMoment_IsRenderedForTheNextWhoAsks()
    {
        var times = 0;
        var page = Made(() => ++times == 1 ? throw new InsufficientMemoryException() : LiquidContext.NoCollections);

        Assert.Throws<InsufficientMemoryException>(() => page.Body);
        Assert.Equal("<p>Texte.</p>\n", page.Body.Value);
        Assert.Empty(page.Text.Value.Problems);
    }

    /// <summary>A new key is forgotten in one of these places: what writers are told, the record, the page, what is handed from one to the other, the layout.</summary>
    [Fact]
    public void Make_EveryKeyThatIsRead_ReachesThePageAndItsPreview()
    {
        // Read on the way: the address, the layout's name, the place in collections, the menu of the page.
        string[] elsewhere = [nameof(PageFrontMatter.TitleLine), nameof(PageFrontMatter.Layout), nameof(PageFrontMatter.DateFrom), nameof(PageFrontMatter.Permalink), nameof(PageFrontMatter.Aliases),
            nameof(PageFrontMatter.ExcludedFromAll), nameof(PageFrontMatter.ExcludedFrom), nameof(PageFrontMatter.Toc)];
        const string Header = """
            title: Un titre
            description: Une description.
            lang: en
            date: 2024-03-01
            updated: 2024-03-02
            reviewDate: 2024-03-03
            changes: [{date: 2024-03-04, note: Relue}]
            tags: [un]
            eleventyNavigation: {key: a, order: 1}
            unlisted: true
            """;
        using var site = new SiteBuilder().WithPage("a.md", Header);
        var page = site.Load().Page("a.md");
        var bare = new ContentPage { SourcePath = "", Url = "", Href = "", FileSlug = "", Title = "", Layout = "", Text = PageBody.None, Data = page.Data };

        var sources = string.Concat(Repository.Sources.Where(static source => !source.Path.EndsWith("PageRenderer.cs", StringComparison.Ordinal)).Select(static source => source.Text));

        var missing = new List<string>();
        foreach (var key in typeof(PageFrontMatter).GetProperties().Where(key => !elsewhere.Contains(key.Name)))
        {
            if (typeof(ContentPage).GetProperty(key.Name) is not { } kept)
            {
                missing.Add($"PageFrontMatter.{key.Name}: add the property to src/PlansWeb.Content/Site/ContentPage.cs, or name it in « elsewhere » here");
                continue;
            }

            if (Equals(kept.GetValue(page), kept.GetValue(bare)))
            {
                missing.Add($"ContentPage.{key.Name}: hand it over in Make of src/PlansWeb.Content/Site/Loading/PageRenderer.cs, read it in ReadAll of FrontMatterReader.cs, and write the key into the header of this test");
            }
            else if (key.Name != nameof(ContentPage.Publication) && !Equals(kept.GetValue(page), kept.GetValue(page.Previewed())))
            {
                missing.Add($"ContentPage.{key.Name} is lost in previews");
            }

            if (!Regex.IsMatch(sources, $@"(?<!Texts)\.{key.Name}\b"))
            {
                missing.Add($"ContentPage.{key.Name}: nothing reads it; show it in a layout of src/PlansWeb/Pages");
            }
        }

        foreach (var key in Header.Split('\n').Select(static line => line[..line.IndexOf(':', StringComparison.Ordinal)]))
        {
            if (!KnownKeys.OfPage.Contains(key))
            {
                missing.Add($"« {key} »: add it to Page in src/PlansWeb.Content/Checks/KnownKeys.cs");
            }

            // The history of a page is its own: the site's data gives it to none.
            if (key != "changes" && !FrontMatterReader.Keys.Contains(key) && !FrontMatterReader.HidingKeys.Contains(key))
            {
                missing.Add($"« {key} »: add it to Keys in src/PlansWeb.Content/FrontMatter/FrontMatterReader.cs");
            }
        }

        Steps.AllDone(missing);
    }

    private static ContentPage Made(Func<IReadOnlyDictionary<string, object?>> collections)
    {
        using var folder = new SiteBuilder();
        folder.WithPage("a.md", "title: A", "{% comment %}collections{% endcomment %}Texte.");
        var entries = new ContentFolder(folder.Root).List();
        var liquid = new TemplateRenderer(new SiteTemplates(new Dictionary<string, byte[]>(), EleventyProject.None), TimeProvider.System);
        var reader = new PageReader(new SiteData("content", entries, new HidingKeys(TimeProvider.System)), new PageDates(new GitHistory(folder.Root)), liquid, new HidingKeys(TimeProvider.System));
        var media = new PageMedia(new Dictionary<string, ReadFile>());
        var renderer = new PageRenderer(
            new MarkdownRenderer(typographer: false), new BodySanitizer([]), liquid, new(collections, LazyThreadSafetyMode.PublicationOnly), media);
        return renderer.Make(reader.Read(entries[0], null).Page!);
    }
}
