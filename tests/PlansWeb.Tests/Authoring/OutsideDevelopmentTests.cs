using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Authoring;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Authoring;

/// <summary>Outside Development there is nothing of this room: no address, no markup, no script.</summary>
public sealed class OutsideDevelopmentTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil", "[Faute](/nulle-part/)")
        .WithPage("brouillon.md", "title: Caché\ndraft: true");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("development-like")]
    public async Task Get_AnyPage_KnowsNothingOfIt(string environment)
    {
        using var site = new Site(_folder.Root, builder => builder.UseEnvironment(environment));
        using var client = site.CreateClient();

        foreach (var path in new[] { "/", "/brouillon/", "/recherche/?q=faute", "/plan-du-site/", "/inconnue/" })
        {
            var response = await client.Get(path);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("redaction", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script src", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(".md", html, StringComparison.Ordinal);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'none';", policy, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/_redaction/", "/_redaction", "/_redaction/changements", "/_redaction/redaction.js", "/_redaction/redaction.css" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.Get(path)).StatusCode);
        }

        Assert.Null(site.Services.GetService<SourceLinks>());
    }

    [Fact]
    public async Task Get_Development_HasIt()
    {
        using var site = WritersSite.Over(_folder);
        using var client = site.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.Get("/_redaction/")).StatusCode);
        Assert.Contains("redaction-banner", await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
