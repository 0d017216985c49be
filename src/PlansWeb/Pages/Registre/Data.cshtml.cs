using Microsoft.AspNetCore.Mvc;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages.Registre;

/// <summary>The register as open data: what there is, its licence, its columns.</summary>
internal sealed class DataModel(SiteAddress site) : RegisterModel(site)
{
    /// <summary>Tells of the register of the request's snapshot.</summary>
    public IActionResult OnGet() => Open() ?? Page();
}
