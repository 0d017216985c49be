using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Checks;

/// <summary>Every fault of the folder Faults: what an editor reads there is what the check says.</summary>
public sealed class FaultTests
{
    // What no file in a folder can show: rights of the system, mistakes of the site's own, what only happens while it runs, and what a revision tells.
    private static readonly string[] s_withoutSpec =
        ["fichier-illisible", "lien-symbolique", "rendu-impossible", "derniere-version-gardee", "adresse-perdue", "image-perdue", "ancre-perdue"];

    public static TheoryData<FaultSpec> Specs => new(FaultSpec.ReadAll());

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void Check_FaultyFiles_GivesTheMessagesAndNoOther(FaultSpec spec)
    {
        using var site = new SiteBuilder();
        spec.Write(site, isMended: false);

        var problems = site.Check();

        // Whole messages: an assertion on the collections would cut them, and they are what is to be copied into the spec.
        Assert.True(
            problems.All(problem => problem.Rule.Id == spec.Rule) && spec.Messages.SequenceEqual(problems.Select(FaultSpec.Format)),
            $"tests/PlansWeb.Content.Tests/Checks/Faults/{spec.Rule}.md says:\n{string.Join("\n\n", spec.Messages)}\n\nThe check says:\n{string.Join("\n\n", problems.Select(problem => $"[{problem.Rule.Id}] {FaultSpec.Format(problem)}"))}");
    }

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void Check_MendedFiles_GivesNothing(FaultSpec spec)
    {
        using var site = new SiteBuilder();
        spec.Write(site, isMended: true);

        Steps.AllDone(site.Check().Select(problem => $"[{problem.Rule.Id}] {FaultSpec.Format(problem)}"));
    }

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void Check_RuleIgnoredInThePage_IsSilent(FaultSpec spec)
    {
        using var site = new SiteBuilder();
        spec.Write(site, isMended: false);
        foreach (var page in Directory.EnumerateFiles(site.Root, "*.md", SearchOption.AllDirectories))
        {
            // In the data file of the page: some faults break the front matter.
            site.With(Path.ChangeExtension(Path.GetRelativePath(site.Root, page), ".11tydata.yaml"), $"ignore: [{spec.Rule}]\n");
        }

        // Only a page that is served can silence its own: not a data file, and not the page that lost its address to another.
        Assert.DoesNotContain(site.Check(), problem => problem.Rule.Id == spec.Rule && problem.File.EndsWith(".md", StringComparison.Ordinal)
            && problem.File is not ("actions/index.md" or "appel-copie.md"));
    }

    [Fact]
    public void Faults_EveryRule_HasItsSpec()
    {
        var rules = DiagnosticRules.All.Select(rule => rule.Id).Except(s_withoutSpec).ToArray();
        var specs = FaultSpec.ReadAll().Select(spec => spec.Rule).ToArray();

        Steps.AllDone(rules.Except(specs).Select(id => $"tests/PlansWeb.Content.Tests/Checks/Faults/{id}.md: write it, as its neighbours are written"));
        Steps.AllDone(specs.Except(rules).Select(id => $"tests/PlansWeb.Content.Tests/Checks/Faults/{id}.md: no rule of DiagnosticRules.cs has this id"));
        Assert.Equal(rules.Order(StringComparer.Ordinal), specs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SiteChecker_EveryPageRule_IsAsked()
    {
        var checker = File.ReadAllText(Path.Combine(Repository.Root, "src", "PlansWeb.Content", "Checks", "SiteChecker.cs"));

        Steps.AllDone(typeof(IPageRule).Assembly.GetTypes().Where(type => type is { IsInterface: false } && typeof(IPageRule).IsAssignableFrom(type))
            .Where(type => !checker.Contains($"new {type.Name}(", StringComparison.Ordinal))
            .Select(type => $"src/PlansWeb.Content/Checks/SiteChecker.cs: add {type.Name} to _rules"));
    }
}
