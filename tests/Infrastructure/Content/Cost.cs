using System.Globalization;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>
/// What the current thread spends on some work: time of the processor and bytes allocated. Neither grows when other tests or other programs keep
/// the machine busy, unlike time on a clock or what the whole process allocates.
/// </summary>
/// <param name="Processor">Time that the thread was running, to a hundredth of a second.</param>
/// <param name="Bytes">Bytes that the thread allocated.</param>
internal readonly record struct Cost(TimeSpan Processor, long Bytes)
{
    private const int TicksPerSecond = 100;

    /// <summary>Does some work on the current thread.</summary>
    public static Cost Of(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var time = Now();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        work();
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new Cost(Now() - time, bytes);
    }

    // Linux, proc_pid_stat(5): what follows the name in parentheses; utime and stime are fields 14 and 15 of the line.
    private static TimeSpan Now()
    {
        var line = File.ReadAllText("/proc/thread-self/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((double)(Ticks(fields[11]) + Ticks(fields[12])) / TicksPerSecond);
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
