using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Authoring;

/// <summary>What there is to say of a whole snapshot to those who write it. Immutable, made once per snapshot.</summary>
internal sealed partial class Review
{
    private readonly Dictionary<string, ReviewedPage> _byFile;

    /// <summary>Puts pages and problems together.</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="problems">All its problems.</param>
    /// <param name="now">The instant that publication windows are compared with.</param>
    public Review(Snapshot snapshot, IReadOnlyList<Diagnostic> problems, DateTimeOffset now)
    {
        Snapshot = snapshot;
        Problems = problems;
        var byFile = problems.ToLookup(static problem => problem.File, StringComparer.Ordinal);
        var states = new PageStates(snapshot, now);
        Pages =
        [
            .. snapshot.Pages.Concat(snapshot.Hidden).OrderBy(static page => page.SourcePath, StringComparer.Ordinal).Select(page =>
            {
                var (state, from) = states.Of(page);
                return new ReviewedPage(page, state, from, Weigh(page, snapshot), [.. byFile[page.SourcePath]]);
            }),
        ];
        _byFile = Pages.DistinctBy(static page => page.Page.SourcePath).ToDictionary(static page => page.Page.SourcePath, StringComparer.Ordinal);
    }

    /// <summary>The site that was looked at.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>All problems, by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>All pages, hidden ones included, by file.</summary>
    public IReadOnlyList<ReviewedPage> Pages { get; }

    /// <summary>The page of a file.</summary>
    /// <param name="file">Path below the content folder.</param>
    public ReviewedPage? PageOf(string file) => _byFile.GetValueOrDefault(file);

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
