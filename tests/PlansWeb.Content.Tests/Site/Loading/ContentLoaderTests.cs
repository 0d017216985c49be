using System.Diagnostics;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

public sealed class ContentLoaderTests
{
    [Fact]
    public void Load_TwoFilesWithOneAddress_FirstPathWinsAndBothAreNamed()
    {
        using var site = new SiteBuilder()
            .WithPage("a/b/index.md", "title: index")
            .WithPage("a/b/b.md", "title: b")
            .WithPage("c.md", "title: c\npermalink: /a/b/")
            .WithPage("\u00e9t\u00e9.md", "title: composé")
            .WithPage("e\u0301te\u0301.md", "title: décomposé");

        var snapshot = site.Load();

        Assert.Equal("b", snapshot.Find("/a/b/")!.Title);
        Assert.Equal("décomposé", snapshot.Find("/été/")!.Title);
        Assert.Equal(
            ["a/b/b.md", "a/b/b.md", "a/b/index.md", "c.md", "e\u0301te\u0301.md", "\u00e9t\u00e9.md"], snapshot.Places(DiagnosticRules.DuplicateAddress));
        Assert.Equal(2, snapshot.Pages.Count);
    }

    [Fact]
    public void Load_SameFolder_GivesTheSameVersionAndOtherwiseAnother()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: a").With("_data/m.json", "{}").With("i.png", [1]);
        var version = site.Load().Version;

        Assert.Equal(version, site.Load().Version);
        Assert.NotEqual(version, site.Load(new ContentOptions { Typographer = false }).Version);
        Assert.NotEqual(version, site.With("_data/m.json", """{"a":1}""").Load().Version);
        site.With("_data/m.json", "{}");
        Assert.NotEqual(version, site.With("i.png", [2]).Load().Version);
        site.With("i.png", [1]);
        Assert.Equal(version, site.Load().Version);
        Assert.NotEqual(version, site.WithPage("a.md", "title: b").Load().Version);
    }

    [Fact]
    public void Load_Problems_AreInTheSameOrderEachTime()
    {
        using var site = new SiteBuilder().With("posts/posts.yaml", "description: [a]\nlang: [a]\ndate: jamais");
        for (var i = 0; i < 60; i++)
        {
            site.WithPage($"posts/{i}.md", "tags: {a: b}\nlayout: inconnu\neleventyNavigation: x", "{{ rien }} {{ rien2 }}");
        }

        var first = site.Load().Problems;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(first, site.Load().Problems);
        }
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("\uFEFF", "a")]
    [InlineData("---\ntitle: T\n---", "T")]
    [InlineData("---\ntitle: T\n---\n", "T")]
    [InlineData("---\r\ntitle: T\r\n---\r\n", "T")]
    [InlineData("---\n---\n", "a")]
    [InlineData("---\n", "a")]
    public void Load_FileWithoutText_IsAPageWithoutText(string text, string title)
    {
        using var site = new SiteBuilder().With("a.md", text);

        var page = Assert.Single(site.Load().Pages);

        Assert.Equal((title, ""), (page.Title, page.Body.Value.Trim()));
    }

    [Fact]
    public void Load_NoFrontMatter_IsAPage()
    {
        using var site = new SiteBuilder().With("a.md", "# Un titre\n");

        var snapshot = site.Load();

        Assert.Contains("<h1", Assert.Single(snapshot.Pages).Body.Value, StringComparison.Ordinal);
        Assert.Equal(["a.md:1"], snapshot.Places(DiagnosticRules.MissingTitle));
    }

    [Fact]
    public void Load_WhatIsNoContent_IsNoPage()
    {
        using var site = new SiteBuilder()
            .WithPage("README.md", "title: Lisez-moi")
            .WithPage("MAJUSCULES.MD", "title: x")
            .WithPage("dossier.md/page.md", "title: x")
            .WithPage("_drafts/a.md", "title: x")
            .WithPage("a/_prive/b.md", "title: x")
            .WithPage("_data/a.md", "title: x")
            .WithPage("a/_includes/b.md", "title: x")
            .WithPage(".cache/a.md", "title: x")
            .WithPage("a/.b.md", "title: x")
            .WithPage("node_modules/x/readme.md", "title: x")
            .WithPage("a.md~", "title: x")
            .WithPage("a.markdown", "title: x");

        var snapshot = site.Load();

        Assert.Equal(["/MAJUSCULES/", "/README/", "/dossier.md/page/"], snapshot.Pages.Select(page => page.Url).Order(StringComparer.Ordinal));
        Assert.Empty(site.Content().Files);
    }

    [Fact]
    public void Load_UnreadableFileAndFolder_AreReportedAndTheRestServed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "for root every file is readable");
        using var site = new SiteBuilder().WithPage("a.md", "title: a").WithPage("b.md", "title: b").WithPage("c/d.md", "title: d").With("i.png", [1]);
        string[] closed = ["b.md", "c", "i.png"];
        Close(site, closed, UnixFileMode.None);

        var snapshot = site.Load();

        Close(site, closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(["a.md"], snapshot.Pages.Select(page => page.SourcePath));
        Assert.Equal(closed, snapshot.Places(DiagnosticRules.Unreadable));
    }

    private static void Close(SiteBuilder site, string[] paths, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var path in paths)
            {
                File.SetUnixFileMode(Path.Combine(site.Root, path), mode);
            }
        }
    }

    [Fact]
    public void Load_LinksInsideTheFolder_AreFollowed()
    {
        using var site = new SiteBuilder().WithPage("..2022/a.md", "title: a").WithPage("vrai/b.md", "title: b");
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "..data"), "..2022");
        File.CreateSymbolicLink(Path.Combine(site.Root, "a.md"), "..data/a.md");
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "lien"), "vrai");

        var snapshot = site.Load();

        Assert.Equal(["/a/", "/lien/b/", "/vrai/b/"], snapshot.Pages.Select(page => page.Url));
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void Load_LinksThatLeaveTheFolder_AreReportedAndNotFollowed()
    {
        using var outside = new SiteBuilder().WithPage("secret.md", "title: secret").With("secret.txt", "x");
        using var site = new SiteBuilder().WithPage("b.md", "title: b").With(".git/config", "x").With("vrai/a.png", [1]);
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "dossier"), outside.Root);
        File.CreateSymbolicLink(Path.Combine(site.Root, "c.md"), Path.Combine(outside.Root, "secret.md"));
        File.CreateSymbolicLink(Path.Combine(site.Root, "d.md"), "dossier/secret.md");
        File.CreateSymbolicLink(Path.Combine(site.Root, "e.txt"), "vrai/../dossier/secret.txt");
        File.CreateSymbolicLink(Path.Combine(site.Root, "f.md"), "nulle-part.md");
        File.CreateSymbolicLink(Path.Combine(site.Root, "g.txt"), ".git/config");
        File.CreateSymbolicLink(Path.Combine(site.Root, "h.md"), "h.md");

        var snapshot = site.Load();

        Assert.Equal(["/b/"], snapshot.Pages.Select(page => page.Url));
        Assert.Equal(["/vrai/a.png"], site.Content().Files.Select(file => file.Url));
        Assert.Equal(["c.md", "d.md", "dossier", "e.txt", "f.md", "g.txt", "h.md"], snapshot.Places(DiagnosticRules.Link));
    }

    [Fact]
    public void Load_LinksInACircle_AreNotFollowedForEver()
    {
        using var site = new SiteBuilder().WithPage("a/b/c.md", "title: c").WithPage("d/e.md", "title: e");
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "a", "haut"), site.Root);
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "a", "soi"), Path.Combine(site.Root, "a"));
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "a", "d"), Path.Combine(site.Root, "d"));
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "d", "a"), Path.Combine(site.Root, "a"));

        var snapshot = site.Load();

        Assert.Contains(snapshot.Pages, page => page.Url == "/a/b/c/");
        Assert.Contains("a/soi", snapshot.Places(DiagnosticRules.Link));
        Assert.InRange(snapshot.Pages.Count, 2, 10);
    }

    [Fact]
    public async Task Load_LinkedContentFolder_KeepsTheNameOfTheLink()
    {
        using var site = new SiteBuilder().WithPage("42/a.md", "title: a").With("42/content.json", """{"lang":"en"}""");
        var link = Path.Combine(site.Root, "content");
        Directory.CreateSymbolicLink(link, "42");

        var content = await Task.Run(() => new ContentLoader(new ContentOptions(), TimeProvider.System).Load(link), TestContext.Current.CancellationToken);

        Assert.Equal("en", Assert.Single(content.Pages).Lang);
    }

    [Fact]
    public async Task Load_Pipes_AreNotWaitedFor()
    {
        Needs.That(OperatingSystem.IsLinux(), "pipes with a name are made by mkfifo");
        using var site = new SiteBuilder().WithPage("a.md", "title: a");
        string[] pipes = ["b.md", "c.png", "d.json", ".eleventyignore"];
        using (var mkfifo = Process.Start("mkfifo", pipes.Select(pipe => Path.Combine(site.Root, pipe))))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var snapshot = await Task.Run(() => site.Load(), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.NotNull(snapshot.Find("/a/"));
        Assert.Empty(site.Content().Files);
        Assert.Equal(["c.png", "d.json"], snapshot.Places(DiagnosticRules.Unreadable));
    }

    [Fact]
    public void Load_NoFolder_ThrowsForTheCallerToSay() =>
        Assert.Throws<DirectoryNotFoundException>(() =>
            new ContentLoader(new ContentOptions(), TimeProvider.System).Load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
}
