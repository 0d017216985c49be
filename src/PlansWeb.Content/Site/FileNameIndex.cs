using System.Buffers;

namespace PlansWeb.Content.Site;

/// <summary>
/// Finds the files that a text means. A path that leads to a file (from the root, from the page's address or from the page's folder) means that file
/// alone. Where it leads nowhere as it stands, because a template or data completes it, it means all files whose address ends in what is known of it:
/// in doubt a hidden page hides and a public page shows. Case counts only where it tells two files apart.
/// </summary>
internal sealed class FileNameIndex
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    // What may stand before a name in a sentence, a list, a link or an attribute. Names may hold them too: the longest name that exists is taken.
    private static readonly SearchValues<char> s_delimiters = SearchValues.Create(" \u00A0\u202F\t\"'’“”«»<>()[]{},;:=|`*!");

    // A template's name with fewer known letters could be any file.
    private const int FewestKnown = 3;

    // Files of one name that are compared one by one.
    private const int MostCompared = 32;

    private readonly Dictionary<string, List<ContentFile>> _byUrl;
    private readonly Dictionary<string, List<ContentFile>> _byFolder;
    private readonly Dictionary<string, List<ContentFile>> _byName;
    private readonly Dictionary<(string Folder, string Name), List<ContentFile>> _byEnd = [];

    /// <summary>Indexes the files.</summary>
    public FileNameIndex(IReadOnlyList<ContentFile> files)
    {
        _byUrl = By(files, static file => file.Url);
        _byFolder = By(files, static file => FolderOf(file.Url));
        _byName = By(files, static file => NameOf(file.Url));
    }

    /// <summary>The files that a text of a source means.</summary>
    /// <param name="references">The source.</param>
    /// <param name="text">One of its <see cref="FileReferences.Names"/>.</param>
    /// <param name="sought">Where given: texts that mean none of these files need not be looked at to the end.</param>
    public IReadOnlyList<ContentFile> Find(FileReferences references, string text, SoughtFiles? sought = null)
    {
        if (text.Contains(FileReferences.Unknown, StringComparison.Ordinal) && FindPattern(references, text, sought) is { Count: > 0 } matching)
        {
            return matching;
        }

        var names = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = text.LastIndexOf('/') + 1;
        for (var at = start; at < text.Length; at++)
        {
            if ((at == start || IsDelimiter(text[at - 1])) && sought?.HasName(text.AsSpan(at)) != false && names.ContainsKey(text.AsSpan(at))
                && Choose(references, text[..at], text[at..]) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The name of a file, without its folder.</summary>
    public static string NameOf(string url) => url[(url.LastIndexOf('/') + 1)..];

    private static string FolderOf(string url) => url[..(url.LastIndexOf('/') + 1)];

    private static bool IsDelimiter(char c) => s_delimiters.Contains(c);

    private static Dictionary<string, List<ContentFile>> By(IReadOnlyList<ContentFile> files, Func<ContentFile, string> key) =>
        files.GroupBy(key, StringComparer.OrdinalIgnoreCase).ToDictionary(static group => group.Key, static group => group.ToList(), StringComparer.OrdinalIgnoreCase);

    // The text before a name: a path where it ends with a slash, else a sentence.
    private List<ContentFile> Choose(FileReferences references, string before, string name)
    {
        var folder = before.EndsWith('/') ? before : "";

        // An address from the root is what most sources write, and needs no more than a look.
        var found = folder.Contains('/', StringComparison.Ordinal) && _byName.GetValueOrDefault(name) is { Count: <= MostCompared } named
            ? named.FindAll(file => IsFromRoot(folder, FolderOf(file.Url)))
            : [];
        if (found.Count == 0)
        {
            found = Folders(references, folder).SelectMany(start => _byUrl.GetValueOrDefault(start + name) ?? []).Distinct().ToList();
        }

        if (found.Count == 0)
        {
            found = EndingIn(folder, name);
        }

        // Two files that only case tells apart.
        var sameCase = found.FindAll(file => NameOf(file.Url) == name);
        return sameCase.Count > 0 ? sameCase : found;
    }

    private static bool IsFromRoot(string written, string folder) =>
        written.EndsWith(folder, IgnoreCase) && (written.Length == folder.Length || IsDelimiter(written[written.Length - folder.Length - 1]));

    // The folders to which a path may lead as it is written: a relative one from the page's address, as browsers have it, and from the page's file, as
    // writers have it. Where the path begins is not known, since folders may have spaces in their names.
    private static IEnumerable<string> Folders(FileReferences references, string written)
    {
        string?[] starts = [references.Url is { } url ? FolderOf(url) : null, FolderOf("/" + Address.Normalize(references.Scope ?? ""))];
        if (written.Length == 0)
        {
            return starts.OfType<string>();
        }

        var folders = new List<string>();
        for (var at = 0; at < written.Length; at++)
        {
            if (at > 0 && !IsDelimiter(written[at - 1]))
            {
                continue;
            }

            var path = written[at..];

            // A link to this site may have its host.
            var host = path.IndexOf("//", StringComparison.Ordinal);
            if (host >= 0)
            {
                if (path.IndexOf('/', host + 2) is > 0 and var root)
                {
                    folders.Add(Combine("/", path[root..]));
                }
            }
            else if (path.StartsWith('/'))
            {
                folders.Add(Combine("/", path));
            }
            else
            {
                folders.AddRange(starts.OfType<string>().Select(start => Combine(start, path)));
            }
        }

        return folders;
    }

    // What stands before the known end of the path, written by a template or held in data, may lead to any folder.
    private List<ContentFile> EndingIn(string written, string name)
    {
        if (written.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        var end = KnownEnd(written);
        if (!_byEnd.TryGetValue((end, name), out var found))
        {
            _byEnd[(end, name)] = found = [.. (_byName.GetValueOrDefault(name) ?? []).Where(file => FolderOf(file.Url).EndsWith(end, IgnoreCase))];
        }

        return found;
    }

    // The last folders of a path, between slashes, up to the first of which nothing is known.
    private static string KnownEnd(string written)
    {
        var token = written[(written.AsSpan().LastIndexOfAny(s_delimiters) + 1)..];
        var known = string.Join(
            '/', token.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse()
                .TakeWhile(static part => part is not (".." or ".") && !part.Contains(FileReferences.Unknown, StringComparison.Ordinal)).Reverse());
        return known.Length == 0 ? "/" : $"/{known}/";
    }

    private static string Combine(string start, string path)
    {
        var parts = new List<string>(start.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? "/" : $"/{string.Join('/', parts)}/";
    }

    // A template writes a part of the name: `plan-{{ year | plus: 1 }}.pdf`. As above, the longest name that exists is taken.
    private List<ContentFile> FindPattern(FileReferences references, string text, SoughtFiles? sought)
    {
        var start = text.LastIndexOf('/') + 1;
        var unknown = text.IndexOf(FileReferences.Unknown, start);
        for (var at = start; at <= unknown; at++)
        {
            if ((at == start || IsDelimiter(text[at - 1])) && text[at..].Replace(FileReferences.Unknown, '*') is var pattern && sought?.HasMatch(pattern) != false
                && FindPattern(references, at == start ? text[..at] : "", pattern) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private List<ContentFile> FindPattern(FileReferences references, string folder, string pattern)
    {
        if (!folder.Contains(FileReferences.Unknown, StringComparison.Ordinal))
        {
            var here = Folders(references, folder).Distinct().SelectMany(start => _byFolder.GetValueOrDefault(start) ?? []).Where(file => Matches(pattern, file)).ToList();
            if (here.Count > 0)
            {
                return here;
            }
        }

        var end = KnownEnd(folder);
        if (end == "/" && Path.GetFileNameWithoutExtension(pattern).Count(char.IsLetterOrDigit) < FewestKnown)
        {
            return [];
        }

        if (!_byEnd.TryGetValue((end, pattern), out var found))
        {
            _byEnd[(end, pattern)] = found = [.. _byUrl.Values.SelectMany(static files => files).Where(file => Matches(pattern, file) && FolderOf(file.Url).EndsWith(end, IgnoreCase))];
        }

        return found;
    }

    private static bool Matches(string pattern, ContentFile file) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, NameOf(file.Url), ignoreCase: true);

    /// <summary>A few files that many texts are searched for.</summary>
    internal sealed class SoughtFiles(IReadOnlyCollection<ContentFile> files)
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
            files.Select(static file => NameOf(file.Url)).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>One of them has this name.</summary>
        public bool HasName(ReadOnlySpan<char> name) => _names.Contains(name);

        /// <summary>The name of one of them is of this form.</summary>
        public bool HasMatch(string pattern) => files.Any(file => Matches(pattern, file));
    }
}
