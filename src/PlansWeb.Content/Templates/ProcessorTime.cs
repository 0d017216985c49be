using System.Globalization;
using Jint;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Ends a run of scripts that takes too much of the processor.
/// </summary>
internal sealed class ProcessorTime : Constraint, IDisposable
{
    // To ask for the time at each statement would cost as much as the statement. A timer tells when it is time to look, whatever the statements do; where
    // the timer itself is late, cheap statements are counted.
    private const int MostUnseen = 4096;
    private readonly Timer _timer;
    private volatile bool _isDue;
    private int _unseen;
    private ProcessorBudget? _budget;

    /// <summary>Limits nothing yet.</summary>
    public ProcessorTime() => _timer = new Timer(static time => ((ProcessorTime)time!)._isDue = true, this, Timeout.Infinite, Timeout.Infinite);

    /// <summary>Begins a run on the current thread, which ends it too.</summary>
    /// <param name="budget">What it may take.</param>
    public void Begin(TimeSpan budget)
    {
        _budget = new ProcessorBudget(budget);
        _isDue = false;
        _timer.Change(budget, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends the run: nothing is limited any more.</summary>
    public void End()
    {
        _budget = null;
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
        if (_budget is null)
        {
            return;
        }

        if (_budget.IsSpent)
        {
            throw new TimeoutException("too long");
        }

        _timer.Change(_budget.UntilNextLook + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }
}

/// <summary>
/// What a text may take of the processor, from the moment at which this is made, on the thread that makes it. What a clock on the wall shows grows with
/// whatever else the machine does: on a busy one it would end pages that are done in some milliseconds. Where the system does not tell the time of a
/// thread, the wall's counts.
/// </summary>
/// <param name="budget">What it may take.</param>
/// <param name="clock">The clock on the wall; the machine's where none is given.</param>
/// <param name="processor">Tells what the thread has taken so far; the system where none is given.</param>
internal sealed class ProcessorBudget(TimeSpan budget, TimeProvider? clock = null, Func<TimeSpan>? processor = null)
{
    // However little of the processor it gets: readers wait for a page no longer.
    private const int MostWall = 10;

    // Of /proc/thread-self/stat (proc_pid_stat(5)): utime and stime count in these.
    private const int TicksPerSecond = 100;

    private readonly TimeSpan _budget = budget;
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Func<TimeSpan> _processor = processor ?? OfThread;
    private readonly long _start = (clock ?? TimeProvider.System).GetTimestamp();
    private TimeSpan _used = (processor ?? OfThread)();
    private TimeSpan _free;

    // Of the wall: before that much has passed, no more of the processor can have been taken.
    private TimeSpan _next = budget;

    /// <summary>How long after now there is nothing to look for.</summary>
    public TimeSpan UntilNextLook => _next - Passed is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Nothing is left. Quick: the system is asked only where it can be so.</summary>
    public bool IsSpent
    {
        get
        {
            if (Passed is var passed && passed < _next)
            {
                return false;
            }

            if (_used == TimeSpan.MaxValue || passed > _budget * MostWall)
            {
                return true;
            }

            var left = _budget - (_processor() - _used);
            if (left <= TimeSpan.Zero)
            {
                return true;
            }

            _next = passed + left;
            return false;
        }
    }

    private TimeSpan Passed => _clock.GetElapsedTime(_start) - _free;

    /// <summary>Does what is not the text's to pay for.</summary>
    public void Spare(Action what)
    {
        var (used, passed) = (_processor(), Passed);
        what();
        _free += Passed - passed;
        _used = _used == TimeSpan.MaxValue ? _used : _used + (_processor() - used);
    }

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
