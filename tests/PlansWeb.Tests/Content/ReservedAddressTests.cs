using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
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
        Assert.All(addresses, address => Assert.True(SiteAddresses.Own(address) is not null, $"{address} is the site's own"));
    }

    [Theory]
    [InlineData("/Plan-du-site/")]
    [InlineData("/plan-du-site/index.html")]
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
