using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using PlansWeb.Content.History;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;
using PlansWeb.Feeds;
using PlansWeb.Hosting;
using PlansWeb.Pages.Changes;

namespace PlansWeb.Pages;

/// <summary>Any page of the store, at its address, in the variant that is asked for; the useful 404 for every other address.</summary>
[ContentEndpoint]
internal sealed class ContentModel(SiteAddress site) : SitePageModel
{
    private const string HomeLayout = "/Pages/Shared/Layouts/Home.cshtml";
    private const string PageLayout = "/Pages/Shared/Layouts/Page.cshtml";

    /// <summary>The page; <see langword="null"/> where the address is unknown.</summary>
    public ContentPage? ContentPage { get; private set; }

    /// <summary>The rendered Markdown of the page.</summary>
    public IHtmlContent? Body => ContentPage is null ? null : new HtmlContent(ContentPage.Body);

    /// <summary>The Razor layout that the page's <c>layout</c> names.</summary>
    public string LayoutPath => (Notice is null ? ContentPage?.Layout : null) switch
    {
        _ when IsMadeHome => HomeLayout,
        _ when Whole is not null => "/Pages/Shared/Layouts/WholeBranch.cshtml",
        _ when History is not null => PageLayout,
        "home" => HomeLayout,
        "accessibilite" => "/Pages/Shared/Layouts/Accessibilite.cshtml",
        "ecoconception" => "/Pages/Shared/Layouts/Ecoconception.cshtml",
        "plan" => "/Pages/Shared/Layouts/Plan.cshtml",
        "plans-action" => "/Pages/Shared/Layouts/PlansAction.cshtml",
        _ => PageLayout,
    };

    /// <summary>What is said where there is no page; <see langword="null"/> where there is one.</summary>
    public Notice? Notice { get; private set; }

    /// <summary>Where there is no page: public pages that the address may have meant, the nearest first.</summary>
    public IReadOnlyList<ContentPage> Nearest { get; private set; } = [];

    /// <summary>Where there is no page: the words of the address, to search for.</summary>
    public string AddressWords { get; private set; } = "";

    /// <summary>The page and all below it, where that is what is asked for.</summary>
    public WholeBranch? Whole { get; private set; }

    /// <summary>What changed on the page, where that is what is asked for.</summary>
    public PageHistory? History { get; private set; }

    /// <summary>There is more to tell of what changed than the page's front matter does.</summary>
    public bool HasHistory { get; private set; }

    /// <summary>The page and all below it can be had as one document.</summary>
    public bool OffersWhole { get; private set; }

    // The home page, where the content has none: it is made of the other pages alone.
    private bool IsMadeHome => ContentPage is null && Notice is null;

    /// <summary>Takes the page from the request's snapshot.</summary>
    public IActionResult OnGet()
    {
        var snapshot = HttpContext.Snapshot();
        if (Response.StatusCode == StatusCodes.Status410Gone)
        {
            return Show(Notice.Gone, snapshot);
        }

        var path = Address.Normalize(Request.Path.Value!);
        if (SitePages.IsMadeHome(snapshot, path))
        {
            Frame = new FrameBuilder(snapshot).ForMadeHome() with { Machines = new MachineMetadataBuilder(snapshot, site).ForMadeHome() };
            return Page();
        }

        ContentPage = snapshot.Find(path);
        if (ContentPage is null || ContentPage.Url == Address.NotFoundPage)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;

            // The content may have a page of its own for unknown addresses.
            ContentPage = snapshot.Find(Address.NotFoundPage);
            return Show(Notice.NotFound, snapshot);
        }

        // On all variants: a shared cache that has one must not give it to those who ask for another.
        Response.Headers.Vary = HeaderNames.Accept;
        var variant = Request.Variant();
        if (variant == PageVariant.Markdown)
        {
            return Content(MarkdownDocument.Of(ContentPage), MarkdownDocument.MediaType);
        }

        Frame = new FrameBuilder(snapshot).ForPage(ContentPage);
        Frame = Frame with
        {
            PreviewNotice = HttpContext.PreviewNotice(),
            Machines = new MachineMetadataBuilder(snapshot, site).ForPage(ContentPage, Frame.Breadcrumb),
        };
        Whole = variant == PageVariant.WholeBranch ? WholeBranchBuilder.Build(ContentPage, snapshot, site) : null;
        if (Whole is not null)
        {
            Frame = Frame with
            {
                DocumentTitle = snapshot.Identity.DocumentTitle(Texts.WholeSectionTitle(Frame.Title)),
                HasComponents = Whole.HasComponents || Frame.Plans.Count > 0,
                NoIndex = true,
            };
        }
        else if (variant == PageVariant.History)
        {
            History = PageHistory.Of(ContentPage, snapshot, site);
            Frame = Frame with
            {
                DocumentTitle = Frame.Site.DocumentTitle(Texts.HistoryTitle(Frame.Title)),
                NoIndex = true,
                Summary = [],
                Previous = null,
                Next = null,
                Plans = [],
                Plan = null,

                // The class of words for screen readers alone is in the components' style sheet.
                HasComponents = true,
            };
        }
        else
        {
            OffersWhole = WholeBranchBuilder.IsOffered(ContentPage, snapshot);
            HasHistory = snapshot.Part<SiteHistory>().HasChanged(ContentPage);
        }

        return Page();
    }

    private PageResult Show(Notice notice, Snapshot snapshot)
    {
        var path = Address.Normalize(Request.Path.Value!);
        Notice = notice;
        Nearest = snapshot.Part<NearestPages>().Find(path);
        AddressWords = NearestPages.Words(path);
        Frame = new FrameBuilder(snapshot).ForNotice(ContentPage?.Title ?? notice.Title);
        return Page();
    }
}
