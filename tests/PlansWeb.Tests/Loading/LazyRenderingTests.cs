using PlansWeb.Loading;
using PlansWeb.Store;

namespace PlansWeb.Tests.Loading;

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
    public async Task Value_ManyAskAtOnce_IsMadeOnce()
    {
        var times = 0;
        using var everybodyAsked = new Barrier(4);
        var rendering = new LazyRendering(() =>
        {
            // Long enough for another one to begin, if it could.
            Interlocked.Increment(ref times);
            SpinWait.SpinUntil(() => Volatile.Read(ref times) > 1, TimeSpan.FromMilliseconds(200));
            return s_rendering;
        });

        var asked = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                everybodyAsked.SignalAndWait();
                return rendering.Value;
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

        Assert.All(await Task.WhenAll(asked), static value => Assert.Same(s_rendering, value));
        Assert.Equal(1, times);
    }
}
