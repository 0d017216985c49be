using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>Every page for those who need other colours, no motion, paper, or have no JavaScript.</summary>
public sealed class MediaTests(MediaSurvey survey) : IClassFixture<MediaSurvey>
{
    // What a person would print; the accessibility statement and the like are longer by nature.
    private const string Plans = "/publications/plans-action-ministeres/";
    private const int MostSheets = 4;

    // Lists of the register, each row with its source.
    private const int MostSheetsOfLists = 6;
    private static readonly string[] s_lists = ["actions/", "indicateurs/", "ce-que-l-on-ne-sait-pas/"];

    [RgaaFact("3.3")]
    public Task Control_ForcedColours_KeepsAnEdge() => survey.AssertNothingWrong(visit => visit.Edges);

    [Fact]
    public Task Icon_ForcedColours_StaysVisible() => survey.AssertNothingWrong(visit => visit.Icons);

    [RgaaFact("13.8")]
    [Trait("RGESN", "4.1")]
    public Task Page_AnyMotionPreference_NothingMoves() => survey.AssertNothingWrong(visit => visit.Moving);

    [Fact]
    public Task Page_Printed_HasNoMenuNoButtonAndShowsAddresses() => survey.AssertNothingWrong(visit => visit.Printed);

    [Fact]
    public async Task PlanPage_Printed_TakesFewSheets()
    {
        var plans = (await survey.All).Where(page => page.Path.StartsWith(Plans, StringComparison.Ordinal) && !page.Path.Contains('?', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(plans);
        Assert.All(plans, page => Assert.InRange(page.Seen.Sheets, 1, s_lists.Contains(page.Path[Plans.Length..]) ? MostSheetsOfLists : MostSheets));
    }

    [Fact]
    public Task HeaderLinks_PhoneWithoutJavaScript_AreAllReachable() => survey.AssertNothingWrong(visit => visit.Unreachable);

    [Fact]
    [Trait("RGESN", "4.5")]
    public Task Button_WithoutJavaScript_AlwaysDoesSomething() => survey.AssertNothingWrong(visit => visit.DeadButtons);
}
