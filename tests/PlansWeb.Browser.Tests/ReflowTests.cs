using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>No page loses anything when it is shown smaller, larger, wider spaced or without its style sheet.</summary>
public class ReflowTests(ReflowSurvey survey) : IClassFixture<ReflowSurvey>
{
    [RgaaFact("10.11 10.4")]
    [Trait("RGESN", "2.5")]
    public Task Page_AnyWindow_NeverScrollsSideways() => survey.AssertNothingWrong(visit => visit.Overflow);

    [RgaaFact("10.11 10.4 13.9")]
    [Trait("RGESN", "2.5")]
    public Task Page_AnyWindow_HasEveryWordOfItsContent() => survey.AssertNothingWrong(visit => visit.LostWords);

    [Fact]
    public Task Heading_AnyWindow_HasItsWordsWhole() => survey.AssertNothingWrong(visit => visit.CutWords);

    [RgaaFact("10.4")]
    public Task Page_TextTwiceAsLarge_LosesNothing() => survey.AssertNothingWrong(visit => visit.LargeText);

    [RgaaFact("10.12")]
    public Task Page_WiderSpacing_LosesNothing() => survey.AssertNothingWrong(visit => visit.Spacing);

    [Fact]
    public Task Scroller_AnyWindow_HasANameAndTakesTheFocus() => survey.AssertNothingWrong(visit => visit.Scrollers);

    [RgaaFact("10.5")]
    public Task Page_Text_HasItsColourAndItsBackgroundTogether() => survey.AssertNothingWrong(visit => visit.Colours);

    [RgaaFact("10.2")]
    public Task Page_WithoutStyleSheet_HasEveryWord() => survey.AssertNothingWrong(visit => visit.Generated.Concat(visit.WithoutCss));

    [RgaaFact("10.3")]
    public Task Page_WithStyleSheet_KeepsTheOrderOfTheDocument() => survey.AssertNothingWrong(visit => visit.Reordered);
}
