using PlansWeb.Content.Site;

namespace PlansWeb.Content.Tests.Site;

public class OnDemandTests
{
    private static readonly PageBody s_body = PageBody.None.Value;

    [Fact]
    public void Value_MakingThrew_IsTriedAgainAndThenKept()
    {
        var times = 0;
        var body = new OnDemand<PageBody>(() => ++times == 1 ? throw new InsufficientMemoryException() : s_body);

        Assert.Throws<InsufficientMemoryException>(() => body.Value);
        Assert.False(body.IsMade);

        Assert.Same(s_body, body.Value);
        Assert.Same(s_body, body.Value);
        Assert.True(body.IsMade);
        Assert.Equal(2, times);
    }

    [Fact]
    public void Value_ManyAskAtOnce_IsMadeOnce()
    {
        var times = 0;
        Thread[] threads = [];
        var values = new PageBody?[4];
        var body = new OnDemand<PageBody>(() =>
        {
            // Until all others wait for this one, or one of them begins too, which must not be.
            Interlocked.Increment(ref times);
            while (Volatile.Read(ref times) == 1 && threads.Any(static thread => thread != Thread.CurrentThread && (thread.ThreadState & ThreadState.WaitSleepJoin) == 0))
            {
                Thread.Yield();
            }

            return s_body;
        });

        threads = [.. values.Select((_, i) => new Thread(() => values[i] = body.Value))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        Assert.All(values, static value => Assert.Same(s_body, value));
        Assert.Equal(1, times);
    }
}
