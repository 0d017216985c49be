using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>Lists what stands in the content folder, and decides what each file is.</summary>
/// <param name="root">Absolute path of the folder.</param>
internal sealed class ContentFolder(string root)
{
    /// <summary>Folder of Eleventy's site data; nothing below it is public.</summary>
    public const string DataFolder = "_data";

    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = false,
        IgnoreInaccessible = false,
        AttributesToSkip = 0,
    };

    /// <summary>Absolute path of the folder, symbolic links resolved, so that a swapped link is read as one state.</summary>
    public string Root { get; } = Resolve(root);

    /// <summary>The folders below it that could not be listed, by path below the content folder.</summary>
    public ICollection<string> Unreadable { get; } = [];

    /// <summary>Lists all files in ordinal order of their paths.</summary>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself cannot be listed.</exception>
    public IReadOnlyList<FolderEntry> List()
    {
        var entries = new List<FolderEntry>();
        Walk(Root, "", entries, depth: 0);
        entries.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return entries;
    }

    private void Walk(string directory, string prefix, List<FolderEntry> entries, int depth)
    {
        // Deeper than any site goes: a loop of symbolic links.
        if (depth > 32)
        {
            return;
        }

        foreach (var info in new DirectoryInfo(directory).EnumerateFileSystemInfos("*", Recursive))
        {
            // Dot files are hidden from editors, so they are no content (.git, .DS_Store, Kubernetes' ..data).
            if (info.Name.StartsWith('.') || info.Name is "node_modules")
            {
                continue;
            }

            var target = info;
            if ((info.Attributes & FileAttributes.ReparsePoint) != 0)
            {
                target = ResolveInside(info);
                if (target is null)
                {
                    continue;
                }
            }

            var path = prefix + info.Name;
            if (target is DirectoryInfo)
            {
                WalkBelow(target.FullName, path + "/", entries, depth + 1);
            }
            else if (target is FileInfo file && file.Attributes is var attributes && (attributes & FileAttributes.Device) == 0)
            {
                entries.Add(new FolderEntry(path, file.FullName, Address.Normalize(path), file.LastWriteTimeUtc, file.Length));
            }
        }
    }

    // The folder itself must be readable; one below it that is not, or that goes away meanwhile, costs its own files only.
    private void WalkBelow(string directory, string prefix, List<FolderEntry> entries, int depth)
    {
        try
        {
            Walk(directory, prefix, entries, depth);
        }
        catch (DirectoryNotFoundException)
        {
            // Removed while it was listed: it is not there.
        }
        catch (UnauthorizedAccessException)
        {
            Unreadable.Add(prefix.TrimEnd('/'));
        }
    }

    /// <summary>The target of a link, where it exists and stands in the content folder: content never reaches outside.</summary>
    private FileSystemInfo? ResolveInside(FileSystemInfo link)
    {
        try
        {
            var target = link.ResolveLinkTarget(returnFinalTarget: true);
            if (target is null || !target.Exists)
            {
                return null;
            }

            var inside = target.FullName.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            return inside ? target : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Where a folder really is: the end of its symbolic links.</summary>
    public static string Resolve(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var info = new DirectoryInfo(full);
        return info.LinkTarget is null ? full : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
    }
}
