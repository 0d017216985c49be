using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter;

public sealed class FrontMatterReaderTests
{
    // Eleventy's permalink may be a map, of which one key is read.
    public static TheoryData<string> Keys => [.. FrontMatterReader.Keys.Except(["permalink"])];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Load_KeyOfAWrongType_IsReported(string key)
    {
        Load($"{key}: {(key == "eleventyNavigation" ? "[a]" : "{a: b}")}", out var snapshot);

        Assert.True(
            snapshot.Problems.Any(static problem => problem.Line == 2),
            $"« {key} » with a map in it is not reported: read it in ReadAll of src/PlansWeb.Content/FrontMatter/FrontMatterReader.cs.");
    }

    [Theory]
    [InlineData("title: no", "no")]
    [InlineData("title: 2022", "2022")]
    [InlineData("title: 2022-04-01", "2022-04-01")]
    [InlineData("title: '  L''eau  '", "L'eau")]
    [InlineData("title: \"Deux : points\"", "Deux : points")]
    public void Load_TitleThatLooksLikeAnotherType_StaysText(string line, string expected)
    {
        var page = Load(line, out var snapshot);

        Assert.Equal(expected, page.Title);
        Assert.Empty(snapshot.Problems);
    }

    [Theory]
    [InlineData("description: x", "missing", "a")]
    [InlineData("title:", "missing", "a")]
    [InlineData("title: '  '", "missing", "a")]
    [InlineData("title: ~", "missing", "a")]
    [InlineData("eleventyNavigation: {title: Menu}", "missing", "Menu")]
    [InlineData("title: [a]", "type", "a")]
    [InlineData("title: {a: b}", "type", "a")]
    public void Load_NoTitle_HasOneAllTheSame(string line, string kind, string expected)
    {
        var page = Load(line, out var snapshot);

        Assert.Equal(expected, page.Title);
        Assert.Contains(snapshot.Problems, problem => problem.Rule == (kind == "type" ? DiagnosticRules.WrongType : DiagnosticRules.MissingTitle));
    }

    [Theory]
    [InlineData("tags: eau", "eau")]
    [InlineData("tags: [eau, énergie, eau]", "eau,énergie")]
    [InlineData("tags: [2022, true]", "2022,true")]
    [InlineData("tags:\n  - ' eau '\n  - ''\n  -", "eau")]
    [InlineData("tags:", "")]
    [InlineData("tags: ''", "")]
    [InlineData("tags: ~", "")]
    public void Load_Tags_AreAListWithoutDuplicates(string lines, string expected)
    {
        var page = Load("title: x\n" + lines, out var snapshot);

        Assert.Equal(expected, string.Join(',', page.Tags));
        Assert.Empty(snapshot.Problems);
    }

    [Theory]
    [InlineData("10", 10)]
    [InlineData("'10'", 10)]
    [InlineData("1.5", 1.5)]
    [InlineData("'-1.5'", -1.5)]
    [InlineData("", 0)]
    [InlineData("''", 0)]
    public void Load_Order_IsANumberOrTextThatIsOne(string order, double expected)
    {
        var page = Load($"title: x\neleventyNavigation:\n  key: a\n  order: {order}", out var snapshot);

        Assert.Equal(expected, page.Navigation!.Order);
        Assert.Empty(snapshot.Problems);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("'1,5'")]
    [InlineData("1,5")]
    [InlineData("true")]
    [InlineData(".nan")]
    [InlineData(".inf")]
    [InlineData("'NaN'")]
    [InlineData("[1]")]
    public void Load_OrderThatIsNoNumber_IsReportedAndZero(string order)
    {
        var page = Load($"title: x\neleventyNavigation:\n  key: a\n  order: {order}", out var snapshot);

        Assert.Equal(0, page.Navigation!.Order);
        Assert.Equal(["a.md:5:10"], snapshot.Places(DiagnosticRules.WrongType));
    }

    [Fact]
    public void Load_Navigation_ReadsEveryKeyAndItsLine()
    {
        var entry = Load("title: x\neleventyNavigation:\n  key: 2022\n  parent: p\n  title: T\n  order: 3\n  url: /u/", out _).Navigation!;

        Assert.Equal(("2022", "p", "T", 3, "/u/"), (entry.Key, entry.Parent, entry.Title, entry.Order, entry.Url));
        Assert.Equal((4, 5), (entry.Line, entry.ParentLine));
    }

    [Theory]
    [InlineData("eleventyNavigation:", true)]
    [InlineData("eleventyNavigation: false", true)]
    [InlineData("eleventyNavigation: publications", false)]
    [InlineData("eleventyNavigation: [a]", false)]
    public void Load_NavigationThatIsNoMap_IsNoEntry(string line, bool isFine)
    {
        var page = Load("title: x\n" + line, out var snapshot);

        Assert.Null(page.Navigation);
        Assert.Equal(isFine, snapshot.Problems.Count == 0);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    [InlineData("[all]", false)]
    [InlineData("all", false)]
    [InlineData("[fiche, autre]", true)]
    [InlineData("fiche", true)]
    [InlineData("", true)]
    public void Load_Exclusion_IsAllOrAListOfNames(string value, bool isListed) =>
        Assert.Equal(isListed, Load($"title: x\neleventyExcludeFromCollections: {value}", out _).IsListed);

    [Fact]
    public void Load_UnknownKeys_AreKept()
    {
        var data = Load("title: x\nimage: {path: /a.png, alt: ''}\nwho: [a, b]", out _).Data;

        Assert.Equal("/a.png", ((IReadOnlyDictionary<string, object?>)data["image"]!)["path"]);
        Assert.Equal(["a", "b"], (IReadOnlyList<object?>)data["who"]!);
    }

    [Theory]
    [InlineData("layouts/plans-action.njk", "plans-action", true)]
    [InlineData("home", "home", true)]
    [InlineData("", "page", true)]
    [InlineData("false", "page", true)]
    [InlineData("''", "page", true)]
    [InlineData("layouts/inconnu.njk", "page", false)]
    [InlineData("[a]", "page", false)]
    public void Load_Layout_IsTheLastPartOfTheNameOrTheDefault(string layout, string expected, bool isFine)
    {
        var page = Load($"title: x\nlayout: {layout}", out var snapshot);

        Assert.Equal(expected, page.Layout);
        Assert.Equal(isFine, snapshot.Problems.Count == 0);
    }

    [Fact]
    public void Load_OtherKeys_AreRead()
    {
        var page = Load("title: x\ndescription: D\nlang: en\ntoc: false", out _);

        Assert.Equal(("D", "en", false), (page.Description, page.Lang, page.AllowsSummary));
    }

    private static ContentPage Load(string frontMatter, out Snapshot snapshot)
    {
        using var site = new SiteBuilder().WithPage("a.md", frontMatter);
        snapshot = site.Load(new ContentOptions { Typographer = false });
        return Assert.Single(snapshot.Pages);
    }
}
