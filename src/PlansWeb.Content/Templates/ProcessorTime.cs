using System.Diagnostics;
using System.Globalization;
using Jint;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Ends a run that takes too much of the processor. What a clock on the wall shows grows with whatever else the machine does: on a busy one it would end
/// pages that are done in some milliseconds. Where the system does not tell the time of a thread, the wall's counts.
/// </summary>
internal sealed class ProcessorTime : Constraint, IDisposable
{
    // To ask for the time at each statement would cost as much as the statement. A timer tells when it is time to look, whatever the statements do; where
    // the timer itself is late, cheap statements are counted.
    private const int MostUnseen = 4096;
    private readonly Timer _timer;
    private volatile bool _isDue;
    private int _unseen;

    // However little of the processor it gets: readers wait for a page no longer.
    private const int MostWall = 10;

    // Of /proc/thread-self/stat (proc_pid_stat(5)): utime and stime count in these.
    private const int TicksPerSecond = 100;

    private TimeSpan _budget;
    private TimeSpan _used;
    private long _start;
    private long _next;

    /// <summary>Limits nothing yet.</summary>
    public ProcessorTime() => _timer = new Timer(static time => ((ProcessorTime)time!)._isDue = true, this, Timeout.Infinite, Timeout.Infinite);

    /// <summary>Begins a run on the current thread, which ends it too.</summary>
    /// <param name="budget">What it may take.</param>
    public void Begin(TimeSpan budget)
    {
        _budget = budget;
        _used = OfThread();
        _start = Stopwatch.GetTimestamp();
        _next = _start + Ticks(budget);
        _isDue = false;
        _timer.Change(budget, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends the run: nothing is limited any more.</summary>
    public void End()
    {
        _next = 0;
        _timer.Change(Timeout.Infinite, Timeout.Infinite);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <inheritdoc/>
    public override void Reset()
    {
        // A run enters the engine several times.
    }

    /// <inheritdoc/>
    public override void Check()
    {
        if (!_isDue && ++_unseen < MostUnseen)
        {
            return;
        }

        _unseen = 0;
        _isDue = false;
        if (_next == 0)
        {
            return;
        }

        if (Stopwatch.GetTimestamp() is var now && now < _next)
        {
            _timer.Change(TimeSpan.FromSeconds((double)(_next - now) / Stopwatch.Frequency) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            return;
        }

        var left = _budget - (OfThread() - _used);
        if (_used == TimeSpan.MaxValue || left <= TimeSpan.Zero || Stopwatch.GetElapsedTime(_start) > _budget * MostWall)
        {
            throw new TimeoutException("too long");
        }

        _next = Stopwatch.GetTimestamp() + Ticks(left);
        _timer.Change(left, Timeout.InfiniteTimeSpan);
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static TimeSpan OfThread()
    {
        try
        {
            var line = File.ReadAllText("/proc/thread-self/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return TimeSpan.MaxValue;
        }
    }
}
