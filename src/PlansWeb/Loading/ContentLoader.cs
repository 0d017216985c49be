using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PlansWeb.Loading.Liquid;
using PlansWeb.Loading.Markdown;
using PlansWeb.Loading.Media;
using PlansWeb.Loading.Sanitizing;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>
/// Reads the content folder into pages: list, read in parallel, address and collect, render in parallel. Remembers what it read, and does
/// only what changed the next time. A file that cannot be read is a problem, never an exception that stops the rest.
/// Not thread-safe: one load at a time.
/// </summary>
/// <param name="options">The settings that change what is rendered.</param>
/// <param name="clock">Tells when a load ended, and what is public now.</param>
internal sealed class ContentLoader(ContentOptions options, TimeProvider clock)
{
    /// <summary>More pages than these are not rendered before they are public, where that may be: readers wait for none but their own.</summary>
    public const int MostRenderedFirst = 500;

    private static readonly Comparer<PageSource> s_byPath = Comparer<PageSource>.Create(static (a, b) => string.CompareOrdinal(a.Entry.Path, b.Entry.Path));

    private static readonly ParallelOptions s_parallelism = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private readonly MarkdownRenderer _markdown = new(options.Typographer);
    private readonly BodySanitizer _sanitizer = new(options.FrameHosts);
    private LoadedFolder _last = LoadedFolder.Nothing;
    private RenderedPage[] _rest = [];
    private TaskCompletionSource? _rendering;

    /// <summary>Loads everything, whatever was loaded before.</summary>
    /// <param name="root">The content folder.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public Content Load(string root)
    {
        Forget();
        return LoadChanges(root, isThorough: true)!;
    }

    /// <summary>Makes the next load look at the whole folder again: the last one was not taken.</summary>
    public void Forget() => _last = _last with { Entries = [], Version = "" };

    /// <summary>Loads what changed.</summary>
    /// <param name="root">The content folder.</param>
    /// <param name="isThorough">
    /// Compare the bytes of all files; otherwise a file whose time, size and place are the same counts as unchanged, which is quick and
    /// nearly always true.
    /// </param>
    /// <param name="changed">
    /// Absolute paths that the system said changed, where it told all: the others are not looked at. <see langword="null"/> to look at all.
    /// </param>
    /// <param name="mayRenderLater">
    /// Where there is much to render, give the pages before they are: <see cref="RenderRest"/> does it, and tells their problems.
    /// </param>
    /// <returns>The whole content, or <see langword="null"/> where nothing changed.</returns>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public Content? LoadChanges(string root, bool isThorough, IReadOnlyCollection<string>? changed = null, bool mayRenderLater = false)
    {
        var folder = new ContentFolder(root);
        var isKnown = !isThorough && changed is not null && _last.Version.Length > 0 && _last.Root == folder.Root;

        // The same files in the same places: what depends on that alone is taken over.
        var refreshed = isKnown ? folder.Refresh(_last.Entries, changed!) : null;
        var entries = refreshed ?? folder.List();
        if (!isThorough && _last.Version.Length > 0 && entries.SequenceEqual(_last.Entries))
        {
            return null;
        }

        var listProblems = refreshed is null ? folder.Problems : _last.Problems;
        var problems = new List<Problem>(listProblems);
        var dataHash = DataHash(entries);
        var site = dataHash != _last.DataHash || _last.Site?.RootName != folder.Name ? new SiteData(folder.Name, entries)
            : refreshed is null ? _last.Site.Next(entries)
            : _last.Site;
        var liquid = options.Liquid ? new LiquidRenderer(clock) : null;
        var read = ReadAll(entries, new PageReader(site, new PageDates(new GitHistory(folder.Root)), liquid), dataHash, isThorough, isSameList: refreshed is not null);
        var files = ContentFileReader.Read(entries, _last.Files, isThorough, problems);
        var parts = _last.Parts.Next(read);
        var version = Version(dataHash, parts, files);
        if (version == _last.Version)
        {
            // Touched, not changed. The new times are remembered, so that the next look is a quick one.
            _last = _last with { Entries = entries, Site = site, Read = read, Parts = parts, Files = files };
            return null;
        }

        PageSource[] sources = [.. read.Select(static page => page.Source).OfType<PageSource>()];
        var addressProblems = _last.AddressProblems;
        if ((refreshed is null ? null : WithSameAddresses(read)) is not { } served)
        {
            var found = new List<Problem>();
            served = PageAddresses.Unique(sources, found);
            addressProblems = found;
        }

        problems.AddRange(addressProblems);
        var media = new PageMedia(files);
        var renderer = new PageRenderer(_markdown, _sanitizer, liquid, Collections(clock.GetUtcNow()), media);
        var isLater = mayRenderLater && served.Count(static source => source.Rendered is null) > MostRenderedFirst;
        var pages = RenderAll(served, renderer, media, isLater);
        ContentFile[] contentFiles = [.. files.Values.Select(static file => file.File)];
        var redirects = new RedirectReader(served, contentFiles, problems).Read(entries);
        problems.AddRange(site.Problems);
        problems.AddRange(read.SelectMany(static page => page.Problems));
        problems.AddRange(pages.SelectMany(static page => page.Found));
        if (isLater)
        {
            (_rest, _rendering) = (pages, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        else
        {
            problems.AddRange(pages.SelectMany(static page => page.Rendering.Problems));
        }

        _last = new LoadedFolder
        {
            Root = folder.Root,
            Problems = listProblems,
            Entries = entries,
            DataHash = dataHash,
            Site = site,
            Read = read,
            Served = served,
            AddressProblems = addressProblems,
            Parts = parts,
            Files = files,
            Version = version,
        };
        return new Content
        {
            Pages = [.. pages.Select(static page => page.Page)],
            MenuEntries = [.. sources.Where(static source => source is { Url: null, FrontMatter.Navigation.Url: not null }).Select(PageRenderer.MenuEntry)],
            Files = contentFiles,
            Redirects = redirects,
            Problems = problems,
            Version = version,
            LoadedAt = clock.GetUtcNow(),
            Rendering = isLater ? _rendering!.Task : Task.CompletedTask,
            PagesAt = liquid is not null && served.Exists(static source => source.ShowsOtherPages) ? PagesAt : null,
        };

        // What is not published for want of an address of its own is not listed either; `permalink: false` is, as in Eleventy.
        Lazy<IReadOnlyDictionary<string, IReadOnlyList<CollectionItem>>> Collections(DateTimeOffset instant) => new(() =>
            PageCollections.Of([.. served, .. sources.Where(static source => source.Url is null)], instant));

        // At a boundary only the pages that list others change; their problems are known already.
        IReadOnlyList<ContentPage> PagesAt(DateTimeOffset instant)
        {
            var then = new PageRenderer(_markdown, _sanitizer, liquid, Collections(instant), media);
            return [.. served.Select((source, i) => source.ShowsOtherPages ? then.Make(source).Page : pages[i].Page)];
        }
    }

    /// <summary>Renders what the last load left to do.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The problems that came up; none where nothing was left.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<Problem> RenderRest(CancellationToken stop)
    {
        var rest = _rest;
        _rest = [];
        try
        {
            var parallelism = new ParallelOptions { MaxDegreeOfParallelism = s_parallelism.MaxDegreeOfParallelism, CancellationToken = stop };
            Parallel.ForEach(rest, parallelism, static page => _ = page.Rendering);
        }
        finally
        {
            _rendering?.TrySetResult();
        }

        return [.. rest.SelectMany(static page => page.Rendering.Problems)];
    }

    private ReadPage[] ReadAll(IReadOnlyList<FolderEntry> entries, PageReader reader, string dataHash, bool isThorough, bool isSameList)
    {
        FolderEntry[] markdown = [.. entries.Where(static entry => entry.IsMarkdown)];
        var byPath = isSameList ? null : _last.Read.ToDictionary(static page => page.Entry.Path, StringComparer.Ordinal);
        var read = new ReadPage[markdown.Length];

        // Inherited data is in the pages that were read: when it changed, all are read again.
        var isDataSame = dataHash == _last.DataHash;
        var changed = new List<int>();
        for (var i = 0; i < read.Length; i++)
        {
            if (isDataSame && !isThorough && Last(i) is { } last && last.Entry == markdown[i])
            {
                read[i] = last;
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
            var isBroken = page.Source is null || markdown[i].Length == 0;
            read[i] = isBroken && last is not null ? KeepLastGood(last, page) : page;
        });
        return read;

        ReadPage? Last(int i) => byPath is null ? _last.Read[i] : byPath.GetValueOrDefault(markdown[i].Path);
    }

    // The pages that have an address, where the files are the same and none has another address than it had; otherwise null.
    private List<PageSource>? WithSameAddresses(ReadPage[] read)
    {
        List<PageSource>? served = null;
        for (var i = 0; i < read.Length; i++)
        {
            var (before, now) = (_last.Read[i].Source, read[i].Source);
            if (ReferenceEquals(before, now))
            {
                continue;
            }

            if (before is null || now is null || before.Url != now.Url)
            {
                return null;
            }

            // In ordinal order of their files, as they were read.
            served ??= [.. _last.Served];
            var place = served.BinarySearch(now, s_byPath);
            if (place >= 0)
            {
                served[place] = now;
            }
        }

        return served ?? [.. _last.Served];
    }

    // A file that is being copied, or was saved by a program that empties it first, is empty or broken for a moment: what was good stays.
    private static ReadPage KeepLastGood(ReadPage last, ReadPage now) => last.Source is null || ReferenceEquals(last.Source, now.Source) ? now : now with
    {
        Source = last.Source,
        Problems =
        [
            .. now.Problems,
            new Problem(ProblemRules.LastGood, now.Entry.Path, 0, 0,
                "Le fichier est vide ou illisible : la dernière version lue reste en ligne.",
                "Enregistrez-le de nouveau ; pour retirer la page, supprimez le fichier."),
        ],
    };

    private static RenderedPage[] RenderAll(List<PageSource> served, PageRenderer renderer, PageMedia media, bool isLater)
    {
        var pages = new RenderedPage[served.Count];
        var changed = new List<int>();
        for (var i = 0; i < pages.Length; i++)
        {
            if (served[i].Rendered is { } known && media.IsCurrent(known.Rendering.Files))
            {
                pages[i] = known;
            }
            else
            {
                changed.Add(i);
            }
        }

        Parallel.For(0, changed.Count, s_parallelism, at =>
        {
            var source = served[changed[at]];
            var page = renderer.Make(source);
            pages[changed[at]] = page;

            // The same source and the same files give the same page, unless it shows others.
            source.Keep(page);
            if (!isLater)
            {
                _ = page.Rendering;
            }
        });
        return pages;
    }

    // Everything that was loaded, and what changes the way it is rendered.
    private string Version(string dataHash, VersionParts parts, Dictionary<string, ReadFile> files)
    {
        var all = new ArrayBufferWriter<byte>(16 * 1024);
        Encoding.UTF8.GetBytes($"{options.Typographer} {options.Liquid} {string.Join(',', options.FrameHosts)} {dataHash}\n", all);
        parts.Write(all);
        foreach (var file in files.Values)
        {
            Encoding.UTF8.GetBytes(file.File.Url + file.File.ETag, all);
        }

        return Convert.ToHexStringLower(SHA256.HashData(all.WrittenSpan).AsSpan(0, 8));
    }

    // The data files are few; they are read each time.
    private static string DataHash(IReadOnlyList<FolderEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries.Where(SiteData.IsDataFile))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry.Path));
            try
            {
                hash.AppendData(entry.Length == 0 ? [] : File.ReadAllBytes(entry.PhysicalPath));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The reader of this file reports it.
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
