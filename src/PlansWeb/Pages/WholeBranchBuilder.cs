using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Rewriting;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>A page of the navigation and all below it as one document, to be printed or kept.</summary>
internal sealed record WholeBranch
{
    /// <summary>The day of its latest page.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>The name of the site.</summary>
    public required string SiteName { get; init; }

    /// <summary>Where it can be read: absolute where the public address is known.</summary>
    public required string Address { get; init; }

    /// <summary>The table of contents.</summary>
    public required IReadOnlyList<MenuItem> Contents { get; init; }

    /// <summary>The chapters in order: headings and bodies, ready to be written.</summary>
    public required IHtmlContent Text { get; init; }

    /// <summary>One of the pages shows components.</summary>
    public required bool HasComponents { get; init; }
}

/// <summary>
/// Joins a branch of the navigation into one document: headings one level lower for each step down, ids made unique by their chapter,
/// links between the pages turned into links inside the document.
/// </summary>
internal sealed class WholeBranchBuilder
{
    /// <summary>
    /// The most that is joined, in characters of Markdown: some 400 printed pages. It bounds what one request can cost; a longer branch is
    /// offered part by part, at the indexes below it. Measured on what was written, not on the HTML: an index asks at each rendering whether to
    /// offer its branch, and must not render the whole of it for one link.
    /// </summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>The most that is joined, in characters of HTML. Only texts that templates make can come to so much.</summary>
    private const int MostHtml = 4 * MostCharacters;

    private const int LowestHeading = 6;

    // Any host will do: it only tells addresses of this site from others.
    private static readonly Uri s_base = new("http://plansweb.invalid");

    private readonly Snapshot _snapshot;
    private readonly IReadOnlyList<BranchEntry> _entries;
    private readonly Dictionary<string, int> _chapters;

    private WholeBranchBuilder(Snapshot snapshot, IReadOnlyList<BranchEntry> entries)
    {
        _snapshot = snapshot;
        _entries = entries;
        _chapters = entries.Select(static (entry, i) => (entry.Page.Href, i)).ToDictionary(static chapter => chapter.Href, static chapter => chapter.i, StringComparer.Ordinal);
    }

    /// <summary>The page has a branch below it that can be joined.</summary>
    public static bool IsOffered(ContentPage page, Snapshot snapshot) => Entries(page, snapshot).Count > 1;

    /// <summary>The document; <see langword="null"/> where none is offered, and where its HTML is too long.</summary>
    public static WholeBranch? Build(ContentPage page, Snapshot snapshot, SiteAddress site)
    {
        var entries = Entries(page, snapshot);
        var length = 0L;
        return entries.Count > 1 && entries.All(entry => (length += entry.Page.Body.Length) <= MostHtml) ? new WholeBranchBuilder(snapshot, entries).Build(site) : null;
    }

    /// <summary>The pages that are joined; none where no branch is offered.</summary>
    public static IEnumerable<ContentPage> PagesOf(ContentPage page, Snapshot snapshot) => Entries(page, snapshot).Select(static entry => entry.Page);

    private static IReadOnlyList<BranchEntry> Entries(ContentPage page, Snapshot snapshot)
    {
        var navigation = snapshot.Part<NavigationTree>();
        if (navigation.NodeOf(page) is not { Children.Count: > 0 })
        {
            return [];
        }

        var entries = navigation.Branch(page);
        var length = 0L;
        return entries.All(entry => (length += entry.Page.SourceLength) <= MostCharacters) ? entries : [];
    }

    private WholeBranch Build(SiteAddress site)
    {
        var index = _entries[0].Page;
        var text = new HtmlContentBuilder();
        for (var i = 0; i < _entries.Count; i++)
        {
            if (i > 0)
            {
                text.AppendHtml(Heading(i));
            }

            text.AppendHtml(new HtmlContent(new RenderedHtml(Body(i))));
        }

        return new WholeBranch
        {
            Date = _entries.Max(static entry => entry.Page.Updated ?? entry.Page.Date),
            Address = site.Absolute(index.Href) ?? index.Href,
            SiteName = _snapshot.Identity.Title,
            Contents = Contents(),
            Text = text,
            HasComponents = _entries.Any(static entry => FrameBuilder.ShowsComponents(entry.Page)),
        };
    }

    // The first page's own title is the document's.
    private TagBuilder Heading(int chapter)
    {
        var entry = _entries[chapter];
        var heading = new TagBuilder("h" + Math.Min(entry.Depth + 1, LowestHeading).ToString(CultureInfo.InvariantCulture));
        heading.Attributes["id"] = Anchor(chapter);
        if (entry.Page.Lang != _entries[0].Page.Lang)
        {
            heading.Attributes["lang"] = entry.Page.Lang;
        }

        heading.InnerHtml.Append(entry.Page.Title);
        return heading;
    }

    private string Body(int chapter)
    {
        var (page, depth) = _entries[chapter];
        var home = new Uri(s_base, page.Href);
        return new HtmlRewriter(
            page.Body.Value,
            tag => tag.Length == 2 && tag[0] == 'h' && tag[1] is >= '1' and <= '6'
                ? "h" + Math.Min(tag[1] - '0' + depth, LowestHeading).ToString(CultureInfo.InvariantCulture)
                : tag,
            (element, attribute, value) => IsLandmarkName(element, attribute) && chapter > 0
                ? Texts.InChapter(value, page.Title)
                : HtmlReferences.MapAddresses(
                    attribute, HtmlReferences.MapIds(element, attribute, value, id => Anchor(chapter, id)), reference => Address(home, chapter, reference))).Rewrite();
    }

    // Boxes of tables are landmarks, named after the table's columns: those of two chapters may be named alike.
    private static bool IsLandmarkName(string element, string attribute) => element == "div" && attribute == "aria-label";

    private string Address(Uri home, int chapter, string reference)
    {
        if (reference.StartsWith('#'))
        {
            return "#" + (reference.Length > 1 ? Anchor(chapter, reference[1..]) : Anchor(chapter));
        }

        if (reference.Length == 0 || !Uri.TryCreate(home, reference, out var target) || target.Host != s_base.Host)
        {
            return reference;
        }

        // As the site itself would find the page: accents, capitals or the last slash may be missing.
        var path = Content.Site.Address.Normalize(Uri.UnescapeDataString(target.AbsolutePath));
        var href = _snapshot.Find(path)?.Href ?? (_snapshot.FindFile(path) is null ? _snapshot.FindAlike(path) : null);
        if (href is not null && target.Query.Length == 0 && _chapters.TryGetValue(href, out var there))
        {
            return "#" + (target.Fragment.Length > 1 ? Anchor(there, target.Fragment[1..]) : Anchor(there));
        }

        // The document stands at the first page's address: from there a relative address would lead elsewhere.
        return target.PathAndQuery + target.Fragment;
    }

    // The first page keeps its own anchors: links to them that are in use go on working. No heading's anchor has a low line, so none is met twice.
    private static string Anchor(int chapter) => chapter == 0 ? "contenu" : string.Create(CultureInfo.InvariantCulture, $"p_{chapter}");

    private static string Anchor(int chapter, string id) => chapter == 0 ? id : $"{Anchor(chapter)}_{id}";

    private List<MenuItem> Contents()
    {
        // Filled from the last entry to the first: when an entry comes, all below it are there.
        var open = new Dictionary<int, List<MenuItem>>();
        for (var i = _entries.Count - 1; i > 0; i--)
        {
            // What is deeper than a tree may be is listed at its deepest level.
            var depth = Math.Min(_entries[i].Depth, LinkTree.MostLevels);
            open.Remove(depth + 1, out var below);
            below?.Reverse();
            if (!open.TryGetValue(depth, out var siblings))
            {
                open[depth] = siblings = [];
            }

            siblings.Add(new MenuItem(_entries[i].Page.Title, "#" + Anchor(i)) { Children = below ?? [] });
        }

        var contents = open.GetValueOrDefault(1, []);
        contents.Reverse();
        return contents;
    }
}
