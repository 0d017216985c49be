using PlansWeb.Content.Site;
using static PlansWeb.Content.Site.Visibility;

namespace PlansWeb.Content.Tests.Site;

public sealed class VisibilityTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_NoPublicationKeys_EveryPageIsPublic() => Assert.Equal([State.Public, State.Public], States(new("a"), new("b", Parent: "a")));

    [Fact]
    public void At_Draft_HidesThePageAndAllBelow() =>
        Assert.Equal(
            [State.Public, State.Hidden, State.Hidden, State.Hidden, State.Public],
            States(new("root"), new("a", "root", IsDraft: true), new("b", "a"), new("c", "b"), new("d", "root")));

    [Fact]
    public void At_Unlisted_PassesDown() =>
        Assert.Equal([State.Unlisted, State.Unlisted], States(new("a", IsUnlisted: true), new("b", "a")));

    [Fact]
    public void At_DraftBelowUnlisted_IsHidden() =>
        Assert.Equal([State.Unlisted, State.Hidden], States(new("a", IsUnlisted: true), new("b", "a", IsDraft: true)));

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(0, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(-2, -1, false)]
    [InlineData(-2, 0, false)]
    public void At_Window_OpensAtItsInstantAndClosesAtItsInstant(int from, int until, bool isPublic) =>
        Assert.Equal([Expected(isPublic), Expected(isPublic)], States(new("a", From: s_now.AddSeconds(from), Until: s_now.AddSeconds(until)), new("b", "a")));

    [Fact]
    public void At_DoubleKey_IsHiddenOnlyWhereAllOwnersAre() =>
        Assert.Equal(
            [State.Hidden, State.Public, State.Public],
            States(new("a", IsDraft: true), new("a"), new("b", "a")));

    [Fact]
    public void At_DoubleKeyAllHidden_IsHidden() =>
        Assert.Equal(
            [State.Hidden, State.Hidden, State.Hidden],
            States(new("a", IsDraft: true), new("a", IsDraft: true), new("b", "a")));

    [Fact]
    public void At_LoopOfParents_Ends() =>
        Assert.Equal([State.Hidden, State.Hidden], States(new("a", "b", IsDraft: true), new("b", "a")));

    [Fact]
    public void At_ChainOfTenThousand_HidesToItsEnd()
    {
        var pages = Enumerable.Range(0, 10_000).Select(i => new Page($"k{i}", $"k{i - 1}", IsDraft: i == 0)).ToArray();

        Assert.All(States(pages), state => Assert.Equal(State.Hidden, state));
    }

    [Fact]
    public void Boundaries_SeveralPages_AreDistinctAndAscending() =>
        Assert.Equal(
            [s_now, s_now.AddDays(1)],
            Boundaries([new(false, false, s_now.AddDays(1), null), new(false, false, s_now, s_now.AddDays(1)), Publication.Always]));

    private static State Expected(bool isPublic) => isPublic ? State.Public : State.Hidden;

    private static State[] States(params Page[] pages) => At(
        pages,
        page => page is { IsDraft: false, IsUnlisted: false, From: null, Until: null }
            ? Publication.Always
            : new Publication(page.IsDraft, page.IsUnlisted, page.From, page.Until),
        page => new NavigationEntry(page.Key, page.Parent, null, 0, null, 0),
        s_now);

    private sealed record Page(
        string Key, string? Parent = null, bool IsDraft = false, bool IsUnlisted = false, DateTimeOffset? From = null, DateTimeOffset? Until = null);
}
