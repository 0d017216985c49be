using PlansWeb.Loading.Data;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>
/// The data that pages inherit: the site's (<c>_data/</c>), their layout's, their folders' and their own data file's, merged in the order
/// of Eleventy 1 and later: site, layout, folders from the root down, the page's data file; the front matter comes over all of them.
/// </summary>
internal sealed class SiteData
{
    private const string Includes = "_includes/";

    private static readonly string[] Extensions = [".json", ".yaml", ".yml", ".11tydata.json", ".11tydata.yaml", ".11tydata.yml"];

    private readonly Dictionary<string, FolderEntry> _entries;
    private readonly string _rootName;
    private readonly DataMap _site;
    private readonly Dictionary<string, object?> _plainSite;
    private readonly Dictionary<string, DataMap> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataMap> _directories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataMap> _layouts = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly Lock _lock = new();

    /// <summary>Reads the site data; folders' data is read when a page asks for it.</summary>
    /// <param name="root">Absolute path of the content folder.</param>
    /// <param name="entries">Its files.</param>
    public SiteData(string root, IReadOnlyList<FolderEntry> entries)
    {
        _rootName = Path.GetFileName(root);
        _entries = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        _site = ReadSite(entries);
        _plainSite = (Dictionary<string, object?>)_site.ToPlain()!;
        ReportScripts(entries);
    }

    /// <summary>What is wrong with the data files that were read so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The data files among the entries: what they say changes pages.</summary>
    public static bool IsDataFile(FolderEntry entry) => entry.IsData || entry.Path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal)
        || entry.Path.StartsWith(Includes, StringComparison.Ordinal);

    /// <summary>Lays the front matter of a page over what it inherits from its layout, its folders and its data file.</summary>
    public DataMap Inherit(FolderEntry page, DataMap frontMatter)
    {
        lock (_lock)
        {
            var slash = page.Path.LastIndexOf('/');
            var folders = Directory(slash < 0 ? "" : page.Path[..slash]);
            var own = DataFileFor(page.Path[..^Path.GetExtension(page.Path).Length]);
            if (folders.Entries.Count == 0 && own.Entries.Count == 0 && _layouts.Count == 0 && !HasLayouts)
            {
                return DataCascade.Merge(DataMap.Empty, frontMatter);
            }

            var merged = DataCascade.Merge(DataCascade.Merge(folders, own), frontMatter);
            return merged["layout"] is DataScalar { Value: string } layout && Layout(layout.Text, []) is { Entries.Count: > 0 } defaults
                ? DataCascade.Merge(defaults, merged)
                : merged;
        }
    }

    /// <summary>A page's data as plain objects, the site's data below it. Site data is shared, not copied.</summary>
    public IReadOnlyDictionary<string, object?> ToPlain(DataMap data)
    {
        var plain = (Dictionary<string, object?>)data.ToPlain()!;
        foreach (var (key, value) in _plainSite)
        {
            if (!plain.TryAdd(key, value) && data[key] is DataMap own && _site[key] is DataMap shared)
            {
                plain[key] = DataCascade.Merge(shared, own).ToPlain();
            }
        }

        return plain;
    }

    private bool HasLayouts => _entries.Keys.Any(static path => path.StartsWith(Includes, StringComparison.Ordinal));

    // `_data/metadata.json` is `metadata`; `_data/i18n/fr.json` is `i18n.fr`.
    private DataMap ReadSite(IReadOnlyList<FolderEntry> entries)
    {
        var site = DataMap.Empty;
        foreach (var entry in entries)
        {
            const string Prefix = ContentFolder.DataFolder + "/";
            if (!entry.Path.StartsWith(Prefix, StringComparison.Ordinal) || !HasDataExtension(entry.Path) || RedirectReader.IsRedirectFile(entry))
            {
                continue;
            }

            var file = DataFileReader.Load(entry);
            _problems.AddRange(file.Problems);
            var node = file.Data;
            var names = entry.Path[Prefix.Length..^Path.GetExtension(entry.Path).Length].Split('/');
            foreach (var name in names.Reverse())
            {
                node = new DataMap(new Dictionary<string, DataNode> { [name] = node }, node.Position);
            }

            site = DataCascade.Merge(site, (DataMap)node);
        }

        return site;
    }

    // Nearest wins: the parent folder's data below the folder's own.
    private DataMap Directory(string path)
    {
        if (_directories.TryGetValue(path, out var known))
        {
            return known;
        }

        var slash = path.LastIndexOf('/');
        var name = path.Length == 0 ? _rootName : path[(slash + 1)..];
        var own = DataFileFor(path.Length == 0 ? name : $"{path}/{name}");
        return _directories[path] = path.Length == 0 ? own : DataCascade.Merge(Directory(slash < 0 ? "" : path[..slash]), own);
    }

    private DataMap DataFileFor(string stem)
    {
        var merged = DataMap.Empty;
        foreach (var extension in Extensions)
        {
            if (_entries.TryGetValue(stem + extension, out var entry) && !entry.IsPrivate)
            {
                merged = DataCascade.Merge(merged, ReadFile(entry));
            }
        }

        return merged;
    }

    private DataMap ReadFile(FolderEntry entry)
    {
        if (!_files.TryGetValue(entry.Path, out var data))
        {
            var file = DataFileReader.Load(entry);
            _problems.AddRange(file.Problems);
            _files[entry.Path] = data = file.Data as DataMap ?? DataMap.Empty;
        }

        return data;
    }

    // The front matter of a layout, and of the layouts around it; inner wins.
    private DataMap Layout(string name, HashSet<string> seen)
    {
        if (_layouts.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!_entries.TryGetValue(Includes + name, out var entry) || !seen.Add(name))
        {
            return DataMap.Empty;
        }

        var own = ReadLayout(entry);
        var outer = own["layout"] is DataScalar { Value: string } layout ? Layout(layout.Text, seen) : DataMap.Empty;

        // The layout that a layout stands in is not the page's.
        var defaults = new DataMap(own.Entries.Where(pair => pair.Key != "layout").ToDictionary(StringComparer.Ordinal), own.Position);
        return _layouts[name] = DataCascade.Merge(outer, defaults);
    }

    private DataMap ReadLayout(FolderEntry entry)
    {
        try
        {
            var text = TextDecoder.Decode(File.ReadAllBytes(entry.PhysicalPath)).Text;
            var problems = new ProblemLog(entry.Path, text);
            var data = FrontMatterParser.Parse(text, entry.Path, problems).Data;
            _problems.AddRange(problems.Problems);
            return data;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return DataMap.Empty;
        }
    }

    private void ReportScripts(IReadOnlyList<FolderEntry> entries)
    {
        foreach (var entry in entries.Where(static entry => IsScript(entry.Path)))
        {
            var yaml = entry.Path[..entry.Path.LastIndexOf('.')] + ".yaml";
            _problems.Add(new Problem(ProblemRules.ScriptData, entry.Path, 0, 0,
                "Ce fichier de données est un programme JavaScript : il ne peut pas s’exécuter ici et ses données manquent.",
                $"Écrivez les mêmes données dans « {yaml} », une ligne « clé: valeur » par donnée (par exemple « layout: layouts/page.njk »)."));
        }
    }

    private static bool IsScript(string path) =>
        (path.Contains(".11tydata.", StringComparison.Ordinal) || path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal))
        && (path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".cjs", StringComparison.Ordinal) || path.EndsWith(".mjs", StringComparison.Ordinal));

    private static bool HasDataExtension(string path) => Path.GetExtension(path) is ".json" or ".yaml" or ".yml";
}
