using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>Gives each address to one page.</summary>
internal static class PageAddresses
{
    private const string Advice = "Renommez l’un des deux fichiers, ou changez son « permalink ».";

    /// <summary>
    /// The pages that have an address of their own. Of two files with one address the first path in ordinal order wins, whatever the
    /// disk's own order; both are reported (Eleventy stops with DuplicatePermalinkOutputError).
    /// </summary>
    /// <param name="sources">The pages, in ordinal order of their files.</param>
    /// <param name="problems">Where problems are added.</param>
    public static List<PageSource> Unique(IReadOnlyList<PageSource> sources, ICollection<Problem> problems)
    {
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

        return served;
    }
}
