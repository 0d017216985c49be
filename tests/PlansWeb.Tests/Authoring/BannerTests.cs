using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Authoring;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Authoring;

/// <summary>What stands on each page for who writes it, in Development.</summary>
public sealed partial class BannerTests : IDisposable
{
    private readonly SmallSite _site = new(new SiteBuilder()
        .WithPage("index.md", "title: Accueil\ndescription: Une page.", "[La page fautive](/faute/)")
        .WithPage("faute.md", "title: <b>Faute</b>\ndescription: Une page.", "[Le plan](/nulle-part/?a=<b>)")
        .WithPage("brouillon.md", "title: Caché\ndescription: Une page.\ndraft: true")
        .With("document.pdf", "%PDF-1.4"), WritersSite.Over);

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Get_PageWithAProblem_NamesFilePlaceCauseAndCure()
    {
        var banner = await Banner("/faute/");

        Assert.Equal("faute.md", banner.QuerySelector("summary code")!.TextContent);
        Assert.Contains("1\u00a0erreur", banner.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        var problem = Assert.Single(banner.QuerySelectorAll("li"));
        Assert.Equal("true", problem.GetAttribute("data-error"));
        Assert.Equal("/_redaction/?regle=lien-mort", problem.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("ligne\u00a06, colonne\u00a011", problem.TextContent, StringComparison.Ordinal);
        Assert.Equal("[Le plan](/nulle-part/?a=<b>)", problem.QuerySelector("code")!.TextContent);
        Assert.Contains("ne mène à rien", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("Corrigez l’adresse", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains(banner.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/_redaction/");
    }

    [Fact]
    public async Task Get_PageWithAProblem_LinksToItsLineInTheWritersEditor()
    {
        var banner = await Banner("/faute/");
        var overview = await _site.Client.GetPage("/_redaction/");
        var file = "vscode://file" + new Uri(Path.Combine(_site.Folder.Root, "faute.md")).AbsolutePath;

        Assert.Equal($"{file}:6", banner.QuerySelectorAll("li a")[1].GetAttribute("href"));
        Assert.Contains(banner.QuerySelectorAll("a"), link => link.GetAttribute("href") == file);
        Assert.Contains(overview.QuerySelectorAll("li a"), link => link.GetAttribute("href") == $"{file}:6");
        Assert.Contains(overview.QuerySelectorAll("tbody a"), link => link.GetAttribute("href") == file);
    }

    [Theory]
    [InlineData("un dossier/été#1.md", 12, "/un%20dossier/%C3%A9t%C3%A9%231.md:12")]
    [InlineData("_data/redirects.yaml", 0, "/_data/redirects.yaml")]
    [InlineData("../.eleventy.js", 3, "/../.eleventy.js:3")]
    public void Of_AnyFile_IsItsAbsolutePathEncoded(string file, int line, string end)
    {
        var links = _site.Host.Services.GetRequiredService<SourceLinks>();
        var root = new Uri(_site.Folder.Root).AbsolutePath;

        Assert.Equal("vscode://file" + (end.StartsWith("/..", StringComparison.Ordinal) ? Path.GetDirectoryName(root) + end[3..] : root + end), links.Of(file, line));
    }

    [Fact]
    public async Task Get_PageWithoutProblem_SaysSo() =>
        Assert.Equal("Rédaction index.md rien à corriger", (await Banner("/")).QuerySelector("summary")!.Text());

    [Fact]
    public async Task Get_Draft_TellsItsState() =>
        Assert.Equal("Rédaction brouillon.md brouillon rien à corriger", (await Banner("/brouillon/")).QuerySelector("summary")!.Text());

    [Theory]
    [InlineData("/recherche/", HttpStatusCode.OK)]
    [InlineData("/plan-du-site/", HttpStatusCode.OK)]
    [InlineData("/inconnue/", HttpStatusCode.NotFound)]
    public async Task Get_PageOfTheSiteItself_HasTheBannerToo(string path, HttpStatusCode status) =>
        Assert.Equal("Rédaction page faite par le site", (await Banner(path, status)).QuerySelector("summary")!.Text());

    [Fact]
    public async Task Get_Page_HasOneScriptThatThePolicyAllowsAndStaysNowhere()
    {
        var response = await _site.Client.Get("/faute/", ("Accept-Encoding", "gzip"), ("If-None-Match", "*"));
        var page = Dom.Parse(await response.Text());

        Assert.Equal("/_redaction/redaction.js", Assert.Single(page.Scripts).GetAttribute("src"));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Null(response.Headers.ETag);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick]"));
    }

    [Theory]
    [InlineData("/_redaction/redaction.js", "text/javascript")]
    [InlineData("/_redaction/redaction.css", "text/css")]
    public async Task Get_WhatTheBannerLoads_IsThere(string path, string mediaType)
    {
        var response = await _site.Client.Get(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Get_PageWithoutTheBanner_IsWhatReadersGet()
    {
        using var site = new Site(_site.Folder.Root);
        using var readers = site.CreateClient();

        foreach (var path in new[] { "/", "/faute/", "/recherche/?q=faute", "/inconnue/" })
        {
            var written = await (await _site.Client.Get(path)).Text();
            Assert.Contains("redaction-banner", written, StringComparison.Ordinal);

            // Identity weighs more than what browsers are sent, and that is what pages tell.
            Assert.Equal(Weight().Replace(await (await readers.Get(path)).Text(), ""), Weight().Replace(Banners().Replace(written, ""), ""));
        }
    }

    [Fact]
    public async Task Send_Head_HasTheHeadersOfGet()
    {
        var get = await _site.Client.Get("/");
        var head = await _site.Client.Send(HttpMethod.Head, "/");

        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Text());
    }

    [Fact]
    public async Task Get_WhatIsNoPage_PassesAsItIs()
    {
        Assert.Equal("%PDF-1.4", await (await _site.Client.Get("/document.pdf")).Text());
        Assert.Equal(HttpStatusCode.MovedPermanently, (await _site.Client.Get("/faute")).StatusCode);
        Assert.StartsWith("# ", await (await _site.Client.Get("/faute/", ("Accept", "text/markdown"))).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("redaction", await (await _site.Client.Get("/api/pages.json")).Text(), StringComparison.Ordinal);
    }

    private async Task<IElement> Banner(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = await _site.Client.Get(path);
        Assert.Equal(status, response.StatusCode);
        return Assert.Single(Dom.Parse(await response.Text()).QuerySelectorAll("aside.redaction-banner"));
    }

    [GeneratedRegex("""<link rel="stylesheet" href="/_redaction/[^\n]*\n<script src="/_redaction/[^\n]*\n|<aside class="redaction-banner".*?</aside>\n""", RegexOptions.Singleline)]
    private static partial Regex Banners();

    [GeneratedRegex("""cette page pèse [^.]*""")]
    private static partial Regex Weight();
}
