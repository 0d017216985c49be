using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>Every page without a mouse.</summary>
public sealed class KeyboardTests(KeyboardSurvey survey) : IClassFixture<KeyboardSurvey>
{
    // RGAA 3.3: what shows where the focus is stands out from what is around it by 3 to 1.
    private const double LeastContrast = 3;

    [RgaaFact("12.7")]
    public Task SkipLink_AnyPage_IsTheFirstStopAndLeadsIntoTheContent() =>
        AssertNothingWrong(visit => visit.SkipLink is { } wrong ? [wrong] : []);

    [RgaaFact("12.9")]
    public Task Tab_AnyPage_ReachesTheEndWithoutATrap() =>
        AssertNothingWrong(visit => visit.Stops is [.., { IsSeenAgain: true } last] && last.Rank != visit.Stops[0].Rank ? [last.Name] : []);

    [Fact]
    public async Task Tab_AnyPage_ReachesAllThatCanBeOperated()
    {
        await AssertNothingWrong(visit => visit.Missed);
        Assert.All(await survey.All, page => Assert.All(page.Seen, visit => Assert.NotEmpty(visit.Stops)));
    }

    [RgaaFact("12.8")]
    public Task Tab_AnyPage_FollowsTheOrderOfThePage() =>
        AssertNothingWrong(visit => visit.Stops.Zip(visit.Stops.Skip(1))
            .Where(pair => !pair.Second.IsSeenAgain && pair.Second.Rank < pair.First.Rank)
            .Select(pair => $"{pair.Second.Name} after {pair.First.Name}"));

    [RgaaFact("10.7 3.3")]
    public Task Focus_AnyStop_HasARingThatStandsOut() =>
        AssertNothingWrong(visit => visit.Stops.Where(stop => stop.RingContrast < LeastContrast).Select(stop => $"{stop.Name}: {stop.RingContrast:0.0}"));

    [RgaaFact("10.7")]
    public Task Focus_AnyStop_IsInTheWindowAndNotCovered() =>
        AssertNothingWrong(visit => visit.Stops.Where(stop => stop.IsHidden || stop.IsCovered).Select(stop => stop.Name));

    [Fact]
    public Task Menu_AnyPage_OpensAndClosesByKeyboard() =>
        AssertNothingWrong(visit => visit.Menus);

    private Task AssertNothingWrong(Func<KeyboardVisit, IEnumerable<string>> judge) =>
        survey.AssertNothingWrong(visits => visits.SelectMany(visit => judge(visit).Select(objection => $"{visit.Window}: {objection}")));
}
