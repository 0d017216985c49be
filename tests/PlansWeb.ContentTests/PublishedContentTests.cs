using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.ContentTests;

/// <summary>The real <c>content/</c>: a failure here is for the writer, and names file and line.</summary>
public sealed class PublishedContentTests : IClassFixture<PublishedContentTests.Host>, IDisposable
{
    private readonly HttpClient _client;
    private readonly Snapshot _snapshot;

    public PublishedContentTests(Host host)
    {
        _client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        _snapshot = host.Services.GetRequiredService<PageStore>().Current;
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public void Load_Content_HasNoProblem() =>
        Steps.AllDone(_snapshot.Problems.Select(problem => $"content/{problem.Location}: {problem.Message} {problem.Advice}"));

    [Fact]
    public async Task Get_EveryPage_Renders()
    {
        Assert.NotEmpty(_snapshot.Pages);
        foreach (var page in _snapshot.Pages)
        {
            var response = await _client.GetAsync(new Uri(page.Href, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{page.SourcePath}: {page.Href} answers {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Get_EveryLinkOfEveryPage_LeadsSomewhere()
    {
        var dead = new List<string>();
        foreach (var page in _snapshot.Pages)
        {
            var html = await _client.GetStringAsync(new Uri(page.Href, UriKind.Relative), TestContext.Current.CancellationToken);
            var document = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
            var ids = document.All.Select(element => element.Id).ToHashSet();
            foreach (var href in document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Distinct())
            {
                if (href.StartsWith('#') ? !ids.Contains(href[1..]) : href.StartsWith('/') && !await Answers(href))
                {
                    dead.Add($"content/{page.SourcePath}: the link to {href} leads nowhere");
                }
            }
        }

        Steps.AllDone(dead);
    }

    [Fact]
    public void Load_Seed_IsPublishedByteForByte()
    {
        // The user's page, word for word: its size and hash are those of the file that was handed over.
        var seed = File.ReadAllBytes(Path.Combine(Host.Root, "content/publications/plans-action-ministeres/a-propos.md"));

        Assert.Equal(SeedHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(seed)));
    }

    [Fact]
    public void Load_EveryPage_HasADescriptionAndATitleOfItsOwn()
    {
        Steps.AllDone(_snapshot.Pages.Where(page => string.IsNullOrEmpty(page.Description)).Select(page => $"content/{page.SourcePath}: write « description »"));
        Steps.AllDone(_snapshot.Pages.GroupBy(page => page.Description).Where(pages => pages.Count() > 1)
            .Select(pages => $"content/{pages.Last().SourcePath}: write another « description » than that of {pages.First().SourcePath}"));
    }

    [Fact]
    [Trait("RGESN", "5.8")]
    public void Load_EveryWrittenPage_SaysWhenToReadItAgain() => Steps.AllDone(_snapshot.Written.Where(page => page.ReviewDate is null)
        .Select(page => $"content/{page.SourcePath}: write « reviewDate », the day on which to read the page again: without it the declaration of ecodesign cannot claim criterion 5.8"));

    // A redirect leads somewhere too: outside, or to a page that answers.
    private async Task<bool> Answers(string href)
    {
        var response = await _client.GetAsync(new Uri(href, UriKind.Relative), TestContext.Current.CancellationToken);
        return (int)response.StatusCode switch
        {
            200 => true,
            301 => response.Headers.Location is { IsAbsoluteUri: true } || await Answers(response.Headers.Location!.OriginalString),
            _ => false,
        };
    }

    private const string SeedHash = "652bc16331ca7013d6a1a7c0674bb2d3017cd051950c5afde1ceb5a430d8f383";

    /// <summary>The site over the content that is published.</summary>
    public sealed class Host : WebApplicationFactory<Program>
    {
        internal static string Root { get; private set; } = "";

        /// <inheritdoc/>
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSolutionRelativeContentRoot(".", "PlansWeb.sln");
            builder.UseEnvironment("Production");
            builder.UseStaticWebAssets();
            builder.ConfigureServices((context, _) => Root = context.HostingEnvironment.ContentRootPath);
        }
    }
}
