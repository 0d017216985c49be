using System.Security.Cryptography;
using System.Text;
using PlansWeb.Loading.Liquid;
using PlansWeb.Loading.Markdown;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>
/// Reads the content folder into pages: read in parallel, address and collect, render in parallel.
/// A file that cannot be read is a problem, never an exception that stops the rest.
/// </summary>
/// <param name="options">The settings that change what is rendered.</param>
/// <param name="clock">Tells when a load ended.</param>
internal sealed class ContentLoader(ContentOptions options, TimeProvider clock)
{
    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private readonly MarkdownRenderer _markdown = new(options.Typographer);

    /// <summary>Loads everything.</summary>
    /// <param name="root">The content folder.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public Content Load(string root)
    {
        var folder = new ContentFolder(root);
        var entries = folder.List();
        var markdown = entries.Where(static entry => entry.IsMarkdown).ToArray();
        var liquid = options.Liquid ? new LiquidRenderer(clock) : null;
        var site = new SiteData(folder.Root, entries);

        var reader = new PageReader(site, new PageDates(new GitHistory(folder.Root)), liquid);
        var read = new ReadPage[markdown.Length];
        Parallel.For(0, read.Length, Parallelism, i => read[i] = reader.Read(markdown[i]));

        var problems = new List<Problem>();
        var sources = read.Select(static page => page.Source).OfType<PageSource>().ToArray();
        var served = Addressed(sources, problems);
        var now = clock.GetUtcNow();
        var renderer = new PageRenderer(_markdown, liquid, PageCollections.Of(sources, now));
        var pages = new ContentPage[served.Count];
        Parallel.For(0, pages.Length, Parallelism, i => pages[i] = renderer.Render(served[i]));

        var redirects = new RedirectReader(served, entries, problems).Read();
        var files = ContentFileReader.Read(entries, problems);
        problems.AddRange(site.Problems);
        problems.AddRange(read.SelectMany(static page => page.Problems.Problems));
        return new Content
        {
            Pages = pages,
            Files = files,
            Redirects = redirects,
            Problems = problems,
            Version = Version(markdown, read, entries, files),
            LoadedAt = clock.GetUtcNow(),
            PagesAt = liquid is not null && served.Exists(PageRenderer.ShowsOtherPages) ? PagesAt : null,
        };

        // At a boundary only the pages that list others change; their problems are known already.
        IReadOnlyList<ContentPage> PagesAt(DateTimeOffset instant)
        {
            var then = new PageRenderer(_markdown, liquid, PageCollections.Of(sources, instant));
            return [.. served.Select((source, i) =>
                PageRenderer.ShowsOtherPages(source) ? then.Render(source with { Problems = new ProblemLog(source.Entry.Path, "") }) : pages[i])];
        }
    }

    // Two files with one address: the first path in ordinal order wins, whatever the disk's own order.
    private static List<PageSource> Addressed(PageSource[] sources, List<Problem> problems)
    {
        const string Advice = "Renommez l’un des deux fichiers, ou changez son « permalink ».";
        var byUrl = new Dictionary<string, PageSource>(sources.Length, StringComparer.Ordinal);
        var served = new List<PageSource>(sources.Length);
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

    // Everything that was loaded, and what changes the way it is rendered.
    private string Version(FolderEntry[] markdown, ReadPage[] read, IReadOnlyList<FolderEntry> entries, IReadOnlyList<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{options.Typographer} {options.Liquid}\n"));
        for (var i = 0; i < markdown.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(markdown[i].Path));
            hash.AppendData(read[i].Hash);
        }

        foreach (var entry in entries.Where(SiteData.IsDataFile))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry.Path));
            hash.AppendData(HashOf(entry));
        }

        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Url + file.ETag));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte[] HashOf(FolderEntry entry)
    {
        try
        {
            using var stream = File.OpenRead(entry.PhysicalPath);
            return SHA256.HashData(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The reader of this file has reported it.
            return [];
        }
    }
}
