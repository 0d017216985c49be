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
        string[] folders = [Path.Combine("PlansWeb", "Pages"), "PlansWeb.Dsfr"];
        var written = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", folder), "*.cs*", SearchOption.AllDirectories))
            .Where(static file => Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(static file => Id().Matches(File.ReadAllText(file))).Select(static id => id.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        // Of a layout, of the register, of a component: else nothing would be read here.
        Assert.Superset(new HashSet<string> { "recherche-site", "registre-statut", "sommaire" }, written);
        Assert.Empty(written.Except(LayoutIds.All));
    }

    [GeneratedRegex(@"\b(?:[a-z]\w*)?[Ii]d(?: \{ get; init; \})? ?= ?""([a-z][\w-]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
