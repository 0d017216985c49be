using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Tests.Site.Loading;

public class LazyRenderingTests
{
    private static readonly PageRendering s_rendering = new(PageBody.None.Value, [], []);

    [Fact]
    public void Value_RenderingThrew_IsTriedAgainAndThenKept()
    {
        var times = 0;
        var rendering = new LazyRendering(() => ++times == 1 ? throw new InsufficientMemoryException() : s_rendering);

        Assert.Throws<InsufficientMemoryException>(() => rendering.Value);
        Assert.False(rendering.IsMade);

        Assert.Same(s_rendering, rendering.Value);
        Assert.Same(s_rendering, rendering.Value);
        Assert.True(rendering.IsMade);
        Assert.Equal(2, times);
    }

    [Fact]
    public void Value_ManyAskAtOnce_IsMadeOnce()
    {
        var times = 0;
        Thread[] threads = [];
        var values = new PageRendering?[4];
        var rendering = new LazyRendering(() =>
        {
            // Until all others wait for this one, or one of them begins too, which must not be.
            Interlocked.Increment(ref times);
            while (Volatile.Read(ref times) == 1 && threads.Any(static thread => thread != Thread.CurrentThread && (thread.ThreadState & ThreadState.WaitSleepJoin) == 0))
            {
                Thread.Yield();
            }

            return s_rendering;
        });

        threads = [.. values.Select((_, i) => new Thread(() => values[i] = rendering.Value))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        Assert.All(values, static value => Assert.Same(s_rendering, value));
        Assert.Equal(1, times);
    }
}
