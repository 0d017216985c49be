using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Authoring;

/// <summary>What there is to say of a whole snapshot to those who write it. Immutable, made once per snapshot.</summary>
internal sealed partial class Review
{
    private readonly Lazy<IReadOnlyList<ReviewedPage>> _pages;
    private readonly Lazy<Dictionary<string, ReviewedPage>> _byFile;

    /// <summary>Puts pages and problems together.</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="problems">All its problems.</param>
    /// <param name="now">The instant that publication windows are compared with.</param>
    public Review(Snapshot snapshot, IReadOnlyList<Diagnostic> problems, DateTimeOffset now)
    {
        Snapshot = snapshot;
        Problems = problems;
        _pages = new Lazy<IReadOnlyList<ReviewedPage>>(() => PagesAt(now));
        _byFile = new(() => Pages.DistinctBy(static page => page.Page.SourcePath).ToDictionary(static page => page.Page.SourcePath, StringComparer.Ordinal));
    }

    /// <summary>The site that was looked at.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>All problems, by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>All pages, hidden ones included, by file.</summary>
    public IReadOnlyList<ReviewedPage> Pages => _pages.Value;

    /// <summary>How many problems each rule has, the most first.</summary>
    public IReadOnlyList<(DiagnosticRule Rule, int Count)> Figures =>
        [.. Problems.CountBy(static problem => problem.Rule).OrderByDescending(static rule => rule.Value).ThenBy(static rule => rule.Key.Id, StringComparer.Ordinal).Select(static rule => (rule.Key, rule.Value))];

    /// <summary>How many are errors.</summary>
    public int Errors => Problems.Count(static problem => problem.Rule.IsError);

    /// <summary>The page of a file.</summary>
    /// <param name="file">Path below the content folder.</param>
    public ReviewedPage? PageOf(string file) => _byFile.Value.GetValueOrDefault(file);

    // Made when somebody looks: a site that is served only counts problems.
    private IReadOnlyList<ReviewedPage> PagesAt(DateTimeOffset now)
    {
        var byFile = Problems.ToLookup(static problem => problem.File, StringComparer.Ordinal);
        var states = new PageStates(Snapshot, now);
        return
        [
            .. Snapshot.Pages.Concat(Snapshot.Hidden).OrderBy(static page => page.SourcePath, StringComparer.Ordinal).Select(page =>
            {
                var (state, from) = states.Of(page);
                return new ReviewedPage(page, state, from, Weigh(page, Snapshot), [.. byFile[page.SourcePath]]);
            }),
        ];
    }

    private static long Weigh(ContentPage page, Snapshot snapshot)
    {
        var images = Image().Matches(page.Body.Value).Select(static match => match.Groups["address"].Value).Distinct()
            .Select(static address => Address.Normalize(Uri.UnescapeDataString(address)))
            .Select(url => snapshot.FindFile(url) ?? snapshot.HiddenFiles.GetValueOrDefault(url)).OfType<ContentFile>();
        return page.Body.ByteCount + images.Sum(static file => file.Length);
    }

    [GeneratedRegex("<img [^>]*?src=\"(?<address>/[^\"?#]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Image();
}
