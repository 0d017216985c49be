using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>A component that no page shows would only be code to keep.</summary>
public sealed class UsedComponentsTests
{
    private static readonly Type[] s_all = [.. typeof(Component).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && typeof(Component).IsAssignableFrom(type))];

    private static readonly string s_sources = string.Concat(new[] { "*.cs", "*.cshtml" }
        .SelectMany(static pattern => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories))
        .Where(static file => !file.Contains("PlansWeb.Dsfr" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .Select(File.ReadAllText));

    [Fact]
    public void Component_Each_IsWrittenByALayoutOrByMarkdown()
    {
        Assert.True(s_all.Length >= 21, $"{s_all.Length} components");
        Assert.All(s_all, static component => Assert.True(s_sources.Contains("new " + component.Name, StringComparison.Ordinal), $"{component.Name} is used by no page"));
    }
}
