using Microsoft.AspNetCore.Mvc;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Feeds;

namespace PlansWeb.Pages.Registre;

/// <summary>The register as open data: what there is, its licence, its columns.</summary>
internal sealed class DataModel(SiteAddress site) : RegisterModel(site)
{
    /// <summary>The address of the feed of readings; <see langword="null"/> where the site does not know its own.</summary>
    public string? Feed => Site.IsKnown ? MachineDocuments.FeedAddress(Register.Href(RegisterPage.Actions)) : null;

    /// <summary>Tells of the register of the request's snapshot.</summary>
    public IActionResult OnGet() => Open() ?? Page();
}
