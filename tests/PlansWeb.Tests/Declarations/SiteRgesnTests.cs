using AngleSharp.Dom;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Declarations;

/// <summary>What the declaration of eco-design says of a site is counted on that site, not on the one that the program’s tests know.</summary>
public sealed class SiteRgesnTests
{
    private const string Purpose = "## À quoi sert ce site, et pour qui\n\nÀ informer.";

    [Theory]
    [InlineData("1.1", "nothing", "Validé", "Exposé ci-dessus")]
    [InlineData("1.2", "no purpose", "À prouver", "ne dit pas encore à quoi sert")]
    [InlineData("1.2", "English", "Validated", "Explained above")]
    [InlineData("4.6", "nothing", "Validé", "Aucune image de décoration")]
    [InlineData("4.6", "light image", "À prouver", "l’image du site")]
    [InlineData("5.1", "nothing", "Validé", "Le site n’a pas d’image")]
    [InlineData("5.1", "light image", "Validé", "1 sur 1")]
    [InlineData("5.1", "heavy images", "À prouver", "1 sur 3")]
    [InlineData("5.2", "light image", "Validé", "la plus lourde pèse 0,1 ko")]
    [InlineData("5.2", "heavy images", "À prouver", "la plus lourde pèse 150,0 ko")]
    [InlineData("5.7", "nothing", "Validé", "Les textes sont des pages")]
    [InlineData("5.7", "heavy document", "À prouver", "1 fichier du site dépasse 1 Mo.")]
    [InlineData("4.12", "heavy document", "Validé", "1 fichier du site dépasse 1 Mo ; les liens qui y mènent le disent")]
    [InlineData("5.8", "nothing", "Validé", "Chaque page porte une date de relecture")]
    [InlineData("5.8", "undated", "À prouver", "Pages sans date de relecture : 2 sur 3.")]
    [InlineData("4.3", "nothing", "Validé", "en 2 clics au plus")]
    public async Task Criterion_ThatHangsOnTheContent_IsCountedThere(string number, string content, string state, string reason)
    {
        using var folder = new SiteBuilder().WithPage("eco.md", "title: Écoconception\nlayout: ecoconception\nreviewDate: 2999-01-01", content == "no purpose" ? "Introduction." : Purpose);
        switch (content)
        {
            case "English":
                folder.WithPage("eco.md", "title: Eco-design\nlayout: ecoconception\nlang: en", "## What this site is for, and for whom\n\nTo inform.");
                break;
            case "light image":
                folder.With("a.webp", new byte[100]);
                break;
            case "heavy images":
                folder.With("a.webp", new byte[100]).With("b.png", new byte[150_000]).With("c.png", new byte[100]);
                break;
            case "heavy document":
                folder.With("a.pdf", new byte[1_000_001]);
                break;
            case "undated":
                folder.WithPage("a.md", "title: A").WithPage("b.md", "title: B");
                break;
        }

        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var criterion = Criterion(await client.GetPage("/eco/"), number);

        Assert.Equal(state, criterion.QuerySelector(".fr-badge")!.Text());
        Assert.Contains(reason, criterion.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_AndWeight_AreThoseOfThisBuild()
    {
        using var folder = new SiteBuilder().WithPage("eco.md", "title: Écoconception\nlayout: ecoconception", Purpose);
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var page = await client.GetPage("/eco/");

        Assert.Contains(Brand.IsState ? "se compose de 6 fichiers" : "se compose de 4 fichiers", Criterion(page, "6.1").Text(), StringComparison.Ordinal);
        Assert.Matches(@"elle charge [\d\s]+,\d ko au plus", Criterion(page, "6.1").Text());
        Assert.Contains(Brand.IsState ? "La Marianne" : "aucune à télécharger", Criterion(page, "4.8").Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("ministères", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_OfABareSite_CountsLessThanThatOfAFullOne()
    {
        using var bare = new SiteBuilder().WithPage("eco.md", "title: Écoconception\nlayout: ecoconception", "Introduction.");
        using var full = new SiteBuilder().WithPage("eco.md", "title: Écoconception\nlayout: ecoconception\nreviewDate: 2999-01-01", Purpose);

        Assert.True(await Validated(bare) < await Validated(full));

        static async Task<int> Validated(SiteBuilder folder)
        {
            using var site = new Site(folder.Root);
            using var client = site.CreateClient();
            return (await client.GetPage("/eco/")).QuerySelectorAll("main .fr-badge--success").Length;
        }
    }

    private static IElement Criterion(IDocument page, string number) => page.QuerySelectorAll("main details li").Single(item => item.Text().StartsWith(number + " ", StringComparison.Ordinal));
}
