using System.Runtime.InteropServices;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>
/// What the current thread spends on some work: time of the processor and bytes allocated. Neither grows when other tests or other programs keep
/// the machine busy, unlike time on a clock or what the whole process allocates.
/// </summary>
/// <param name="Processor">Time that the thread was running.</param>
/// <param name="Bytes">Bytes that the thread allocated.</param>
internal readonly partial record struct Cost(TimeSpan Processor, long Bytes)
{
    // CLOCK_THREAD_CPUTIME_ID of Linux, where the tests run.
    private const int ThreadClock = 3;

    /// <summary>Does some work on the current thread.</summary>
    public static Cost Of(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var (time, bytes) = (Now(), GC.GetAllocatedBytesForCurrentThread());
        work();
        return new Cost(Now() - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static TimeSpan Now() => GetTime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000.0)
        : throw new PlatformNotSupportedException();

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
