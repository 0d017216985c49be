using Microsoft.AspNetCore.Mvc;
using PlansWeb.Content.History;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;

namespace PlansWeb.Pages.Registre;

/// <summary>An administration: its documents, its actions by theme, what is known of each.</summary>
internal sealed class AdministrationModel(SiteAddress site) : RegisterModel(site)
{
    private const int MostReadings = 60;

    /// <summary>Its documents.</summary>
    public IReadOnlyList<PlanPaper> Papers { get; private set; } = [];

    /// <summary>What was corrected of it.</summary>
    public SiteHistory History => HttpContext.Snapshot().Part<SiteHistory>();

    /// <summary>Its actions by theme, in the order of the themes; those without a theme last.</summary>
    public IReadOnlyList<(Theme? Theme, IReadOnlyList<PlanAction> Actions)> Themes { get; private set; } = [];

    /// <summary>There are more readings than a page should weigh: it shows the latest of each action.</summary>
    public bool IsLong => Themes.Sum(static theme => theme.Actions.Sum(static action => action.Readings.Count)) > MostReadings;

    /// <summary>The actions that were there once.</summary>
    public IReadOnlyList<SiteChange> Gone { get; private set; } = [];

    /// <summary>What is measured there.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    /// <summary>Shows what the register knows of it.</summary>
    public IActionResult OnGet()
    {
        if (Open() is { } other)
        {
            return other;
        }

        var actions = Register.ActionsOf(Administration!).ToArray();
        Papers = [.. Register.PapersOf(Administration!)];
        Themes = [.. Register.Themes.Cast<Theme?>().Append(null).Select(theme => (theme, (IReadOnlyList<PlanAction>)[.. actions.Where(action => action.Theme == theme)])).Where(static group => group.Item2.Count > 0)];
        Indicators = [.. Register.Indicators.Where(indicator => indicator.Administration == Administration)];
        Gone = [.. History.ActionsGone(ContentPage, Register)];
        var description = $"{RegisterTexts.ActionsKnown(actions)} {ContentPage.Description}";
        Frame = Frame with { Description = description, Summary = [] };
        return Page();
    }
}
