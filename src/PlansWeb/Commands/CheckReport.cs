using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Commands;

/// <summary>What a check found.</summary>
/// <param name="Folder">Absolute path of the content folder.</param>
/// <param name="Pages">How many pages were looked at, drafts included.</param>
/// <param name="Served">How many of them readers can see.</param>
/// <param name="Problems">The problems, by file, line and column.</param>
internal sealed record CheckReport(string Folder, int Pages, int Served, IReadOnlyList<Diagnostic> Problems)
{
    private static readonly DiagnosticRule[] s_addresses =
        [DiagnosticRules.Permalink, DiagnosticRules.DuplicateAddress, DiagnosticRules.TemplateFile, DiagnosticRules.EleventyKey, DiagnosticRules.HidingScript];

    private static readonly DiagnosticRule[] s_tags =
        [DiagnosticRules.UnknownTag, DiagnosticRules.Nunjucks, DiagnosticRules.Shortcode, DiagnosticRules.UnknownFilter, DiagnosticRules.Liquid];

    /// <summary>How many files are not at the address that Eleventy gives them.</summary>
    public int OtherAddresses => Problems.Where(static problem => s_addresses.Contains(problem.Rule)).DistinctBy(static problem => problem.File).Count();

    /// <summary>The tags that were not understood: how many, by their kind.</summary>
    public IReadOnlyList<(DiagnosticRule Rule, int Count)> UnknownTags =>
        [.. Problems.Where(static problem => s_tags.Contains(problem.Rule)).CountBy(static problem => problem.Rule).OrderByDescending(static rule => rule.Value)
            .ThenBy(static rule => rule.Key.Id, StringComparer.Ordinal).Select(static rule => (rule.Key, rule.Value))];

    /// <summary>A problem's file from the working directory, as terminals, editors and CI make links of it.</summary>
    public string PathOf(Diagnostic problem)
    {
        var below = Path.GetRelativePath(Directory.GetCurrentDirectory(), Folder);
        return Path.Combine(below.StartsWith("..", StringComparison.Ordinal) ? Folder : below == "." ? "" : below, problem.File);
    }

    /// <summary>How many are errors.</summary>
    public int Errors { get; } = Problems.Count(static problem => problem.Rule.IsError);

    /// <summary>How many are warnings.</summary>
    public int Warnings => Problems.Count - Errors;
}
