using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PlansWeb.Images;
using PlansWeb.Loading.Media.Headers;
using PlansWeb.Store;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Images;

/// <summary>Smaller images: made in the background, kept in a folder, and never needed.</summary>
public sealed class ImageQueueTests : IDisposable
{
    private static readonly byte[] s_photo = TestImages.Png(1000, 500);

    private readonly SiteBuilder _folder = new SiteBuilder().With("photo.png", s_photo).WithPage("index.md", "title: Accueil", "![Photo](/photo.png)");
    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("plansweb-images-");
    private readonly List<Site> _sites = [];

    public void Dispose()
    {
        _sites.ForEach(static site => site.Dispose());
        _folder.Dispose();
        _cache.Delete(recursive: true);
    }

    [Fact]
    public async Task Get_Variant_IsSmallerOfItsWidthAndImmutable()
    {
        var site = Start();
        await Done(site);
        Needs.That(_cache.GetFiles().Length > 0, "libvips does not run on this machine: no image can be converted");

        foreach (var (type, addresses) in await Offered(site))
        {
            foreach (var (address, width) in addresses)
            {
                var response = await site.CreateClient().Get(address);
                var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

                Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
                Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl?.MaxAge);
                Assert.Contains(response.Headers.CacheControl!.Extensions, value => value.Name == "immutable");
                Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
                Assert.True(bytes.Length < s_photo.Length);
                using var stream = new MemoryStream(bytes);
                Assert.Equal(new ImageInfo(width, width / 2), ImageHeader.Read(stream, type));
            }
        }
    }

    [Fact]
    public async Task Get_VariantNotMadeYet_IsTheOriginalAndAskedForAgain()
    {
        var gate = new TaskCompletionSource();
        var site = Start((_, _) =>
        {
            gate.Task.Wait(TestContext.Current.CancellationToken);
            return [1];
        });

        try
        {
            await AssertOriginal(site);
        }
        finally
        {
            gate.SetResult();
        }
    }

    [Fact]
    public async Task Get_VersionIsReady_TakesThePlaceOfTheOriginalOnTheSamePage()
    {
        using var gate = new ManualResetEventSlim();
        var site = Start((_, variant) =>
        {
            gate.Wait(TestContext.Current.CancellationToken);
            return new byte[variant.Width];
        });
        var client = site.CreateClient();
        var page = await client.Get("/");
        var address = (await Offered(site))["image/webp"][0].Address;
        Assert.Equal("image/png", (await client.Get(address)).Content.Headers.ContentType?.MediaType);

        gate.Set();
        await Done(site, isReloaded: false);

        Assert.Equal("image/webp", (await client.Get(address)).Content.Headers.ContentType?.MediaType);
        var again = await client.Get("/");
        Assert.Equal(page.Headers.ETag, again.Headers.ETag);
        Assert.Contains("hit", again.Headers.GetValues("Cache-Status").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ConversionFails_ServesPageAndOriginal()
    {
        var calls = 0;
        var site = Start((_, _) =>
        {
            calls++;
            throw new InvalidDataException("corrupt");
        });
        await Done(site);

        Assert.Equal(200, (int)(await site.CreateClient().Get("/")).StatusCode);
        await AssertOriginal(site);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Get_LibraryMissing_ServesPageAndOriginal()
    {
        var site = Start((_, _) => throw new DllNotFoundException("libvips.so.42"));

        Assert.Equal(200, (int)(await site.CreateClient().Get("/")).StatusCode);
        await AssertOriginal(site);
    }

    [Fact]
    public async Task Get_FolderCannotBeWritten_ServesPageAndOriginal()
    {
        var site = Start((_, _) => [1], Path.Combine(_folder.Root, "photo.png", "dossier"));
        await Done(site);

        Assert.Equal(200, (int)(await site.CreateClient().Get("/")).StatusCode);
        await AssertOriginal(site);
    }

    [Fact]
    public async Task Get_CorruptPixels_ServesPageAndOriginal()
    {
        _folder.With("photo.png", [.. s_photo[..20_000]]);
        var site = Start();
        await Done(site);

        Assert.Equal(200, (int)(await site.CreateClient().Get("/")).StatusCode);
        await AssertOriginal(site);
    }

    [Fact]
    public async Task Start_Again_MakesNothingTwice()
    {
        var first = Start((_, variant) => new byte[variant.Width]);
        await Done(first);
        var names = Names();

        var second = Start((_, _) => throw new InvalidOperationException("made already"));
        await Done(second);

        Assert.Equal(names, Names());
        var address = (await Offered(second))["image/webp"][0].Address;
        Assert.Equal("image/webp", (await second.CreateClient().Get(address)).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Get_AvifIsNotSmaller_IsWebpAtTheSameAddress()
    {
        var site = Start((_, variant) => new byte[variant.Format == ImageFormat.Avif ? 200 : 100]);
        await Done(site);

        var response = await site.CreateClient().Get((await Offered(site))["image/avif"][0].Address);

        Assert.Equal("image/webp", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(response.Headers.CacheControl!.Extensions, value => value.Name == "immutable");
    }

    [Fact]
    public async Task Get_NothingIsSmaller_IsTheOriginal()
    {
        var site = Start((_, _) => new byte[s_photo.Length]);
        await Done(site);

        await AssertOriginal(site, isFinal: true);
    }

    [Fact]
    public async Task ImageChanges_KeepsTheLastOneAndThenForgetsIt()
    {
        var site = Start((_, variant) => new byte[variant.Width]);
        await Done(site);
        var old = Names();

        await Change(TestImages.Png(900, 450, seed: 2));
        Assert.Empty(old.Except(Names()));
        Assert.Equal(2 * old.Length, Names().Length);

        await Change(TestImages.Png(900, 450, seed: 3));
        Assert.Empty(Names().Intersect(old));

        async Task Change(byte[] photo)
        {
            _folder.With("photo.png", photo);
            await Done(site);
        }
    }

    [Fact]
    public async Task Folder_Full_GetsNoMoreAndServesTheOriginals()
    {
        _folder.With("autre.png", TestImages.Png(1000, 500, seed: 4));
        var site = Start((_, _) => new byte[400_000], sizeMb: 1);
        await Done(site);

        // Of twelve: what fits, and the one that passed the ceiling.
        Assert.Equal(3, _cache.GetFiles().Count(static file => file.Length > 0));
        Assert.Equal(200, (int)(await site.CreateClient().Get("/")).StatusCode);
    }

    [Fact]
    public async Task Put_LeavesNoHalfWrittenFile()
    {
        await Done(Start((_, _) => new byte[10]));

        Assert.Equal(6, Names().Length);
        Assert.All(Names(), name => Assert.NotNull(ImageVariant.Parse(name)));
    }

    [Theory]
    [InlineData("/_images/")]
    [InlineData("/_images/inconnu.webp")]
    [InlineData("/_images/0123456789abcdef01234567-480.webp")]
    [InlineData("/_images/0123456789abcdef01234567-0480.webp")]
    [InlineData("/_images/0123456789abcdef01234567-480.png")]
    [InlineData("/_images/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/_images/%2e%2e-480.webp")]
    public async Task Get_UnknownVariant_Is404(string address) => Assert.Equal(404, (int)(await Start().CreateClient().Get(address)).StatusCode);

    [Fact]
    public async Task Get_WidthThatIsNotOffered_Is404AndMakesNoWork()
    {
        var site = Start((_, _) => [1]);
        await Done(site);
        var hash = site.Store.Current.Images.Single().Hash;

        Assert.Equal(404, (int)(await site.CreateClient().Get($"/_images/{hash}-481.webp")).StatusCode);
    }

    private static async Task<Dictionary<string, (string Address, int Width)[]>> Offered(Site site) =>
        (await site.CreateClient().GetPage("/")).QuerySelectorAll("picture > source").ToDictionary(
            source => source.GetAttribute("type")!,
            source => source.GetAttribute("srcset")!.Split(", ").Select(part => part.Split(' ')).Select(part => (part[0], int.Parse(part[1][..^1], CultureInfo.InvariantCulture))).ToArray());

    // A copy that may be kept is not final: the page stays as it is, and the version is taken as soon as it is there.
    private async Task AssertOriginal(Site site, bool isFinal = false)
    {
        var original = await File.ReadAllBytesAsync(Path.Combine(_folder.Root, "photo.png"), TestContext.Current.CancellationToken);
        foreach (var (address, _) in (await Offered(site)).Values.SelectMany(addresses => addresses))
        {
            var response = await site.CreateClient().Get(address);
            Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(isFinal ? "public, must-revalidate, max-age=3600" : "no-cache", response.Headers.CacheControl?.ToString());
            Assert.NotNull(response.Headers.ETag);
            Assert.Equal(original, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    private static async Task Done(Site site, bool isReloaded = true)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = site.Services.GetRequiredService<ImageQueue>();
        if (isReloaded)
        {
            site.Reload();
        }

        queue.Rested += Look;
        Look();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        void Look()
        {
            if (queue.IsIdle)
            {
                done.TrySetResult();
            }
        }
    }

    private string[] Names() => [.. _cache.GetFiles().Select(static file => file.Name).Order(StringComparer.Ordinal)];

    private Site Start(ConvertImage? convert = null, string? cache = null, int sizeMb = 500)
    {
        var site = new Site(_folder.Root, builder =>
        {
            builder.UseSetting("Images:CachePath", cache ?? _cache.FullName);
            builder.UseSetting("Images:CacheSizeMb", sizeMb.ToString(CultureInfo.InvariantCulture));
            if (convert is not null)
            {
                builder.ConfigureServices(services =>
                {
                    services.RemoveAll<ConvertImage>();
                    services.AddSingleton(convert);
                });
            }
        });
        _sites.Add(site);
        return site;
    }
}
