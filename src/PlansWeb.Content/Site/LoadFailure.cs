namespace PlansWeb.Content.Site;

/// <summary>A load that failed; what was loaded before stays.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why, for ops.</param>
internal sealed record LoadFailure(DateTimeOffset At, string Reason);
