using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Commands;

/// <summary>What a check found.</summary>
/// <param name="Folder">Absolute path of the content folder.</param>
/// <param name="Pages">How many pages were looked at, drafts included.</param>
/// <param name="Problems">The problems, by file, line and column.</param>
internal sealed record CheckReport(string Folder, int Pages, IReadOnlyList<Problem> Problems)
{
    /// <summary>How many are errors.</summary>
    public int Errors { get; } = Problems.Count(static problem => problem.Rule.Severity == Severity.Error);

    /// <summary>How many are warnings.</summary>
    public int Warnings => Problems.Count - Errors;
}
