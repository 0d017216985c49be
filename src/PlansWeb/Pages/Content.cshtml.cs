using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PlansWeb.Store;

namespace PlansWeb.Pages;

/// <summary>Any page of the store, at its address; the useful 404 for every other address.</summary>
internal sealed class ContentModel : SitePageModel
{
    /// <summary>The page; <see langword="null"/> where the address is unknown.</summary>
    public ContentPage? ContentPage { get; private set; }

    /// <summary>The rendered Markdown of the page.</summary>
    public IHtmlContent? Body => ContentPage?.Body;

    /// <summary>Name of the Razor layout.</summary>
    public string LayoutName => ContentPage?.Layout ?? "page";

    /// <summary>Takes the page from the request's snapshot.</summary>
    public IActionResult OnGet()
    {
        var snapshot = HttpContext.Snapshot();
        var frames = new FrameBuilder(snapshot);
        ContentPage = snapshot.Find(Address.Normalize(Request.Path.Value!));
        if (ContentPage is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;

            // Eleventy sites write their own page for unknown addresses at /404.html.
            ContentPage = snapshot.Find(NotFoundAddress);
            Frame = frames.NotFound();
            return Page();
        }

        if (ContentPage.Url == NotFoundAddress)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Frame = frames.ForPage(ContentPage);
        return Page();
    }

    private const string NotFoundAddress = "/404.html";
}
