using PlansWeb.Content.History;
using PlansWeb.Content.Plans;

namespace PlansWeb.Pages.Registre;

/// <summary>An action as an entry of a list.</summary>
/// <param name="Register">What is known.</param>
/// <param name="Action">The action.</param>
/// <param name="IsElsewhere">The list is not its administration's: the entry names the administration, and its title leads to its page.</param>
/// <param name="IsShort">Only the latest reading is shown.</param>
internal sealed record ActionView(Register Register, PlanAction Action, bool IsElsewhere, bool IsShort = false)
{
    /// <summary>What was said of the action before, and is not any more.</summary>
    public IEnumerable<SiteChange> Replaced { get; init; } = [];
}
