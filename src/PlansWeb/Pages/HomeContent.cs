using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>What the home page shows beside its own text, all of it taken from the front matter of the pages.</summary>
/// <param name="Focus">Pages with <c>focus: true</c> or the tag <c>focus</c>: the newest first.</param>
/// <param name="Entries">Ways into the site: the pages below the navigation key that the home page's <c>entries</c> names; else the sections.</param>
/// <param name="Updates">The pages that were changed last.</param>
internal sealed record HomeContent(IReadOnlyList<ContentPage> Focus, IReadOnlyList<MenuItem> Entries, IReadOnlyList<ContentPage> Updates)
{
    private const string FocusKey = "focus";
    private const int MostFocus = 3;
    private const int MostEntries = 6;
    private const int MostUpdates = 3;

    /// <summary>The home page's content in a snapshot.</summary>
    public static HomeContent Of(Snapshot snapshot)
    {
        var listed = snapshot.Listed.Where(page => page.Url != SitePages.Home && !LegalPages.Contains(snapshot, page))
            .OrderByDescending(page => page.Updated ?? page.Date ?? DateTimeOffset.MinValue).ToList();
        var focus = listed.Where(HasFocus).Take(MostFocus).ToList();
        var ways = WaysIn(snapshot).ToArray();
        return new HomeContent(
            focus,
            [.. ways.Where(node => !focus.Contains(node.Page)).Take(MostEntries).Select(node => new MenuItem(node.Title, node.Href))],
            [.. listed.Where(page => (page.Updated ?? page.Date) is not null).Take(MostUpdates)])
        {
            Ways = [.. ways.Select(static node => node.Page)],
        };
    }

    /// <summary>The pages in focus and the ways in, each once, without those that the register shows already.</summary>
    public IReadOnlyList<ContentPage> Others(Register register) =>
        [.. Focus.Concat(Ways).Distinct().Where(page => page != register.Section && !register.Made.Contains(page)).Take(MostEntries)];

    // The pages behind the entries.
    private IReadOnlyList<ContentPage> Ways { get; init; } = [];

    private static bool HasFocus(ContentPage page) =>
        page.Data.GetValueOrDefault(FocusKey) is true || page.Tags.Contains(FocusKey, StringComparer.Ordinal);

    private static IEnumerable<NavigationNode> WaysIn(Snapshot snapshot)
    {
        var navigation = snapshot.Part<NavigationTree>();
        if (snapshot.Find(SitePages.Home)?.Data.GetValueOrDefault("entries") is string key)
        {
            return navigation.Below(key);
        }

        return navigation.Roots.Where(root => root.Page.Url != SitePages.Home).SelectMany(root => root.Children.Count > 0 ? root.Children : [root]);
    }
}
