using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching;

/// <summary>What a page says to a cache in front of the site.</summary>
public sealed class SharedMaxAgeTests
{
    [Theory]
    [InlineData("60", "public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=60")]
    [InlineData("", "public, max-age=0, must-revalidate")]
    public async Task Get_Page_SaysHowLongACacheInFrontMayKeepIt(string seconds, string expected)
    {
        using var folder = new SiteBuilder().WithPage("page.md", "title: Page");
        using var site = new Site(folder.Root, builder => builder.UseSetting("Cache:SharedMaxAge", seconds));
        using var client = site.CreateClient();

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal([expected], (await client.Get("/page/")).Headers.NonValidated["Cache-Control"]);
        }

        // What is for one reader or for nobody is not for a cache in front.
        Assert.DoesNotContain("s-maxage", (await client.Get("/recherche/?q=page")).Headers.NonValidated["Cache-Control"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s-maxage", (await client.Get("/absente/")).Headers.NonValidated["Cache-Control"].ToString(), StringComparison.Ordinal);
    }
}
