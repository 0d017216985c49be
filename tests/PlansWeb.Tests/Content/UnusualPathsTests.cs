using System.Diagnostics;
using System.Net;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>Whatever a file is called and however deep it lies: it is served, or it is reported.</summary>
public sealed class UnusualPathsTests : IDisposable
{
    private readonly SiteBuilder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\tb")]
    [InlineData("a\u0001b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u202eb")]
    [InlineData("a\"b")]
    [InlineData("a'b")]
    [InlineData("a<b>")]
    [InlineData("a%b")]
    [InlineData("a%20b")]
    [InlineData("a%2Fb")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a\\b")]
    [InlineData("a:b")]
    [InlineData("a&b")]
    [InlineData("a+b")]
    [InlineData("a;b")]
    [InlineData("a{b}")]
    [InlineData("a*b")]
    [InlineData(" a ")]
    [InlineData("a.")]
    [InlineData("...")]
    public async Task Get_AnyName_IsServedOrReported(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _folder.WithPage("index.md", "title: Accueil").WithPage($"d{name}/x{name}.md", "title: Cherchée").With($"d{name}/x{name}.pdf", "%PDF");
        using var site = new Site(_folder.Root);
        using var client = site.CreateClient();

        var page = site.Store.Current.Pages.SingleOrDefault(page => page.Title == "Cherchée");

        if (page is null)
        {
            Assert.Contains(site.Store.Current.Problems, problem => problem.File.Contains('x', StringComparison.Ordinal));
            return;
        }

        var answer = await client.Get(page.Href);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.Get(Address.Encode(Assert.Single(site.Store.Current.Files).Url))).StatusCode);
    }

    [Fact]
    public async Task Get_NameThatIsNoUtf8_IsReported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such names.");
        _folder.WithPage("index.md", "title: Accueil");
        using var shell = Process.Start("/bin/sh", ["-c", $"cd '{_folder.Root}' && printf 'x' > \"$(printf 'caf\\351.md')\" && mkdir \"$(printf 'dossier\\351')\""])!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        var places = _folder.Load().Places(DiagnosticRules.Unreadable);

        Assert.Equal(2, places.Length);
        using var cleaner = Process.Start("/bin/sh", ["-c", $"cd '{_folder.Root}' && rm -r caf* dossier*"])!;
        await cleaner.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(40, "a")]
    [InlineData(200, "é")]
    [InlineData(1_000, "a")]
    public async Task Get_DeepFolder_IsServed(int depth, string name)
    {
        var path = string.Concat(Enumerable.Repeat(name + "/", depth));
        _folder.WithPage("index.md", "title: Accueil").WithPage(path + "page.md", "title: Page\neleventyNavigation:\n  key: page");
        using var site = new Site(_folder.Root);
        using var client = site.CreateClient();

        var page = Assert.Single(site.Store.Current.Pages, page => page.Title == "Page");
        Assert.Equal($"/{path}page/", page.Url);
        Assert.Empty(site.Store.Current.Problems);
        foreach (var address in (string[])[page.Href, "/plan-du-site/", "/", "/api/pages.json"])
        {
            var status = (await client.Get(address)).StatusCode;
            Assert.True(status == HttpStatusCode.OK, $"{address}: {status}");
        }
    }

    [Fact]
    public void Load_NameOf255Bytes_IsServed()
    {
        _folder.WithPage(new string('a', 252) + ".md", "title: Page").WithPage(string.Concat(Enumerable.Repeat("é", 126)) + ".md", "title: Autre");

        Assert.Equal(2, _folder.Load().Pages.Count);
    }

    [Fact]
    public async Task Load_PathLongerThanTheSystemTakes_IsReportedAndTheRestIsServed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other limits.");
        _folder.WithPage("index.md", "title: Accueil");
        using var shell = Process.Start("/bin/sh", ["-c", $"cd '{_folder.Root}'; n=$(printf 'a%.0s' $(seq 200)); for i in $(seq 25); do mkdir $n; cd -P $n 2>/dev/null || cd $n; done; echo x > page.md"])!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        try
        {
            var snapshot = _folder.Load();

            Assert.Equal(["/"], snapshot.Pages.Select(page => page.Url));
            Assert.Single(snapshot.Places(DiagnosticRules.Unreadable));
        }
        finally
        {
            using var cleaner = Process.Start("/bin/rm", ["-rf", Path.Combine(_folder.Root, new string('a', 200))])!;
            await cleaner.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
