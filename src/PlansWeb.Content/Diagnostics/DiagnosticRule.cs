namespace PlansWeb.Content.Diagnostics;

/// <summary>
/// A kind of problem. The <paramref name="Id"/> is what an editor sees and looks up in the guide: it never changes meaning.
/// </summary>
/// <param name="Id">Lower-case French words joined by hyphens, such as <c>titre-manquant</c>.</param>
/// <param name="Severity">The severity of every problem of this kind.</param>
internal sealed record DiagnosticRule(string Id, Severity Severity)
{
    /// <summary>Readers do not see something, or something does not work.</summary>
    public bool IsError => Severity == Severity.Error;
}
