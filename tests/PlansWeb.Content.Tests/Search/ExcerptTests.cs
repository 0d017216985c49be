namespace PlansWeb.Content.Tests.Search;

/// <summary>The passages that are shown below a result.</summary>
public sealed class ExcerptTests
{
    private static readonly string s_filler = string.Concat(Enumerable.Repeat("<p>Des phrases sans rapport avec rien du reste.</p>\n", 20));

    [Theory]
    [InlineData("achat", "Les [achats] de l’État")]
    [InlineData("etat", "Les achats de l’[État]")]
    [InlineData("ACHATS état", "Les [achats] de l’[État]")]
    [InlineData("ach", "Les [achats] de l’État")]
    public async Task Excerpt_Words_AreMarkedAsTheyAreWritten(string query, string expected) => Assert.Equal(expected, await Excerpt("<p>Les achats de l’État</p>", query));

    [Fact]
    public async Task Excerpt_Compound_IsMarkedWhole() => Assert.Equal("Une [éco-conception] réussie", await Excerpt("Une éco-conception réussie", "ecoconception"));

    [Fact]
    public async Task Excerpt_FarDown_BeginsAtItsBlockAndEndsAtAWord()
    {
        var excerpt = await Excerpt(s_filler + "<p>Le réemploi du matériel avant tout.</p>" + s_filler, "réemploi");

        Assert.StartsWith("… Le [réemploi] du matériel avant tout. Des phrases", excerpt, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 150, 230);
        Assert.DoesNotContain('\n', excerpt);
    }

    [Fact]
    public async Task Excerpt_SeveralPassages_IsTheOneWithMostWords()
    {
        var excerpt = await Excerpt($"<p>alpha alpha alpha</p>{s_filler}<p>alpha et bravo</p>{s_filler}", "alpha bravo");

        Assert.Contains("[alpha] et [bravo]", excerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Le corps.</p>", "La description dit achat.", "achat", "La description dit [achat].")]
    [InlineData("<p>Le corps dit achat.</p>", "La description dit achat.", "achat", "Le corps dit [achat].")]
    [InlineData("<p>Le corps.</p>", "La description.", "titre", "La description.")]
    [InlineData("<p>Le corps.</p>", null, "titre", "Le corps.")]
    [InlineData("", null, "titre", "")]
    public async Task Excerpt_Description_StandsInWhereItSaysMore(string html, string? description, string query, string expected) =>
        Assert.Equal(expected, await Excerpt(html, query, description));

    [Fact]
    public async Task Excerpt_Entities_AreText() => Assert.Equal("a < b & <[script]>", await Excerpt("a &lt; b &amp; &lt;script&gt;", "script"));

    [Fact]
    public async Task Excerpt_OneLongWord_IsCut() => Assert.InRange((await Excerpt("<p>mot " + new string('x', 5_000) + "</p>", "mot")).Length, 1, 240);

    private static async Task<string> Excerpt(string html, string query, string? description = null) =>
        Assert.Single((await SearchPages.Index(SearchPages.Page("Titre", html, description)).Search(query)).Hits).Marked();
}
