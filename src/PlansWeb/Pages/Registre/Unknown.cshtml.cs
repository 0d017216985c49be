using Microsoft.AspNetCore.Mvc;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages.Registre;

/// <summary>What is not known: made of the holes of the register.</summary>
/// <param name="site">The public address.</param>
/// <param name="clock">Tells of which actions nothing was heard for a year. The cache keeps the page for a day at most.</param>
internal sealed class UnknownModel(SiteAddress site, TimeProvider clock) : RegisterModel(site)
{
    /// <summary>Documents that were listed and cannot be read.</summary>
    public IReadOnlyList<PlanPaper> Papers { get; private set; } = [];

    /// <summary>Administrations of which no action is known.</summary>
    public IReadOnlyList<Administration> Silent { get; private set; } = [];

    /// <summary>Administrations of which no document is known.</summary>
    public IReadOnlyList<Administration> WithoutPaper { get; private set; } = [];

    /// <summary>Actions of which no status was published.</summary>
    public IReadOnlyList<PlanAction> WithoutStatus { get; private set; } = [];

    /// <summary>Actions that are not done or given up, and of which nothing was heard for a year, by administration.</summary>
    public IReadOnlyList<(Administration Administration, IReadOnlyList<PlanAction> Actions)> Old { get; private set; } = [];

    /// <summary>Targets of which no value is known.</summary>
    public IReadOnlyList<Indicator> Aims { get; private set; } = [];

    /// <summary>Looks for the holes.</summary>
    public IActionResult OnGet()
    {
        if (Open() is { } other)
        {
            return other;
        }

        var yearAgo = RegisterDate.Of(clock.GetUtcNow().AddYears(-1));
        Papers = [.. Register.Papers.Where(static paper => !paper.IsThere)];
        Silent = [.. Register.Administrations.Where(administration => !Register.ActionsOf(administration).Any())];
        WithoutPaper = [.. Register.Administrations.Where(administration => !Register.PapersOf(administration).Any())];
        WithoutStatus = [.. Register.Actions.Where(static action => action.Status is null)];
        Old =
        [
            .. Register.Actions.Where(action => action.Status is not (null or ActionStatus.Done or ActionStatus.Dropped) && action.LastNews?.CompareTo(yearAgo) < 0)
                .GroupBy(static action => action.Administration).Select(static group => (group.Key, (IReadOnlyList<PlanAction>)[.. group])),
        ];
        Aims = [.. Register.Indicators.Where(static indicator => indicator.Aim is not null && indicator.Latest is null)];
        return Page();
    }
}
