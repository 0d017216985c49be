using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Feeds;
using PlansWeb.Hosting;

namespace PlansWeb.Pages;

/// <summary>Chooses the addresses of the site map: of the whole, and of its parts, which the content decides.</summary>
internal sealed class SiteMapRouteConstraint : IRouteConstraint
{
    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        if (httpContext is null || Address.Normalize(httpContext.Request.Path.Value!) is var path && !path.StartsWith(SitePages.SiteMap, StringComparison.Ordinal))
        {
            return false;
        }

        return path == SitePages.SiteMap
            || (httpContext.RequestServices.GetRequiredService<PageStore>().Current is { IsLoaded: true } snapshot && SiteMap.Of(snapshot).Pages.ContainsKey(path));
    }
}

/// <summary>The list of all pages (RGAA 12.1 and 12.3), or of those of a section. Where the content has a page at its address, that page's text stands first.</summary>
internal sealed class PlanDuSiteModel(SiteAddress site) : SitePageModel
{
    /// <summary>The text that the content gives to the page; <see langword="null"/> for none.</summary>
    public IHtmlContent? OwnText { get; private set; }

    /// <summary>The entries.</summary>
    public IReadOnlyList<MenuItem> Items { get; private set; } = [];

    /// <summary>The pages outside the menus, where they are on the same page.</summary>
    public IReadOnlyList<MenuItem> Outside { get; private set; } = [];

    /// <summary>Makes the list of the request's snapshot.</summary>
    public IActionResult OnGet()
    {
        var snapshot = HttpContext.Snapshot();
        var map = SiteMap.Of(snapshot);

        // A preview may have other sections than the site that routing knows.
        if (!map.Pages.TryGetValue(Address.Normalize(Request.Path.Value!), out var page))
        {
            return NotFound();
        }

        var isFirst = page.Above is null;
        Items = page.Entry.Title is null ? Listed(page) : [Item(page.Entry, Listed(page))];
        if (isFirst && !map.IsDivided && map.Outside.Count > 0)
        {
            Items = [.. Items.Take(Items.Count - 1)];
            Outside = [.. map.Outside.Children.Select(Whole)];
        }

        if (isFirst && snapshot.Find(page.Url) is { } own)
        {
            Response.Headers.Vary = HeaderNames.Accept;
            if (Request.Variant() == PageVariant.Markdown)
            {
                return Content(MarkdownDocument.Of(own), MarkdownDocument.MediaType);
            }

            OwnText = new HtmlContent(own.Body);
            Frame = new FrameBuilder(snapshot).ForPage(own);
            Frame = Frame with { PreviewNotice = HttpContext.PreviewNotice(), Summary = [], HasComponents = FrameBuilder.ShowsComponents(own), Machines = new MachineMetadataBuilder(snapshot, site).ForPage(own, Frame.Breadcrumb) };
            return Page();
        }

        var title = isFirst ? Texts.SiteMap : Texts.SiteMapOf(Title(page));
        Frame = new FrameBuilder(snapshot).ForNotice(title) with
        {
            Description = isFirst ? Texts.SiteMapDescription : null,
            NoIndex = false,
            Machines = new MachineMetadataBuilder(snapshot, site).ForAddress(Address.Encode(page.Url), title),
            Breadcrumb = Trail(page),
        };
        return Page();
    }

    private static List<MenuItem> Trail(SiteMapPage page)
    {
        var trail = new List<MenuItem>();
        for (var step = page; step is not null; step = step.Above)
        {
            trail.Add(new MenuItem(step.Above is null ? Texts.SiteMap : Name(step.Entry), Address.Encode(step.Url)) { Lang = MarkOf(step.Entry) });
        }

        trail.Add(new MenuItem(Texts.Home, SitePages.Home));
        trail.Reverse();
        return trail;
    }

    // A run of pages alone says nothing: it is named after what it is a run of.
    private static string Title(SiteMapPage page) =>
        page is { Entry: { Title: null, First: > 0 } run, Above.Above: not null } ? $"{Title(page.Above!)}, {Name(run).ToLower(InterfaceLanguage.Current)}" : Name(page.Entry);

    private static string Name(SiteMapEntry entry) =>
        entry.Title ?? (entry.First > 0 ? Texts.PagesFromTo(entry.First, entry.First + entry.Children.Count - 1) : Texts.OutsideMenus);

    private static MenuItem[] Listed(SiteMapPage page)
    {
        // What is right below a section is listed too, where that is not much in all.
        var isOutlined = page.Items.Sum(static item => 1 + item.Children.Count) <= SiteMap.MostLinks;
        return [.. page.Items.Select(item =>
            page.Parts.Count == 0 ? Whole(item)
            : !page.Parts.TryGetValue(item, out var part) ? Item(item, [])
            : item.First > 0 ? new MenuItem(Name(item), Address.Encode(part.Url))
            : item.Title is null ? new MenuItem(Texts.WithCount(Name(item), item.Count), Address.Encode(part.Url))
            : Item(item, [.. isOutlined ? item.Children.Select(static child => Item(child, [])) : [], new MenuItem(Texts.WithCount(Texts.SiteMapOf(item.Title), item.Count), Address.Encode(part.Url))]))];
    }

    private static MenuItem Whole(SiteMapEntry entry) => Item(entry, [.. entry.Children.Select(Whole)]);

    private static MenuItem Item(SiteMapEntry entry, IReadOnlyList<MenuItem> children) => new(Name(entry), entry.Href) { Lang = MarkOf(entry), Children = children };

    // Beside interface texts, what is in another language says so.
    private static string? MarkOf(SiteMapEntry entry) => entry.Lang is null || InterfaceLanguage.MarkOn(entry.Lang) is null ? null : entry.Lang;
}
