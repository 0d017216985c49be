using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Drafts, unlisted pages and publication windows, as readers meet them.</summary>
public sealed class HiddenPageTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SiteBuilder _folder = new();
    private readonly FakeTimeProvider _clock = new(s_start);
    private Site? _site;
    private HttpClient? _client;

    private HttpClient Client => _client ??= (_site = new Site(_folder.Root, WithClock)).CreateClient();

    public void Dispose()
    {
        _client?.Dispose();
        _site?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_HiddenPages_AreInNoPublicOutput()
    {
        // Each hidden thing carries the word SECRET in its title, its address or both; then everything public is asked for.
        const string Listing = "{% for page in collections.all %}{{ page.url }} {{ page.data.title }}\n{% endfor %}";
        _folder
            .WithPage("index.md", "title: Accueil\nlayout: home\neleventyNavigation: {key: accueil, order: 1}", Listing)
            .WithPage("section.md", "title: Section\neleventyNavigation: {key: section, order: 2}")
            .WithPage("visible.md", "title: Visible\nlayout: plans-action\neleventyNavigation: {key: visible, parent: section, order: 1}")
            .WithPage("secret-brouillon.md", "title: SECRET brouillon\ndraft: true\ntags: [x]\naliases: [/ancien-secret/]\neleventyNavigation: {key: brouillon, parent: section, order: 2}")
            .WithPage("secret-dessous.md", "title: SECRET dessous\neleventyNavigation: {parent: brouillon}")
            .WithPage("secret-futur.md", "title: SECRET futur\npublishDate: 2026-07-01\neleventyNavigation: {parent: section}")
            .WithPage("secret-passe.md", "title: SECRET passé\nexpiryDate: 2026-05-01\neleventyNavigation: {parent: section}")
            .WithPage("secret-oui.md", "title: SECRET oui\ndraft: oui")
            .WithPage("discrete.md", "title: SECRET discrète\nunlisted: true\neleventyNavigation: {key: discrete, parent: section}")
            .With("_data/redirects.yaml", "/vers-secret/: /secret-futur/\n/vers-secret-2/: /secret-futur/#la-suite\n/vers-secret-3/: /Secret-Futur?a=1\n/vers-secret-4/: /secret-futur\n");

        foreach (var hidden in new[] { "/secret-brouillon/", "/secret-dessous/", "/secret-futur/", "/secret-passe/", "/secret-oui/", "/ancien-secret/", "/vers-secret/", "/vers-secret-2/", "/vers-secret-3/", "/vers-secret-4/", "/Secret-Futur" })
        {
            var response = await Client.Get(hidden);
            Assert.Equal((hidden, HttpStatusCode.NotFound), (hidden, response.StatusCode));
            Assert.DoesNotContain("SECRET", await Body(response), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await Client.Get("/discrete/")).StatusCode);
        foreach (var address in await EveryPublicAddress())
        {
            var body = await Body(await Client.Get(address));
            Assert.False(body.Contains("SECRET", StringComparison.Ordinal), $"{address} shows a hidden title");
            Assert.False(body.Contains("/secret-", StringComparison.Ordinal), $"{address} shows a hidden address");
            Assert.False(body.Contains("/discrete/", StringComparison.Ordinal), $"{address} lists an unlisted page");
        }
    }

    // All doubtful forms stand in one site: each page is a page of the menu, of the search, of a list, and a neighbour of a public one.
    [Fact]
    public async Task Get_PagesHiddenInDoubt_AreInNoPublicOutput()
    {
        const string Listing = "{% for page in collections.all %}{{ page.url }} {{ page.data.title }}\n{% endfor %}{% for page in collections.doutes %}{{ page.url }}{% endfor %}";
        _folder
            .WithPage("index.md", "title: Accueil\nlayout: home\nentries: section\neleventyNavigation: {key: accueil, order: 1}", Listing)
            .WithPage("section.md", "title: Section\neleventyNavigation: {key: section, order: 2}")
            .WithPage("visible.md", "title: Visible\nlayout: plans-action\neleventyNavigation: {key: visible, parent: section, order: 500}");
        for (var i = 0; i < DoubtfulForms.Headers.Count; i++)
        {
            var shared = $"title: SECRET {i}\ndescription: SECRET\ndate: 2026-05-01\nfocus: true\ntags: doutes\naliases: [/ancien-secret-{i}/]";
            _folder.WithPage(
                $"secret-{i}.md",
                DoubtfulForms.Headers[i].Contains("eleventyNavigation", StringComparison.Ordinal)
                    ? $"{shared}\n{DoubtfulForms.Headers[i]}\n  key: secret-{i}\n  parent: section"
                    : $"{shared}\n{DoubtfulForms.Headers[i]}\neleventyNavigation:\n  key: secret-{i}\n  parent: section\n  order: {i}",
                "SECRET dit le texte.");
        }

        for (var i = 0; i < DoubtfulForms.Files.Count; i++)
        {
            _folder.With($"secret-fichier-{i}.md", DoubtfulForms.Files[i].Replace("TITRE", "SECRET", StringComparison.Ordinal));
        }

        _folder.With("secret-dossier/secret-dossier.yaml", "Draft: true\n").WithPage("secret-dossier/page.md", "title: SECRET dossier");
        _folder.With("_includes/layouts/cache.njk", "---\nbrouillon: oui\n---\n{{ content }}").WithPage("secret-gabarit.md", "title: SECRET gabarit\nlayout: layouts/cache.njk");

        string[] hidden =
        [
            .. Enumerable.Range(0, DoubtfulForms.Headers.Count).SelectMany(static i => new[] { $"/secret-{i}/", $"/secret-{i}.md", $"/secret-{i}/index.md", $"/ancien-secret-{i}/" }),
            .. Enumerable.Range(0, DoubtfulForms.Files.Count).Select(static i => $"/secret-fichier-{i}/"),
            "/secret-dossier/page/", "/secret-gabarit/",
        ];
        var leaks = new List<string>();
        foreach (var address in hidden)
        {
            var response = await Client.Get(address);
            var body = await Body(response);

            // The page for unknown addresses names the one that was asked for, in its link to report it.
            if (response.StatusCode != HttpStatusCode.NotFound || body.Contains("SECRET", StringComparison.Ordinal) || body.Contains("href=\"/secret-", StringComparison.Ordinal))
            {
                leaks.Add($"{address} answers {(int)response.StatusCode}");
            }
        }

        foreach (var address in await EveryPublicAddress())
        {
            var body = await Body(await Client.Get(address));
            leaks.AddRange(System.Text.RegularExpressions.Regex.Matches(body, "SECRET [0-9a-z]*|/secret-[a-z0-9-]*").Select(match => $"{address}: {match.Value}"));
        }

        Assert.Empty(leaks.Distinct());
    }

    [Fact]
    public async Task Get_UnlistedPage_AsksSearchEnginesToLeaveItOut()
    {
        _folder.WithPage("discrete.md", "title: Discrète\nunlisted: true").WithPage("publique.md", "title: Publique");

        Assert.NotNull((await Client.GetPage("/discrete/")).QuerySelector("meta[name=robots][content~=noindex]"));
        Assert.Null((await Client.GetPage("/publique/")).QuerySelector("meta[name=robots]"));
    }

    // Eleventy's key keeps a page out of lists and says no more: what links to the page leads search engines there, and a site that moves keeps
    // its place in them. `unlisted` is the key for a page that they should leave out.
    [Fact]
    public async Task Get_ExcludedFromCollections_IsReachableAndSaysNothingToSearchEngines()
    {
        _folder.WithPage("exclue.md", "title: Exclue\neleventyExcludeFromCollections: true");

        Assert.Null((await Client.GetPage("/exclue/")).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task Get_FutureDate_NeverHidesAPage()
    {
        _folder.WithPage("page.md", "title: Page\ndate: 2099-01-01");

        Assert.Equal(HttpStatusCode.OK, (await Client.Get("/page/")).StatusCode);
    }

    [Fact]
    public async Task Get_WindowOpensAndCloses_AtTheExactInstantWithCachedPagesAndMenus()
    {
        _folder
            .WithPage("index.md", "title: Accueil\neleventyNavigation: {key: accueil, order: 1}", "{{ collections.all | size }}")
            .WithPage("fenetre.md", "title: Fenêtre\npublishDate: 2026-06-01T01:00:00Z\nexpiryDate: 2026-06-01T02:00:00Z\neleventyNavigation: {key: fenetre, order: 2}");

        await ExpectAround(isOpen: false);
        _clock.SetUtcNow(s_start.AddHours(1).AddTicks(-1));
        await ExpectAround(isOpen: false);
        _clock.SetUtcNow(s_start.AddHours(1));
        await ExpectAround(isOpen: true);
        _clock.SetUtcNow(s_start.AddHours(2).AddTicks(-1));
        await ExpectAround(isOpen: true);
        _clock.SetUtcNow(s_start.AddHours(2));
        await ExpectAround(isOpen: false);

        async Task ExpectAround(bool isOpen)
        {
            // Twice: what is cached must be as right as what is rendered.
            for (var i = 0; i < 2; i++)
            {
                Assert.Equal(isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await Client.Get("/fenetre/")).StatusCode);
                var home = await Client.GetPage("/");
                Assert.Equal(isOpen, home.QuerySelector("header a[href='/fenetre/']") is not null);
                Assert.Equal(isOpen ? "2" : "1", home.QuerySelector("[data-page-content]")!.Text());
            }
        }
    }

    [Fact]
    public async Task Get_DayWithoutTime_OpensAtMidnightInFrance()
    {
        // In July Paris is two hours ahead of UTC.
        _folder.WithPage("page.md", "title: Page\npublishDate: 2026-07-01").WithPage("autre.md", "title: Autre");

        _clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 21, 59, 59, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.Get("/page/")).StatusCode);
        _clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.OK, (await Client.Get("/page/")).StatusCode);
    }

    private void WithClock(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(_clock);
    });

    // The pages by following every link from the home page, and what machines read.
    private async Task<IReadOnlyCollection<string>> EveryPublicAddress()
    {
        var known = new HashSet<string>
        {
            "/", "/section/", "/visible/", "/inconnue/", "/sitemap.xml", "/robots.txt", "/feed/feed.xml", "/feed/feed.json", "/api/pages.json",
            "/plan-du-site/", "/recherche/?q=secret", "/secret-0/x", "/section.md", "/index.md", "/section/feed.xml", "/section/feed.json", "/section/?vue=complete", "/section/?vue=historique", "/visible/?vue=historique",
            "/feed/changements.xml", "/feed/changements.json", "/feed/section/changements.xml", "/_history/changes.jsonl", "/health/ready",
        };
        var queue = new Queue<string>(known);
        while (queue.TryDequeue(out var address))
        {
            var response = await Client.Get(address);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var href in Dom.Parse(await Body(response)).QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!))
            {
                if (known.Add(href))
                {
                    queue.Enqueue(href);
                }
            }
        }

        return known;
    }

    private static Task<string> Body(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
