using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Export;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>What stands at an address of the site's own is never read: its writer is told.</summary>
public sealed class ReservedAddressTests : IDisposable
{
    private readonly SiteBuilder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Own_EveryAddressThatTheSiteAnswersByItself_IsKnown()
    {
        using var site = new Site(_folder.WithPage("index.md", "title: Accueil").Root);
        var addresses = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.RoutePattern.Parameters.Count == 0 && !IsOtherName(endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()))
            .Select(static endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();

        Assert.Contains("/recherche", addresses.Select(static address => address.TrimEnd('/')));
        Steps.AllDone(addresses.Where(static address => SiteAddresses.Own(address) is null)
            .Select(static address => $"{address} is the site's own: add it to OwnAddresses in src/PlansWeb.Content/Checks/SiteAddresses.cs"));
    }

    [Fact]
    public void PublicAddresses_EveryPageMadeByCode_IsExported()
    {
        using var site = new Site(_folder.WithPage("index.md", "title: Accueil").Root);
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>();
        var pages = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.RoutePattern.Parameters.Count == 0 && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(static endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}/").ToList();
        var exported = PublicAddresses.Of(site.Services.GetRequiredService<PageStore>().Current, endpoints).Select(static address => address.Target);

        Assert.Contains("/recherche/", pages);
        Steps.AllDone(pages.Except(exported).Select(static address => $"src/PlansWeb/Export/PublicAddresses.cs: add {address} to Pages"));
    }

    [Fact]
    public async Task Pages_EveryPageMadeByCode_HasAFrameAndTestsOfItsOwn()
    {
        using var site = new Site(_folder.WithPage("index.md", "title: Accueil").Root);
        using var client = site.CreateClient();
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "PlansWeb.Tests", "Pages"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var missing = new List<string>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(static endpoint => endpoint.RoutePattern.Parameters.Count == 0))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var address = $"/{endpoint.RoutePattern.RawText!.Trim('/')}/";
                using var response = await client.Get(address);
                if (!response.IsSuccessStatusCode || Dom.Parse(await response.Text()).QuerySelector("h1")?.Text() is not { Length: > 0 })
                {
                    missing.Add($"src/PlansWeb{page.RelativePath}.cs: set Frame, with a title");
                }

                if (!tests.Contains('"' + address, StringComparison.Ordinal))
                {
                    missing.Add($"tests/PlansWeb.Tests/Pages/{Path.GetFileNameWithoutExtension(page.RelativePath)}Tests.cs: write what {address} shows");
                }
            }
        }

        Steps.AllDone(missing.Distinct());
    }

    [Theory]
    [InlineData("/Plan-du-site/")]
    [InlineData("/recherche/index.html")]
    [InlineData("/recherche")]
    [InlineData("/robots.txt")]
    public async Task Check_PageAtAnAddressThatLeadsElsewhere_IsReported(string permalink)
    {
        _folder.WithPage("page.md", $"title: Page\ndescription: Une page.\npermalink: {permalink}", "INVISIBLE");
        using var site = new Site(_folder.Root);
        using var client = site.CreateClient();

        Assert.Equal(["page.md"], _folder.CheckFor(DiagnosticRules.ReservedAddress));
        var response = await client.Get(permalink);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.MovedPermanently });
        Assert.DoesNotContain("INVISIBLE", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FileAtAnAddressOfTheSite_IsReported() =>
        Assert.Equal(["robots.txt"], _folder.WithPage("index.md", "title: Accueil").With("robots.txt", "User-agent: *").CheckFor(DiagnosticRules.ReservedAddress));

    [Fact]
    public void Check_PageThatOnlyBeginsLikeOne_IsSilent() =>
        Assert.Empty(_folder.WithPage("recherche/methode.md", "title: Méthode").CheckFor(DiagnosticRules.ReservedAddress));

    // A static file has more addresses: compressed, or with its fingerprint.
    private static bool IsOtherName(StaticAssetDescriptor? asset) => asset is not null
        && (asset.AssetPath != asset.Route || asset.Route.EndsWith(".gz", StringComparison.Ordinal) || asset.Route.EndsWith(".br", StringComparison.Ordinal)
            || asset.Properties.Any(static property => property.Name == "fingerprint"));
}
