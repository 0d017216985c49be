namespace PlansWeb.Content.Diagnostics;

/// <summary>Something an editor should mend, told in French, with the place in the file as the editor's program counts it.</summary>
/// <param name="Rule">The kind of problem.</param>
/// <param name="File">Path below the content folder, with <c>/</c>.</param>
/// <param name="Line">Line in the file, from 1; 0 where the problem concerns the file as a whole.</param>
/// <param name="Column">Column in the line, from 1; 0 where unknown.</param>
/// <param name="Message">What is wrong: one French sentence.</param>
/// <param name="Advice">What to do: one French sentence.</param>
internal sealed record Diagnostic(DiagnosticRule Rule, string File, int Line, int Column, string Message, string Advice)
{
    /// <summary>A problem of the file that is being read: whoever reads it adds its name (<c>DiagnosticLog.Add</c>).</summary>
    public static Diagnostic Here(DiagnosticRule rule, int line, int column, string message, string advice) => new(rule, "", line, column, message, advice);

    /// <summary>The line itself, when it is known.</summary>
    public string? SourceLine { get; init; }

    /// <summary><c>file:line:column</c>, the form that editors' programs turn into a link; parts that are unknown are left out.</summary>
    public string Location => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };

    /// <summary>
    /// Leaves out what only follows from another problem: beside Git's markers all else of a file, and a key's spelling where it is told that
    /// the key hides the page. Each is told once.
    /// </summary>
    public static IReadOnlyList<Diagnostic> WithoutFollowUps(IReadOnlyList<Diagnostic> problems)
    {
        var conflicts = problems.Where(static problem => problem.Rule == DiagnosticRules.GitConflict).Select(static problem => problem.File).ToHashSet(StringComparer.Ordinal);
        var hiding = problems.Where(static problem => problem.Rule == DiagnosticRules.HidingKey).Select(static problem => (problem.File, problem.Line)).ToHashSet();
        return
        [
            .. problems.Where(problem => problem.Rule == DiagnosticRules.GitConflict || !conflicts.Contains(problem.File))
                .Where(problem => problem.Rule != DiagnosticRules.UnknownKey || !hiding.Contains((problem.File, problem.Line))).Distinct(),
        ];
    }
}
