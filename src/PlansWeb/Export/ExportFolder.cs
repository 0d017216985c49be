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

    private readonly string _root;
    private readonly string _new;
    private readonly Dictionary<string, string> _before;
    private readonly ConcurrentDictionary<string, string> _now = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _staged = new(StringComparer.Ordinal);
    private int _count;

    private ExportFolder(string root, Dictionary<string, string> before)
    {
        _root = root;
        _before = before;
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

        Dictionary<string, string> before;
        try
        {
            before = File.Exists(manifest) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(manifest)) ?? [] : [];
        }
        catch (JsonException)
        {
            throw new UsageException($"Le fichier «\u00a0{manifest}\u00a0» ne se lit pas\u00a0: videz le dossier de l’export, puis recommencez.");
        }

        var opened = new ExportFolder(root, before.Where(static file => IsSafe(file.Key)).ToDictionary(StringComparer.Ordinal));
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

    /// <summary>Writes a file, unless the last export wrote the same.</summary>
    /// <returns>It is another.</returns>
    public async Task<bool> Put(string file, ReadOnlyMemory<byte> bytes, string? state = null)
    {
        state ??= StateOf(bytes.Span);
        if (Keep(file, state))
        {
            return false;
        }

        await File.WriteAllBytesAsync(Stage(file, state), bytes);
        return true;
    }

    /// <summary>Copies a file.</summary>
    public void Copy(string file, string source, string state) => File.Copy(source, Stage(file, state));

    /// <summary>The name of a content, in the manifest.</summary>
    public static string StateOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <summary>Puts all new files in their places, and removes what is gone.</summary>
    /// <returns>How many were written, and how many removed.</returns>
    /// <exception cref="UsageException">A file that no export wrote stands in the way. Nothing was changed then.</exception>
    public (int Written, int Removed) Apply()
    {
        foreach (var file in _staged.Keys.Where(file => !_before.ContainsKey(file)))
        {
            if (Path.Exists(Path.Combine(_root, file)) && !Directory.Exists(Path.Combine(_root, file)))
            {
                throw new UsageException($"Le fichier «\u00a0{file}\u00a0» est dans le dossier et aucun export ne l’a écrit\u00a0: déplacez-le, puis recommencez.");
            }
        }

        RefuseLinks(_staged.Keys.Concat(_before.Keys).SelectMany(FoldersOf).Distinct(StringComparer.Ordinal));

        // First the names of what may be removed: should this be cut, the next export knows all files.
        WriteManifest(_before.Concat(_now).GroupBy(static file => file.Key).ToDictionary(static file => file.Key, static _ => "", StringComparer.Ordinal));
        var gone = _before.Keys.Where(file => !_now.ContainsKey(file)).ToArray();
        var folders = _staged.Keys.SelectMany(FoldersOf).ToHashSet(StringComparer.Ordinal);
        foreach (var file in gone.Where(folders.Contains))
        {
            File.Delete(Path.Combine(_root, file));
        }

        foreach (var (file, staged) in _staged)
        {
            var path = Path.Combine(_root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(staged, path, overwrite: true);
        }

        foreach (var file in gone)
        {
            var path = Path.Combine(_root, file);
            File.Delete(path);
            for (var folder = Path.GetDirectoryName(path)!; folder.Length > _root.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
            {
                Directory.Delete(folder);
            }
        }

        WriteManifest(_now.ToDictionary(StringComparer.Ordinal));
        Clear();
        return (_staged.Count, gone.Length);
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

    private void WriteManifest(Dictionary<string, string> files)
    {
        var beside = Path.Combine(_new, "manifest");
        Directory.CreateDirectory(_new);
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, string>(files, StringComparer.Ordinal)));
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
