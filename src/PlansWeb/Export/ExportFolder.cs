using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using PlansWeb.Commands;

namespace PlansWeb.Export;

/// <summary>
/// The folder of an export. New files are written beside, into <c>.plansweb/new</c>, and take their places once all are there: an error before leaves the
/// last export whole. The manifest names the files that exports wrote: only those are ever replaced or removed.
/// </summary>
internal sealed class ExportFolder
{
    /// <summary>What is for the host and for the next export, and is no public file.</summary>
    public const string Private = ".plansweb";

    private const string ManifestName = Private + "/manifest.json";

    // The most that Linux and most hosts take, in bytes.
    private const int LongestName = 255;

    // A page, and its copies.
    private static readonly string[] s_copies = ["", ".br", ".gz"];

    private readonly string _root;
    private readonly string _new;
    private readonly ExportManifest _last;
    private readonly IReadOnlyDictionary<string, string> _before;
    private readonly ConcurrentDictionary<string, string> _now = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _staged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Key, IReadOnlyDictionary<string, string> Headers)> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _headers;
    private int _count;

    private ExportFolder(string root, ExportManifest last)
    {
        _root = root;
        _last = last;
        _before = last.Files;
        _headers = new(last.Headers.Select(static headers => KeyValuePair.Create(TextOf(headers), headers)).DistinctBy(static set => set.Key), StringComparer.Ordinal);
        _new = Path.Combine(root, Private, "new");
    }

    /// <summary>Opens the folder, and makes it where it is not there.</summary>
    /// <exception cref="UsageException">It holds files, and no export wrote it; or it and the content stand one in the other.</exception>
    public static ExportFolder Open(string folder, string content)
    {
        var root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        content = Path.GetFullPath(content).TrimEnd(Path.DirectorySeparatorChar);
        if (IsWithin(Real(root), Real(content)) || IsWithin(Real(content), Real(root)))
        {
            throw new UsageException($"Le dossier «\u00a0{root}\u00a0» et celui du contenu sont l’un dans l’autre\u00a0: choisissez un dossier ailleurs.");
        }

        var manifest = Path.Combine(root, ManifestName);
        if (!File.Exists(manifest) && Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any(entry => Path.GetFileName(entry) != Private))
        {
            throw new UsageException($"Le dossier «\u00a0{root}\u00a0» contient des fichiers qu’aucun export n’a écrits\u00a0: choisissez un dossier vide.");
        }

        ExportManifest? last;
        try
        {
            last = File.Exists(manifest) ? JsonSerializer.Deserialize<ExportManifest>(File.ReadAllBytes(manifest)) : new ExportManifest { Files = [] };
        }
        catch (JsonException)
        {
            last = null;
        }

        var opened = last is not null && last.Files.Keys.All(IsSafe) && last.Answers.Values.All(answer => answer.Headers >= 0 && answer.Headers < last.Headers.Count)
            ? new ExportFolder(root, last)
            : throw new UsageException($"Le fichier «\u00a0{manifest}\u00a0» ne se lit pas\u00a0: videz le dossier de l’export, puis recommencez.");
        opened.Clear();
        Directory.CreateDirectory(opened._new);
        return opened;
    }

    /// <summary>A file may have this name: below the folder, and not where the export keeps its own.</summary>
    public static bool IsSafe(string file) => file.Length > 0 && file.Split('/') is var parts
        && (parts[0] != Private || parts is [Private, var own] && own.EndsWith(".conf", StringComparison.Ordinal))
        && Array.TrueForAll(parts, static part => part is not ("" or "." or "..") && !part.AsSpan().ContainsAny('\0', '\\') && System.Text.Encoding.UTF8.GetByteCount(part) <= LongestName);

    /// <summary>The folders that a file stands in, the innermost first.</summary>
    /// <param name="file">A path below the export, with <c>/</c>.</param>
    public static IEnumerable<string> FoldersOf(string file)
    {
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1))
        {
            yield return file[..slash];
        }
    }

    /// <summary>Keeps a file of the last export.</summary>
    /// <returns>The last export wrote it from the same state, and it is still there; else nothing was done.</returns>
    public bool Keep(string file, string state)
    {
        if (_before.GetValueOrDefault(file) != state || !File.Exists(Path.Combine(_root, file)))
        {
            return false;
        }

        _now[file] = state;
        return true;
    }

    /// <summary>Keeps an answer of the last export, with its compressed copies.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="key">What it is made of now.</param>
    /// <returns>Its headers; <see langword="null"/> where it must be made: nothing was done then.</returns>
    public IReadOnlyDictionary<string, string>? KeepAnswer(string file, string key)
    {
        if (!IsSame(file, key))
        {
            return null;
        }

        var files = s_copies.Select(copy => file + copy).Where(_before.ContainsKey).ToArray();
        if (!_before.ContainsKey(file) || !Array.TrueForAll(files, name => Keep(name, _before[name])))
        {
            return null;
        }

        var headers = _last.Headers[_last.Answers[file].Headers];
        _answers[file] = (key, headers);
        return headers;
    }

    /// <summary>The last export made an answer of the same.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="key">What it is made of now.</param>
    public bool IsSame(string file, string key) => _last.Answers.TryGetValue(file, out var answer) && answer.Key == key;

    /// <summary>Reads a file of the last export.</summary>
    /// <returns><see langword="null"/> where that has no such file, or where it is not as it was written.</returns>
    public byte[]? ReadLast(string file)
    {
        var path = Path.Combine(_root, file);
        if (!_before.TryGetValue(file, out var state) || !File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        return state.StartsWith(StateOf(bytes), StringComparison.Ordinal) ? bytes : null;
    }

    /// <summary>Notes for the next export what an answer was made of.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="key">What it is made of; <see langword="null"/> where it must be made to be known.</param>
    /// <param name="headers">Its headers.</param>
    /// <returns>The same headers, in one object for all answers that have them.</returns>
    public IReadOnlyDictionary<string, string> Note(string file, string? key, IReadOnlyDictionary<string, string> headers)
    {
        var shared = _headers.GetOrAdd(TextOf(headers), headers);
        if (key is not null)
        {
            _answers[file] = (key, shared);
        }

        return shared;
    }

    /// <summary>Writes a file, unless the last export wrote the same.</summary>
    /// <param name="file">A path below the export, with <c>/</c>.</param>
    /// <param name="bytes">What is to stand there.</param>
    /// <param name="state">What the bytes were made of, where that is known; else they are their own state.</param>
    public void Put(string file, ReadOnlySpan<byte> bytes, string? state = null)
    {
        state ??= StateOf(bytes);
        if (!Keep(file, state))
        {
            using var staged = File.OpenHandle(Stage(file, state), FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(staged, bytes, 0);
        }
    }

    /// <summary>Copies a file.</summary>
    public void Copy(string file, string source, string state) => File.Copy(source, Stage(file, state));

    /// <summary>The name of a content, in the manifest.</summary>
    public static string StateOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <summary>The files are being put in their places: an error leaves some of the new ones there, and some of the last export's.</summary>
    public bool IsApplying { get; private set; }

    /// <summary>Puts all new files in their places, and removes what is gone: first what pages show, then the pages, then what is gone.</summary>
    /// <returns>How many were written, and how many removed.</returns>
    /// <exception cref="UsageException">Something that no export wrote stands in the way. Nothing was changed then.</exception>
    public (int Written, int Removed) Apply()
    {
        var gone = _before.Keys.Where(file => !_now.ContainsKey(file)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in _staged.Keys.Where(file => !_before.ContainsKey(file)))
        {
            var path = Path.Combine(_root, file);
            var inTheWay = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(below => Path.GetRelativePath(_root, below)).Where(below => !gone.Contains(below))
                : Path.Exists(path) ? [file] : [];
            if (inTheWay.FirstOrDefault() is { } other)
            {
                throw new UsageException($"Le fichier «\u00a0{other}\u00a0» est dans le dossier et aucun export ne l’a écrit\u00a0: déplacez-le, puis recommencez.");
            }
        }

        RefuseLinks(_staged.Keys.Concat(gone).SelectMany(FoldersOf).Append(Private).Distinct(StringComparer.Ordinal));
        if (_staged.IsEmpty && gone.Count == 0)
        {
            WriteManifest(Manifest());
            Clear();
            return default;
        }

        // Where the disk is full, it is so before anything is replaced.
        var folders = _staged.Keys.SelectMany(FoldersOf).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in folders.Where(folder => !gone.Contains(folder) && !FoldersOf(folder).Any(gone.Contains)))
        {
            Directory.CreateDirectory(Path.Combine(_root, folder));
        }

        // First the names of what may be removed: should this be cut, the next export knows all files, and writes them anew.
        IsApplying = true;
        WriteManifest(new ExportManifest { Files = _before.Keys.Concat(_now.Keys).Distinct(StringComparer.Ordinal).ToDictionary(static file => file, static _ => "", StringComparer.Ordinal) });
        var inTheWayOfNew = gone.Where(file => folders.Contains(file) || FoldersOf(file).Any(_staged.ContainsKey)).ToArray();
        foreach (var file in inTheWayOfNew)
        {
            Remove(file);
        }

        // Those that had to wait for that, and those that were empty without what was removed; all others are there since above.
        foreach (var folder in inTheWayOfNew.Length > 0 ? folders : [])
        {
            Directory.CreateDirectory(Path.Combine(_root, folder));
        }

        foreach (var files in _staged.ToLookup(static file => file.Key.Contains(".html", StringComparison.Ordinal)).OrderBy(static files => files.Key))
        {
            Parallel.ForEach(files, file => File.Move(file.Value, Path.Combine(_root, file.Key), overwrite: true));
        }

        foreach (var file in gone)
        {
            Remove(file);
        }

        WriteManifest(Manifest());
        IsApplying = false;
        Clear();
        return (_staged.Count, gone.Count);
    }

    /// <summary>Removes what was written beside.</summary>
    public void Clear()
    {
        if (Directory.Exists(_new))
        {
            Directory.Delete(_new, recursive: true);
        }
    }

    private string Stage(string file, string state)
    {
        var staged = Path.Combine(_new, Interlocked.Increment(ref _count).ToString(System.Globalization.CultureInfo.InvariantCulture));
        _now[file] = state;
        _staged[file] = staged;
        return staged;
    }

    // A file of the export, and the folders that are empty without it.
    private void Remove(string file)
    {
        var path = Path.Combine(_root, file);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        for (var folder = Path.GetDirectoryName(path)!; folder.Length > _root.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }

    private static string TextOf(IReadOnlyDictionary<string, string> headers) => string.Join('\n', headers.Select(static header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal));

    private ExportManifest Manifest()
    {
        var headers = _answers.Values.Select(static answer => answer.Headers).Distinct().ToList();
        var places = headers.Select(static (set, i) => (set, i)).ToDictionary(static place => place.set, static place => place.i);
        return new ExportManifest
        {
            Files = _now.ToDictionary(StringComparer.Ordinal),
            Headers = headers,
            Answers = _answers.ToDictionary(static answer => answer.Key, answer => new ExportedAnswer(answer.Value.Key, places[answer.Value.Headers]), StringComparer.Ordinal),
        };
    }

    private void WriteManifest(ExportManifest manifest)
    {
        var beside = Path.Combine(_new, "manifest");
        Directory.CreateDirectory(_new);
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(manifest));
        File.Move(beside, Path.Combine(_root, ManifestName), overwrite: true);
    }

    // Through a link, a file would be written or removed elsewhere.
    private void RefuseLinks(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Select(folder => Path.Combine(_root, folder)))
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                throw new UsageException($"«\u00a0{folder}\u00a0» est un lien\u00a0: un export n’écrit que dans son dossier.");
            }
        }
    }

    // Links followed, also those of the folders above one that is not there yet.
    private static string Real(string path)
    {
        var above = Path.GetDirectoryName(path);
        return Directory.Exists(path) ? Content.Files.RealPath.Of(path) ?? path : above is null ? path : Path.Combine(Real(above), Path.GetFileName(path));
    }

    private static bool IsWithin(string path, string folder) => path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

/// <summary>What an export leaves for the next one.</summary>
internal sealed record ExportManifest
{
    /// <summary>The files that exports wrote, by path, and the state of each; empty states where an export was cut while it put them in their places.</summary>
    public required Dictionary<string, string> Files { get; init; }

    /// <summary>The sets of headers that answers have.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Headers { get; init; } = [];

    /// <summary>The answers of which it is known what they were made of, by file.</summary>
    public Dictionary<string, ExportedAnswer> Answers { get; init; } = [];
}

/// <summary>An answer of an export.</summary>
/// <param name="Key">What it was made of.</param>
/// <param name="Headers">Place of its headers in <see cref="ExportManifest.Headers"/>.</param>
internal sealed record ExportedAnswer(string Key, int Headers);
