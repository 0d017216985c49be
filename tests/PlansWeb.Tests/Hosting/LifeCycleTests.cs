using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Hosting;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>From the first line of the log to the last.</summary>
public sealed class LifeCycleTests
{
    [Fact]
    public async Task Terminate_Site_SaysSoAnswersOnAndEndsWell()
    {
        using var site = await SiteProgram.Start(1, ["--urls=http://127.0.0.1:0", "--Ops:DrainSeconds=12", "--Content:Watch=off", "--Site:Url=https://www.example.fr", "--AllowedHosts=*"]);
        Assert.Equal(200, (int)(await site.Get("/health/ready")).StatusCode);

        site.Signal("TERM");
        HttpResponseMessage ready;
        do
        {
            ready = await site.Get("/health/ready");
        }
        while ((int)ready.StatusCode == 200);

        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Contains("\"ending\"", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await site.Get("/");
        Assert.Equal(200, (int)page.StatusCode);
        Assert.True(page.Headers.ConnectionClose);
        Assert.Equal(200, (int)(await site.Get("/health/live")).StatusCode);

        Assert.Equal(0, await site.Ends());
        Assert.Empty(site.Errors);
        Lines(site);
    }

    [Fact]
    public async Task Interrupt_Site_EndsAtOnce()
    {
        using var site = await SiteProgram.Start(1, ["--urls=http://127.0.0.1:0", "--Ops:DrainSeconds=300", "--Content:Watch=off"]);

        site.Signal("INT");

        Assert.Equal(0, await site.Ends());
    }

    [Fact]
    public async Task Terminate_Twice_EndsTheWaiting()
    {
        using var site = await SiteProgram.Start(1, ["--urls=http://127.0.0.1:0", "--Ops:DrainSeconds=300", "--Content:Watch=off"]);

        site.Signal("TERM");
        while ((int)(await site.Get("/health/ready")).StatusCode == 200)
        {
        }

        site.Signal("TERM");

        Assert.Equal(0, await site.Ends());
    }

    [Fact]
    public async Task Terminate_RequestUnderWay_IsFinished()
    {
        using var folder = new SiteBuilder().WithPage("page.md", "title: Page");
        using var gate = new RenderGate();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var site = new SocketSite(folder.Root, builder =>
        {
            gate.Install(builder);
            builder.UseSetting("Ops:DrainSeconds", "10");
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock));
        });
        var lifetime = site.Site.Services.GetRequiredService<IHostApplicationLifetime>();
        gate.Close();
        var page = site.Raw.Send("GET /page/ HTTP/1.1\r\nHost: plans.example.fr\r\nConnection: close\r\n\r\n");
        await gate.Started();

        site.Site.Services.GetRequiredService<Draining>().Begin();
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.Equal(503, RawClient.Status(await site.Raw.Send("GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")));

        var stopping = new TaskCompletionSource();
        lifetime.ApplicationStopping.Register(stopping.SetResult);
        clock.Advance(TimeSpan.FromSeconds(1));
        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        gate.Open();

        Assert.Equal(200, RawClient.Status(await page));
    }

    [Fact]
    public async Task Log_InProduction_IsLinesOfJsonWithOneForTheStart()
    {
        using var site = await SiteProgram.Start(1, ["--urls=http://127.0.0.1:0", "--Ops:DrainSeconds=0", "--Content:Watch=off", "--Site:Url=https://www.example.fr", "--AllowedHosts=*"]);
        await site.Get("/?jeton-secret=1");
        site.Signal("TERM");
        await site.Ends();

        var lines = Lines(site);
        var start = Assert.Single(lines, line => line.GetProperty("Category").GetString() == "PlansWeb.Hosting.StartReport" && line.GetProperty("EventId").GetInt32() == 40).GetProperty("State");
        Assert.Matches(@"^\d+\.\d+\.\d+", start.GetProperty("Version").GetString());
        Assert.Equal(Repository.Content, start.GetProperty("ContentPath").GetString());
        Assert.NotEqual(0, start.GetProperty("Pages").GetInt32());
        Assert.InRange(start.GetProperty("Milliseconds").GetInt64(), 1, 60_000);
        Assert.DoesNotContain(site.Output, static line => line.Contains("jeton", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ContentFolderMissing_RecoversWhenItAppears()
    {
        var folder = Path.Combine(Path.GetTempPath(), "plansweb-" + Guid.NewGuid());
        using var pages = new SiteBuilder().WithPage("page.md", "title: Page");
        using var site = await SiteProgram.Start(1, ["--urls=http://127.0.0.1:0", "--Content:Path=" + folder, "--AllowedHosts=*"]);
        try
        {
            Assert.Equal(503, (int)(await site.Get("/health/ready")).StatusCode);
            Assert.Equal(503, (int)(await site.Get("/page/")).StatusCode);
            Directory.CreateSymbolicLink(folder, pages.Root);
            while ((int)(await site.Get("/health/ready")).StatusCode == 503)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }

            Assert.Equal(200, (int)(await site.Get("/page/")).StatusCode);
        }
        finally
        {
            File.Delete(folder);
        }
    }

    [Theory]
    [InlineData(typeof(OutOfMemoryException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(AggregateException))]
    public async Task Run_BackgroundServiceDies_GoesOnWithTheFaultInTheLog(Type fault)
    {
        using var log = new LogLines();
        var dying = new Dying(fault, isAtStart: false);
        var app = Small(log, dying);
        var run = app.RunSiteAsync();

        await log.Contains(line => line.Level >= LogLevel.Error && line.Exception?.GetType() == fault);
        app.Lifetime.StopApplication();
        Assert.True(await run);

        // The host would have said so.
        Assert.DoesNotContain(log.All, static line => line.Level == LogLevel.Critical);
    }

    [Fact]
    public async Task Run_StartFails_EndsAsAFailureWithTheFaultInTheLog()
    {
        using var log = new LogLines();
        var app = Small(log, new Dying(typeof(OutOfMemoryException), isAtStart: true));

        Assert.False(await app.RunSiteAsync());
        Assert.Contains(log.All, static line => line.Level >= LogLevel.Error && line.Exception is OutOfMemoryException);
    }

    [Fact]
    public async Task Run_ToldToEnd_EndsWell()
    {
        using var log = new LogLines();
        var app = Small(log, null);
        app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.True(await app.RunSiteAsync());
    }

    private static WebApplication Small(LogLines log, Dying? service)
    {
        var builder = SiteHost.CreateBuilder(["--urls=http://127.0.0.1:0", "--Content:Watch=off"])!;
        builder.AddHosting();
        builder.Services.AddPageStore().AddContentLoading().AddSingleton<ILoggerProvider>(log);
        if (service is not null)
        {
            builder.Services.AddHostedService(_ => service);
        }

        return builder.Build();
    }

    // Each line is one object of JSON in UTC, and none warns of anything.
    private static JsonElement[] Lines(SiteProgram site)
    {
        var lines = site.Output.Select(static line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.All(lines, static line => Assert.EndsWith("Z", line.GetProperty("Timestamp").GetString(), StringComparison.Ordinal));
        Assert.All(lines.Where(line => !line.GetProperty("Category").GetString()!.StartsWith("PlansWeb.Loading", StringComparison.Ordinal)), static line => Assert.Equal("Information", line.GetProperty("LogLevel").GetString()));
        return lines;
    }

    private sealed class Dying(Type fault, bool isAtStart) : BackgroundService
    {
        public override Task StartAsync(CancellationToken cancellationToken) => isAtStart ? Task.FromException(Fault()) : base.StartAsync(cancellationToken);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw Fault();
        }

        private Exception Fault() => (Exception)Activator.CreateInstance(fault)!;
    }
}
