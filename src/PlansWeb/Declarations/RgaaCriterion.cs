namespace PlansWeb.Declarations;

/// <summary>A criterion of the RGAA 4.1.2.</summary>
/// <param name="Number">Its number, such as <c>8.5</c>.</param>
/// <param name="Wording">What it asks, in our own few words.</param>
/// <param name="Evidence">What stands behind it.</param>
/// <param name="Reason">Why it does not apply, where it does not.</param>
internal sealed record RgaaCriterion(string Number, LocalText Wording, RgaaEvidence Evidence, LocalText? Reason = null);
