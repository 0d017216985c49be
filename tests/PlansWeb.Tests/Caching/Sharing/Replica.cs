using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlansWeb.Caching.Sharing;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching.Sharing;

/// <summary>One of several sites that share a cache.</summary>
internal sealed class Replica : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly RenderGate _gate = new();
    private readonly Measurements _measurements;

    public Replica(string content, string redis, Action<IWebHostBuilder>? configure = null)
    {
        Site = new Site(content, builder =>
        {
            _gate.Install(builder);
            builder.UseSetting("ConnectionStrings:Redis", redis);
            builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Log));
            configure?.Invoke(builder);
        });
        Client = Site.CreateClient();
        _measurements = new Measurements(Site);
        Circuit = Site.Services.GetRequiredService<Circuit>();
    }

    public Site Site { get; }

    public HttpClient Client { get; }

    public LogLines Log { get; } = new();

    public Circuit Circuit { get; }

    public int Renders => _gate.Renders;

    public Measurements Measurements => _measurements;

    /// <summary>What the log says of the shared cache.</summary>
    public string[] SharedLines => [.. Log.Of("PlansWeb.Caching.Sharing").Select(line => line.Text)];

    /// <summary>Waits until the shared store is in this state.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> Becomes(SharedState state)
    {
        var start = Stopwatch.GetTimestamp();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(SharedState now)
        {
            if (now == state)
            {
                done.TrySetResult();
            }
        }

        Circuit.Changed += Look;
        Look(Circuit.State);
        await done.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Circuit.Changed -= Look;
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Gets a page.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> Get(string path)
    {
        var start = Stopwatch.GetTimestamp();
        var response = await Client.Get(path);
        var elapsed = Stopwatch.GetElapsedTime(start);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains("</html>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        return elapsed;
    }

    public void Dispose()
    {
        Client.Dispose();
        _measurements.Dispose();
        Site.Dispose();
        _gate.Dispose();
        Log.Dispose();
    }
}
