using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using static PlansWeb.Content.Tests.Site.StorePages;

namespace PlansWeb.Content.Tests.Site;

public sealed class PageStoreTests
{
    [Fact]
    public void Publish_NewContent_SwapsOneReferenceAndTellsWhatWasReplaced()
    {
        using var store = new PageStore([], TimeProvider.System);
        var replaced = new List<(string Old, string Current)>();
        store.Replaced += old => replaced.Add((old.Version, store.Current.Version));

        var first = store.Publish(Loaded(Page("/a/")));
        var held = store.Current;
        var second = store.Publish(Loaded(Page("/b/")) with { Version = "v2" });

        Assert.Same(first, held);
        Assert.Same(second, store.Current);
        Assert.NotNull(held.Find("/a/"));
        Assert.Null(held.Find("/b/"));
        Assert.Equal([("", "v1"), ("v1", "v2")], replaced);
    }

    [Fact]
    public void Publish_PartThatFails_KeepsTheOldSnapshot()
    {
        var part = new FailingPart();
        using var store = new PageStore([part], TimeProvider.System);
        var first = store.Publish(Loaded(Page("/a/")));
        part.Fails = true;

        Assert.Throws<InvalidOperationException>(() => store.Publish(Loaded(Page("/b/"))));
        Assert.Same(first, store.Current);
    }

    [Fact]
    public void Current_BoundaryOfAPublication_IsMadeByATimerAndNotByItsReader()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2022, 4, 1, 0, 0, 0, TimeSpan.Zero));
        using var store = new PageStore([], clock);
        var swaps = new List<int>();
        store.Publish(Boundaries(clock));
        store.Replaced += _ => swaps.Add(store.Current.Pages.Count);
        Assert.Single(store.Current.Pages);

        // Far longer than a timer of the system may wait.
        clock.Advance(TimeSpan.FromDays(100) - TimeSpan.FromTicks(1));
        Assert.Empty(swaps);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal([2], swaps);
        clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal([2, 1], swaps);
        clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal([2, 1], swaps);
    }

    [Fact]
    public void Current_PartThatFailsAtABoundary_KeepsTheSnapshotAndTriesAgain()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2022, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var part = new FailingPart();
        using var store = new PageStore([part], clock);
        var first = store.Publish(Boundaries(clock));
        part.Fails = true;

        clock.Advance(TimeSpan.FromDays(100));
        Assert.Same(first, store.Current);
        Assert.NotNull(store.LastFailure);

        part.Fails = false;
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, store.Current.Pages.Count);
    }

    [Fact]
    public void Dispose_BoundaryAhead_NothingHappensThen()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2022, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var store = new PageStore([], clock);
        var first = store.Publish(Boundaries(clock));

        store.Dispose();
        clock.Advance(TimeSpan.FromDays(365));

        Assert.Same(first, store.Current);
    }

    [Fact]
    public void Preview_WhileItIsMade_AnotherContentCanBePublished()
    {
        var part = new PublishingPart();
        using var store = new PageStore([part], TimeProvider.System);
        var draft = StorePages.Page("/b/", publication: Publication.Draft);
        store.Publish(Loaded(Page("/a/"), draft));
        part.During = () => Assert.True(Task.Run(() => store.Publish(Loaded(Page("/c/")) with { Version = "v2" })).Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        var preview = store.Preview(new HashSet<ContentPage> { draft });

        Assert.NotNull(preview.Find("/b/"));
        Assert.NotNull(store.Current.Find("/c/"));
    }

    // One page always, one from the hundredth day on for a hundred days.
    private static SiteContent Boundaries(TimeProvider clock) => Loaded(
        Page("/a/"), StorePages.Page("/b/", publication: new Publication(false, false, clock.GetUtcNow().AddDays(100), clock.GetUtcNow().AddDays(200))));

    private sealed class PublishingPart : ISnapshotPart
    {
        public Action? During { get; set; }

        public object Build(SiteContent content, ICollection<Diagnostic> problems)
        {
            var during = During;
            During = null;
            during?.Invoke();
            return this;
        }
    }

    private sealed class FailingPart : ISnapshotPart
    {
        public bool Fails { get; set; }

        public object Build(SiteContent content, ICollection<Diagnostic> problems) => Fails ? throw new InvalidOperationException() : this;
    }
}
