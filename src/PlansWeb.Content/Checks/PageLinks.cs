using System.Net;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>A link that stands in the text of a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Address">The address as the link has it.</param>
/// <param name="Line">Its line in the page's file, from 1; 0 where unknown.</param>
internal sealed record PageLink(ContentPage Page, string Address, int Line);

/// <summary>Finds the links of pages without making a tree of their HTML, which the site itself wrote.</summary>
internal static partial class PageLinks
{
    private static readonly ParallelOptions s_parallelism = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>The links to other sites in the text of a page, in order.</summary>
    /// <param name="page">The page.</param>
    /// <param name="root">The content folder that it was loaded from.</param>
    /// <param name="origin">The site's own origin, such as <c>https://www.example.fr</c>; links to it are not external.</param>
    public static IReadOnlyList<PageLink> External(ContentPage page, string root, string? origin) =>
        Find(page, root,
            address => (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("//", StringComparison.Ordinal))
                && (origin is null || !(address + "/").StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The links of many pages, looked for side by side, in the order of the pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="find">Finds those of a page; called from several threads.</param>
    public static IEnumerable<PageLink> Of(IReadOnlyList<ContentPage> pages, Func<ContentPage, IReadOnlyList<PageLink>> find)
    {
        var found = new IReadOnlyList<PageLink>[pages.Count];
        Parallel.For(0, pages.Count, s_parallelism, i => found[i] = find(pages[i]));
        return found.SelectMany(static links => links);
    }

    /// <summary>The places in pages that links of other pages, or of the same, lead to, by the page's address.</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="root">The content folder that it was loaded from.</param>
    public static ILookup<string, KnownAnchor> Anchors(Snapshot snapshot, string root)
    {
        var site = new SiteAddresses(snapshot, root);
        return Of(snapshot.Pages, page => Find(page, root, static address => address.Contains('#', StringComparison.Ordinal) && !address.EndsWith('#')))
            .Select(link => (Link: link, To: site.Resolve(link.Page, link.Address)))
            .Where(link => link.To is { Kind: DestinationKind.Page, Fragment.Length: > 0 } to && site.HasAnchor(to.Page!, to.Fragment))
            .ToLookup(static link => link.To.Page!.Url, static link => new KnownAnchor(link.To.Fragment, link.Link.Page.SourcePath, link.Link.Line), StringComparer.Ordinal);
    }

    private static List<PageLink> Find(ContentPage page, string root, Func<string, bool> isSought)
    {
        var links = new List<PageLink>();
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        SourceText? source = null;
        foreach (var address in Link().Matches(page.Body.Value).Select(static match => WebUtility.HtmlDecode(match.Groups["address"].Value).Trim()).Where(isSought))
        {
            var ordinal = times.GetValueOrDefault(address);
            times[address] = ordinal + 1;
            source ??= SourceText.Read(root, page.SourcePath);
            links.Add(new PageLink(page, address, source.FindAddress(address, "href", ordinal) is { Line: > 0 } place ? place.Line : source.FindExact(address).Line));
        }

        return links;
    }

    [GeneratedRegex("""<(?:a|area)\s(?:[^>"']|"[^"]*"|'[^']*')*?\bhref\s*=\s*(?:"(?<address>[^"]*)"|'(?<address>[^']*)')""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
