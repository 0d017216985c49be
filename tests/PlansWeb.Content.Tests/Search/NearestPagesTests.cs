using PlansWeb.Content.Search;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Search;

public sealed class NearestPagesTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil")
        .WithPage("publications/achats-durables.md", "title: Acheter moins et mieux")
        .WithPage("publications/achats-durables-guide.md", "title: Le guide des achats durables, pas à pas")
        .WithPage("publications/réemploi.md", "title: Le réemploi des téléphones")
        .WithPage("publications/actions-2026.md", "title: Les actions")
        .WithPage("brouillon/telephones.md", "title: Téléphones\ndraft: true")
        .WithPage("secrete/telephones.md", "title: Téléphones\nunlisted: true")
        .WithPage("404.md", "title: Perdu\npermalink: 404.html");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/achats-durables/", "/publications/achats-durables/")]
    [InlineData("/vieux/Achats_Durables.html", "/publications/achats-durables/")]
    [InlineData("/publications/achat-durable/", "/publications/achats-durables/")]
    [InlineData("/guide/", "/publications/achats-durables-guide/")]
    [InlineData("/reemplois/", "/publications/réemploi/")]
    [InlineData("/actions/2026/", "/publications/actions-2026/")]
    [InlineData("/telephones/", "/publications/réemploi/")]
    [InlineData("/perdu/", null)]
    [InlineData("/xyzzy/", null)]
    [InlineData("/", null)]
    [InlineData("/le/la/les/", null)]
    [InlineData("//\ud800/..", null)]
    public void Find_Address_GivesThePageWithItsWords(string address, string? first) =>
        Assert.Equal(first, Pages().Find(address).Select(static page => page.Url).FirstOrDefault());

    [Fact]
    public void Find_ManyPages_GivesThreeAtMost() => Assert.Equal(3, Pages().Find("/publications/inconnue/").Count);

    [Theory]
    [InlineData("/publications/achats-durables/", "achats durables")]
    [InlineData("/a/Réemploi_2026.html", "Réemploi 2026")]
    [InlineData("/a/b/--/", "b")]
    [InlineData("/", "")]
    [InlineData("/<script>alert(1)</script>/", "script")]
    public void Words_Address_AreWhatOneWouldSearchFor(string address, string expected) => Assert.Equal(expected, NearestPages.Words(address));

    [Fact]
    public void Words_LongAddress_AreCut() => Assert.Equal(100, NearestPages.Words("/" + new string('a', 5_000)).Length);

    [Trait("Lane", "Whole")]
    [Fact]
    public void Find_TenThousandPagesAndAnyAddress_IsQuick()
    {
        using var folder = new SiteBuilder();
        for (var i = 0; i < 10_000; i++)
        {
            folder.WithPage($"section-{i % 20}/page-commune-mot{i}-theme{i % 300}.md", $"title: Titre commun du sujet {i}");
        }

        var pages = (NearestPages)new NearestPagesBuilder().Build(folder.Content(), []);
        pages.Find("/section/");

        // Five milliseconds each would be a hundred times what it takes.
        var cost = Cost.Of(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                pages.Find($"/section-{i % 20}/paeg-commune-mto{i}-thmee{i}-sujte-tirte-{new string('m', 30)}{i}/");
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{cost.Processor.TotalMicroseconds / 1_000:0} µs an address");
        Assert.True(cost.Processor < TimeSpan.FromSeconds(5), $"{cost}");
    }

    private NearestPages Pages()
    {
        var snapshot = PlansWeb.Content.Site.Snapshot.Create(_folder.Content(), [new NearestPagesBuilder()], default);
        return snapshot.Part<NearestPages>();
    }
}
