using System.Text.Json;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Feeds;

/// <summary>The list of links to other sites.</summary>
public sealed class LinkListTests
{
    [Fact]
    public async Task Links_OfPublicPages_AreListedWithTheirPlace()
    {
        using var folder = new SiteBuilder()
            .WithPage("a b.md", "title: A", "Un [lien](https://exemple.fr/?a=1&b=2).\n\n[Même](https://exemple.fr/?a=1&b=2), <a title=\"a > b\" href='http://autre.fr/'>autre</a>\n\nhttps://nu.exemple.fr/x")
            .WithPage("b.md", "title: B", "[interne](/c/) [courriel](mailto:a@exemple.fr) [ancre](#x) [ici](https://site.exemple.fr/a/) [trompeur](https://site.exemple.fr.autre.fr/)")
            .WithPage("brouillon.md", "title: C\ndraft: true", "[x](https://secret.fr/)")
            .WithPage("non-listee.md", "title: D\nunlisted: true", "[x](https://secret.fr/)");
        using var site = new Site(folder.Root, static builder => builder.UseSetting("Site:Url", "https://site.exemple.fr"));
        using var client = site.CreateClient();

        using var list = JsonDocument.Parse(await client.GetStringAsync("/api/links.json", TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                "https://exemple.fr/?a=1&b=2 https://site.exemple.fr/a%20b/ a b.md:5", "https://exemple.fr/?a=1&b=2 https://site.exemple.fr/a%20b/ a b.md:7",
                "http://autre.fr/ https://site.exemple.fr/a%20b/ a b.md:7", "https://nu.exemple.fr/x https://site.exemple.fr/a%20b/ a b.md:9",
                "https://site.exemple.fr.autre.fr/ https://site.exemple.fr/b/ b.md:5",
            ],
            list.RootElement.EnumerateArray().Select(static link => $"{link.GetProperty("url")} {link.GetProperty("page")} {link.GetProperty("file")}:{link.GetProperty("line")}"));
    }
}
