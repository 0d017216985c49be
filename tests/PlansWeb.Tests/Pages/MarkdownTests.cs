using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>A page as Markdown, at the same address.</summary>
public sealed class MarkdownTests : IDisposable
{
    private const string Markdown = "text/markdown";

    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("page.md", "title: Une *page* & plus\nsecret: interne\nville: Rennes", "## Été\n\nBonjour {{ ville }}. [Lien](../autre/)\n\n{% comment %}note interne{% endcomment %}")
        .WithPage("autre.md", "title: Autre");

    private readonly Site _site;
    private readonly HttpClient _client;

    public MarkdownTests()
    {
        _site = new Site(_folder.Root);
        _client = _site.CreateClient();
    }

    [Fact]
    public async Task Get_AcceptMarkdown_AnswersTitleAndTextWithoutFrontMatter()
    {
        var response = await _client.Get("/page/", ("Accept", Markdown));
        var text = await response.Text();

        Assert.Equal("text/markdown; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
        Assert.StartsWith("# Une \\*page\\* \\& plus\n\n## Été\n\nBonjour Rennes. [Lien](../autre/)\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("interne", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Browser_GetsHtmlThatSharedCachesKeepApart()
    {
        await _client.Get("/page/", ("Accept", Markdown));
        var response = await _client.Get("/page/", ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary.ToString());
    }

    [Fact]
    public async Task Get_BothKinds_AreEntriesOfTheirOwnWithTheirOwnETags()
    {
        var html = await _client.Get("/page/");
        var markdown = await _client.Get("/page/", ("Accept", Markdown));
        var again = await _client.Get("/page/", ("Accept", Markdown + ";q=0.9, */*;q=0.1"));
        var unchanged = await _client.Get("/page/", ("Accept", Markdown), ("If-None-Match", markdown.Headers.ETag!.ToString()));
        var other = await _client.Get("/page/", ("Accept", Markdown), ("If-None-Match", html.Headers.ETag!.ToString()));

        Assert.NotEqual(html.Headers.ETag, markdown.Headers.ETag);
        Assert.Equal(["PlansWeb; fwd=miss"], markdown.Headers.GetValues("Cache-Status"));
        Assert.Equal(["PlansWeb; hit"], again.Headers.GetValues("Cache-Status"));
        Assert.Equal(304, (int)unchanged.StatusCode);
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Fact]
    public async Task Get_PageWithoutMarkdown_AnswersHtml()
    {
        var unknown = await _client.Get("/inconnue/", ("Accept", Markdown));
        var made = await _client.Get("/plan-du-site/", ("Accept", Markdown));

        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.Equal("text/html", unknown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("text/html", made.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Accept-Encoding", made.Headers.Vary.ToString());
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
        _folder.Dispose();
    }
}
