using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Which page has which address: each is given to one page alone.</summary>
internal sealed class PageAddresses
{
    private const string Advice = "Renommez l’un des deux fichiers, ou changez son « permalink ».";

    private static readonly Comparer<PageSource> s_byPath = Comparer<PageSource>.Create(static (a, b) => string.CompareOrdinal(a.Entry.Path, b.Entry.Path));

    private readonly List<PageSource> _served;

    private PageAddresses(List<PageSource> served, IReadOnlyList<Problem> problems)
    {
        _served = served;
        Problems = problems;
    }

    /// <summary>No page.</summary>
    public static PageAddresses None { get; } = new([], []);

    /// <summary>The pages that have an address of their own, in ordinal order of their files.</summary>
    public IReadOnlyList<PageSource> Served => _served;

    /// <summary>The files that ask for an address which another one has.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>
    /// Gives the addresses. Of two files with one address the first path in ordinal order wins, whatever the disk's own order; both are
    /// reported (Eleventy stops with DuplicatePermalinkOutputError).
    /// </summary>
    /// <param name="sources">The pages, in ordinal order of their files.</param>
    public static PageAddresses Of(IReadOnlyList<PageSource> sources)
    {
        var problems = new List<Problem>();
        var byUrl = new Dictionary<string, PageSource>(sources.Count, StringComparer.Ordinal);
        var served = new List<PageSource>(sources.Count);
        foreach (var source in sources)
        {
            if (source.Url is not { } url)
            {
                continue;
            }

            if (byUrl.TryAdd(url, source))
            {
                served.Add(source);
                continue;
            }

            var winner = byUrl[url].Entry.Path;
            problems.Add(new Problem(ProblemRules.DuplicateAddress, source.Entry.Path, 0, 0,
                $"Cette page a la même adresse que « {winner} » ({url}) : seule « {winner} » est publiée.", Advice));
            problems.Add(new Problem(ProblemRules.DuplicateAddress, winner, 0, 0,
                $"Le fichier « {source.Entry.Path} » a la même adresse que cette page ({url}) et n’est pas publié.", Advice));
        }

        return new PageAddresses(served, problems);
    }

    /// <summary>The same addresses for pages that were parsed again: giving them anew takes longer than all that one edit needs besides.</summary>
    /// <param name="before">The pages that have these addresses.</param>
    /// <param name="now">The pages of the same files now.</param>
    /// <returns><see langword="null"/> where one asks for another address than it did: then they must be given anew.</returns>
    public PageAddresses? Next(ReadPages before, ReadPages now)
    {
        List<PageSource>? served = null;
        var old = before.All.Span;
        var read = now.All.Span;
        for (var i = 0; i < read.Length; i++)
        {
            var (was, source) = (old[i].Source, read[i].Source);
            if (source?.Pagination is not null)
            {
                return null;
            }

            if (ReferenceEquals(was, source))
            {
                continue;
            }

            if (was is null || source is null || was.Url != source.Url)
            {
                return null;
            }

            // What is not found has no address of its own, as before.
            served ??= [.. _served];
            if (served.BinarySearch(source, s_byPath) is >= 0 and var place)
            {
                served[place] = source;
            }
        }

        return served is null ? this : new PageAddresses(served, Problems);
    }
}
