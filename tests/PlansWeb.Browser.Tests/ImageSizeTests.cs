using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>An image that is far larger than it is shown was loaded for nothing.</summary>
public sealed class ImageSizeTests(PublishedSite published, BrowserFixture browser)
{
    private static readonly int[] s_widths = [320, 768, 1280];

    // The width of the candidate that the browser took, or of the image itself; images that are drawn, not made of pixels, have none.
    private const string Oversized = """
        () => [...document.images].filter(image => image.currentSrc && !/\.svg$/.test(image.currentSrc)).map(image => {
          const sets = [image, ...image.closest('picture')?.querySelectorAll('source') ?? []].map(element => element.srcset ?? '').join(',');
          const taken = sets.split(',').map(candidate => candidate.trim().split(/\s+/)).find(([address]) => address && new URL(address, location).href === image.currentSrc);
          return { address: image.currentSrc, width: parseInt(taken?.[1]) || image.naturalWidth, shown: image.clientWidth * devicePixelRatio };
        }).filter(image => image.width > 2 * image.shown).map(image => `${image.address}: ${image.width} for ${image.shown}`)
        """;

    private const string LoadAll = """
        () => {
          document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; });
          return Promise.all([...document.images].map(image => image.decode().catch(() => {})));
        }
        """;

    [Fact]
    [Trait("RGESN", "6.4")]
    public async Task Image_AnyWindow_HasAtMostTwiceThePixelsThatAreShown()
    {
        using var folder = new SiteBuilder()
            .WithPage("index.md", "title: Accueil", "![Un paysage](paysage.png)\n\n![Un autre](autre.png)")
            .With("paysage.png", TestImages.Png(1600, 900))
            .With("autre.png", TestImages.Png(900, 1600, 2));
        using var site = await SiteProcess.Start(await published.Folder, folder.Root);

        Assert.Equal(2, await Count(site.Address));
        Assert.Empty(await Look(site.Address, s_widths));
        var embedded = await published.Embedded;
        foreach (var page in await embedded.Pages)
        {
            Assert.Empty(await Look(new Uri(embedded.Address, page.Path), s_widths));
        }
    }

    private async Task<IReadOnlyList<string>> Look(Uri address, int[] widths)
    {
        var found = new List<string>();
        foreach (var width in widths)
        {
            // A window of its own for each width: a browser that has a larger version already takes that.
            var page = await browser.Open(width);
            await page.GotoAsync(address.ToString());
            await page.EvaluateAsync(LoadAll);
            found.AddRange((await page.EvaluateAsync<string[]>(Oversized)).Select(image => $"{width} px: {image}"));
            var images = await page.EvaluateAsync<int>("() => document.images.length");
            await page.Context.CloseAsync();
            if (images == 0)
            {
                // Other windows show none either.
                break;
            }
        }

        return found;
    }

    // How many images there are to be judged: a page without any would prove nothing.
    private async Task<int> Count(Uri address)
    {
        var page = await browser.Open();
        await page.GotoAsync(address.ToString());
        var count = await page.EvaluateAsync<int>("() => [...document.images].filter(image => image.closest('picture')).length");
        await page.Context.CloseAsync();
        return count;
    }
}
