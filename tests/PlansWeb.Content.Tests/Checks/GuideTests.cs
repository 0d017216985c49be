using System.Text.RegularExpressions;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Checks;

/// <summary>The editors' guide explains every message, and its examples are those of the specs, which are tested.</summary>
public sealed partial class GuideTests
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(Repository.Root, "GUIDE.md"));

    // Their fault is not in a file's text.
    private static readonly string[] s_withoutExampleFile = ["encodage", "fichier-illisible", "lien-symbolique", "rendu-impossible", "derniere-version-gardee"];

    private static Dictionary<string, (string Before, string After)> Sections { get; } =
        RuleSection().Matches(s_guide).ToDictionary(section => section.Groups["id"].Value, section => (section.Groups["before"].Value, section.Groups["after"].Value));

    public static TheoryData<FaultSpec> Specs => new(FaultSpec.ReadAll().Where(spec => !s_withoutExampleFile.Contains(spec.Rule)));

    [Fact]
    public void Guide_EveryRule_HasItsHeadingAndEveryHeadingItsRule()
    {
        var rules = DiagnosticRules.All.Select(rule => rule.Id).ToArray();
        var headings = RuleHeading().Matches(s_guide).Select(heading => heading.Groups["id"].Value).ToArray();

        Steps.AllDone(rules.Except(headings).Select(id => $"GUIDE.md: write a section « ### `{id}` »"));
        Steps.AllDone(headings.Except(rules).Select(id => $"GUIDE.md: no rule of DiagnosticRules.cs is « {id} »"));
        Assert.Equal(rules.Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Guide_EveryRule_HasABeforeAndAnAfter()
    {
        var rules = DiagnosticRules.All.Select(rule => rule.Id).ToArray();

        Steps.AllDone(rules.Except(Sections.Keys).Select(id => $"GUIDE.md: the section « ### `{id}` » needs « Avant : » and « Après : », each with a block of four backticks"));
        Assert.Equal(rules.Order(StringComparer.Ordinal), Sections.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void Guide_Example_StandsInTheSpec(FaultSpec spec)
    {
        // Where the section is missing, the tests above say so.
        var (before, after) = Sections.GetValueOrDefault(spec.Rule, ("", ""));

        Steps.AllDone(new[] { ("Avant", "fichier", before), ("Après", "corrige", after) }
            .Where(part => !spec.Blocks.Any(block => block.Kind == part.Item2 && block.Text.Contains(part.Item3.TrimEnd(), StringComparison.Ordinal)))
            .Select(part => $"GUIDE.md: « {part.Item1} » of `{spec.Rule}` stands in no block « {part.Item2} » of tests/PlansWeb.Content.Tests/Checks/Faults/{spec.Rule}.md"));
    }

    [Fact]
    public void Guide_EveryKnownKey_IsExplained() =>
        Steps.AllDone(KnownKeys.OfPage.Concat(KnownKeys.OfNavigation).Where(key => !s_guide.Contains($"`{key}`", StringComparison.Ordinal)).Select(key => $"GUIDE.md: explain `{key}`"));

    [GeneratedRegex("^### `(?<id>[a-z0-9-]+)`", RegexOptions.Multiline)]
    private static partial Regex RuleHeading();

    [GeneratedRegex(
        "^### `(?<id>[a-z0-9-]+)`((?!^###).)*?^Avant[^\n]*\n\n````[a-z]*\n(?<before>.*?)^````\n\nAprès[^\n]*\n\n````[a-z]*\n(?<after>.*?)^````$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex RuleSection();
}
