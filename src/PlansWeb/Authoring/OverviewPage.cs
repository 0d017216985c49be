using Microsoft.AspNetCore.Html;
using PlansWeb.Content;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Authoring;

/// <summary>The page <c>/_redaction/</c>: all pages and all problems, filtered by a form that needs no script.</summary>
/// <param name="review">What there is to show.</param>
/// <param name="filter">What of it is asked for.</param>
/// <param name="failure">The last load, where it failed.</param>
/// <param name="sources">Where files are opened.</param>
/// <param name="isChecking">A newer content is being checked.</param>
internal sealed class OverviewPage(Review review, OverviewFilter filter, LoadFailure? failure, SourceLinks sources, bool isChecking)
{
    // More rows than anyone reads; a table of ten thousand takes browsers seconds.
    private const int MostRows = 200;

    /// <summary>The whole document.</summary>
    /// <param name="head">What reloads it.</param>
    public IHtmlContent Html(IHtmlContent head) => Fragment.Of($"""
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <title>{review.Snapshot.Identity.DocumentTitle(Texts.Redaction)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <link rel="stylesheet" href="/css/site.css">
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        {head}</head>
        <body class="redaction">
        <main class="fr-container" id="contenu">
        <p><a href="/">{Texts.BackToHome}</a></p>
        <h1>{Texts.Redaction}</h1>
        <p>{Texts.RedactionSummary(review.Pages.Count, Count(Severity.Error), Count(Severity.Warning))} {Texts.RedactionLoadedAt(review.Snapshot.LoadedAt)}</p>
        {News()}{Form()}{Pages()}{Problems()}</main>
        </body>
        </html>

        """);

    private int Count(Severity severity) => review.Problems.Count(problem => problem.Rule.Severity == severity);

    private IHtmlContent News() => Fragment.Join(
    [
        failure is null ? Fragment.None : Fragment.Of($"<p class=\"redaction-alert\"><strong>{Texts.RedactionLoadFailed(failure.At, failure.Reason)}</strong></p>\n"),
        isChecking ? Fragment.Of($"<p>{Texts.RedactionChecking}</p>\n") : Fragment.None,
    ]);

    private IHtmlContent Form() => Fragment.Of($"""
        <form class="redaction-filters" action="{RedactionAddresses.Overview}" aria-label="{Texts.RedactionFilter}">
        {Field(OverviewFilter.StateKey, Texts.RedactionState, Options(filter.State, Enum.GetValues<PageState>(), static state => Texts.RedactionStateName(state)))}
        {Field(OverviewFilter.SeverityKey, Texts.RedactionSeverity, Options(filter.Severity, [Severity.Error, Severity.Warning], static severity => Texts.RedactionSeverityName(severity == Severity.Error)))}
        {Field(OverviewFilter.RuleKey, Texts.RedactionRule, Rules())}
        <p><label for="texte">{Texts.RedactionText}</label><input class="fr-input" id="texte" name="{OverviewFilter.TextKey}" type="search" maxlength="{OverviewFilter.LongestText}" value="{filter.Text}"></p>
        <p><button class="fr-btn">{Texts.RedactionFilter}</button> <a href="{RedactionAddresses.Overview}">{Texts.RedactionShowAll}</a></p>
        </form>

        """);

    private static IHtmlContent Field(string name, string label, IHtmlContent options) => Fragment.Of(
        $"<p><label for=\"{name}\">{label}</label><select class=\"fr-input\" id=\"{name}\" name=\"{name}\"><option value=\"\">{Texts.RedactionAny}</option>{options}</select></p>");

    private static IHtmlContent Options<T>(T? chosen, T[] values, Func<T, string> name)
        where T : struct, Enum => Fragment.Join(values.Select(value => Option(value.ToString(), name(value), value.Equals(chosen))));

    private IHtmlContent Rules()
    {
        var counts = review.Problems.CountBy(static problem => problem.Rule.Id).ToDictionary(StringComparer.Ordinal);
        if (filter.Rule.Length > 0)
        {
            counts.TryAdd(filter.Rule, 0);
        }

        return Fragment.Join(counts.OrderBy(static rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => Option(rule.Key, $"{rule.Key} ({rule.Value})", rule.Key == filter.Rule)));
    }

    private static IHtmlContent Option(string value, string text, bool isChosen) =>
        Fragment.Of($"<option value=\"{value}\"{(isChosen ? Fragment.Of($" selected") : Fragment.None)}>{text}</option>");

    private IHtmlContent Pages()
    {
        var pages = filter.Pages(review).ToArray();
        return Part(Texts.RedactionPages, pages.Length, Fragment.Of($"""
            <table class="redaction-pages">
            <thead><tr><th scope="col">{Texts.RedactionPage}</th><th scope="col">{Texts.RedactionState}</th><th scope="col">{Texts.RedactionFile}</th><th scope="col">{Texts.RedactionDates}</th><th scope="col">{Texts.RedactionWeight}</th><th scope="col">{Texts.RedactionProblems}</th></tr></thead>
            <tbody>
            {Fragment.Join(pages.Take(MostRows).Select(Row))}</tbody>
            </table>

            """));
    }

    private IHtmlContent Row(ReviewedPage reviewed)
    {
        var page = reviewed.Page;
        return Fragment.Of($"""
            <tr><td><a href="{page.Href}">{page.Title}</a><br>{page.Url}</td><td data-label="{Texts.RedactionState}">{State(reviewed)}</td><td data-label="{Texts.RedactionFile}"><a href="{sources.Of(page.SourcePath)}"><code>{page.SourcePath}</code></a></td><td data-label="{Texts.RedactionDates}">{Dates(page)}</td><td data-label="{Texts.RedactionWeight}">{French.Size(reviewed.Weight)}</td><td data-label="{Texts.RedactionProblems}">{Banner.Counts(reviewed.Problems)}</td></tr>

            """);
    }

    private static IHtmlContent State(ReviewedPage page) => page.StateFrom is null
        ? Banner.State(page.State)
        : Fragment.Of($"{Banner.State(page.State)} {Texts.RedactionBecauseOf(page.StateFrom.Title)}");

    private static IHtmlContent Dates(ContentPage page) => Fragment.Join(
        new (string Label, DateTimeOffset? Instant, bool HasTime)[]
        {
            (Texts.RedactionDated, page.Date, false),
            (Texts.RedactionUpdated, page.Updated, false),
            (Texts.RedactionPublicFrom, page.Publication.From, true),
            (Texts.RedactionPublicUntil, page.Publication.Until, true),
        }
        .Where(static date => date.Instant is not null)
        .Select(static date => Fragment.Of(
            $"<span>{date.Label} {(date.HasTime ? French.DateAndTime(date.Instant!.Value) : French.Date(date.Instant!.Value))}</span><br>")));

    private IHtmlContent Problems()
    {
        var problems = filter.Problems(review).ToArray();
        return Part(
            Texts.RedactionProblems, problems.Length,
            Fragment.Join(problems.Take(MostRows).GroupBy(static problem => problem.File, StringComparer.Ordinal).Select(OfFile)));
    }

    private IHtmlContent OfFile(IGrouping<string, Diagnostic> file) => review.PageOf(file.Key)?.Page is { } page
        ? Fragment.Of($"<h3><a href=\"{sources.Of(file.Key)}\"><code>{file.Key}</code></a> <a href=\"{page.Href}\">{page.Title}</a></h3>\n{Banner.List(file, sources)}")
        : Fragment.Of($"<h3><a href=\"{sources.Of(file.Key)}\"><code>{file.Key}</code></a></h3>\n{Banner.List(file, sources)}");

    // A list below its heading. What it has too many of is said; where it has none, so is that.
    private static IHtmlContent Part(string title, int count, IHtmlContent list)
    {
        var remark = count == 0 ? Texts.RedactionNothing : count > MostRows ? Texts.RedactionCut(MostRows) : null;
        return Fragment.Join(
        [
            Fragment.Of($"<h2>{Texts.RedactionPart(title, count)}</h2>\n"),
            remark is null ? Fragment.None : Fragment.Of($"<p>{remark}</p>\n"),
            count == 0 ? Fragment.None : list,
        ]);
    }
}
