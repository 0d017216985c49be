namespace PlansWeb.Tests.Browser;

/// <summary>No page loses anything when it is shown smaller, larger, wider spaced or without its style sheet.</summary>
public sealed class ReflowTests(ReflowSurvey survey) : IClassFixture<ReflowSurvey>
{
    [Fact]
    [Trait("RGAA", "10.11")]
    [Trait("RGAA", "10.4")]
    [Trait("RGESN", "2.5")]
    public Task Page_AnyWindow_NeverScrollsSideways() => survey.AssertNothingWrong(visit => visit.Overflow);

    [Fact]
    [Trait("RGAA", "10.11")]
    [Trait("RGAA", "10.4")]
    [Trait("RGAA", "13.9")]
    [Trait("RGESN", "2.5")]
    public Task Page_AnyWindow_HasEveryWordOfItsContent() => survey.AssertNothingWrong(visit => visit.LostWords);

    [Fact]
    [Trait("RGAA", "10.4")]
    public Task Page_TextTwiceAsLarge_LosesNothing() => survey.AssertNothingWrong(visit => visit.LargeText);

    [Fact]
    [Trait("RGAA", "10.12")]
    public Task Page_WiderSpacing_LosesNothing() => survey.AssertNothingWrong(visit => visit.Spacing);

    [Fact]
    public Task Scroller_AnyWindow_HasANameAndTakesTheFocus() => survey.AssertNothingWrong(visit => visit.Scrollers);

    [Fact]
    [Trait("RGAA", "10.5")]
    public Task Page_Text_HasItsColourAndItsBackgroundTogether() => survey.AssertNothingWrong(visit => visit.Colours);

    [Fact]
    [Trait("RGAA", "10.2")]
    public Task Page_WithoutStyleSheet_HasEveryWord() => survey.AssertNothingWrong(visit => visit.Generated.Concat(visit.WithoutCss));

    [Fact]
    [Trait("RGAA", "10.3")]
    public Task Page_WithStyleSheet_KeepsTheOrderOfTheDocument() => survey.AssertNothingWrong(visit => visit.Reordered);
}
