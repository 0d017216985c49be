using PlansWeb.Content;
using PlansWeb.Content.History;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Feeds;

namespace PlansWeb.Pages.Changes;

/// <summary>The feeds of what changed: of the site at <c>/feed/changements.xml</c>, of a section and all below it beside the section's own feed.</summary>
internal static class ChangeFeed
{
    /// <summary>Something changed at the page at a decoded address or below it, and that page has feeds.</summary>
    public static bool IsAt(Snapshot snapshot, string url) => ChangesAt(snapshot, url).Any();

    /// <summary>The feed at the page at a decoded address; <see langword="null"/> where there is none.</summary>
    public static Feed? At(Snapshot snapshot, string url, SiteAddress site, ViewLinks links)
    {
        var head = snapshot.Find(url);
        FeedEntry[] entries = [.. ChangesAt(snapshot, url).Take(Feed.MostEntries).Select(change => Entry(change, snapshot, site, links))];
        var code = MachineDocuments.LanguageAt(snapshot, url);
        return entries.Length == 0 ? null : new Feed(
            snapshot.Identity, Texts.ChangesFeed(snapshot.Identity.Title, url == SitePages.Home ? null : head?.Title ?? Formats.NativeName(code!) ?? code), site.Absolute(head?.Href ?? SitePages.Home)!, entries)
        {
            Lang = head?.Lang ?? code ?? snapshot.Identity.Language,
            Id = head is null && code is not null ? site.Absolute(MachineDocuments.ChangeFeedAddresses(url).First()) : null,
        };
    }

    // What is unlisted no list names.
    private static IEnumerable<SiteChange> ChangesAt(Snapshot snapshot, string url)
    {
        var register = snapshot.Part<Register>();
        var changes = snapshot.Part<SiteHistory>().All.Where(change => change.Page is null or { IsListed: true }
            && !(change.Record.GoneAction is { } action && register.IsWritten(action)));
        if (url == SitePages.Home)
        {
            return changes;
        }

        var code = MachineDocuments.LanguageAt(snapshot, url);
        if (!MachineDocuments.HasFeed(snapshot, url))
        {
            return [];
        }

        var head = snapshot.Find(url);
        var navigation = snapshot.Part<NavigationTree>();
        return changes.Where(change => change.Page is { } page
            ? MachineDocuments.IsIn(page, code) || page == head || navigation.Trail(page).Any(step => head is not null && step.Page == head)
            : change.Record.Url.StartsWith(url.EndsWith('/') ? url : url + "/", StringComparison.Ordinal));
    }

    private static FeedEntry Entry(SiteChange change, Snapshot snapshot, SiteAddress site, ViewLinks links)
    {
        var record = change.Record;
        var href = change.Page?.Href ?? Address.Encode(record.Url);
        var view = href + PageVariants.HistoryQuery;
        var where = record switch
        {
            { GoneAction: not null } => href + "#registre-retirees",
            { Action: { } action } => $"{href}#{Uri.EscapeDataString(action)}",
            { Kind: ChangeKind.Changed or ChangeKind.Moved } when snapshot.Part<Register>().PageAt(change.Page!.Url) is null => (links.IsStatic ? ViewLinks.Exported(view) : view) + "#" + change.Id,
            _ => href,
        };
        var title = record.Action is not null ? record.Title : change.Page?.Title ?? record.Title;
        using var html = new StringWriter();
        ChangeHtml.Of(record).WriteTo(html, HtmlText.Encoder);
        return new FeedEntry($"{site.Absolute(view)}#{change.Id}", site.Absolute(where)!, $"{title} – {ChangeHtml.Kind(record)}", change.Date, change.Date, html.ToString())
        {
            Lang = change.Page?.Lang ?? snapshot.Identity.Language,
            Summary = record.Notes.Count > 0 ? string.Join(' ', record.Notes) : null,
        };
    }
}
