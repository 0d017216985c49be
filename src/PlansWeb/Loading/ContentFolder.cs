using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>Lists what stands in the content folder, and decides what each file is.</summary>
internal sealed class ContentFolder
{
    /// <summary>Folder of Eleventy's site data; nothing below it is public.</summary>
    public const string DataFolder = "_data";

    /// <summary>The ends of data files' names; of one stem, the later ones are laid over the earlier ones.</summary>
    public static readonly IReadOnlyList<string> DataExtensions = [".json", ".yaml", ".yml", ".11tydata.json", ".11tydata.yaml", ".11tydata.yml"];

    // Deeper and wider than any site: folders that links show many times over.
    private const int MostDepth = 32;
    private const int MostFolders = 50_000;

    private static readonly EnumerationOptions s_all = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    private readonly List<FolderEntry> _entries = [];
    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _way = new(StringComparer.Ordinal);
    private int _folders;

    /// <summary>A folder; nothing is read yet.</summary>
    /// <param name="path">Absolute path of the folder.</param>
    /// <exception cref="IOException">The path cannot be followed.</exception>
    /// <exception cref="UnauthorizedAccessException">The path cannot be followed.</exception>
    public ContentFolder(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Name = Path.GetFileName(full);
        Root = RealPath.Of(full) ?? full;
    }

    /// <summary>The name by which the folder is asked for, which its data file bears: <c>content/content.json</c>.</summary>
    public string Name { get; }

    /// <summary>Absolute path of the folder, symbolic links resolved, so that a swapped link is read as one state.</summary>
    public string Root { get; }

    /// <summary>What could not be listed.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Lists all files in ordinal order of their paths.</summary>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public IReadOnlyList<FolderEntry> List()
    {
        Walk(Root, "", depth: 0);
        if (IgnoreFile.Read(Root, _problems) is { } ignored)
        {
            _entries.RemoveAll(entry => !entry.IsPrivate && ignored.Ignores(entry.NormalizedPath));
        }

        _entries.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        MarkData();
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

    private void Walk(string directory, string prefix, int depth)
    {
        if (depth > MostDepth || ++_folders > MostFolders)
        {
            return;
        }

        // A link to a folder that is being listed would be listed for ever.
        if (!_way.Add(directory))
        {
            Report(prefix.TrimEnd('/'), ProblemRules.Link, "Ce lien mène à un dossier qui le contient : il n’est pas suivi.", "Supprimez le lien.");
            return;
        }

        foreach (var info in Infos(directory, prefix))
        {
            // Dot files are hidden from editors, so they are no content (.git, .DS_Store, Kubernetes' ..data).
            if (!info.Name.StartsWith('.') && info.Name is not "node_modules")
            {
                Visit(info, prefix + info.Name, depth);
            }
        }

        _way.Remove(directory);
    }

    private FileSystemInfo[] Infos(string directory, string prefix)
    {
        try
        {
            return new DirectoryInfo(directory).GetFileSystemInfos("*", s_all);
        }
        catch (Exception exception) when (prefix.Length > 0 && exception is IOException or UnauthorizedAccessException)
        {
            Report(prefix.TrimEnd('/'), ProblemRules.Unreadable, "Le dossier ne peut pas être lu : ses pages manquent.", "Vérifiez ses droits d’accès.");
            return [];
        }
    }

    private void Visit(FileSystemInfo info, string path, int depth)
    {
        try
        {
            var target = (info.Attributes & FileAttributes.ReparsePoint) == 0 ? info : ResolveInside(info);
            if (target is null)
            {
                Report(path, ProblemRules.Link, "Ce lien ne mène à aucun fichier visible du dossier des contenus : il n’est pas suivi.",
                    "Copiez le fichier à la place du lien.");
            }
            else if (target is DirectoryInfo)
            {
                Walk(target.FullName, path + "/", depth + 1);
            }
            else
            {
                var file = (FileInfo)target;
                Add(new FolderEntry(path, file.FullName, Address.Normalize(path), file.LastWriteTimeUtc, file.Length));
            }
        }
        catch (IOException)
        {
            // It went away meanwhile.
        }
    }

    // A pipe or a device tells no size, and whoever opens it may wait for ever: of what is empty, only Markdown is kept, as a page without text.
    private void Add(FolderEntry entry)
    {
        if (entry.IsMarkdown || entry.Length > 0)
        {
            _entries.Add(entry);
        }
        else if (MediaTypes.Of(entry.Path) is not null)
        {
            Report(entry.Path, ProblemRules.Unreadable, "Le fichier est vide.", "Déposez-le de nouveau, ou supprimez-le.");
        }
    }

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
        var pages = _entries.Where(static entry => entry.IsMarkdown).Select(static entry => entry.Path[..^".md".Length]).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _entries.Count; i++)
        {
            if (IsData(_entries[i].Path, pages))
            {
                _entries[i] = _entries[i] with { IsData = true };
            }
        }
    }

    private bool IsData(string path, HashSet<string> pages)
    {
        if (DataExtensions.LastOrDefault(path.EndsWith) is not { } extension)
        {
            return false;
        }

        var stem = path[..^extension.Length];
        var slash = stem.LastIndexOf('/');
        var folder = slash < 0 ? Name : Path.GetFileName(stem[..slash]);
        return extension.StartsWith(".11tydata", StringComparison.Ordinal) || stem[(slash + 1)..] == folder || pages.Contains(stem);
    }

    private void Report(string path, ProblemRule rule, string message, string advice) =>
        _problems.Add(new Problem(rule, path, 0, 0, message, advice));
}
