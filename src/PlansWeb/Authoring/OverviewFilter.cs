using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Authoring;

/// <summary>What the overview is to show. Whatever is not understood asks for nothing.</summary>
/// <param name="State">Only pages in this state, and their problems.</param>
/// <param name="Severity">Only problems of this severity, and pages that have some.</param>
/// <param name="Rule">Only problems of the rule with this id, and pages that have some.</param>
/// <param name="Text">Only what has this text in its title, address, file or message; case does not count.</param>
internal sealed record OverviewFilter(PageState? State, Severity? Severity, string Rule, string Text)
{
    /// <summary>Names of the form's fields.</summary>
    public const string StateKey = "etat", SeverityKey = "gravite", RuleKey = "regle", TextKey = "q";

    /// <summary>The most that is looked for, in characters.</summary>
    public const int LongestText = 100;

    /// <summary>Reads the form.</summary>
    public static OverviewFilter Read(IQueryCollection query)
    {
        var text = query[TextKey].ToString().Trim();
        return new OverviewFilter(
            Read<PageState>(query[StateKey]), Read<Severity>(query[SeverityKey]), query[RuleKey].ToString(),
            text.Length > LongestText ? text[..LongestText] : text);
    }

    /// <summary>The pages to show.</summary>
    public IEnumerable<ReviewedPage> Pages(Review review) => review.Pages.Where(page =>
        (State is null || page.State == State)
        && ((Severity is null && Rule.Length == 0) || page.Problems.Any(IsOfKind))
        && (Has(page.Page.Title) || Has(page.Page.Url) || Has(page.Page.SourcePath) || page.Problems.Any(Says)));

    /// <summary>The problems to show.</summary>
    public IEnumerable<Diagnostic> Problems(Review review) => review.Problems.Where(problem =>
        IsOfKind(problem) && (State is null || review.PageOf(problem.File)?.State == State)
        && (Says(problem) || (review.PageOf(problem.File)?.Page is { } page && (Has(page.Title) || Has(page.Url)))));

    private bool IsOfKind(Diagnostic problem) => (Severity is null || problem.Rule.Severity == Severity) && (Rule.Length == 0 || problem.Rule.Id == Rule);

    private bool Says(Diagnostic problem) => Has(problem.File) || Has(problem.Message) || Has(problem.Advice) || Has(problem.Rule.Id);

    private bool Has(string text) => text.Contains(Text, StringComparison.CurrentCultureIgnoreCase);

    private static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
