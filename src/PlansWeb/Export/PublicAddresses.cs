using Microsoft.AspNetCore.StaticAssets;
using PlansWeb.Content.History;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Feeds;
using PlansWeb.Pages;
using PlansWeb.Pages.Changes;
using PlansWeb.Pages.Registre;

namespace PlansWeb.Export;

/// <summary>An address of the site, and the file that answers it in an export.</summary>
/// <param name="Target">What the site is asked for: path and query, percent-encoded.</param>
/// <param name="File">The file below the export, decoded, with <c>/</c>.</param>
internal sealed record ExportedAddress(string Target, string File)
{
    /// <summary>The media type that is asked for; <see langword="null"/> for any.</summary>
    public string? Accept { get; init; }

    /// <summary>The image or document that stands there, which is copied; <see langword="null"/> for what the site writes.</summary>
    public ContentFile? Source { get; init; }

    /// <summary>The pages whose texts the answer shows, and no other's; <see langword="null"/> where it may be another one for other reasons.</summary>
    public IReadOnlyList<ContentPage>? Shown { get; init; }

    /// <summary>The site may have nothing there: a feed without entries, a sitemap without a public address.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;
}

/// <summary>Lists all that readers can ask for of a snapshot. What is hidden is in none of the lists of a snapshot that this reads.</summary>
internal static class PublicAddresses
{
    /// <summary>The page for addresses that are gone (410), below the export.</summary>
    public const string GonePage = "410.html";

    /// <summary>The addresses, each once.</summary>
    public static IEnumerable<ExportedAddress> Of(Snapshot snapshot, EndpointDataSource endpoints) =>
        Pages(snapshot).Concat(Register(snapshot)).Concat(Machines(snapshot)).Concat(Files(snapshot, endpoints)).DistinctBy(static address => (address.Target, address.File));

    /// <summary>The file of a decoded address.</summary>
    public static string FileOf(string url) => (url.EndsWith('/') ? url + "index.html" : url).TrimStart('/');

    /// <summary>The address of a page.</summary>
    public static ExportedAddress Page(ContentPage page) => new(page.Href, FileOf(page.Url)) { Shown = page.Url == SitePages.SiteMap ? null : [page] };

    private static IEnumerable<ExportedAddress> Pages(Snapshot snapshot)
    {
        foreach (var page in snapshot.Pages.Where(static page => page.Url != Address.NotFoundPage))
        {
            ContentPage[] itself = [page];
            yield return Page(page);
            yield return new(page.Href, FileOf(page.Url.EndsWith('/') ? page.Url + "index.md" : page.Url + ".md")) { Accept = PageVariants.MarkdownType, Shown = itself };

            // Pages of the register and the site map have neither view.
            if (page.Url == SitePages.SiteMap || snapshot.Part<Register>().PageAt(page.Url) is not null)
            {
                continue;
            }

            if (WholeBranchBuilder.IsOffered(page, snapshot))
            {
                yield return View(page.Href + PageVariants.WholeBranchQuery) with { Shown = [.. WholeBranchBuilder.PagesOf(page, snapshot)] };
            }

            if (snapshot.Part<SiteHistory>().HasChanged(page))
            {
                yield return View(page.Href + PageVariants.HistoryQuery) with { Shown = itself };
            }
        }

        if (SitePages.IsMadeHome(snapshot, SitePages.Home))
        {
            yield return new(SitePages.Home, FileOf(SitePages.Home));
        }

        foreach (var url in SiteMap.Of(snapshot).Pages.Keys)
        {
            yield return new(Address.Encode(url), FileOf(url));
        }

        yield return new(RechercheModel.Route, FileOf(RechercheModel.Route));
        yield return new(Address.NotFoundPage, FileOf(Address.NotFoundPage)) { Status = StatusCodes.Status404NotFound };
        if (snapshot.Redirects.FirstOrDefault(static redirect => redirect.Target is null) is { } gone)
        {
            yield return new(Address.Encode(gone.From), GonePage) { Status = StatusCodes.Status410Gone };
        }
    }

    private static IEnumerable<ExportedAddress> Register(Snapshot snapshot)
    {
        var register = snapshot.Part<Register>();
        if (register.Section is null)
        {
            yield break;
        }

        var list = register.Href(RegisterPage.Actions);
        foreach (var query in ActionQuery.SingleFilters(register).Select(static filter => filter.Query).Prepend(new ActionQuery()))
        {
            var pages = ActionQuery.PageCount(query.Find(register).Count);
            for (var page = query.IsPlain ? 2 : 1; page <= pages; page++)
            {
                yield return View((query with { Page = page }).Address(list));
            }
        }

        foreach (var name in RegisterDocuments.Names)
        {
            yield return new(Address.Encode(register.SectionUrl + name), FileOf(register.SectionUrl + name));
        }
    }

    private static IEnumerable<ExportedAddress> Machines(Snapshot snapshot)
    {
        var latest = Latest(snapshot);
        string[] heads = [.. snapshot.Pages.Select(static page => page.Url).Append(SitePages.Home).Concat(LanguageUrls(snapshot)).Distinct(StringComparer.Ordinal)];
        foreach (var url in heads.Where(url => MachineDocuments.HasFeed(snapshot, url)))
        {
            foreach (var feed in MachineDocuments.FeedAddresses(url))
            {
                yield return new(Address.Encode(feed), FileOf(feed)) { IsOptional = true, Shown = latest.GetValueOrDefault(url) };
            }
        }

        foreach (var url in heads.Where(url => ChangeFeed.IsAt(snapshot, url)))
        {
            foreach (var feed in MachineDocuments.ChangeFeedAddresses(url))
            {
                yield return new(Address.Encode(feed), FileOf(feed)) { IsOptional = true };
            }
        }

        var sitemaps = Sitemap.Files(snapshot.Listed.Count) is var files and > 1 ? Enumerable.Range(1, files).Select(Sitemap.FileAddress) : [];
        foreach (var url in ((string[])["/robots.txt", "/api/pages.json", MachineDocuments.AddressesAddress, MachineDocuments.LinksAddress, "/sitemap.xml", SecurityTxt.Address]).Concat(sitemaps))
        {
            yield return new(url, FileOf(url)) { IsOptional = true };
        }
    }

    // What each feed of pages holds, by the address of its page: for all feeds at once, since each alone would look at all pages. What a list lists, and
    // what is known of actions, is not among them, nor what a language has.
    private static Dictionary<string, List<ContentPage>> Latest(Snapshot snapshot)
    {
        var navigation = snapshot.Part<NavigationTree>();
        var latest = new Dictionary<string, List<ContentPage>>(StringComparer.Ordinal);
        foreach (var page in Feed.Latest(snapshot.Listed))
        {
            foreach (var head in navigation.Trail(page).Select(static step => step.Page).Append(page).Where(static head => head.Url != SitePages.Home && MachineDocuments.CollectionOf(head) is null)
                .Select(static head => head.Url).Append(SitePages.Home))
            {
                if (latest.TryGetValue(head, out var pages) ? pages.Count < Feed.MostEntries : latest.TryAdd(head, pages = []))
                {
                    pages.Add(page);
                }
            }
        }

        foreach (var url in latest.Keys.Where(url => ReadingFeed.IsAt(snapshot, url)).Concat(LanguageUrls(snapshot)))
        {
            latest.Remove(url);
        }

        return latest;
    }

    private static IEnumerable<string> LanguageUrls(Snapshot snapshot) =>
        snapshot.Listed.GroupBy(static page => page.Lang).Select(group => MachineDocuments.LanguageUrl(snapshot, group.First())).OfType<string>().Distinct(StringComparer.Ordinal);

    private static IEnumerable<ExportedAddress> Files(Snapshot snapshot, EndpointDataSource endpoints)
    {
        foreach (var file in snapshot.Files.Where(file => snapshot.Find(file.Url) is null))
        {
            yield return new(Address.Encode(file.Url), FileOf(file.Url)) { Source = file };
        }

        foreach (var image in snapshot.Images.SelectMany(ImageVariant.All))
        {
            yield return new(image.Href, FileOf(image.Href));
        }

        foreach (var route in endpoints.Endpoints.OfType<RouteEndpoint>().Where(static endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            .Select(static endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(static route => !route.EndsWith(".br", StringComparison.Ordinal) && !route.EndsWith(".gz", StringComparison.Ordinal)).Distinct())
        {
            yield return new(Address.Encode(route), FileOf(route));
        }
    }

    private static ExportedAddress View(string target) => new(target, FileOf(Uri.UnescapeDataString(ViewLinks.Exported(target))));
}
