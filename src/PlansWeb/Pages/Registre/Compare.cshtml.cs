using Microsoft.AspNetCore.Mvc;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages.Registre;

/// <summary>Administrations by themes: how many actions are known, and how far they are.</summary>
internal sealed class CompareModel(SiteAddress site) : RegisterModel(site)
{
    private ILookup<(Administration, Theme?), PlanAction> _actions = null!;

    /// <summary>The actions of a cell.</summary>
    public IReadOnlyList<PlanAction> Cell(Administration administration, Theme theme) => [.. _actions[(administration, theme)]];

    /// <summary>Counts the register of the request's snapshot.</summary>
    public IActionResult OnGet()
    {
        if (Open() is { } other)
        {
            return other;
        }

        _actions = Register.Actions.ToLookup(static action => (action.Administration, action.Theme));
        return Page();
    }
}
