using Microsoft.AspNetCore.Html;
using PlansWeb.Content;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Authoring;

/// <summary>What stands at the end of each page for who writes it: the file, its state, its problems. Closed, it takes one line.</summary>
internal static class Banner
{
    /// <summary>The banner of one address.</summary>
    /// <param name="file">The page's file below the content folder; <see langword="null"/> where the address is no page of the content.</param>
    /// <param name="review">What is known of the current content; <see langword="null"/> while it is being checked.</param>
    /// <param name="failure">The last load, where it failed.</param>
    /// <param name="sources">Where files are opened.</param>
    public static IHtmlContent Of(string? file, Review? review, LoadFailure? failure, SourceLinks sources)
    {
        var page = file is null ? null : review?.PageOf(file);
        var problems = page?.Problems ?? [];
        var name = file is null ? Fragment.Of($"{Texts.RedactionNoFile}") : Fragment.Of($"<code>{TextDirection.WithoutControls(file)}</code>");
        var state = page is null or { State: PageState.Published }
            ? Fragment.None
            : Fragment.Of($" {State(page.State)}");
        var counts = review is null ? Fragment.Of($"{Texts.RedactionChecking}") : page is null ? Fragment.None : Counts(problems);
        var failed = failure is null ? Fragment.None : Fragment.Of($"<p class=\"redaction-alert\">{Texts.RedactionLoadFailed(failure.At, failure.Reason)}</p>\n");
        return Fragment.Of($"""
            <aside class="redaction-banner" aria-label="{Texts.Redaction}">
            {failed}<details>
            <summary><strong>{Texts.Redaction}</strong> {name}{state} {counts}</summary>
            {List(problems, sources)}<p>{Open(file, sources)}<a href="{RedactionAddresses.Overview}">{Texts.RedactionOverview}</a></p>
            </details>
            </aside>

            """);
    }

    /// <summary>The state of a page, in words.</summary>
    public static IHtmlContent State(PageState state) =>
        Fragment.Of($"<span class=\"redaction-state\" data-state=\"{state}\">{Texts.RedactionStateName(state)}</span>");

    /// <summary>How many problems there are, in words.</summary>
    public static IHtmlContent Counts(IReadOnlyList<Diagnostic> problems)
    {
        var errors = problems.Count(static problem => problem.Rule.IsError);
        return problems.Count == 0
            ? Fragment.Of($"{Texts.RedactionFine}")
            : Fragment.Of($"<span class=\"redaction-count\" data-error=\"{(errors > 0 ? "true" : "false")}\">{Texts.RedactionCounts(errors, problems.Count - errors)}</span>");
    }

    /// <summary>Problems with their place, their line, their cause and their cure.</summary>
    public static IHtmlContent List(IEnumerable<Diagnostic> problems, SourceLinks sources)
    {
        var items = problems.Select(problem => Item(problem, sources)).ToArray();
        return items.Length == 0 ? Fragment.None : Fragment.Of($"<ul class=\"redaction-problems\">\n{Fragment.Join(items)}</ul>\n");
    }

    private static IHtmlContent Open(string? file, SourceLinks sources) =>
        file is null ? Fragment.None : Fragment.Of($"<a href=\"{sources.Of(file)}\">{Texts.RedactionOpen}</a> ");

    private static IHtmlContent Item(Diagnostic problem, SourceLinks sources)
    {
        var isError = problem.Rule.IsError;
        var line = string.IsNullOrWhiteSpace(problem.SourceLine) ? Fragment.None : Fragment.Of($"<code class=\"redaction-line\">{problem.SourceLine.Trim()}</code>");
        return Fragment.Of($"""
            <li data-error="{(isError ? "true" : "false")}"><strong>{Texts.RedactionSeverityName(isError)}</strong> <a href="{RedactionAddresses.Overview}?{OverviewFilter.RuleKey}={problem.Rule.Id}">{problem.Rule.Id}</a> <a href="{sources.Of(problem.File, problem.Line)}">{Place(problem)}</a>{line}<span>{problem.Message}</span> <span>{problem.Advice}</span></li>

            """);
    }

    private static string Place(Diagnostic problem) => (problem.Line, problem.Column) switch
    {
        (0, _) => Texts.RedactionOpen,
        (var line, 0) => Texts.RedactionLine(line),
        var (line, column) => Texts.RedactionLineAndColumn(line, column),
    };
}
