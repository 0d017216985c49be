using System.Net;
using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Authoring;

/// <summary>Pages that readers do not see, as those meet them who write them, in Development; and the same addresses as readers meet them.</summary>
public sealed class HiddenPagesTests : IDisposable
{
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: accueil, order: 1}")
        .WithPage("rubrique.md", "title: La rubrique\neleventyNavigation: {key: rubrique, order: 2}")
        .WithPage("brouillon.md", "title: Le brouillon\ndraft: true\naliases: [/ancien/]\neleventyNavigation: {key: b, parent: rubrique}", "![Une vue](/vue.png) [La suite](/dessous/)")
        .WithPage("dessous.md", "title: La suite\neleventyNavigation: {key: d, parent: b}")
        .WithPage("demain.md", "title: Demain\npublishDate: 2999-01-01\neleventyNavigation: {key: demain, parent: rubrique}")
        .WithPage("hier.md", "title: Hier\nexpiryDate: 2001-01-01")
        .WithPage("doute.md", "title: Dans le doute\npublishDate: bientôt")
        .WithPage("en.md", "title: Tomorrow\nlang: en\npublishDate: 2999-01-01")
        .With("vue.png", FaultSpec.Png(100, 100, 5_000));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/brouillon/", "Aperçu : cette page n’est pas publiée. C’est un brouillon.")]
    [InlineData("/dessous/", "Aperçu : cette page n’est pas publiée. C’est un brouillon. C’est à cause de « Le brouillon », au-dessus d’elle.")]
    [InlineData("/demain/", "Aperçu : cette page n’est pas publiée. Elle est programmée pour le 1er janvier 2999 à 0 h 00.")]
    [InlineData("/hier/", "Aperçu : cette page n’est plus publiée. Elle est expirée depuis le 1er janvier 2001 à 0 h 00.")]
    [InlineData("/doute/", "Aperçu : cette page n’est pas publiée. C’est un brouillon.")]
    [InlineData("/en/", "Preview: this page is not published. It is scheduled for 1 January 2999 at 0:00 (Paris time).")]
    public async Task Get_HiddenPage_IsShownWithItsState(string path, string notice)
    {
        using var writers = new Asked(WritersSite.Over(_folder));
        using var readers = new Asked(new Site(_folder.Root));

        var response = await writers.Client.Get(path);
        var page = Dom.Parse(await response.Text());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(notice, page.QuerySelector(".fr-notice__title")!.Text().Trim());
        Assert.NotNull(page.QuerySelector("[data-page-content]"));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await readers.Client.Get(path)).StatusCode);
    }

    [Theory]
    [InlineData("/vue.png", HttpStatusCode.OK)]
    [InlineData("/brouillon", HttpStatusCode.MovedPermanently)]
    [InlineData("/Brouillon/", HttpStatusCode.MovedPermanently)]
    [InlineData("/ancien/", HttpStatusCode.MovedPermanently)]
    [InlineData("/nulle-part/", HttpStatusCode.NotFound)]
    public async Task Get_WhatGoesWithAHiddenPage_IsThereToo(string path, HttpStatusCode status)
    {
        using var writers = new Asked(WritersSite.Over(_folder));
        using var readers = new Asked(new Site(_folder.Root));

        Assert.Equal(status, (await writers.Client.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await readers.Client.Get(path)).StatusCode);
    }

    [Fact]
    public async Task Get_HiddenPage_StandsInItsMenusAndNoOtherPageShowsIt()
    {
        using var writers = new Asked(WritersSite.Over(_folder));

        var draft = await writers.Client.GetPage("/brouillon/");
        Assert.Contains("Le brouillon", draft.Texts(".fr-nav a"));
        Assert.Equal(["Accueil", "La rubrique"], draft.Texts(".fr-breadcrumb a"));

        foreach (var path in new[] { "/", "/rubrique/", "/plan-du-site/", "/recherche/?q=brouillon", "/api/pages.json", "/nulle-part/" })
        {
            var body = await (await writers.Client.Get(path)).Text();
            Assert.DoesNotContain("href=\"/brouillon/\"", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Le brouillon", body, StringComparison.Ordinal);
            Assert.DoesNotContain("fr-notice", body, StringComparison.Ordinal);
        }
    }

    private sealed class Asked(Site site) : IDisposable
    {
        public HttpClient Client { get; } = site.CreateClient();

        public void Dispose()
        {
            Client.Dispose();
            site.Dispose();
        }
    }
}
