using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PlansWeb.Pages;

/// <summary>Base of every page of the site: the layouts take its <see cref="Frame"/>.</summary>
public abstract class SitePageModel : PageModel
{
    /// <summary>What stands around the page's body. Set by the handler.</summary>
    public Frame Frame { get; protected set; } = null!;
}
