using Microsoft.Extensions.Options;
using PlansWeb.Content;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Dsfr;
using PlansWeb.Hosting;
using PlansWeb.Pages;
using PlansWeb.Pages.Changes;
using PlansWeb.Pages.Registre;

namespace PlansWeb.Feeds;

/// <summary>
/// Everything that answers machines: sitemap, robots, feeds, open data, security contact. Sitemap and feeds are made of absolute addresses,
/// so they are 404 where the settings name no public address: wrong addresses would be worse than none.
/// </summary>
internal static class MachineDocuments
{
    private const string Xml = "application/xml; charset=utf-8";
    private const string PlainText = "text/plain; charset=utf-8";
    private const string FeedRoot = "/feed";
    private const string AtomName = "feed.xml";
    private const string JsonName = "feed.json";
    private const string ChangesName = "changements";

    /// <summary>Where all public addresses are listed.</summary>
    public const string AddressesAddress = "/api/addresses.json";

    /// <summary>Where all links to other sites are listed.</summary>
    public const string LinksAddress = "/api/links.json";

    // HEAD too: routing chooses before the cache turns it into GET.
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the documents; they change with the content only, and are to be cached as pages are.</summary>
    public static IEndpointConventionBuilder MapMachineDocuments(this WebApplication app)
    {
        var group = app.MapGroup("");
        group.MapMethods("/robots.txt", s_methods, static context => SendAt("/robots.txt", context, PlainText, RobotsTxt.Write));
        group.MapMethods("/api/pages.json", s_methods, static context => SendAt("/api/pages.json", context, PageList.MediaType, site => Pages(context.Snapshot(), site)));
        group.MapMethods(AddressesAddress, s_methods, static context => SendAt(AddressesAddress, context, PageList.MediaType, site => PageList.Addresses(TextsOf(context).Addresses(context.Snapshot()), site)));
        group.MapMethods(LinksAddress, s_methods, static context => SendAt(LinksAddress, context, PageList.MediaType, site =>
            PageList.Links(TextsOf(context).Links(context.Snapshot(), context.RequestServices.GetRequiredService<ContentLoader>().Root, site.Origin), site)));
        group.MapMethods("/sitemap.xml", s_methods, static context => SendSitemap(context, null));
        group.MapMethods("/sitemap-{number:int:min(1)}.xml", s_methods,
            static context => SendSitemap(context, int.Parse((string)context.Request.RouteValues["number"]!, System.Globalization.CultureInfo.InvariantCulture)));
        group.MapMethods($$"""{{FeedRoot}}/{**feed:regex(^(.*/)?(feed|changements)\.(xml|json)$)}""", s_methods, SendFeed);
        group.MapMethods(SecurityTxt.Address, s_methods, SendSecurityTxt);
        return group;
    }

    /// <summary>The address of the Atom feed of a page and all below it; of the whole site for the home page.</summary>
    /// <param name="href">The page's address.</param>
    public static string FeedAddress(string href) => FeedFolder(href) + AtomName;

    /// <summary>The addresses of both feeds of a page, Atom first.</summary>
    /// <param name="href">The page's address.</param>
    public static IEnumerable<string> FeedAddresses(string href) => [FeedFolder(href) + AtomName, FeedFolder(href) + JsonName];

    /// <summary>The page at a decoded address has a feed, where the site knows its public address.</summary>
    public static bool HasFeed(Snapshot snapshot, string url) =>
        (url == "/" && snapshot.Listed.Count > 0)
        || LanguageAt(snapshot, url) is not null
        || (snapshot.Find(url) is { } head && (ReadingFeed.IsAt(snapshot, url) || (url != "/" && (CollectionOf(head) is not null || snapshot.Part<NavigationTree>().HasListedBelow(head)))));

    /// <summary>Where the feeds of all pages in a page's language belong, such as <c>/en/</c>; <see langword="null"/> for the site's own language, whose feeds are those of the site.</summary>
    public static string? LanguageUrl(Snapshot snapshot, ContentPage page) =>
        $"/{LanguageTag.Primary(page.Lang)}/" is var url && LanguageAt(snapshot, url) is not null ? url : null;

    /// <summary>The language whose feed belongs at a decoded address such as <c>/en/</c>: one that listed pages have, and that is not the site's own.</summary>
    public static string? LanguageAt(Snapshot snapshot, string url) =>
        url.Length is 4 or 5 && url[0] == '/' && url[^1] == '/' && url[1..^1] is var code && code.All(char.IsAsciiLetterLower) && code != LanguageTag.Primary(snapshot.Identity.Language)
            && snapshot.Listed.Any(page => LanguageTag.Primary(page.Lang) == code) ? code : null;

    /// <summary>The page is in the language of a code such as <c>en</c>.</summary>
    public static bool IsIn(ContentPage page, string? code) => LanguageTag.Primary(page.Lang) == code;

    /// <summary>The addresses of both feeds of what changed on a page and below it, Atom first.</summary>
    /// <param name="href">The page's address.</param>
    public static IEnumerable<string> ChangeFeedAddresses(string href) => [FeedFolder(href) + ChangesName + ".xml", FeedFolder(href) + ChangesName + ".json"];

    private static string FeedFolder(string href) => FeedRoot + href + (href.EndsWith('/') ? "" : "/");

    private static Task SendSitemap(HttpContext context, int? number)
    {
        var pages = context.Snapshot().Listed;
        var files = Sitemap.Files(pages.Count);
        if (!Site(context).IsKnown)
        {
            return Missing(context, Texts.SiteAddressMissing);
        }

        return number is null
            ? SendAt("/sitemap.xml", context, Xml, site => files == 1 ? Sitemap.WriteFile(pages, 1, site) : Sitemap.WriteIndex(pages, site))
            : files > 1 && number <= files
                ? SendAt(Sitemap.FileAddress(number.Value), context, Xml, site => Sitemap.WriteFile(pages, number.Value, site))
                : Missing(context, Texts.DocumentMissing);
    }

    private static Task SendFeed(HttpContext context)
    {
        var site = Site(context);
        if (!site.IsKnown)
        {
            return Missing(context, Texts.SiteAddressMissing);
        }

        // /feed/a/b/feed.xml is the feed of /a/b/ and of all below it; changements.xml beside it, that of what changed there.
        var path = Address.Normalize(context.Request.Path.Value!);
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (!path.StartsWith(FeedRoot + "/", StringComparison.Ordinal) || name is not (AtomName or JsonName or ChangesName + ".xml" or ChangesName + ".json"))
        {
            return Missing(context, Texts.DocumentMissing);
        }

        var isAtom = name.EndsWith(".xml", StringComparison.Ordinal);
        var url = path[FeedRoot.Length..^name.Length];
        var snapshot = context.Snapshot();
        var head = url == SitePages.Home ? null : snapshot.Find(url);
        var code = LanguageAt(snapshot, url);
        var lang = head?.Lang ?? code ?? snapshot.Identity.Language;
        using var language = InterfaceLanguage.Enter(lang);
        if (name is not (AtomName or JsonName))
        {
            return ChangeFeed.At(snapshot, url, site, context.RequestServices.GetRequiredService<ViewLinks>()) is { } changes
                ? SendAt(path, context, isAtom ? AtomFeed.MediaType : JsonFeed.MediaType, _ => Written(changes))
                : Missing(context, Texts.DocumentMissing);
        }

        if (!HasFeed(snapshot, url))
        {
            return Missing(context, Texts.DocumentMissing);
        }

        var readings = ReadingFeed.At(snapshot, url, site);
        return SendAt(path, context, isAtom ? AtomFeed.MediaType : JsonFeed.MediaType, _ =>
        {
            List<ContentPage> below = head is null ? [] : PagesBelow(snapshot, head);
            var pages = code is not null ? snapshot.Listed.Where(page => IsIn(page, code)).Union(below) : head is null ? snapshot.Listed : below;
            var title = head?.Title ?? (code is null ? null : Formats.NativeName(code) ?? code);
            return Written(readings ?? Feed.Of(
                snapshot.Identity, title is null ? snapshot.Identity.Title : Texts.FeedTitle(snapshot.Identity.Title, title), site.Absolute(head?.Href ?? "/")!, lang, pages, site) with
            {
                Id = head is null && code is not null ? site.Absolute(FeedAddress(url)) : null,
            });
        });

        byte[] Written(Feed feed)
        {
            var self = site.Absolute(Address.Encode(path))!;
            return isAtom ? AtomFeed.Write(feed, self) : JsonFeed.Write(feed, self, site);
        }
    }

    private static Task SendSecurityTxt(HttpContext context)
    {
        var contacts = context.RequestServices.GetRequiredService<IOptions<SecurityOptions>>().Value.Contacts;
        if (contacts.Count == 0 || context.Request.Path.Value != SecurityTxt.Address)
        {
            return Missing(context, Texts.SecurityContactMissing);
        }

        // A snapshot may live for months, and the file must not expire with it: the cache asks again every day.
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return Write(context, PlainText, SecurityTxt.Write(contacts, Site(context), context.Snapshot().Identity.Language, now));
    }

    /// <summary>The collection that a page with <c>layout: list</c> lists; <see langword="null"/> for other pages.</summary>
    public static string? CollectionOf(ContentPage page) => page.Layout == PageLayouts.List ? page.Data.GetValueOrDefault("collection") as string : null;

    /// <summary>A page and the listed pages below it, by navigation or address, or the pages that it lists; none where it has none below.</summary>
    private static List<ContentPage> PagesBelow(Snapshot snapshot, ContentPage head)
    {
        if (CollectionOf(head) is { } collection)
        {
            return [.. snapshot.Listed.Where(page => page != head && page.Tags.Contains(collection, StringComparer.Ordinal))];
        }

        var navigation = snapshot.Part<NavigationTree>();
        var below = snapshot.Listed.Where(page => navigation.Trail(page).Any(step => step.Page == head)).ToList();
        if (below.Count > 0 && head.IsListed)
        {
            below.Add(head);
        }

        return below;
    }

    private static byte[] Pages(Snapshot snapshot, SiteAddress site)
    {
        var navigation = snapshot.Part<NavigationTree>();
        var plans = snapshot.Part<PlanBook>();
        return PageList.Write(
            snapshot.Listed.Select(page => (page, navigation.SectionOf(page)?.Title ?? navigation.Trail(page).Select(static step => step.Title).FirstOrDefault(), plans.Of(page))),
            site);
    }

    // Routing does not tell capitals from small letters; addresses do, and each spelling would be kept by itself.
    private static Task SendAt(string address, HttpContext context, string mediaType, Func<SiteAddress, byte[]> make)
    {
        if (Address.Normalize(context.Request.Path.Value!) != address)
        {
            return Missing(context, Texts.DocumentMissing);
        }

        var site = Site(context);
        // Made anew where the cache has it not: the cache, which has a ceiling, is the one place that keeps bytes.
        return Write(context, mediaType, make(site));
    }

    private static PageTexts TextsOf(HttpContext context) => context.RequestServices.GetRequiredService<PageTexts>();

    private static Task Missing(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Write(context, PlainText, System.Text.Encoding.UTF8.GetBytes(reason + "\n"));
    }

    private static Task Write(HttpContext context, string mediaType, byte[] document)
    {
        context.ForOtherSites();
        context.Response.ContentType = mediaType;
        return context.Response.Body.WriteAsync(document, 0, document.Length, CancellationToken.None);
    }

    private static SiteAddress Site(HttpContext context) => context.RequestServices.GetRequiredService<SiteAddress>();
}
