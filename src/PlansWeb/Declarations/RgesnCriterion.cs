namespace PlansWeb.Declarations;

/// <summary>A criterion of the RGESN 2024.</summary>
/// <param name="Number">Its number, such as <c>4.15</c>.</param>
/// <param name="Priority">How much it counts.</param>
/// <param name="Wording">What it asks, in our own few words.</param>
/// <param name="Evidence">What stands behind it.</param>
/// <param name="Reason">What proves it, what is missing, or why it does not apply.</param>
internal sealed record RgesnCriterion(string Number, RgesnPriority Priority, LocalText Wording, RgesnEvidence Evidence, LocalText Reason)
{
    /// <summary>The criterion counts in the score.</summary>
    public bool IsApplicable => Evidence != RgesnEvidence.None;

    /// <summary>The criterion is met, and that can be shown.</summary>
    public bool IsValidated => Evidence is RgesnEvidence.Test or RgesnEvidence.Document;

    /// <summary>Its weight in the score.</summary>
    public decimal Weight => Priority switch
    {
        RgesnPriority.High => 1.5m,
        RgesnPriority.Recommended => 1.25m,
        _ => 1m,
    };
}
