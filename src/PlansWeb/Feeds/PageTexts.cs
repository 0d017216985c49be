using PlansWeb.Content.Checks;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>What the documents for machines say of the texts of pages. A site renders the texts; an export knows it already of the pages that the last one wrote.</summary>
internal sealed class PageTexts
{
    /// <summary>Gives what is known of a page's text; <see langword="null"/> where the text must be read.</summary>
    public Func<ContentPage, PageText?> Known { get; set; } = static _ => null;

    /// <summary>The public addresses, but those of what is unlisted.</summary>
    public IEnumerable<KnownAddress> Addresses(Snapshot snapshot) =>
        KnownAddress.Listed(snapshot, page => Known(page) is { } known ? known.Hash : KnownAddress.HashOf(page));

    /// <summary>The links to other sites, of the pages that may be listed, in the order of pages and text.</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="root">The content folder that it was loaded from.</param>
    /// <param name="origin">The site's own origin, whose addresses are not another site's; <see langword="null"/> where it is not known.</param>
    public IEnumerable<PageLink> Links(Snapshot snapshot, string root, string? origin) =>
        PageLinks.Of([.. snapshot.Pages.Where(static page => !page.NoIndex)], page => Known(page) is { } known
            ? [.. known.Links.Select(link => new PageLink(page, link.Address, link.Line))]
            : PageLinks.External(page, root, origin));
}

/// <summary>What the documents for machines say of the text of a page.</summary>
/// <param name="Hash">As <see cref="KnownAddress.Hash"/>.</param>
/// <param name="Links">Its links to other sites, with their lines.</param>
internal sealed record PageText(string? Hash, IReadOnlyList<(string Address, int Line)> Links);
