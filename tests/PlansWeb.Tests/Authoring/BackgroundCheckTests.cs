using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Authoring;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Authoring;

/// <summary>The whole check of a site that is served: behind each change, in figures, one line of the log, and a page on the port for ops.</summary>
public sealed class BackgroundCheckTests : IDisposable
{
    private const int OpsPort = 9876;

    private readonly FakeTimeProvider _clock = new();
    private readonly LogLines _lines = new();
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil\ndescription: Une page.", "Texte.")
        .WithPage("brouillon.md", "title: Un brouillon\ndescription: Une page.\ndraft: true", "[<b>Vers</b> rien](/rien/)");

    public void Dispose()
    {
        _folder.Dispose();
        _lines.Dispose();
    }

    [Fact]
    public async Task Publish_SeveralEditsAtOnce_AreCheckedOnceAndToldWhereTheFiguresChange()
    {
        using var site = Site();
        await Checked(site);
        Assert.Equal(["Content checked: 1 errors, 0 warnings (lien-mort 1)"], Told());

        for (var links = 1; links <= 3; links++)
        {
            Edit(site, links);
        }

        await Checked(site);
        Assert.Equal(["Content checked: 1 errors, 0 warnings (lien-mort 1)", "Content checked: 4 errors, 0 warnings (lien-mort 4)"], Told());

        _folder.WithPage("autre.md", "title: Autre\ndescription: Une page.");
        site.Reload();
        await Checked(site);
        Assert.Equal(2, Told().Length);
    }

    [Fact]
    public async Task Publish_AfterACheck_IsNotCheckedBeforeTheContentIsCalm()
    {
        using var site = Site();
        await Checked(site);
        Edit(site, 2);

        _clock.Advance(Reviewer.Calm - TimeSpan.FromMilliseconds(1));

        Assert.NotSame(site.Store.Current, site.Services.GetRequiredService<Reviewer>().Last.Snapshot);
        await Checked(site);
    }

    [Fact]
    public async Task Get_Metrics_HaveEachRuleWithItsSeverityAndKeepOneThatWasMended()
    {
        using var site = Site();
        await Checked(site);
        File.Delete(Path.Combine(_folder.Root, "brouillon.md"));
        Edit(site, 0);
        _folder.WithPage("sans.md", "description: Une page.");
        site.Reload();
        await Checked(site);

        var metrics = (await Ops(site, "/metrics")).Body;

        Assert.Matches("plansweb_content_check_problems[^ ]*rule=\"lien-mort\",severity=\"error\"[^ ]* 0", metrics);
        Assert.Matches("plansweb_content_check_problems[^ ]*rule=\"titre-manquant\",severity=\"[a-z]*\"[^ ]* 1", metrics);
        Assert.Contains("plansweb_content_check_duration_seconds_count", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ProblemsOnThePortForOps_AreForPeopleAndForPrograms()
    {
        using var site = Site(static builder => builder.UseSetting("Ops:Problems", "true"));
        await Checked(site);

        var (status, type, body) = await Ops(site, "/problems");
        var page = Dom.Parse(body);
        Assert.Equal((200, "text/html; charset=utf-8"), (status, type));
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("brouillon.md:7:20", page.QuerySelector("h2 + ul li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Corrigez l’adresse", page.QuerySelector("h2 + ul li")!.TextContent, StringComparison.Ordinal);

        (status, type, body) = await Ops(site, "/problems.json");
        using var json = JsonDocument.Parse(body);
        Assert.Equal((200, "application/json; charset=utf-8"), (status, type));
        Assert.Equal("lien-mort", json.RootElement.GetProperty("problems")[0].GetProperty("rule").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("errors").GetInt32());
    }

    [Theory]
    [InlineData("/problems")]
    [InlineData("/problems.json")]
    public async Task Get_ProblemsElsewhere_AreNowhere(string path)
    {
        using var open = Site(static builder => builder.UseSetting("Ops:Problems", "true"));
        using var closed = Site();
        using var readers = open.CreateClient();

        Assert.Equal(404, (await Ops(closed, path)).Status);
        Assert.Equal(404, (int)(await readers.Get(path)).StatusCode);
    }

    [Fact]
    public async Task Get_ProblemsBeforeTheFirstCheck_AreThoseOfTheLoad()
    {
        _folder.WithPage("sans.md", "description: Une page.");
        using var site = Site(static builder => builder.UseSetting("Ops:Problems", "true"));

        var (_, _, body) = await Ops(site, "/problems.json");

        Assert.Contains("titre-manquant", body, StringComparison.Ordinal);
        Assert.DoesNotContain("lien-mort", body, StringComparison.Ordinal);
    }

    private Site Site(Action<IWebHostBuilder>? configure = null) => new(_folder.Root, builder =>
    {
        builder.UseSetting("Content:Check", "true").UseSetting("Ops:Port", $"{OpsPort}");
        builder.ConfigureLogging(logging => logging.AddProvider(_lines));
        builder.ConfigureServices(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(_clock));
        configure?.Invoke(builder);
    });

    private void Edit(Site site, int deadLinks)
    {
        _folder.WithPage("index.md", "title: Accueil\ndescription: Une page.", string.Join("\n\n", Enumerable.Range(0, deadLinks).Select(i => $"[Lien {i}](/nulle-part-{i}/)")));
        site.Reload();
    }

    private string[] Told() => [.. _lines.Of("PlansWeb.Authoring").Select(static line => line.Text.Split(", version")[0])];

    // The clock goes on until the newest content is checked: a step at a time, for a delay may begin after one.
    private async Task Checked(Site site)
    {
        var reviewer = site.Services.GetRequiredService<Reviewer>();
        while (reviewer.Last.Snapshot != site.Store.Current)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private static async Task<(int Status, string? Type, string Body)> Ops(Site site, string path)
    {
        var context = await site.Server.SendAsync(
            request =>
            {
                request.Connection.LocalPort = OpsPort;
                request.Request.Method = HttpMethods.Get;
                request.Request.Path = path;
                request.Request.Host = new HostString("10.1.2.3");
            },
            TestContext.Current.CancellationToken);
        using var body = new StreamReader(context.Response.Body, Encoding.UTF8);
        return (context.Response.StatusCode, context.Response.ContentType, await body.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
