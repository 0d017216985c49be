using System.Globalization;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Commands;

/// <summary>A check for people: file by file, each problem with its line, its cause and what to do.</summary>
/// <param name="terminal">Where it is written.</param>
internal sealed class TextReport(Terminal terminal)
{
    private const int Bold = 1;
    private const int Faint = 2;
    private const int Red = 31;
    private const int Green = 32;
    private const int Yellow = 33;

    private const int WidestQuote = 110;

    /// <summary>Writes the report.</summary>
    public void Write(CheckReport report)
    {
        WriteBeginning(report);
        foreach (var file in report.Problems.GroupBy(static problem => problem.File))
        {
            terminal.Output.WriteLine(terminal.Style(file.Key, Bold));
            foreach (var problem in file)
            {
                Write(problem, report.PathOf(problem));
            }

            terminal.Output.WriteLine();
        }

        WriteSummary(report);
    }

    // What one who comes from Eleventy asks first.
    private void WriteBeginning(CheckReport report)
    {
        var tags = report.UnknownTags;
        terminal.Output.WriteLine(terminal.Style(string.Join("\u00a0; ",
            Count(report.Served, "page servie", "pages servies"),
            Count(report.OtherAddresses, "fichier à une autre adresse que dans Eleventy", "fichiers à une autre adresse que dans Eleventy"),
            Count(tags.Sum(static rule => rule.Count), "balise non comprise", "balises non comprises")
                + (tags.Count == 0 ? "" : $" ({string.Join(", ", tags.Select(static rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Count} {rule.Rule.Id}")))})")) + ".", Bold));
        terminal.Output.WriteLine();
    }

    private void Write(Diagnostic problem, string path)
    {
        var isError = problem.Rule.IsError;
        var severity = terminal.Style(isError ? "erreur" : "avertissement", isError ? Red : Yellow);
        terminal.Output.WriteLine($"  {path}{problem.Location[problem.File.Length..]}  {severity}  {problem.Rule.Id}");
        WriteLine(problem);
        terminal.Output.WriteLine("    " + problem.Message);
        terminal.Output.WriteLine("    → " + problem.Advice);
    }

    // The line, cut around the column when it is long: editors write paragraphs in one line.
    private void WriteLine(Diagnostic problem)
    {
        if (string.IsNullOrWhiteSpace(problem.SourceLine))
        {
            return;
        }

        var line = problem.SourceLine.Replace('\t', ' ');
        var column = Math.Min(Math.Max(problem.Column - 1, 0), line.Length);
        var start = column < WidestQuote - 30 ? 0 : column - 40;
        var end = Math.Min(line.Length, start + WidestQuote);
        var before = start > 0 ? "…" : "";
        var after = end < line.Length ? "…" : "";
        terminal.Output.WriteLine(terminal.Style("    │ ", Faint) + before + line[start..end].TrimEnd() + after);
        if (problem.Column > 0)
        {
            terminal.Output.WriteLine(terminal.Style("    │ ", Faint) + new string(' ', before.Length + column - start) + terminal.Style("^", Bold));
        }
    }

    private void WriteSummary(CheckReport report)
    {
        var pages = Count(report.Pages, "page vérifiée", "pages vérifiées");
        if (report.Problems.Count == 0)
        {
            terminal.Output.WriteLine(terminal.Style($"{pages}, rien à corriger.", Green));
            return;
        }

        var errors = Count(report.Errors, "erreur", "erreurs");
        var warnings = Count(report.Warnings, "avertissement", "avertissements");
        terminal.Output.WriteLine($"{pages}\u00a0: {terminal.Style(errors, report.Errors > 0 ? Red : Green)}, {terminal.Style(warnings, report.Warnings > 0 ? Yellow : Green)}.");
        foreach (var rule in report.Problems.GroupBy(static problem => problem.Rule).OrderByDescending(static rule => rule.Key.Severity)
            .ThenByDescending(static rule => rule.Count()).ThenBy(static rule => rule.Key.Id, StringComparer.Ordinal))
        {
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Count(),5}  {rule.Key.Id}"));
        }

        terminal.Output.WriteLine("Chaque nom de règle est expliqué, exemple à l’appui, dans GUIDE.md.");
    }

    // In French, nothing is singular.
    private static string Count(int number, string one, string several) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number < 2 ? one : several)}");
}
