using System.Text.RegularExpressions;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Text takes no id that a layout writes: a link to the heading would lead to the field or to the menu.</summary>
public sealed partial class LayoutIdTests
{
    [Fact]
    public void LayoutIds_EveryIdOfTheLayouts_IsKept()
    {
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "PlansWeb", "Pages", "Shared"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(static file => Id().Matches(File.ReadAllText(file))).Select(static id => id.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("recherche-site", written);
        Assert.Empty(written.Except(LayoutIds.All));
    }

    [GeneratedRegex(@"\b[Ii]d ?= ?""([a-z][\w-]*)""")]
    private static partial Regex Id();
}
