using Deque.AxeCore.Commons;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>axe on every page: WCAG A and AA, RGAA, best practices and experimental rules. The criteria of the RGAA named here are those that axe decides, or nearly.</summary>
public class AxeTests(AxeSurvey survey) : IClassFixture<AxeSurvey>
{
    [Fact]
    public Task AnyPage_AnyState_HasNoViolation() => NoViolation(_ => true);

    [RgaaFact("3.2")]
    public async Task Contrast_AnyPageAnyState_IsDecidedAndEnough()
    {
        // axe does not tell what lies behind words in a drawing; charts write theirs in the colour of the text around them.
        await survey.AssertNothingWrong(runs => runs.SelectMany(run => Said(run.State, run.Result.Incomplete, item => item.Id == "color-contrast"))
            .Where(said => !said.Contains(": <text ", StringComparison.Ordinal)));
        await NoViolation("3.2");
    }

    [RgaaFact("1.1")]
    public Task Images_AnyPage_HaveAnAlternative() => NoViolation("1.1");

    [RgaaFact("5.7")]
    public Task Tables_AnyPage_TieCellsToHeadings() => NoViolation("5.7");

    [RgaaFact("6.2")]
    public Task Links_AnyPage_HaveAText() => NoViolation("6.2");

    [RgaaFact("8.3")]
    public Task Language_AnyPage_IsThere() => NoViolation("8.3");

    [RgaaFact("8.4")]
    public Task Language_AnyPage_IsValid() => NoViolation("8.4");

    [RgaaFact("8.5")]
    public Task Title_AnyPage_IsThere() => NoViolation("8.5");

    [RgaaFact("8.8")]
    public Task Language_OfPassages_IsValid() => NoViolation("8.8");

    [RgaaFact("9.2")]
    public Task Structure_AnyPage_IsInLandmarks() => NoViolation("9.2");

    [RgaaFact("9.3")]
    public Task Lists_AnyPage_AreWellFormed() => NoViolation("9.3");

    [RgaaFact("10.6")]
    public Task Links_InText_AreToldApartWithoutColour() => NoViolation("10.6");

    [RgaaFact("10.8")]
    public Task HiddenContent_AnyPage_CannotBeFocused() => NoViolation("10.8");

    [RgaaFact("11.1")]
    public Task Fields_AnyPage_HaveALabel() => NoViolation("11.1");

    [RgaaFact("11.2")]
    public Task Labels_AnyPage_AreRelevant() => NoViolation("11.2");

    [RgaaFact("11.9")]
    public Task Buttons_AnyPage_HaveAName() => NoViolation("11.9");

    [RgaaFact("12.7")]
    public Task SkipLink_AnyPage_LeadsSomewhere() => NoViolation("12.7");

    // No rule of axe broken that it ties to the criterion; and it must have such rules, or nothing was decided.
    private async Task NoViolation(string criterion)
    {
        var tag = $"RGAA-{criterion}.";
        bool OfCriterion(AxeResultItem item) => item.Tags.Any(other => other.StartsWith(tag, StringComparison.Ordinal));

        Assert.All(await survey.All, page => Assert.Contains(
            page.Seen, run => run.Result.Passes.Concat(run.Result.Inapplicable).Concat(run.Result.Violations).Any(OfCriterion)));
        await NoViolation(OfCriterion);
    }

    private Task NoViolation(Func<AxeResultItem, bool> which) =>
        survey.AssertNothingWrong(runs => runs.SelectMany(run => Said(run.State, run.Result.Violations, which)));

    private static IEnumerable<string> Said(string state, AxeResultItem[] items, Func<AxeResultItem, bool> which) =>
        items.Where(which).SelectMany(item => item.Nodes.Select(node => $"{state}: {item.Id}: {node.Html} {string.Join("; ", node.Any.Select(check => $"{check.Message} {string.Join(' ', check.RelatedNodes.Select(related => related.Html))}"))}"));
}
