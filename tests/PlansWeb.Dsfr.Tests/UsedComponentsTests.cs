using System.Text.RegularExpressions;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>A component that no page shows would only be code to keep.</summary>
public sealed class UsedComponentsTests
{
    private static readonly Type[] s_all = [.. typeof(Component).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && typeof(Component).IsAssignableFrom(type))];

    private static readonly string s_sources = string.Concat(Repository.Sources
        .Where(static source => !source.Path.Contains("PlansWeb.Dsfr" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .Select(static source => source.Text));

    [Fact]
    public void Component_Each_IsWrittenByALayoutOrByMarkdown()
    {
        Assert.True(s_all.Length >= 21, $"{s_all.Length} components");
        Steps.AllDone(s_all.Where(static component => !s_sources.Contains("new " + component.Name, StringComparison.Ordinal))
            .Select(static component => $"{component.Name} is used by no page: write it in a layout of src/PlansWeb/Pages, or in ContainerRenderer.cs of src/PlansWeb.Content"));
    }

    [Fact]
    public void Component_Each_IsMadeForTests()
    {
        var made = File.ReadAllText(Path.Combine(Repository.Root, "tests", "PlansWeb.Dsfr.Tests", "Components.cs"));

        Steps.AllDone(s_all.Where(component => !Regex.IsMatch(made, $@"new {component.Name}\b")).Select(component => $"tests/PlansWeb.Dsfr.Tests/Components.cs: make one {component.Name}"));
    }
}
