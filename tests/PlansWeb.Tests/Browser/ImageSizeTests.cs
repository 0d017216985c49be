using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Browser;

/// <summary>An image that is far larger than it is shown was loaded for nothing.</summary>
public sealed class ImageSizeTests(PublishedSite published, BrowserFixture browser)
{
    private static readonly int[] Widths = [320, 768, 1280];

    // The width of the candidate that the browser took, or of the image itself; images that are drawn, not made of pixels, have none.
    private const string Oversized = """
        () => [...document.images].filter(image => image.currentSrc && !/\.svg$/.test(image.currentSrc)).map(image => {
          const sets = [image, ...image.closest('picture')?.querySelectorAll('source') ?? []].map(element => element.srcset ?? '').join(',');
          const taken = sets.split(',').map(candidate => candidate.trim().split(/\s+/)).find(([address]) => address && new URL(address, location).href === image.currentSrc);
          return { address: image.currentSrc, width: parseInt(taken?.[1]) || image.naturalWidth, shown: image.clientWidth * devicePixelRatio };
        }).filter(image => image.width > 2 * image.shown).map(image => `${image.address}: ${image.width} for ${image.shown}`)
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

        Assert.Equal(2, (await Look(site.Address, [])).Count);
        Assert.Empty(await Look(site.Address, Widths));
        var embedded = await published.Embedded;
        foreach (var page in await embedded.Pages)
        {
            Assert.Empty(await Look(new Uri(embedded.Address, page.Path), Widths));
        }
    }

    // Without a width: how many images there are to be judged, or a page without any would prove nothing.
    private async Task<IReadOnlyList<string>> Look(Uri address, int[] widths)
    {
        var page = await browser.Open();
        await page.GotoAsync(address.ToString());
        var found = new List<string>();
        if (widths.Length == 0)
        {
            found.AddRange(await page.EvaluateAsync<string[]>("() => [...document.images].filter(image => image.srcset || image.closest('picture')).map(image => image.src)"));
        }

        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ReloadAsync();
            await page.EvaluateAsync("() => { document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; }); return Promise.all([...document.images].map(image => image.decode().catch(() => {}))); }");
            found.AddRange((await page.EvaluateAsync<string[]>(Oversized)).Select(image => $"{width} px: {image}"));
        }

        await page.Context.CloseAsync();
        return found;
    }
}
