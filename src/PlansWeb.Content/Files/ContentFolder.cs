using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files.Names;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Files;

/// <summary>A folder that stands elsewhere, listed as if it were in the content folder.</summary>
/// <param name="Name">The path under which it is listed, without slashes around it; nothing for the content folder itself.</param>
/// <param name="Folder">Its absolute path.</param>
/// <param name="IsCopied">Its images and documents are listed, and nothing else; otherwise it counts where the content folder has none of that name.</param>
/// <param name="IsBeside">It counts beside what the content folder has under that name.</param>
internal sealed record FolderMount(string Name, string Folder, bool IsCopied = false, bool IsBeside = false);

/// <summary>Lists what stands in the content folder, and decides what each file is.</summary>
internal sealed class ContentFolder
{
    /// <summary>Folder of Eleventy's site data; nothing below it is public.</summary>
    public const string DataFolder = "_data";

    /// <summary>Name of the file of changes in <see cref="HistoryFolder"/>.</summary>
    public const string ChangesName = "changes.jsonl";

    /// <summary>What <c>PlansWeb history</c> noted, below the folder, with <c>/</c>. Nothing of its folder is served, or in the data.</summary>
    public const string ChangesFile = HistoryFolder + "/" + ChangesName;

    /// <summary>Folder of what <c>PlansWeb history</c> keeps.</summary>
    public const string HistoryFolder = "_history";

    /// <summary>The ends of data files' names; of one stem, the later ones are laid over the earlier ones.</summary>
    public static readonly IReadOnlyList<string> DataExtensions =
    [
        ".json", ".yaml", ".yml", ".11tydata.json", ".11tydata.yaml", ".11tydata.yml",
        ".11tydata.mjs", ".11tydata.cjs", ".11tydata.js",
    ];

    // Wider than any site: folders that links show many times over.
    private const int MostFolders = 50_000;

    private static readonly EnumerationOptions s_all = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    private readonly List<FolderEntry> _entries = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly List<string> _unreadable = [];
    private readonly Func<string, FileSystemInfo[]> _list;
    private readonly IReadOnlyList<FolderMount> _mounts;
    private readonly HashSet<string> _copied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left;
    private readonly IgnoreFile? _ignored;

    /// <summary>A folder; nothing is read yet.</summary>
    /// <param name="path">Absolute path of the folder.</param>
    /// <param name="list">Lists one folder, by its absolute path; <see langword="null"/> for the file system.</param>
    /// <exception cref="IOException">The path cannot be followed.</exception>
    /// <exception cref="UnauthorizedAccessException">The path cannot be followed.</exception>
    /// <param name="mounts">Folders that stand elsewhere.</param>
    /// <param name="left">Absolute paths of folders that are left out.</param>
    /// <param name="ignored">Files that are left out beside those of the ignore file.</param>
    public ContentFolder(string path, Func<string, FileSystemInfo[]>? list = null, IReadOnlyList<FolderMount>? mounts = null, IReadOnlyList<string>? left = null, IgnoreFile? ignored = null)
    {
        _ignored = ignored;
        _mounts = mounts ?? [];
        _left = [.. left ?? [], .. _mounts.Select(static mount => mount.Folder)];
        _list = list ?? (static directory => new DirectoryInfo(directory).GetFileSystemInfos("*", s_all));
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Name = Path.GetFileName(full);
        Root = RealPath.Of(full) ?? full;
    }

    /// <summary>The name by which the folder is asked for, which its data file bears: <c>content/content.json</c>.</summary>
    public string Name { get; }

    /// <summary>Absolute path of the folder, symbolic links resolved, so that a swapped link is read as one state.</summary>
    public string Root { get; }

    /// <summary>What could not be listed.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>What the ignore file leaves out; known once the files are listed.</summary>
    public IgnoreFile? Ignored { get; private set; }

    /// <summary>The folders and links below this one that could not be read, by their paths below it: what stands there is not known.</summary>
    public IReadOnlyList<string> Unreadable => _unreadable;

    /// <summary>Lists all files in ordinal order of their paths.</summary>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    /// <param name="lastIgnored">What the ignore file said at the listing before.</param>
    public IReadOnlyList<FolderEntry> List(IgnoreFile? lastIgnored = null)
    {
        Ignored = IgnoreFile.Read(Root, lastIgnored, _problems);
        Walk();
        foreach (var ignored in new[] { Ignored, _ignored }.OfType<IgnoreFile>())
        {
            _entries.RemoveAll(entry => !entry.IsPrivate && ignored.Ignores(entry.NormalizedPath));
        }

        _entries.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        MarkData();
        TakeOutEmpty();
        CopyNames.TakeOut(_entries, _problems);
        return _entries;
    }

    /// <summary>
    /// The files as they are now, where only some changed: listing ten thousand takes longer than all that one edit needs besides.
    /// </summary>
    /// <param name="known">The files as they were listed last, at the same <see cref="Root"/>.</param>
    /// <param name="changed">Absolute paths.</param>
    /// <returns><see langword="null"/> where something came, went or is not as plain as a file that was saved: then the folder must be listed.</returns>
    /// <exception cref="IOException">A file cannot be looked at.</exception>
    public IReadOnlyList<FolderEntry>? Refresh(IReadOnlyList<FolderEntry> known, IReadOnlyCollection<string> changed)
    {
        FolderEntry[] refreshed = [.. known];
        foreach (var path in changed.Where(path => !IsHidden(path)))
        {
            var file = new FileInfo(path);
            var isPlain = file.Exists && file.Length > 0 && (file.Attributes & FileAttributes.ReparsePoint) == 0;
            var isListed = false;
            for (var i = 0; i < refreshed.Length; i++)
            {
                // A link inside the folder gives a file a second place.
                if (refreshed[i].PhysicalPath == path)
                {
                    isListed = true;
                    refreshed[i] = refreshed[i] with { LastWrite = isPlain ? file.LastWriteTimeUtc : default, Length = isPlain ? file.Length : 0 };
                }
            }

            // What was not listed and is gone is the file that an editor's program wrote aside, if no folder of that name was.
            var isGone = !isListed && !file.Exists && !Directory.Exists(path)
                && !known.Any(entry => entry.PhysicalPath.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));
            if (!(isListed && isPlain) && !isGone)
            {
                return null;
            }
        }

        return refreshed;
    }

    // As Walk has it; what the ignore file says changes the list.
    private bool IsHidden(string path) => Below(path) is { } below && below != IgnoreFile.Name && HasHiddenPart(below);

    // The path below the folder; null where it stands elsewhere.
    private string? Below(string path) =>
        path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path[(Root.Length + 1)..] : null;

    // Kubernetes' folders begin with two dots: links lead into them.
    private static bool HasHiddenPart(string below) =>
        below.Split(Path.DirectorySeparatorChar).Any(static part => part.StartsWith('.') && !part.StartsWith("..", StringComparison.Ordinal));

    // With a stack of its own: folders may nest as deeply as the system lets them.
    private void Walk()
    {
        var way = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(string Directory, string Prefix, bool IsEnd, bool IsCopied)>(
        [
            .. _mounts.Where(mount => mount.IsCopied || mount.IsBeside || !Directory.Exists(Path.Combine(Root, mount.Name)))
                .Select(static mount => (mount.Folder, mount.Name.Length == 0 ? "" : mount.Name + "/", false, mount.IsCopied)),
            (Root, "", false, false),
        ]);
        for (var folders = 0; open.TryPop(out var folder);)
        {
            var (directory, prefix, isEnd, isCopied) = folder;
            if (isEnd)
            {
                way.Remove(directory);
            }
            else if (!way.Add(directory))
            {
                // A link to a folder that is being listed would be listed for ever.
                Report(prefix.TrimEnd('/'), DiagnosticRules.Link, "Ce lien mène à un dossier qui le contient : il n’est pas suivi.", "Supprimez le lien.");
            }
            else if (++folders > MostFolders)
            {
                Report(prefix.TrimEnd('/'), DiagnosticRules.TooLarge, $"Le contenu compte plus de {MostFolders} dossiers\u00a0: celui-ci et d’autres ne sont pas lus.",
                    "Supprimez les liens qui montrent plusieurs fois les mêmes dossiers, ou répartissez le contenu.");
                return;
            }
            else
            {
                open.Push((directory, prefix, true, isCopied));
                foreach (var info in Infos(directory, prefix))
                {
                    // Dot files are hidden from editors, so they are no content (.git, .DS_Store, Kubernetes' ..data).
                    if (!info.Name.StartsWith('.') && info.Name is not "node_modules")
                    {
                        Visit(info, prefix + info.Name, open, isCopied);
                    }
                }
            }
        }
    }

    private FileSystemInfo[] Infos(string directory, string prefix)
    {
        try
        {
            return _list(directory);
        }
        catch (DirectoryNotFoundException) when (prefix.Length > 0 && !Directory.Exists(directory))
        {
            // It went away meanwhile.
            return [];
        }
        catch (PathTooLongException) when (prefix.Length > 0)
        {
            Report(prefix.TrimEnd('/'), DiagnosticRules.Unreadable, "Le chemin de ce dossier est trop long pour le système\u00a0: ses pages manquent.",
                "Raccourcissez les noms des dossiers, ou emboîtez-en moins.");
            return [];
        }
        catch (Exception exception) when (prefix.Length > 0 && exception is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(prefix.TrimEnd('/'));
            return [];
        }
    }

    private void ReportUnreadable(string path)
    {
        // What the file system itself keeps there for repairs is no content.
        if (path != "lost+found")
        {
            _unreadable.Add(path);
            Report(path, DiagnosticRules.Unreadable, "Le dossier ne peut pas être lu\u00a0: ce que le site en avait lu reste en ligne, le reste manque.",
                "Vérifiez ses droits d’accès, et que le disque ou le partage est bien là.");
        }
    }

    private void Visit(FileSystemInfo info, string path, Stack<(string Directory, string Prefix, bool IsEnd, bool IsCopied)> open, bool isCopied)
    {
        try
        {
            // What no character stands for was read as U+FFFD: the file has another name than this one, which opens nothing.
            if (info.Name.Contains('\uFFFD', StringComparison.Ordinal) && !info.Exists)
            {
                Report(path, DiagnosticRules.Unreadable, "Le nom de ce fichier ou de ce dossier n’est pas écrit en UTF-8\u00a0: il n’est pas lu.", "Renommez-le.");
                return;
            }

            // The system takes no longer path, and .NET gives none for it.
            if (info.FullName.Length == 0)
            {
                Report(path, DiagnosticRules.Unreadable, "Le chemin de ce fichier ou de ce dossier est trop long pour le système\u00a0: il n’est pas lu.",
                    "Raccourcissez les noms des dossiers, ou emboîtez-en moins.");
                return;
            }

            var target = (info.Attributes & FileAttributes.ReparsePoint) == 0 ? info : ResolveInside(info);
            if (target is null)
            {
                Report(path, DiagnosticRules.Link, "Ce lien ne mène à aucun fichier visible du dossier des contenus : il n’est pas suivi.",
                    "Copiez le fichier à la place du lien.");
            }
            else if (target is DirectoryInfo && _left.Contains(target.FullName))
            {
                // It has another place, or none.
            }
            else if (target is DirectoryInfo)
            {
                open.Push((target.FullName, path + "/", false, isCopied));
            }
            else if (isCopied && (MediaTypes.Of(path) is null || File.Exists(Path.Combine(Root, path)) || !_copied.Add(path)))
            {
                // Of a copied folder only what is served counts; what stands in the content itself comes first.
            }
            else
            {
                var file = (FileInfo)target;
                Add(new FolderEntry(path, file.FullName, Address.Normalize(path), file.LastWriteTimeUtc, file.Length));
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // It went away meanwhile.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(path);
        }
    }

    private void Add(FolderEntry entry)
    {
        if ((entry.IsMarkdown || MediaTypes.Of(entry.Path) is not null) && entry.Path.Any(char.IsControl))
        {
            // RFC 3986 has no place for them; the site refuses such requests.
            Report(entry.Path, DiagnosticRules.Unreadable, "Le chemin de ce fichier contient un caractère invisible (retour à la ligne, tabulation…)\u00a0: aucune adresse ne peut y mener.",
                "Renommez le fichier ou le dossier.");
        }
        else
        {
            _entries.Add(entry);
        }
    }

    // A pipe or a device tells no size, and whoever opens it may wait for ever: of what is empty, only pages are kept, as pages without text, and data
    // files, whose last version may stay in use.
    private void TakeOutEmpty()
    {
        foreach (var entry in _entries.Where(static entry => IsEmpty(entry) && MediaTypes.Of(entry.Path) is not null))
        {
            Report(entry.Path, DiagnosticRules.Unreadable, "Le fichier est vide.", "Déposez-le de nouveau, ou supprimez-le.");
        }

        _entries.RemoveAll(IsEmpty);
    }

    private static bool IsEmpty(FolderEntry entry) => entry is { Length: 0, IsMarkdown: false } && !SiteData.IsDataFile(entry);

    // The target of a link, where it exists and stands in the content folder: content never reaches outside, nor into hidden folders such as .git.
    private FileSystemInfo? ResolveInside(FileSystemInfo link)
    {
        if (RealPath.Of(link.FullName) is not { } target || Below(target) is not { } below || HasHiddenPart(below))
        {
            return null;
        }

        return Directory.Exists(target) ? new DirectoryInfo(target) : File.Exists(target) ? new FileInfo(target) : null;
    }

    private void MarkData()
    {
        var pages = _entries.Where(static entry => entry.IsMarkdown || entry.IsTemplate).Select(static entry => entry.NormalizedPath[..^Path.GetExtension(entry.NormalizedPath).Length]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _entries.Count; i++)
        {
            if (IsData(_entries[i], pages))
            {
                _entries[i] = _entries[i] with { IsData = true };
            }
        }
    }

    private bool IsData(FolderEntry entry, HashSet<string> pages) => DataFileName.Of(entry, Name) is { } name
        && (name.Extension.StartsWith(".11tydata", StringComparison.Ordinal) || name.IsOfFolder || pages.Contains(name.Stem));

    private void Report(string path, DiagnosticRule rule, string message, string advice) =>
        _problems.Add(new Diagnostic(rule, Printable(path), 0, 0, message, advice));

    // A line break in a name would be one in the log and in the report.
    private static string Printable(string path) => path.Any(char.IsControl) ? string.Concat(path.Select(static letter => char.IsControl(letter) ? '\uFFFD' : letter)) : path;
}
