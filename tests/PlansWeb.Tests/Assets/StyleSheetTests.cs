using System.IO.Compression;
using System.Text.RegularExpressions;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Markdown.Attributes;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Assets;

/// <summary>The style sheets that the build made: light, self-contained, readable by everyone.</summary>
public sealed partial class StyleSheetTests
{
    private const int BudgetInBytes = 10_000;

    public static TheoryData<string> Sheets => ["site.css", "components.css"];

    [Fact]
    public void Sheets_Compressed_AreWithinTheBudgetTogether()
    {
        Assert.SkipWhen(Brand.IsState, "the budget is the neutral brand's");

        Assert.InRange(Compressed("site.css") + Compressed("components.css"), 1, BudgetInBytes);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Sheet_Licence_StandsInAClosedComment(string name) => Assert.Matches(@"^/\*! DSFR v1\.14\.4 [^*]* MIT [^*]*\*/\n[^*]", Read(name));

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Sheet_Addresses_CauseNoRequest(string name)
    {
        Assert.SkipWhen(Brand.IsState, "the State's brand loads two fonts");

        Assert.All(Address().Matches(Read(name)), address => Assert.StartsWith("data:image/svg+xml", address.Groups["url"].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", Read(name), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Sheet_NeutralBrand_HasNoTypefaceAndNoMarkOfTheState(string name)
    {
        Assert.SkipWhen(Brand.IsState, "built with the State's brand");

        Assert.All(["@font-face", "Marianne", "Spectral", "fr-logo"], text => Assert.DoesNotContain(text, Read(name), StringComparison.OrdinalIgnoreCase));
        Assert.False(Directory.Exists(Path.Combine(Repository.Root, "wwwroot", "fonts")));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Sheet_CustomProperties_AreAllReadSomewhere(string name)
    {
        var read = Sheets.SelectMany(sheet => Reading().Matches(Read((string)sheet.Data))).Select(match => match.Value[4..]).ToHashSet();

        Assert.All(Declaration().Matches(Read(name)), declaration => Assert.Contains(declaration.Groups["name"].Value, read));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Sheet_Lines_AreNeitherGradientsNorMoving(string name)
    {
        // Contrast cannot be computed over a gradient; what does not move needs no query for reduced motion.
        var css = Brand.IsState ? Logo().Replace(Read(name), "") : Read(name);

        Assert.All(["gradient(", "transition", "animation", "@keyframes"], text => Assert.DoesNotContain(text, css, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("components.css", ".fr-card")]
    [InlineData("components.css", ".fr-tile")]
    [InlineData("site.css", ".site-tiles li")]
    public void Sheet_NarrowBoxes_BreakLongWords(string name, string selector) =>
        Assert.Matches($@"[}},\n]{Regex.Escape(selector)}(?:,[^{{}}]*)?\{{[^}}]*hyphens:auto", Read(name));

    [Fact]
    public void Site_Readers_AreServedByMediaQueriesAlone()
    {
        var css = Read("site.css");

        Assert.All(["(prefers-color-scheme:dark)", "(forced-colors:active)", "@media print"], query => Assert.Contains(query, css.Replace(": ", ":", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotContain("data-fr-", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Editors_EveryClassThatTheyMayWrite_HasARule()
    {
        var list = AllowedAttributes.Classes.Where(name => name.Contains('-', StringComparison.Ordinal) && name != ChartTables.Stacked);
        var css = Read("site.css") + Read("components.css");

        Assert.All(list, name => Assert.Matches(@"\." + Regex.Escape(name) + @"(?![\w-])", css));
    }

    [Theory]
    [InlineData(":-:", "center")]
    [InlineData("--:", "right")]
    public void Markdown_PlaceOfACell_IsThatOfItsClass(string dashes, string place)
    {
        var html = new MarkdownRenderer(typographer: true).Render($"| a |\n|{dashes}|\n| b |", 1, new DiagnosticLog("page.md", "")).Html;
        var css = Read("site.css") + Read("components.css");

        Assert.All(Dom.Parse(html).QuerySelectorAll("th, td"), cell => Assert.Matches($$"""\.{{cell.ClassName}}[^{}]*\{text-align:{{place}}""", css));
    }

    [Fact]
    public void NpmLock_NamesNoRegistry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Repository.Root, "package-lock.json")), StringComparison.Ordinal);

    private static string Read(string name)
    {
        var path = Path.Combine(Repository.Root, "wwwroot", "css", name);
        Needs.That(File.Exists(path), "the style sheet is not built: build src/PlansWeb");
        return File.ReadAllText(path);
    }

    private static int Compressed(string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Read(name));
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        Assert.True(BrotliEncoder.TryCompress(bytes, compressed, out var written, quality: 11, window: 22));
        return written;
    }

    [GeneratedRegex("""url\((?<quote>["']?)(?<url>.*?)\k<quote>\)""")]
    private static partial Regex Address();

    [GeneratedRegex(@"var\(--[\w-]+")]
    private static partial Regex Reading();

    [GeneratedRegex(@"[{;](?<name>--[\w-]+):")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"[^{}]*fr-logo[^{}]*\{[^}]*\}")]
    private static partial Regex Logo();
}
