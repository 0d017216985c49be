using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LibGit2Sharp;

namespace PlansWeb.Content.Files.Git;

/// <summary>
/// The Git repository in which a folder stands. The only type that finds and opens one; it reads through libgit2, in this process.
/// </summary>
/// <remarks>
/// <para>
/// Whoever fills the folder must not gain anything by it, so nothing that the repository names is run or followed. libgit2 runs no hook, no
/// filter, no <c>core.fsmonitor</c>, no <c>gpg.program</c>, no pager, alias or text conversion to look up commits and to compare trees, and it
/// fetches nothing; the configuration of the machine and of the user is not read, nor are the environment's <c>GIT_*</c> variables.
/// </para>
/// <para>
/// Discovery: the first <c>.git</c> of the folder or of a folder above it decides, usable or not. It may be a directory, or a file
/// (<c>gitdir: …</c>) where what it names belongs to this folder in turn: a linked worktree or a submodule. A bare repository is never looked
/// for, so that tracked files laid out as one mean nothing. Refused are symbolic links in place of <c>.git</c> or of what is read in it, a
/// <c>commondir</c> other than a worktree's, <c>objects/info/alternates</c>, and configurations that include others.
/// </para>
/// <para>
/// The owner of the repository is not compared with the user of the process: that check exists since Git runs what the configuration names,
/// which is not done here, and a volume in a container nearly always belongs to somebody else.
/// </para>
/// </remarks>
internal sealed partial class GitRepository
{
    private const string DotGit = ".git";
    private const string FilePrefix = "gitdir:";
    private const int MostBytesOfAFile = 4096;
    private const int MostBytesOfAConfiguration = 1024 * 1024;
    private const long MostBytesOfReferences = 64 * 1024 * 1024;

    // All that libgit2 opens by name before it comes to the objects themselves.
    private static readonly string[] s_read =
    [
        "HEAD", "config", "config.worktree", "commondir", "gitdir", "packed-refs", "shallow", "index", "refs", "objects", "info", "info/grafts",
        "objects/info", "objects/info/alternates", "objects/pack",
    ];

    // With HEAD and its branch, they tell that the repository moved.
    private static readonly string[] s_dated = ["packed-refs", "shallow", "config"];

    private static readonly Lazy<bool> s_isReady = new(Prepare);

    private readonly string _folder;
    private readonly string _gitFolder;
    private readonly string _commonFolder;
    private readonly bool _isLinked;

    private GitRepository(string folder, string gitFolder, string commonFolder, bool isLinked, string below)
    {
        _folder = folder;
        _gitFolder = gitFolder;
        _commonFolder = commonFolder;
        _isLinked = isLinked;
        Below = below;
    }

    /// <summary>Path of the asked folder below the one of the repository, with <c>/</c>; empty where they are the same.</summary>
    public string Below { get; }

    /// <summary>
    /// Changes when a commit is made, a branch is switched to, or more history is fetched: what <c>HEAD</c> names, and the times of the files
    /// that say so. Reading it costs five small files.
    /// </summary>
    public string State
    {
        get
        {
            var head = Text(Path.Join(_gitFolder, "HEAD"), MostBytesOfAFile) ?? "";
            var branch = head.StartsWith("ref: refs/", StringComparison.Ordinal) && !head.Contains("..", StringComparison.Ordinal) ? head["ref: ".Length..].Trim() : null;
            return string.Join('\n',
            [
                _gitFolder, head, branch is null ? null : Text(Path.Join(_commonFolder, branch), MostBytesOfAFile),
                .. s_dated.Select(name => new FileInfo(Path.Join(_commonFolder, name)))
                    .Select(static file => file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks} {file.Length}") : null),
            ]);
        }
    }

    /// <summary>Finds the repository of a folder; opens nothing.</summary>
    /// <param name="folder">Absolute path, symbolic links resolved.</param>
    /// <param name="fault">Why there is none.</param>
    public static GitRepository? Find(string folder, out GitFault fault)
    {
        try
        {
            for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
            {
                var place = Path.Join(above, DotGit);
                if (Directory.Exists(place) || new FileInfo(place) is { LinkTarget: not null } or { Exists: true })
                {
                    var below = Path.GetRelativePath(above, folder).Replace(Path.DirectorySeparatorChar, '/');
                    var found = At(above, place, below is "." ? "" : below);
                    fault = found is null ? GitFault.Refused : GitFault.None;
                    return found;
                }
            }

            fault = GitFault.NoRepository;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            fault = GitFault.Unreadable;
        }

        return null;
    }

    /// <summary>Opens the repository to look up commits and trees. Who asks it to read or write the work tree leaves what is said above.</summary>
    /// <param name="fault">Why it cannot be opened.</param>
    /// <returns>The repository, to be disposed; or <see langword="null"/>.</returns>
    public Repository? Open(out GitFault fault)
    {
        Repository? repository = null;
        try
        {
            _ = s_isReady.Value;
            repository = new Repository(_gitFolder);
            if (IsSame(repository.Info.Path, _gitFolder) && (!_isLinked || IsSame(repository.Info.WorkingDirectory, _folder)))
            {
                fault = GitFault.None;
                return repository;
            }

            fault = GitFault.Refused;
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            fault = GitFault.NoLibrary;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            fault = GitFault.Unreadable;
        }

        repository?.Dispose();
        return null;
    }

    private static GitRepository? At(string folder, string place, string below)
    {
        if (IsLink(place))
        {
            return null;
        }

        if (Directory.Exists(place))
        {
            return IsSelfContained(place) && !File.Exists(Path.Join(place, "commondir")) ? new(folder, place, place, isLinked: false, below) : null;
        }

        if (Text(place, MostBytesOfAFile) is not { } text || !text.StartsWith(FilePrefix, StringComparison.Ordinal)
            || RealPath.Of(Path.GetFullPath(text[FilePrefix.Length..].Trim(), folder)) is not { } gitFolder || !IsSelfContained(gitFolder))
        {
            return null;
        }

        if (!File.Exists(Path.Join(gitFolder, "commondir")))
        {
            return new(folder, gitFolder, gitFolder, isLinked: true, below);
        }

        // A linked worktree: .git/worktrees/name, whose commondir is the .git above.
        var worktrees = Path.GetDirectoryName(gitFolder);
        var common = Path.GetDirectoryName(worktrees);
        return common is not null && Path.GetFileName(worktrees) is "worktrees" && IsSelfContained(common)
            && Text(Path.Join(gitFolder, "commondir"), MostBytesOfAFile) is { } named
            && RealPath.Of(Path.GetFullPath(named.Trim(), gitFolder)) == common
            ? new(folder, gitFolder, common, isLinked: true, below) : null;
    }

    private static bool IsSelfContained(string gitFolder) =>
        !Path.Exists(Path.Join(gitFolder, DotGit)) // libgit2 would prefer it
        && s_read.All(name => !IsLink(Path.Join(gitFolder, name)))
        && s_read.All(name => new FileInfo(Path.Join(gitFolder, name)) is not { Exists: true, Length: > MostBytesOfReferences })
        && IncludesNothing(Path.Join(gitFolder, "config")) && IncludesNothing(Path.Join(gitFolder, "config.worktree"))
        && new FileInfo(Path.Join(gitFolder, "objects", "info", "alternates")) is not { Exists: true, Length: > 0 };

    // Text without a section of that name, wherever it may stand: more strict than the parser.
    private static bool IncludesNothing(string configuration) =>
        new FileInfo(configuration) is not { Exists: true, Length: > 0 }
        || (Text(configuration, MostBytesOfAConfiguration) is { } text && !IncludeSection().IsMatch(text));

    // What has no bytes is not opened: a named pipe would wait for a writer for ever.
    private static string? Text(string path, int mostBytes) =>
        new FileInfo(path) is { Exists: true, Length: > 0 } file && file.Length <= mostBytes && !IsLink(path) ? File.ReadAllText(path, Encoding.UTF8) : null;

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static bool IsSame(string? path, string other) =>
        path is not null && RealPath.Of(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) == Path.TrimEndingDirectorySeparator(other);

    private static bool Prepare()
    {
        foreach (var level in new[] { ConfigurationLevel.Global, ConfigurationLevel.Xdg, ConfigurationLevel.System, ConfigurationLevel.ProgramData })
        {
            GlobalSettings.SetConfigSearchPaths(level, "");
        }

        GlobalSettings.SetOwnerValidation(false);

        // Neither changes how commits and trees are read: in a partial clone, what is missing is missing.
        GlobalSettings.SetExtensions("partialclone", "relativeworktrees");
        return true;
    }

    [GeneratedRegex(@"\[\s*include", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IncludeSection();
}
