using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// Gathers the problems of one file while it is read. Not thread-safe: a file is read by one thread.
/// </summary>
/// <param name="file">Path below the content folder, with <c>/</c>.</param>
/// <param name="text">Gives the whole file, where the line of a problem is quoted.</param>
internal sealed class DiagnosticLog(string file, Func<string> text)
{
    private readonly List<Diagnostic> _problems = [];

    /// <summary>Begins with the text at hand.</summary>
    /// <param name="file">Path below the content folder, with <c>/</c>.</param>
    /// <param name="text">The whole file.</param>
    public DiagnosticLog(string file, string text)
        : this(file, () => text)
    {
    }

    /// <summary>Goes on with what was reported of a file.</summary>
    /// <param name="file">Path below the content folder.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="found">What was reported so far.</param>
    public DiagnosticLog(string file, string text, IEnumerable<Diagnostic> found)
        : this(file, text) => _problems.AddRange(found);

    /// <summary>What was reported so far, in order.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reports a problem at a place of the file.</summary>
    /// <param name="rule">The kind of problem.</param>
    /// <param name="line">Line in the file, from 1; 0 for the file as a whole.</param>
    /// <param name="column">Column, from 1; 0 where unknown.</param>
    /// <param name="message">What is wrong, in French.</param>
    /// <param name="advice">What to do, in French.</param>
    public void Report(DiagnosticRule rule, int line, int column, string message, string advice) =>
        Add(Diagnostic.Here(rule, line, column, message, advice));

    /// <summary>Adds a problem that was found in the file, with its name and the line.</summary>
    public void Add(Diagnostic found) => _problems.Add(found with { File = file, SourceLine = TextPositions.LineAt(text(), found.Line) });

    /// <summary>Reports a problem where a value was written, which may be another file than the page's: a directory's data.</summary>
    public void ReportAt(DiagnosticRule rule, SourcePosition position, string message, string advice)
    {
        if (position.File.Length == 0 || position.File == file)
        {
            Report(rule, position.Line, position.Column, message, advice);
        }
        else
        {
            _problems.Add(new Diagnostic(rule, position.File, position.Line, position.Column, message, advice));
        }
    }
}
