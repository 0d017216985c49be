using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace PlansWeb.Hosting;

/// <summary>
/// How the process ends. The framework closes its door at the first signal, while balancers still send readers to it. Here SIGTERM first makes
/// the site say that it is not ready, and it goes on answering for a while; then it closes, and what is under way is finished. Ctrl+C ends at once.
/// </summary>
internal sealed class Draining(
    IHostApplicationLifetime lifetime, IOptions<OpsOptions> options, IHostEnvironment environment, TimeProvider clock, ILogger<Draining> logger)
    : IHostLifetime, IDisposable
{
    private const int DefaultSeconds = 5;

    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly CancellationTokenSource _enough = new();
    private int _isDraining;

    /// <summary>The site was told to end, and still answers.</summary>
    public bool IsDraining => Volatile.Read(ref _isDraining) != 0;

    private TimeSpan Time => TimeSpan.FromSeconds(options.Value.DrainSeconds ?? (environment.IsDevelopment() ? 0 : DefaultSeconds));

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            Begin();
        }));
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGQUIT })
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                lifetime.StopApplication();
            }));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Begins to end, as SIGTERM does; a second time ends the waiting.</summary>
    internal void Begin()
    {
        if (Interlocked.Exchange(ref _isDraining, 1) == 0)
        {
            _ = Drain();
        }
        else
        {
            _enough.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _signals.ForEach(static signal => signal.Dispose());
        _enough.Dispose();
    }

    private async Task Drain()
    {
        var time = Time;
        LogMessages.Draining(logger, time.TotalSeconds);
        await Task.Delay(time, clock, _enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }
}
