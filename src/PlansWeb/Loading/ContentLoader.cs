using System.Security.Cryptography;
using System.Text;
using PlansWeb.Loading.Data;
using PlansWeb.Loading.Markdown;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>
/// Reads the content folder into pages: read in parallel, order and address them, render in parallel.
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
        var problems = new List<Problem>();
        var dates = new PageDates(new GitHistory(folder.Root));
        var markdown = entries.Where(entry => entry.IsMarkdown).ToArray();

        using var version = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sources = new PageSource?[markdown.Length];
        var hashes = new byte[markdown.Length][];
        var logs = new ProblemLog[markdown.Length];
        Parallel.For(0, markdown.Length, Parallelism, i =>
        {
            (sources[i], logs[i], hashes[i]) = Read(markdown[i], dates);
        });

        var served = Addressed(sources, problems);
        var pages = new ContentPage[served.Count];
        Parallel.For(0, pages.Length, Parallelism, i => pages[i] = Render(served[i]));

        var redirects = new RedirectReader(served, entries, problems).Read();
        var files = ContentFiles(entries, problems);
        problems.AddRange(logs.SelectMany(log => log.Problems));

        version.AppendData(Encoding.UTF8.GetBytes($"{options.Typographer}{options.Liquid}"));
        for (var i = 0; i < markdown.Length; i++)
        {
            version.AppendData(Encoding.UTF8.GetBytes(markdown[i].NormalizedPath));
            version.AppendData(hashes[i]);
        }

        foreach (var redirect in redirects)
        {
            version.AppendData(Encoding.UTF8.GetBytes($"{redirect.From}>{redirect.Target}\n"));
        }

        foreach (var file in files)
        {
            version.AppendData(Encoding.UTF8.GetBytes(file.Url + file.ETag));
        }

        return new Content
        {
            Pages = pages,
            Files = files,
            Redirects = redirects,
            Problems = problems,
            Version = Convert.ToHexStringLower(version.GetHashAndReset().AsSpan(0, 8)),
            LoadedAt = clock.GetUtcNow(),
        };
    }

    private static (PageSource? Source, ProblemLog Problems, byte[] Hash) Read(FolderEntry entry, PageDates dates)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(entry.PhysicalPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var unreadable = new ProblemLog(entry.Path, "");
            unreadable.Report(ProblemRules.Unreadable, 0, 0, "Le fichier ne peut pas être lu.",
                "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie.");
            return (null, unreadable, []);
        }

        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var problems = new ProblemLog(entry.Path, text);
        var block = FrontMatterParser.Parse(text, entry.Path, problems);
        var data = block.Data;
        var frontMatter = new FrontMatterReader(data, entry, dates, problems).Read();
        var source = new PageSource
        {
            Entry = entry,
            Problems = problems,
            Block = block,
            Data = data,
            FrontMatter = frontMatter,
            Url = Address(entry, frontMatter, problems),
        };
        return (source, problems, SHA256.HashData(bytes));
    }

    private static string? Address(FolderEntry entry, FrontMatter frontMatter, ProblemLog problems)
    {
        var fromPath = PageAddress.FromPath(entry.NormalizedPath[..^".md".Length] + ".md");
        switch (frontMatter.Permalink)
        {
            case null or { Value: null }:
                return fromPath;
            case { Value: false }:
                return null;
            case { Value: string } permalink when PageAddress.FromPermalink(permalink.Text) is { } url:
                return url;
            case var permalink:
                problems.ReportAt(ProblemRules.Permalink, permalink.Position,
                    $"« permalink: {permalink.Text} » n’est pas une adresse du site : la page garde l’adresse de son fichier, {fromPath}",
                    "Écrivez un chemin comme « /dossier/page/ », ou « false » pour ne pas publier la page.");
                return fromPath;
        }
    }

    // Two files with one address: the first path in ordinal order wins, whatever the disk's own order.
    private static List<PageSource> Addressed(PageSource?[] sources, List<Problem> problems)
    {
        var byUrl = new Dictionary<string, PageSource>(sources.Length, StringComparer.Ordinal);
        var served = new List<PageSource>(sources.Length);
        foreach (var source in sources)
        {
            if (source?.Url is not { } url)
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
                $"Cette page a la même adresse que « {winner} » : {url}. Seule « {winner} » est publiée.",
                "Renommez l’un des deux fichiers ou changez son « permalink »."));
            problems.Add(new Problem(ProblemRules.DuplicateAddress, winner, 0, 0,
                $"Le fichier « {source.Entry.Path} » a la même adresse que cette page : {url}.",
                "Renommez l’un des deux fichiers ou changez son « permalink »."));
        }

        return served;
    }

    private ContentPage Render(PageSource source)
    {
        var frontMatter = source.FrontMatter;
        var rendered = _markdown.Render(source.Block.Body, source.Block.BodyLine, source.Problems);
        return new ContentPage
        {
            SourcePath = source.Entry.Path,
            Url = source.Url!,
            Href = Store.Address.Encode(source.Url!),
            FileSlug = PageAddress.FileSlug(source.Entry.NormalizedPath),
            Title = Title(source),
            Description = frontMatter.Description,
            Date = frontMatter.Date,
            Updated = frontMatter.Updated,
            Layout = PageLayouts.Choose(frontMatter.Layout, source.Problems),
            Lang = frontMatter.Lang ?? "fr",
            Tags = frontMatter.Tags,
            Navigation = frontMatter.Navigation,
            IsListed = !frontMatter.ExcludedFromAll && !frontMatter.ExcludedFrom.Contains("all"),
            AllowsSummary = frontMatter.Toc,
            Body = new RenderedHtml(rendered.Html),
            Headings = rendered.Headings,
            Data = (IReadOnlyDictionary<string, object?>)source.Data.ToPlain()!,
        };
    }

    // A page always has a title (RGAA 8.5): its menu entry's, else its file's name.
    private static string Title(PageSource source)
    {
        if (source.FrontMatter.Title is { } title)
        {
            return title;
        }

        var fallback = source.FrontMatter.Navigation?.Title ?? PageAddress.FileSlug(source.Entry.NormalizedPath);
        source.Problems.Report(ProblemRules.MissingTitle, 1, 0,
            $"La page n’a pas de titre ; « {fallback} » est affiché à la place.",
            "Ajoutez une ligne « title: … » dans l’en-tête du fichier.");
        return fallback;
    }

    private static List<ContentFile> ContentFiles(IReadOnlyList<FolderEntry> entries, List<Problem> problems)
    {
        var files = new List<ContentFile>();
        foreach (var entry in entries)
        {
            if (entry.IsPrivate || entry.IsMarkdown || entry.IsData || MediaTypes.Of(entry.Path) is not { } mediaType)
            {
                continue;
            }

            try
            {
                var info = new FileInfo(entry.PhysicalPath);
                using var stream = info.OpenRead();
                var hash = Convert.ToHexStringLower(SHA256.HashData(stream).AsSpan(0, 8));
                files.Add(new ContentFile("/" + entry.NormalizedPath, entry.PhysicalPath, mediaType, info.Length, info.LastWriteTimeUtc, $"\"{hash}\""));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(new Problem(ProblemRules.Unreadable, entry.Path, 0, 0, "Le fichier ne peut pas être lu.",
                    "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie."));
            }
        }

        return files;
    }
}
