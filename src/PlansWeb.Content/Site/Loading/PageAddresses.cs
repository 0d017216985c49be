using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Which page has which address: each is given to one page alone.</summary>
internal sealed class PageAddresses
{
    private const string Advice = "Renommez l’un des deux fichiers, ou changez son « permalink ».";

    private PageAddresses(IReadOnlyList<ParsedPage> served, IReadOnlyList<Diagnostic> problems)
    {
        Served = served;
        Problems = problems;
    }

    /// <summary>No page.</summary>
    public static PageAddresses None { get; } = new([], []);

    /// <summary>The pages that have an address of their own, in ordinal order of their files.</summary>
    public IReadOnlyList<ParsedPage> Served { get; }

    /// <summary>The files that ask for an address which another one has.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>
    /// Gives the addresses. Of two files with one address the first path in ordinal order wins, whatever the disk's own order; both are
    /// reported (Eleventy stops with DuplicatePermalinkOutputError).
    /// </summary>
    /// <param name="sources">The pages, in ordinal order of their files.</param>
    public static PageAddresses Of(IReadOnlyList<ParsedPage> sources)
    {
        var problems = new List<Diagnostic>();
        var byUrl = new Dictionary<string, ParsedPage>(sources.Count, StringComparer.Ordinal);
        var served = new List<ParsedPage>(sources.Count);
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
            problems.Add(new Diagnostic(DiagnosticRules.DuplicateAddress, source.Entry.Path, 0, 0,
                $"Cette page a la même adresse que « {winner} » ({url}) : seule « {winner} » est publiée.", Advice));
            problems.Add(new Diagnostic(DiagnosticRules.DuplicateAddress, winner, 0, 0,
                $"Le fichier « {source.Entry.Path} » a la même adresse que cette page ({url}) et n’est pas publié.", Advice));
        }

        return new PageAddresses(served, problems);
    }
}
