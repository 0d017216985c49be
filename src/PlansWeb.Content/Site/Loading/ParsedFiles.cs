using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.Site.Loading;

/// <summary>The Markdown files of a load, parsed, in ordinal order of their paths.</summary>
internal sealed class ParsedFiles
{
    private static readonly ParallelOptions s_parallelism = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private readonly ParsedFile[] _pages;

    private readonly IReadOnlyList<Diagnostic> _problems = [];

    private ParsedFiles(ParsedFile[] pages)
    {
        _pages = pages;
        Sources = [.. pages.Select(static file => file.Page).OfType<ParsedPage>()];
    }

    private ParsedFiles(ParsedFiles before, IReadOnlyList<ParsedPage> sources, IReadOnlyList<Diagnostic> problems)
    {
        _pages = before._pages;
        _problems = problems;
        Sources = sources;
    }

    /// <summary>No page.</summary>
    public static ParsedFiles None { get; } = new([]);

    /// <summary>The files, those that are no text included.</summary>
    public ReadOnlyMemory<ParsedFile> All => _pages;

    /// <summary>Those that are text; of a file that makes several pages, each.</summary>
    public IReadOnlyList<ParsedPage> Sources { get; }

    /// <summary>What is wrong with the files.</summary>
    public IEnumerable<Diagnostic> Problems => _pages.SelectMany(static page => page.Problems).Concat(_problems);

    /// <summary>The same, with the pages that <c>pagination</c> makes in place of their files. They are made anew by each load: any page may change them.</summary>
    /// <param name="reader">Reads them.</param>
    /// <param name="templates">What collections the project makes.</param>
    /// <param name="now">The instant, for what collections hold.</param>
    public ParsedFiles WithParts(PageReader reader, TemplateRenderer templates, DateTimeOffset now)
    {
        // The project's collections are made here too, for what is wrong with them.
        if (templates.Site.Project.Collections.Count == 0 && !Sources.Any(static source => source.Pagination is not null))
        {
            return this;
        }

        // As in Eleventy, a list of pages knows those that other lists made, and a list of the collections' names comes last.
        var problems = new List<Diagnostic>();
        var known = Sources.Where(static source => source.Pagination is null).ToList();
        var made = new Dictionary<ParsedPage, IReadOnlyList<ParsedPage>>(ReferenceEqualityComparer.Instance);
        var collections = templates.Collections(PageCollections.Of(known, now), problems);
        foreach (var stage in Sources.Where(static source => source.Pagination is not null).GroupBy(static source => source.Pagination!.Stage).OrderBy(static stage => stage.Key))
        {
            if (made.Count > 0)
            {
                collections = templates.Collections(PageCollections.Of(known, now), problems);
            }

            foreach (var source in stage)
            {
                var log = new DiagnosticLog(source.Entry.Path, source.File.Text);
                made[source] = reader.ReadParts(source, collections, log);
                problems.AddRange(log.Problems);
            }

            known.AddRange(stage.SelectMany(source => made[source]));
        }

        ParsedPage[] sources = [.. Sources.SelectMany(source => made.GetValueOrDefault(source) ?? [source])];
        return new ParsedFiles(this, sources, problems);
    }

    /// <summary>Parses the files that changed, in parallel; the others are taken over.</summary>
    /// <param name="listing">All files of the content folder.</param>
    /// <param name="reader">Parses one.</param>
    /// <param name="isDataSame">Inherited data is in the pages that were parsed: when it changed, all are parsed again.</param>
    /// <param name="isThorough">
    /// Compare the bytes; otherwise a file whose time, size and place are the same, and which the system did not say to have changed, counts as unchanged.
    /// </param>
    public ParsedFiles Next(FolderListing listing, PageReader reader, bool isDataSame, bool isThorough)
    {
        FolderEntry[] markdown = [.. listing.Entries.Where(static entry => entry.IsMarkdown || entry.IsTemplate)];
        var byPath = listing.HasSamePlaces ? null : _pages.ToDictionary(static page => page.Entry.Path, StringComparer.Ordinal);
        var pages = new ParsedFile[markdown.Length];
        var changed = new List<int>();
        for (var i = 0; i < pages.Length; i++)
        {
            if (Last(i) is { } last && (listing.IsKept(markdown[i])
                || (isDataSame && !isThorough && IsAsRead(last.Entry, markdown[i]) && reader.IsDateCurrent(last, markdown[i]))))
            {
                pages[i] = last;
            }
            else
            {
                changed.Add(i);
            }
        }

        Parallel.For(0, changed.Count, s_parallelism, at =>
        {
            var i = changed[at];
            var last = Last(i);
            var page = reader.Read(markdown[i], isDataSame ? last : null);
            pages[i] = last is null ? page : page.OrLastGood(last);
        });
        return new ParsedFiles(pages);

        // An entry that was taken over from the listing before is of a file that nothing happened to.
        bool IsAsRead(FolderEntry last, FolderEntry entry) => ReferenceEquals(last, entry) || (last == entry && !listing.HasChanged(entry));

        ParsedFile? Last(int i) => byPath is null ? _pages[i] : byPath.GetValueOrDefault(markdown[i].Path);
    }
}
