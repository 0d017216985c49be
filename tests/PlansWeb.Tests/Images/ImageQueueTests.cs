using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Images;
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
        Needs.That(Files().Any(), "libvips does not run on this machine: no image can be converted");

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
        Assert.Equal(3, Files().Count(static file => file.Length > 0));
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

    [Theory]
    [InlineData("another user's folder of the usual name")]
    [InlineData("a link")]
    [InlineData("a folder that others may write into")]
    public void Open_FolderThatOthersMade_IsNotUsed(string what)
    {
        Needs.That(OperatingSystem.IsLinux(), "owners are read on Linux only");
        var planted = Path.Combine(_cache.FullName, "plansweb");
        var variant = new ImageVariant(new string('a', 24), 480, ImageFormat.Webp);
        switch (what)
        {
            case "a link":
                Directory.CreateSymbolicLink(planted, Directory.CreateDirectory(Path.Combine(_cache.FullName, "cible")).FullName);
                break;
            case "a folder that others may write into":
                Directory.CreateDirectory(planted);
                Run("chmod", "777", planted);
                break;
            default:
                planted = FolderOfAnotherUser();
                break;
        }

        Assert.False(FileOwner.IsOwnFolder(planted));

        // In a folder that an operator names, it is one of the site's own then.
        using var folder = Folder(planted);
        if (what != "another user's folder of the usual name")
        {
            if (what != "a link")
            {
                File.WriteAllText(Path.Combine(planted, variant.Name), "planted");
            }

            folder.Open();
            Assert.Equal(what == "a link", folder.Root == Path.Combine(_cache.FullName, "cible"));
            Assert.False(folder.Has(variant));
            folder.Put(variant, [1, 2]);
            Assert.Equal(2, folder.LengthOf(variant));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(folder.Find(variant).Path!).UnixFileMode);
        }
    }

    [Fact]
    public void Find_FolderNotOpened_GivesNothing()
    {
        var variant = new ImageVariant(new string('a', 24), 480, ImageFormat.Webp);
        File.WriteAllText(Path.Combine(_cache.FullName, variant.Name), "planted");
        using var folder = Folder(_cache.FullName);

        Assert.Null(folder.Find(variant).Path);
        Assert.False(folder.Find(variant).IsFinal);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("second name")]
    [InlineData("writable by others")]
    [InlineData("of another user")]
    public void Find_FileThatIsNotTheSites_GivesNothingAndIsSwept(string what)
    {
        Needs.That(OperatingSystem.IsLinux(), "owners are read on Linux only");
        var variant = new ImageVariant(new string('a', 24), 480, ImageFormat.Webp);
        var path = Path.Combine(_cache.FullName, variant.Name);
        var other = Path.Combine(_folder.Root, "photo.png");
        switch (what)
        {
            case "link":
                File.CreateSymbolicLink(path, other);
                break;
            case "second name":
                Run("ln", other, path);
                break;
            case "writable by others":
                File.WriteAllText(path, "planted");
                Run("chmod", "666", path);
                break;
            default:
                File.WriteAllText(path, "planted");
                Needs.That(Environment.UserName == "root", "only root can give files away");
                Run("chown", "65534", path);
                break;
        }

        using var folder = Folder(_cache.FullName);
        folder.Open();

        Assert.Null(folder.Find(variant).Path);
        Assert.False(folder.Has(variant));
        Assert.Equal(0, folder.Sweep(new HashSet<string> { variant.Name }));
        Assert.False(File.Exists(path));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public void Open_UsualNameIsAnotherUsers_MakesARandomFolderAndRemovesIt()
    {
        Needs.That(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can give folders away");
        using var usual = Folder(null);
        usual.Open();
        Run("chown", "65534", usual.Root);
        try
        {
            string root;
            using (var folder = Folder(null))
            {
                folder.Open();
                root = folder.Root;
                Assert.NotEqual(usual.Root, root);
                Assert.True(FileOwner.IsOwnFolder(root));
                folder.Open();
                Assert.Equal(root, folder.Root);
            }

            Assert.False(Directory.Exists(root));
        }
        finally
        {
            Directory.Delete(usual.Root, recursive: true);
        }
    }

    [Fact]
    public async Task Reload_FolderCannotBeUsed_IsSaidOnceInOneLine()
    {
        using var lines = new LogLines();
        var site = Start((_, _) => [1], Path.Combine(_folder.Root, "photo.png", "dossier"), configure: builder => builder.ConfigureLogging(logging => logging.AddProvider(lines)));
        await Done(site);
        for (var i = 0; i < 5; i++)
        {
            _folder.With("index.md", $"---\ntitle: Accueil {i}\n---\n![Photo](/photo.png)");
            await Done(site);
        }

        var line = Assert.Single(lines.Of("PlansWeb.Images"), static line => line.Level >= LogLevel.Warning);
        Assert.Null(line.Exception);
        Assert.DoesNotContain("\n", line.Text, StringComparison.Ordinal);
        await AssertOriginal(site);
    }

    private static string FolderOfAnotherUser()
    {
        Needs.That(Environment.UserName != "root" || Directory.Exists("/var/cache/man"), "no folder of another user is known");
        return Environment.UserName == "root" ? "/var/cache/man" : "/usr";
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private ImageFolder Folder(string? path) => new(
        Microsoft.Extensions.Options.Options.Create(new ImagesOptions { CachePath = path }),
        new ConfigurationBuilder().AddInMemoryCollection([new("Content:Path", _folder.Root)]).Build(),
        new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { ContentRootPath = _folder.Root });

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

    // The site keeps the list of its addresses there too.
    private IEnumerable<FileInfo> Files() => _cache.GetFiles().Where(static file => file.Name != "addresses.txt");

    private string[] Names() => [.. Files().Select(static file => file.Name).Order(StringComparer.Ordinal)];

    private Site Start(ConvertImage? convert = null, string? cache = null, int sizeMb = 500, Action<IWebHostBuilder>? configure = null)
    {
        var site = new Site(_folder.Root, builder =>
        {
            builder.UseSetting("Images:CachePath", cache ?? _cache.FullName);
            builder.UseSetting("Images:CacheSizeMb", sizeMb.ToString(CultureInfo.InvariantCulture));
            configure?.Invoke(builder);
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
