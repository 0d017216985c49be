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
    private readonly ReadersClock _clock;

    /// <summary>Starts a replica.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="redis">The connection string.</param>
    /// <param name="configure">Further settings of the host.</param>
    /// <param name="isPatient">Readers wait for a store that is slow, as on a busy machine: for tests of what it answers.</param>
    public Replica(string content, string redis, Action<IWebHostBuilder>? configure = null, bool isPatient = true)
    {
        _clock = new ReadersClock(isPatient);
        Site = new Site(content, builder =>
        {
            _gate.Install(builder);
            builder.UseSetting("ConnectionStrings:Redis", isPatient ? redis + ",asyncTimeout=60000" : redis);
            builder.UseSetting("Cache:Key", Convert.ToBase64String(new byte[32]));
            builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Log).AddSingleton<TimeProvider>(_clock));
            configure?.Invoke(builder);
        });
        Client = Site.CreateClient();
        _measurements = new Measurements(Site);
        Cache = Site.Services.GetRequiredService<SharedCache>();
    }

    public Site Site { get; }

    public HttpClient Client { get; }

    public LogLines Log { get; } = new();

    public SharedCache Cache { get; }

    public int Renders => _gate.Renders;

    /// <summary>How often a reader had to wait for the store.</summary>
    public int Waits => _clock.Waits;

    public Measurements Measurements => _measurements;

    /// <summary>What the log says of the shared cache.</summary>
    public string[] SharedLines => [.. Log.Of("PlansWeb.Caching.Sharing").Select(line => line.Text)];

    /// <summary>Waits until the shared store is in this state.</summary>
    public async Task Becomes(SharedState state)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(SharedState now)
        {
            if (now == state)
            {
                done.TrySetResult();
            }
        }

        Cache.Changed += Look;
        Look(Cache.State);
        await done.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Cache.Changed -= Look;
    }

    /// <summary>Gets a page.</summary>
    public async Task Get(string path)
    {
        var response = await Client.Get(path);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains("</html>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Client.Dispose();
        _measurements.Dispose();
        Site.Dispose();
        _gate.Dispose();
        Log.Dispose();
    }

    // The patience of readers and of probes are the timers that a busy machine makes run out.
    private sealed class ReadersClock(bool isPatient) : TimeProvider
    {
        private int _waits;

        public int Waits => Volatile.Read(ref _waits);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isReaders = dueTime == SharedCache.ReadersPatience;
            if (isReaders)
            {
                Interlocked.Increment(ref _waits);
            }

            return isPatient ? new PatientTimer(base.CreateTimer(callback, state, Longer(dueTime), period)) : base.CreateTimer(callback, state, dueTime, period);
        }

        private static TimeSpan Longer(TimeSpan dueTime) => dueTime == SharedCache.ReadersPatience || dueTime == SharedCache.ProbesPatience ? s_patience : dueTime;

        // Polly keeps timers and sets them anew.
        private sealed class PatientTimer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Longer(dueTime), period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
