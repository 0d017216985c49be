using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Tests.Search;

/// <summary>When the words of a new snapshot are read.</summary>
public sealed class SearchWarmUpTests
{
    private static readonly TimeSpan s_calm = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Replaced_SnapshotLasts_IsReadOnceOthersAreNot()
    {
        using var store = new PageStore([new SearchIndexBuilder(), new NearestPagesBuilder()], _clock);
        var warmUp = new SearchWarmUp(store, _clock);
        await warmUp.StartAsync(TestContext.Current.CancellationToken);
        var (first, second) = (new Read(), new Read());

        store.Publish(first.Content("1"));
        _clock.Advance(s_calm / 2);
        store.Publish(second.Content("2"));
        _clock.Advance(s_calm / 2);
        _clock.Advance(s_calm / 2);

        await second.Done.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(first.Done.IsCompleted);
        await warmUp.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Replaced_AfterStop_IsNotRead()
    {
        using var store = new PageStore([new SearchIndexBuilder(), new NearestPagesBuilder()], _clock);
        var warmUp = new SearchWarmUp(store, _clock);
        await warmUp.StartAsync(TestContext.Current.CancellationToken);
        await warmUp.StopAsync(TestContext.Current.CancellationToken);
        var read = new Read();

        var snapshot = store.Publish(read.Content("1"));
        _clock.Advance(s_calm);

        Assert.False(read.Done.IsCompleted);
        await snapshot.Part<SearchIndex>().Prepare();
        Assert.True(read.Done.IsCompleted);
    }

    /// <summary>Content of one page that tells when its words are read.</summary>
    private sealed class Read
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => _done.Task;

        public SiteContent Content(string version) => new()
        {
            Version = version,
            Pages =
            [
                SearchPages.Page("Une") with
                {
                    Text = new OnDemand<PageBody>(() =>
                    {
                        _done.TrySetResult();
                        return PageBody.Of("mot").Value;
                    }),
                },
            ],
        };
    }
}
