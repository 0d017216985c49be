using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using static PlansWeb.Tests.Store.StorePages;

namespace PlansWeb.Tests.Store;

public sealed class PageStoreTests
{
    [Fact]
    public void Publish_NewContent_SwapsOneReferenceAndTellsWhatWasReplaced()
    {
        var store = new PageStore([], TimeProvider.System);
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
        var store = new PageStore([part], TimeProvider.System);
        var first = store.Publish(Loaded(Page("/a/")));
        part.Fails = true;

        Assert.Throws<InvalidOperationException>(() => store.Publish(Loaded(Page("/b/"))));
        Assert.Same(first, store.Current);
    }

    private sealed class FailingPart : ISnapshotPart
    {
        public bool Fails { get; set; }

        public object Build(SiteContent content, ICollection<Problem> problems) => Fails ? throw new InvalidOperationException() : this;
    }
}
