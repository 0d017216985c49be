using System.Net;
using PlansWeb.Content.Files;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

public sealed class ContentFileReaderTests
{
    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("a/b.PDF", "application/pdf")]
    [InlineData("a.svg", "image/svg+xml")]
    [InlineData("donnees.json", "application/json")]
    [InlineData("a.csv", "text/csv; charset=utf-8")]
    [InlineData("a.html", null)]
    [InlineData("a.js", null)]
    [InlineData("a.exe", null)]
    [InlineData("a.md", null)]
    [InlineData("a.png~", null)]
    [InlineData("a.yaml", null)]
    [InlineData("sans", null)]
    [InlineData("png", null)]
    public void Of_Extension_IsInTheListOrNotServed(string path, string? expected) => Assert.Equal(expected, MediaTypes.Of(path));

    [Fact]
    public void Load_DataAndPrivateFiles_AreNotServed()
    {
        using var site = new SiteBuilder()
            .WithPage("a/page.md", "title: x")
            .With("a/a.json", "{}").With("a/a.11tydata.json", "{}").With("a/page.json", "{}").With("a/page.11tydata.json", "{}")
            .With("v1.2/v1.2.json", "{}").With("_data/x.json", "{}").With("_includes/i.png", [1]).With(".cache/i.png", [1]).With("a/.i.png", [1])
            .With("a/carte.json", "{}").With("e\u0301te\u0301/i.png", [1]);

        var snapshot = site.Load();

        Assert.Equal(["/a/carte.json", "/été/i.png"], site.Content().Files.Select(file => file.Url).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Load_EmptyFile_IsReported()
    {
        using var site = new SiteBuilder().With("i.png", []).With("x.bak", []);

        Assert.Equal(["i.png"], site.Load().Places(PlansWeb.Content.Diagnostics.DiagnosticRules.Unreadable));
    }

    // Between the change of a file and the load that finds it: the old validator never goes out with the new bytes, and no cache keeps them.
    [Theory]
    [InlineData("If-None-Match")]
    [InlineData("If-Modified-Since")]
    [InlineData("Range")]
    [InlineData("X-Nothing")]
    public async Task Get_FileReplacedSinceTheLoad_HasNoValidatorAndIsSentWhole(string header)
    {
        using var folder = new SiteBuilder().With("a.csv", "2025;100").WithPage("index.md", "title: x");
        using var site = new Site(folder.Root, static builder => builder.UseSetting("Content:Watch", "off"));
        using var client = site.CreateClient();
        using var before = await client.Get("/a.csv");
        var path = System.IO.Path.Combine(folder.Root, "a.csv");
        var time = File.GetLastWriteTimeUtc(path);
        foreach (var (text, written) in new[] { ("2025;90000", time), ("2025;900", time.AddSeconds(1)) })
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(path, written);
            using var after = await client.Get("/a.csv", (header, header switch
            {
                "If-None-Match" => before.Headers.ETag!.Tag,
                "If-Modified-Since" => "Fri, 01 Jan 2999 00:00:00 GMT",
                "Range" => "bytes=0-1",
                _ => "x",
            }));

            Assert.Equal((HttpStatusCode.OK, text), (after.StatusCode, await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            Assert.Null(after.Headers.ETag);
            Assert.Null(after.Content.Headers.LastModified);
            Assert.Equal("no-store", after.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task Get_File_HasTypeValidatorsAndRanges()
    {
        var bytes = Enumerable.Range(0, 200).Select(i => (byte)i).ToArray();
        using var folder = new SiteBuilder().With("dossier/été.png", bytes).With("dossier/dossier.json", "{}").WithPage("index.md", "title: x");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();
        const string Path = "/dossier/%C3%A9t%C3%A9.png";

        using var whole = await client.Get(Path);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (whole.StatusCode, whole.Content.Headers.ContentType!.ToString()));
        Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["nosniff"], whole.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["bytes"], whole.Headers.AcceptRanges);
        var etag = whole.Headers.ETag!.ToString();
        Assert.False(whole.Headers.ETag.IsWeak);

        using var head = await client.Send(HttpMethod.Head, Path);
        Assert.Equal((HttpStatusCode.OK, 200L), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal(etag, head.Headers.ETag!.ToString());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var part = await client.Get(Path, ("Range", "bytes=10-19"));
        Assert.Equal((HttpStatusCode.PartialContent, "bytes 10-19/200"), (part.StatusCode, part.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["nosniff"], part.Headers.GetValues("X-Content-Type-Options"));

        using var beyond = await client.Get(Path, ("Range", "bytes=500-600"));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "bytes */200"), (beyond.StatusCode, beyond.Content.Headers.ContentRange!.ToString()));

        using var known = await client.Get(Path, ("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(await known.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var changed = await client.Get(Path, ("Range", "bytes=10-19"), ("If-Range", "\"autre\""));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("/dossier/dossier.json")]
    [InlineData("/index.md")]
    [InlineData("/_data/x.json")]
    [InlineData("/.git/config")]
    [InlineData("/page.html")]
    [InlineData("/dossier/../dossier/.cache.png")]
    public async Task Get_WhatIsNotPublic_Returns404(string path)
    {
        using var folder = new SiteBuilder().With("dossier/dossier.json", "{}").WithPage("index.md", "title: x").With("_data/x.json", "{}")
            .With(".git/config", "x").With("page.html", "x").With("dossier/.cache.png", [1]);
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.Get(path)).StatusCode);
    }

    [Fact]
    public async Task Get_Svg_CannotRunScripts()
    {
        using var folder = new SiteBuilder().With("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>").WithPage("index.md", "title: x");
        using var site = new Site(folder.Root);
        using var client = site.CreateClient();

        var policy = string.Join(';', (await client.Get("/a.svg")).Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }
}
