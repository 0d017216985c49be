using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Yaml;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.FrontMatter;

/// <summary>
/// The data that pages inherit: the site's (<c>_data/</c>), their layout's, their folders' and their own data file's, merged in the order
/// of Eleventy 1 and later: site, layout, folders from the root down, the page's data file; the front matter comes over all of them.
/// </summary>
internal sealed class SiteData
{
    private const string Includes = "_includes/";

    private const int MostLayouts = 32;

    private static readonly string[] s_templateExtensions = ["", ".njk", ".liquid", ".html", ".hbs", ".md"];

    private readonly Dictionary<string, FolderEntry> _entries;
    private readonly Dictionary<string, FolderEntry> _data;
    private readonly IReadOnlyDictionary<string, byte[]>? _read;
    private readonly HidingKeys _hiding;
    private readonly bool _hasLayouts;
    private readonly bool _isLayoutUnread;
    private readonly DataMap _site;
    private readonly DataMap _siteDefaults;
    private readonly Dictionary<string, object?> _plainSite;
    private readonly Dictionary<string, DataMap> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Layout), DataMap> _folders = [];
    private readonly Dictionary<string, DataMap> _layouts = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _problems = [];
    private readonly ScriptData _scripts;
    private readonly Lock _lock = new();

    /// <summary>Reads the site data; folders' data is read when a page asks for it.</summary>
    /// <param name="rootName">Name of the content folder.</param>
    /// <param name="entries">Its files.</param>
    /// <param name="hiding">Finds the keys that were meant to hide pages.</param>
    /// <param name="read">The bytes of the data files, by path; those that are missing are read from disk.</param>
    /// <param name="project">The project around them.</param>
    /// <param name="isLayoutUnread">The folder of layouts cannot be read: a layout that is not known may hide its pages.</param>
    public SiteData(
        string rootName, IReadOnlyList<FolderEntry> entries, HidingKeys hiding, IReadOnlyDictionary<string, byte[]>? read = null, EleventyProject? project = null,
        bool isLayoutUnread = false)
    {
        _isLayoutUnread = isLayoutUnread;
        project ??= EleventyProject.None;
        _scripts = new ScriptData(project);
        _problems.AddRange(project.Problems);
        _read = read;
        _hiding = hiding;
        RootName = rootName;
        _entries = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        _data = DataByName(entries);
        _site = DataCascade.Merge(project.GlobalData, ReadSite(entries));
        _hasLayouts = isLayoutUnread || entries.Any(static entry => entry.Path.StartsWith(Includes, StringComparison.Ordinal));

        // Of the site's data, what the site itself reads in a page's: `_data/layout.json` is the layout of every page that names none.
        _siteDefaults = new DataMap(
            _site.Entries.Where(static pair => FrontMatterReader.Keys.Contains(pair.Key) || pair.Key == ComputedData.Key).ToDictionary(StringComparer.Ordinal), _site.Position);
        _siteDefaults = HidesAll(_siteDefaults);
        _plainSite = (Dictionary<string, object?>)_site.ToPlain()!;
        Identity = SiteIdentity.Read(_plainSite);
    }

    // The data files are the same: what was read of them stays, and what is wrong with them too, whichever pages are read again.
    private SiteData(SiteData before, IReadOnlyList<FolderEntry> entries)
    {
        _hiding = before._hiding;
        RootName = before.RootName;
        _read = before._read;
        _entries = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        _data = DataByName(entries);
        _isLayoutUnread = before._isLayoutUnread;
        _site = before._site;
        _hasLayouts = before._hasLayouts;
        _siteDefaults = before._siteDefaults;
        _plainSite = before._plainSite;
        Identity = before.Identity;
        _files = before._files;
        _folders = before._folders;
        _layouts = before._layouts;
        _problems = before._problems;
        _scripts = before._scripts;
    }

    /// <summary>Whose site it is, as the data says.</summary>
    public SiteIdentity Identity { get; }

    /// <summary>Name of the content folder, which its own data file bears.</summary>
    public string RootName { get; }

    /// <summary>What is wrong with the data files that were read so far.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reads data in JavaScript.</summary>
    public ScriptData Scripts => _scripts;

    /// <summary>The same data, where no data file changed.</summary>
    /// <param name="listing">The files now: others may have come or gone.</param>
    public SiteData Next(FolderListing listing) => listing.HasSamePlaces ? this : new(this, listing.Entries);

    /// <summary>The data files among the entries: what they say changes pages.</summary>
    public static bool IsDataFile(FolderEntry entry) => entry.IsData || entry.Path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal)
        || entry.Path.StartsWith(Includes, StringComparison.Ordinal) || ScriptData.IsScript(entry.Path);

    /// <summary>Lays the front matter of a page over what it inherits from its layout, its folders and its data file.</summary>
    public DataMap Inherit(FolderEntry page, DataMap frontMatter)
    {
        lock (_lock)
        {
            var slash = page.Path.LastIndexOf('/');
            var folder = slash < 0 ? "" : page.Path[..slash];
            var stem = page.Path[..^Path.GetExtension(page.Path).Length];
            var merged = DataCascade.Merge(Over(Folder(folder, ""), stem), frontMatter);

            // The layout's data comes below all of it, so that `override:` of a folder or a page replaces it too; but first the layout must be known.
            return _hasLayouts && merged["layout"] is DataScalar { Value: string } layout && Layout(layout.Text, []).Entries.Count > 0
                ? DataCascade.Merge(Over(Folder(folder, layout.Text), stem), frontMatter)
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

            var file = Load(entry);
            var problems = new DiagnosticLog(entry.Path, file.Text, file.Problems);
            var node = file.Data;
            var names = entry.Path[Prefix.Length..^Path.GetExtension(entry.Path).Length].Split('/');
            if (names is [SiteIdentity.DataName])
            {
                SiteIdentity.Check(node, problems);
            }

            _problems.AddRange(problems.Problems);
            foreach (var name in names.Reverse())
            {
                node = new DataMap(new Dictionary<string, DataNode> { [name] = node }, node.Position);
            }

            site = DataCascade.Merge(site, (DataMap)node);
        }

        return site;
    }

    // Nearest wins: the parent folder's data below the folder's own; the site's and the layout's below them all.
    private DataMap Folder(string path, string layout)
    {
        if (_folders.TryGetValue((path, layout), out var known))
        {
            return known;
        }

        var slash = path.LastIndexOf('/');
        var name = path.Length == 0 ? RootName : path[(slash + 1)..];
        var above = path.Length > 0 ? Folder(slash < 0 ? "" : path[..slash], layout)
            : layout.Length > 0 ? DataCascade.Merge(_siteDefaults, Layout(layout, []))
            : _siteDefaults;
        return _folders[(path, layout)] = Over(above, path.Length == 0 ? name : $"{path}/{name}");
    }

    // The data files of a folder or page over what is below: one after the other, so that `override:` of each finds what it replaces.
    private DataMap Over(DataMap below, string stem)
    {
        var merged = below;
        foreach (var extension in ContentFolder.DataExtensions)
        {
            if (_data.TryGetValue(Address.Normalize(stem) + extension, out var entry))
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
            var file = Load(entry);
            var problems = new DiagnosticLog(entry.Path, file.Text, file.Problems);
            if (file.Data is not DataMap)
            {
                problems.Report(DiagnosticRules.Yaml, 1, 1, "Ce fichier n’est pas fait de lignes « clé: valeur »\u00a0: il ne donne de données à aucune page.", "Écrivez une clé par ligne, par exemple « draft: true ».");
            }

            data = _hiding.Mend(file.Data as DataMap ?? DataMap.Empty, problems);
            data = _hiding.MendLines(data, file.Text, 1, problems);
            if (file.IsUnread)
            {
                ReportHidden(problems);
                data = YamlData.AsDraft(data, entry.Path, 0);
            }

            _files[entry.Path] = data;
            _problems.AddRange(problems.Problems);
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

        // No site nests its layouts so deep; a longer chain would only cost stack.
        if (LayoutFile(name) is not { } entry || seen.Count >= MostLayouts || !seen.Add(name))
        {
            return _isLayoutUnread ? YamlData.AsDraft(DataMap.Empty, Includes, 0) : DataMap.Empty;
        }

        var own = ReadLayout(entry);
        var outer = own["layout"] is DataScalar { Value: string } layout ? Layout(layout.Text, seen) : DataMap.Empty;

        // The layout that a layout stands in is not the page's.
        var defaults = new DataMap(own.Entries.Where(pair => pair.Key != "layout").ToDictionary(StringComparer.Ordinal), own.Position);
        return _layouts[name] = DataCascade.Merge(outer, defaults);
    }

    // Eleventy also takes the name without its extension.
    private FolderEntry? LayoutFile(string name) =>
        s_templateExtensions.Select(extension => _entries.GetValueOrDefault(Includes + name + extension)).FirstOrDefault(static entry => entry is not null);

    private DataMap ReadLayout(FolderEntry entry)
    {
        try
        {
            var text = TextDecoder.Decode(_read?.GetValueOrDefault(entry.Path) ?? File.ReadAllBytes(entry.PhysicalPath)).Text;
            var problems = new DiagnosticLog(entry.Path, text);
            var block = FrontMatterParser.Parse(text, entry.Path, problems, _scripts);
            var data = _hiding.MendLines(_hiding.Mend(block.Data, problems), block.Header, block.HeaderLine, problems);
            _problems.AddRange(problems.Problems);
            return data;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var problems = new DiagnosticLog(entry.Path, "");
            ReportHidden(problems);
            _problems.AddRange(problems.Problems);
            return YamlData.AsDraft(DataMap.Empty, entry.Path, 0);
        }
    }

    private static void ReportHidden(DiagnosticLog problems) => problems.Report(DiagnosticRules.Unreadable, 0, 0,
        "Ce fichier peut cacher des pages, et ne peut pas être lu\u00a0: par prudence, les pages qui en ont les données restent cachées.",
        "Vérifiez ses droits d’accès et sa taille, et qu’il n’est pas en cours de copie.");

    // The data files of folders and pages, by name: macOS decomposes accents, Windows and macOS take a name in other capitals for the same one.
    private static Dictionary<string, FolderEntry> DataByName(IReadOnlyList<FolderEntry> entries)
    {
        var data = new Dictionary<string, FolderEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.Where(static entry => entry.IsData && !entry.IsPrivate))
        {
            data.TryAdd(entry.NormalizedPath, entry);
        }

        return data;
    }

    // As Eleventy has it, `_data/draft.yaml` is `draft` of every page, and `_data/eleventyComputed.yaml` is computed for every page.
    private DataMap HidesAll(DataMap defaults)
    {
        var written = new DataMap(
            _site.Entries.Where(static pair => HidingKeys.IsMeant(pair.Key) ? pair.Value is DataScalar : pair.Key == ComputedData.Key).ToDictionary(StringComparer.Ordinal), _site.Position);
        if (written.Entries.Count == 0)
        {
            return defaults;
        }

        var problems = new DiagnosticLog("", "");
        var hiding = _hiding.Mend(written, problems).Entries.Where(static pair => HidingKeys.Names.Contains(pair.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
        _problems.AddRange(problems.Problems);
        return hiding.Count == 0 ? defaults : DataCascade.Merge(defaults, new DataMap(hiding, _site.Position));
    }

    private DataFile Load(FolderEntry entry) => ScriptData.IsScript(entry.Path) ? _scripts.Read(entry.Path, ScriptFiles.Of(Text, _entries.Keys)) : DataFileReader.Load(entry, _read);

    // A script, and what it may require: scripts and JSON of the content folder.
    private string? Text(string path)
    {
        try
        {
            return (ScriptData.HasExtension(path) || Path.GetExtension(path) == ".json") && _entries.GetValueOrDefault(path) is { Length: <= SandboxLimits.ScriptLength } entry
                ? TextDecoder.Decode(_read?.GetValueOrDefault(path) ?? File.ReadAllBytes(entry.PhysicalPath)).Text : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool HasDataExtension(string path) => Path.GetExtension(path) is ".json" or ".yaml" or ".yml" || ScriptData.HasExtension(path);
}
