using System.Globalization;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages;

/// <summary>The results of one section, on one page of results.</summary>
/// <param name="Id">Where the group begins: an id of the page.</param>
/// <param name="Title">Name of the section.</param>
/// <param name="Hits">Its results, best first.</param>
internal sealed record SearchGroup(string Id, string Title, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Groups the results of one page; the section of the best result comes first.</summary>
    public static IReadOnlyList<SearchGroup> Of(IEnumerable<SearchHit> hits, NavigationTree navigation) =>
        [.. hits.GroupBy(hit => Section(hit.Page, navigation), StringComparer.Ordinal).Select(static (group, i) => new SearchGroup(string.Create(CultureInfo.InvariantCulture, $"resultats-{i + 1}"), group.Key, [.. group]))];

    // The section with a menu of its own where there is one, else the root of the navigation, else the page that is its own root.
    private static string Section(ContentPage page, NavigationTree navigation)
    {
        if (navigation.SectionOf(page) is { } section)
        {
            return section.Title;
        }

        if (navigation.Trail(page) is [var root, ..])
        {
            return root.Title;
        }

        return navigation.NodeOf(page) is { Children.Count: > 0 } node ? node.Title : Texts.SearchOtherPages;
    }
}
