using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PlansWeb.Content;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Feeds;
using PlansWeb.Hosting;

namespace PlansWeb.Pages;

/// <summary>
/// The search page. It is not kept in the output cache: what anyone may ask for has no bound, and a search costs less than an entry is worth.
/// </summary>
[OutputCache(NoStore = true)]
internal sealed class RechercheModel(SiteAddress site) : SitePageModel
{
    /// <summary>Address of the search page.</summary>
    public const string Route = "/recherche/";

    /// <summary>The address of the register’s list of actions; <see langword="null"/> where the site has no register.</summary>
    public string? Lists => HttpContext.Snapshot().Part<Register>() is { Section: not null } register ? register.Href(RegisterPage.Actions) : null;

    /// <summary>What was found; <see langword="null"/> where nothing was asked.</summary>
    public SearchResults? Results { get; private set; }

    /// <summary>Where a page stands: the titles of the pages above it, outermost first, and the administration that it speaks of.</summary>
    public string PathOf(ContentPage page)
    {
        var snapshot = HttpContext.Snapshot();
        var administration = snapshot.Part<Register>().PageAt(page.Url)?.Administration?.Name ?? snapshot.Part<PlanBook>().Of(page)?.Administration;
        var steps = snapshot.Part<NavigationTree>().Trail(page).Select(static step => step.Title);
        return string.Join(" › ", administration is null || page.Title == administration ? steps : steps.Append(administration));
    }

    /// <summary>The number found and, where there are several pages, the one that is shown.</summary>
    public string Status { get; private set; } = "";

    /// <summary>The language that was asked for; <see langword="null"/> for the site's own.</summary>
    public string? Language => HttpContext.AskedLanguage();

    /// <summary>Address of the search for a text in the same language, percent-encoded.</summary>
    public string Href(string query) => $"{Route}?q={Uri.EscapeDataString(query)}{(Language is null ? "" : "&langue=" + Language)}";

    /// <summary>Searches the request's snapshot: the first <c>q</c>, the first <c>page</c>, nothing else is read.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        // Routing takes other cases, and the address without its slash, for the same page: readers and search engines should have one.
        if (Request.Path.Value != Route)
        {
            return RedirectPermanent(Route + Request.QueryString.ToUriComponent());
        }

        var snapshot = HttpContext.Snapshot();
        var frame = new FrameBuilder(snapshot).ForNotice(Texts.Search) with { Description = Texts.SearchDescription };
        var query = SearchQuery.Parse(Request.Query["q"] is [var first, ..] ? first : null);
        if (query.Text.Length == 0)
        {
            // The page itself may be found; what is found with it, not.
            Frame = frame with
            {
                NoIndex = false,
                Machines = new MachineMetadataBuilder(snapshot, site).ForAddress(Route, Texts.Search),
            };
            return Page();
        }

        Results = await snapshot.Part<SearchIndex>().Search(query, PageNumber(), (Language ?? InterfaceLanguage.Tag).ToLowerInvariant());
        var found = Results.HasAllWords && Results.WithAllWords < Results.Total ? Texts.PagesFound(Results.Total, Results.WithAllWords) : Texts.PagesFound(Results.Total);
        Status = Results.PageCount == 1 ? found : $"{found}, {Formats.PageOf(Results.Page, Results.PageCount)}";
        var title = Texts.SearchFor(query.Text);
        Frame = frame with { HasComponents = Results.PageCount > 1, Title = title, DocumentTitle = Texts.DocumentTitle($"{title}, {Status.ToLower(CultureInfo.InvariantCulture)}") };
        return Page();
    }

    // Whatever is no number means the first page; one that is too high, the last: results may have become fewer since a link was made.
    private int PageNumber() =>
        Request.Query["page"] is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
