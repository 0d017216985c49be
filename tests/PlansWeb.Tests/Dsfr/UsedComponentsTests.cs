using Microsoft.AspNetCore.Razor.TagHelpers;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Dsfr;

/// <summary>A component that no page shows would only be code to keep.</summary>
public sealed class UsedComponentsTests
{
    private static readonly Type[] s_all = [.. typeof(Brand).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && typeof(TagHelper).IsAssignableFrom(type))];

    private static readonly string s_views = Text("Pages", "*.cshtml");

    private static readonly string s_containers = Text(Path.Combine("Loading", "Markdown", "Containers"), "*.cs");

    [Fact]
    public void Component_Each_IsWrittenByALayoutOrByMarkdown()
    {
        Assert.True(s_all.Length >= 21, $"{s_all.Length} components");
        Assert.All(s_all, component => Assert.True(
            Tags(component).Any(tag => s_views.Contains("<" + tag, StringComparison.Ordinal)) || s_containers.Contains("new " + component.Name, StringComparison.Ordinal),
            $"{component.Name} is used by no page"));
    }

    private static IEnumerable<string> Tags(Type component) =>
        component.GetCustomAttributes(typeof(HtmlTargetElementAttribute), inherit: false).Cast<HtmlTargetElementAttribute>().Select(static target => target.Tag);

    private static string Text(string folder, string pattern) => string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "PlansWeb", folder), pattern, SearchOption.AllDirectories).Select(File.ReadAllText));
}
