using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>
/// Looks at the whole loaded site and at its HTML, for what no single file shows: links, images, headings, redirects. It takes longer than a
/// load, so it runs for <c>PlansWeb check</c>, and in the background of a site, after what it looks at was published.
/// </summary>
/// <param name="clock">Tells which pages are due for review.</param>
internal sealed class SiteChecker(TimeProvider clock)
{
    private readonly IPageRule[] _rules =
        [
            new FrontMatterRule(), new LinkRule(), new LinkTextRule(), new ImageRule(), new HeadingRule(), new TableRule(), new NameRule(), new LanguageRule(),
            new MarkupRule(),
            new PlanRule(), new ReviewRule(clock), new DeclarationRule(),
        ];

    /// <summary>All problems, those of the load included, by file, line and column; without those that a page's <c>ignore</c> names.</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="root">The content folder that it was loaded from.</param>
    /// <param name="before">Addresses that were public before, and should be answered still.</param>
    /// <param name="processors">How many processors it takes at most; all of them where it is not said.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<Diagnostic> Check(Snapshot snapshot, string root, IReadOnlyList<KnownAddress>? before = null, int? processors = null, CancellationToken stop = default)
    {
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = processors ?? Environment.ProcessorCount, CancellationToken = stop };
        var site = new SiteAddresses(snapshot, root);
        var pages = snapshot.Pages.Select(static page => (Page: page, IsHidden: false))
            .Concat(snapshot.Hidden.Select(static page => (Page: page, IsHidden: true))).DistinctBy(static page => page.Page.SourcePath).ToArray();
        var found = new IReadOnlyList<Diagnostic>[pages.Length];
        Parallel.For(0, pages.Length, parallelism, i =>
        {
            var page = new CheckedPage(pages[i].Page, pages[i].IsHidden, root);
            foreach (var rule in _rules)
            {
                rule.Check(page, site);
            }

            found[i] = page.Problems;
        });

        var silent = pages.Select(static page => (page.Page.SourcePath, Ids: Silence.Of(page.Page))).Where(static page => page.Ids.Count > 0)
            .ToDictionary(static page => page.SourcePath, static page => page.Ids, StringComparer.Ordinal);
        return
        [
            .. Diagnostic.WithoutFollowUps(
                [.. snapshot.Problems, .. found.SelectMany(static problems => problems), .. new RedirectRule(site, root).Check(), .. new ReservedAddressRule(snapshot).Check(), .. new FolderRule(snapshot, root).Check(), .. new LostAddressRule(before ?? [], site).Check()])
                .Where(problem => !silent.TryGetValue(problem.File, out var ids) || !ids.Contains(problem.Rule.Id))
                .OrderBy(static problem => problem.File, StringComparer.Ordinal).ThenBy(static problem => problem.Line).ThenBy(static problem => problem.Column)
                .Select(problem => Quoted(problem, root)),
        ];
    }

    // Problems across pages are found where no source is at hand.
    private static Diagnostic Quoted(Diagnostic problem, string root) =>
        problem.SourceLine is null && problem.Line > 0 ? problem with { SourceLine = SourceText.Read(root, problem.File).LineAt(problem.Line) } : problem;
}
