using Microsoft.AspNetCore.Mvc;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages.Registre;

/// <summary>What is measured: the State's targets and what is known of them, then what administrations measured.</summary>
internal sealed class IndicatorsModel(SiteAddress site) : RegisterModel(site)
{
    /// <summary>Those with a target.</summary>
    public IReadOnlyList<Indicator> Aims { get; private set; } = [];

    /// <summary>Those that were measured by series or by category: a table each.</summary>
    public IReadOnlyList<Indicator> Tables { get; private set; } = [];

    /// <summary>The others: figures alone, or over time.</summary>
    public IReadOnlyList<Indicator> Figures { get; private set; } = [];

    /// <summary>Sorts the indicators of the request's snapshot.</summary>
    public IActionResult OnGet()
    {
        if (Open() is { } other)
        {
            return other;
        }

        var kinds = Register.Indicators.ToLookup(static indicator => indicator.Aim is not null ? 0 : indicator.Rows.Any(static row => row.Category.Length > 0) ? 1 : 2);
        (Aims, Tables, Figures) = ([.. kinds[0]], [.. kinds[1]], [.. kinds[2]]);
        return Page();
    }
}
