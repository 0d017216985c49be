using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>
/// What the project around the content folder says of itself: its Eleventy configuration, run in the sandbox where that is allowed, and the site's settings,
/// which overrule it.
/// </summary>
internal sealed partial class EleventyProject
{
    private static readonly string[] s_names = ["eleventy.config.js", "eleventy.config.cjs", "eleventy.config.mjs", ".eleventy.js"];
    private static readonly Lazy<Prepared<Script>> s_recorder = new(static () => Jint.Engine.PrepareScript(Sandbox.Resource("eleventy.js"), "eleventy.js"));

    // Whose sizes are told to functions: each load looks whether they changed.
    private const int MostImages = 1000;

    private readonly string _folder = "";
    private readonly string _name = "";
    private readonly string? _source;
    private readonly List<Diagnostic> _problems = [];
    private readonly JsonElement _found;
    private readonly JsonElement _literals;
    private readonly Dictionary<string, string?> _read = new(StringComparer.Ordinal);

    // Size and time of the files that were read, or looked for, at that moment; under the lock of what was read.
    private readonly Dictionary<string, string> _stamps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImageInfo?> _sizes = new(StringComparer.Ordinal);
    private readonly Lazy<int> _version;
    private string? _folderOfLoad;

    private EleventyProject(string root, ContentOptions options, TimeProvider clock, string? file)
    {
        Clock = clock;
        MayRun = options.Scripts;
        _version = new(() => VersionOf("@11ty/eleventy") ?? 3);
        var hasDialect = string.Equals(options.Dialect, "eleventy", StringComparison.OrdinalIgnoreCase);
        if (file is not null && new FileInfo(file).Length <= SandboxLimits.ScriptLength && File.ReadAllText(file) is var source)
        {
            (_folder, _name) = (Path.GetDirectoryName(file)!, Path.GetFileName(file));
            _read[file] = source;
            _found = Literals(source);
            if (MayRun)
            {
                try
                {
                    _source = source;
                    _found = JsonDocument.Parse(Sandbox.TwiceAtMost(() =>
                    {
                        using var sandbox = new Sandbox(clock);

                        // The packages of the site are read before its time begins: on a slow machine they take longer than most configurations.
                        var (modules, recorder) = sandbox.Run(() => Prepare(sandbox), SandboxLimits.SetupTime);
                        return sandbox.Run(() => Run(sandbox, modules, recorder));
                    })).RootElement;
                    if (ListIn(_found, "failure") is [var message, var stack])
                    {
                        // What it registered until then stays; what it would have returned at its end is read as it is written.
                        _literals = Literals(source);
                        Report(Math.Max(1, Sandbox.PlaceIn(stack.ToString()).Line), $"La configuration d’Eleventy s’arrête à cette ligne ({message.ToString().Split('\n')[0]})\u00a0: ce qui suit n’est pas repris, sauf les réglages écrits en toutes lettres.",
                            "Donnez les réglages du site («\u00a0Content:TemplateEngine\u00a0», «\u00a0Content:Includes\u00a0»…), ou simplifiez la configuration.");
                    }

                    Tell();
                }
                catch (Exception e) when (e is SandboxException or JsonException)
                {
                    _source = null;
                    Report(Math.Max(1, (e as SandboxException)?.Line ?? 0), $"La configuration d’Eleventy ne peut pas s’exécuter ici ({e.Message.Split('\n')[0]})\u00a0: seuls ses réglages écrits en toutes lettres sont repris.",
                        "Donnez les réglages du site («\u00a0Content:TemplateEngine\u00a0», «\u00a0Content:Includes\u00a0»…), ou simplifiez la configuration.");
                }
            }

            hasDialect = options.Dialect is null || hasDialect;
        }

        // Only what ran tells which plugins there are.
        var hasRun = hasDialect && _source is not null;
        IsExact = hasDialect;
        HasMarkdown = hasRun || (hasDialect && file is null);
        var markdown = Of("markdown");
        Markdown = new MarkdownSwitches
        {
            Typographer = options.Typographer ?? (hasDialect ? Flag(markdown, "typographer") : true),
            Breaks = options.Breaks ?? (hasDialect ? Flag(markdown, "breaks") : true),
            Linkify = options.Linkify ?? (hasDialect ? Flag(markdown, "linkify") : true),
            IndentedCode = options.IndentedCode ?? (hasDialect && Flag(markdown, "indented")),
            IsExact = hasDialect,
            Braces = !hasRun || Flag(markdown, "braces"),
            Containers = !hasRun || ListIn(markdown, "containers").Length > 0,
            AreContainersOpen = hasDialect && Flag(markdown, "areContainersOpen"),
            HasMarks = hasDialect && Flag(markdown, "hasMarks"),
            ContainerNames = hasRun ? ListIn(markdown, "containers").Select(static name => name.ToString()).ToHashSet(StringComparer.Ordinal) : null,
            Quotes = Text(markdown, "quotes") is { Length: > 0 } quotes && quotes.Split('\n').Length == 4 ? quotes : new MarkdownSwitches().Quotes,
        };
        Engine = EngineOf(options.TemplateEngine) ?? EngineOf(Text(Of("engines"), "markdownTemplateEngine")) ?? TemplateEngine.Liquid;
        IsEngineOpen = file is null && EngineOf(options.TemplateEngine) is null;
        TemplateFiles = EngineOf(Text(Of("engines"), "htmlTemplateEngine")) ?? TemplateEngine.Liquid;
        Root = file is null ? root : Inside(Text(Of("dir"), "input") ?? ".") ?? root;
        Left = file is null ? [] :
        [
            .. new[] { Inside(Text(Of("dir"), "output") ?? "_site"), Layouts() }.OfType<string>().Where(folder => folder != Root && folder != Path.Combine(Root, "_includes")),
        ];
        Mounts =
        [
            .. new[] { (Name: "_data", Setting: options.Data, Written: Text(Of("dir"), "data")), (Name: "_includes", Setting: options.Includes, Written: Text(Of("dir"), "includes")) }
                .Select(each => (each.Name, Folder: each.Setting is { Length: > 0 } setting ? Path.GetFullPath(Path.Combine(Root, setting)) : file is null ? null
                    : new[] { Path.Combine(Root, each.Written ?? each.Name), Path.Combine(_folder, each.Written ?? each.Name) }.Select(Inside).FirstOrDefault(Directory.Exists)))
                .Where(each => each.Folder is not null && Directory.Exists(each.Folder) && each.Folder != Path.Combine(Root, each.Name)).Select(static each => new FolderMount(each.Name, each.Folder!)),
            .. Layouts() is { } layouts && Directory.Exists(layouts) && layouts != Root && layouts != Path.Combine(Root, "_includes") ? [new FolderMount("_includes", layouts, IsBeside: true)] : Array.Empty<FolderMount>(),
            .. Copied(),
        ];
        if (Of("data").ValueKind == JsonValueKind.Object)
        {
            GlobalData = ScriptData.ToNode(Of("data"), new SourcePosition(_name, 0, 0), Functions(), "") as DataMap ?? DataMap.Empty;
        }

        AreInputPathsLinks = hasDialect && Flag(_found, "areInputPathsLinks");
        NavigationVersion = VersionOf("@11ty/eleventy-navigation") ?? 0;
        (Filters, Shortcodes, PairedShortcodes, Collections) = (List("filters").ToHashSet(), List("shortcodes").ToHashSet(), List("paired").ToHashSet(), [.. List("collections")]);
        InputFolder = Root == _folder || file is null ? "" : Path.GetRelativePath(_folder, Root) + "/";
        Ignored = IgnoreFile.Of(List("ignores").Select(pattern => pattern.Replace("./", "", StringComparison.Ordinal))
            .Where(pattern => pattern.StartsWith(InputFolder, StringComparison.Ordinal) || pattern.StartsWith("**", StringComparison.Ordinal))
            .Select(pattern => pattern.StartsWith(InputFolder, StringComparison.Ordinal) ? pattern[InputFolder.Length..] : pattern));
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _read.OrderBy(static pair => pair.Key, StringComparer.Ordinal)))).AsSpan(0, 8));
    }

    /// <summary>A folder without configuration, and no settings.</summary>
    public static EleventyProject None { get; } = Alone(TimeProvider.System, mayRun: false);

    /// <summary>A folder without configuration.</summary>
    /// <param name="clock">The clock that scripts see.</param>
    /// <param name="mayRun">JavaScript of the content may run.</param>
    public static EleventyProject Alone(TimeProvider clock, bool mayRun) => new("", new ContentOptions { Scripts = mayRun }, clock, null);

    /// <summary>The clock that scripts see.</summary>
    public TimeProvider Clock { get; }

    /// <summary>JavaScript of the content may run (<c>Content:Scripts</c>).</summary>
    public bool MayRun { get; }

    /// <summary>Hash of the configuration and of the scripts that it reads, and sizes of images that changed: another one may change every page.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The folder of the pages: the one that was asked for, or the one below it that the configuration names as its input.</summary>
    public string Root { get; }

    /// <summary>Folders of the project that hold no content: what Eleventy writes.</summary>
    public IReadOnlyList<string> Left { get; }

    /// <summary>What Eleventy is told to leave out (<c>ignores.add</c>).</summary>
    public IgnoreFile? Ignored { get; }

    /// <summary>Bodies have the words that Eleventy gives them, and no others (<c>Content:Dialect</c>).</summary>
    public bool IsExact { get; }

    /// <summary>Markdown is the project's own markdown-it, as far as is known: not where its configuration may not, or cannot, run.</summary>
    public bool HasMarkdown { get; }

    /// <summary>What Markdown does.</summary>
    public MarkdownSwitches Markdown { get; }

    /// <summary>The engine of Markdown pages that name none.</summary>
    public TemplateEngine Engine { get; }

    /// <summary>Neither the settings nor a configuration name an engine: a page that only Nunjucks can read is read by it.</summary>
    public bool IsEngineOpen { get; }

    /// <summary>The engine of HTML pages that name none.</summary>
    public TemplateEngine TemplateFiles { get; }

    /// <summary>Folders that stand elsewhere: data, includes, and those that Eleventy copies.</summary>
    public IReadOnlyList<FolderMount> Mounts { get; }

    /// <summary>What the configuration gives to all pages (<c>addGlobalData</c>).</summary>
    public DataMap GlobalData { get; } = DataMap.Empty;

    /// <summary>The names of its filters.</summary>
    public IReadOnlySet<string> Filters { get; }

    /// <summary>The names of its shortcodes.</summary>
    public IReadOnlySet<string> Shortcodes { get; }

    /// <summary>The names of its paired shortcodes.</summary>
    public IReadOnlySet<string> PairedShortcodes { get; }

    /// <summary>The collections that its functions make, in the order in which they were added.</summary>
    public IReadOnlyList<string> Collections { get; }

    /// <summary>Links to files of the folder become links to their pages: Eleventy's <c>InputPathToUrlTransformPlugin</c>.</summary>
    public bool AreInputPathsLinks { get; }

    /// <summary>The major version of eleventy-navigation that the project's <c>package.json</c> asks for, 0 where it names none: filters of menus differ.</summary>
    public int NavigationVersion { get; }

    /// <summary>Makes a part of an address of a title, as the version of Eleventy does that the project asks for, the third where it names none.</summary>
    public string Slugify(string text) => IsExact ? EleventySlug.Of(text, _version.Value) : Slug.Of(text);

    /// <summary>The way from the configuration to the pages, with its slash; empty where they stand together.</summary>
    public string InputFolder { get; }

    /// <summary>What was taken of the configuration, and what not.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    // Looks for the configuration, in the folder and above it; one that reads another folder is not its own.
    private static EleventyProject Of(string root, ContentOptions options, TimeProvider clock)
    {
        var above = Path.GetDirectoryName(root);
        string? Find(string? folder) => folder is null ? null : s_names.Select(name => Path.Combine(folder, name)).FirstOrDefault(static file => File.Exists(file));
        if (Find(root) is { } own)
        {
            return new EleventyProject(root, options, clock, own);
        }

        return Find(above) is { } outer && new EleventyProject(root, options, clock, outer) is var project && project.Root == root
            ? project : new EleventyProject(root, options, clock, null);
    }

    /// <summary>The project of a folder: the same one for as long as the files that it read, and those that could be its configuration, are the same.</summary>
    /// <param name="before">The project of the last load.</param>
    /// <param name="root">The content folder.</param>
    /// <param name="options">The site's settings.</param>
    /// <param name="clock">The clock that scripts see.</param>
    public static EleventyProject Next(EleventyProject before, string root, ContentOptions options, TimeProvider clock)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (before.IsCurrent(full))
        {
            return before;
        }

        // Looked at before they are read: what changes meanwhile is seen the next time.
        var stamps = new[] { full, Path.GetDirectoryName(full) ?? full }.SelectMany(static folder => s_names.Select(name => Path.Combine(folder, name)))
            .Distinct(StringComparer.Ordinal).ToDictionary(static file => file, StampOf, StringComparer.Ordinal);
        var next = Of(full, options, clock);
        next._folderOfLoad = full;
        foreach (var (file, stamp) in stamps)
        {
            next._stamps[file] = stamp;
        }

        KeyValuePair<string, ImageInfo?>[] sizes;
        lock (before._read)
        {
            sizes = [.. before._sizes];
        }

        // Functions wrote them into pages: where one changed, all are made again.
        if (sizes.Any(size => next.SizeOf(size.Key) != size.Value))
        {
            next.Version += string.Concat(sizes.Select(size => $" {next.SizeOf(size.Key)}"));
        }

        return next;
    }

    private bool IsCurrent(string root)
    {
        lock (_read)
        {
            return root == _folderOfLoad && _stamps.All(static file => StampOf(file.Key) == file.Value);
        }
    }

    private static string StampOf(string file) => new FileInfo(file) is { Exists: true } info ? $"{info.Length} {info.LastWriteTimeUtc.Ticks}"
        : new DirectoryInfo(file) is { Exists: true } folder ? $"{folder.LastWriteTimeUtc.Ticks}" : "";

    /// <summary>Runs the configuration in an engine, so that its functions are there; without one, nothing is found.</summary>
    /// <returns>The object of modules.js, and what eleventy.js gathered.</returns>
    public (ObjectInstance Modules, JsValue Found) RunIn(Sandbox sandbox)
    {
        var (modules, recorder) = Prepare(sandbox);
        Run(sandbox, modules, recorder);
        return (modules, recorder.Get("found"));
    }

    private (ObjectInstance Modules, ObjectInstance Recorder) Prepare(Sandbox sandbox)
    {
        var modules = ScriptModule.Modules(sandbox, new ScriptFiles(Read, NamesIn) { SizeOf = SizeOf, Slugify = Slugify, VersionOf = VersionOf });
        return (modules, (ObjectInstance)sandbox.Execute(s_recorder.Value, sandbox.Tools, modules));
    }

    // What it registers, as JSON.
    private string Run(Sandbox sandbox, ObjectInstance modules, ObjectInstance recorder)
    {
        var main = _source is null ? JsValue.Undefined : sandbox.Engine.Invoke(modules.Get("load"), ScriptModule.Compile(sandbox.Engine, _source, _name), _name);
        return sandbox.Engine.Invoke(recorder.Get("run"), recorder, [main]).ToString();
    }

    // Scripts and JSON of the project's folder, and of nothing else: no package, no hidden file, nothing that a link leads out to. Each is read once, so that
    // the engines of all pages run the same.
    private string? Read(string path)
    {
        var full = Path.GetFullPath(Path.Combine(_folder, path));
        lock (_read)
        {
            if (!_read.TryGetValue(full, out var text))
            {
                _stamps[full] = StampOf(full);
                _read[full] = text = Inside(full) is not null && (ScriptData.HasExtension(full) || Path.GetExtension(full) == ".json") && File.Exists(full)
                    && new FileInfo(full).Length <= SandboxLimits.ScriptLength ? File.ReadAllText(full) : null;
            }

            return text;
        }
    }

    // The names in one of its folders, without hidden ones and packages. Read once too.
    private string[]? NamesIn(string path)
    {
        var full = Path.GetFullPath(Path.Combine(_folder, path));
        lock (_read)
        {
            if (!_read.TryGetValue(full + "/", out var names))
            {
                _stamps[full] = StampOf(full);
                _read[full + "/"] = names = Inside(full) is not null && Directory.Exists(full)
                    ? string.Join('\n', new DirectoryInfo(full).EnumerateFileSystemInfos().Where(entry => Inside(entry.FullName) is not null)
                        .Select(static entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name).Order(StringComparer.Ordinal).Take(1000))
                    : null;
            }

            return names?.Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } list ? list : null;
        }
    }

    // The size of an image of the project's: functions write it into their mark-up.
    private ImageInfo? SizeOf(string path)
    {
        if (MediaTypes.Of(path) is not { } type || !type.StartsWith("image/", StringComparison.Ordinal) || Inside(path) is not { } full)
        {
            return null;
        }

        lock (_read)
        {
            if (!_sizes.TryGetValue(full, out var size) && _sizes.Count < MostImages)
            {
                _stamps[full] = StampOf(full);
                _sizes[full] = size = ImageAt(full, type);
            }

            return size;
        }
    }

    private static ImageInfo? ImageAt(string file, string type)
    {
        try
        {
            if (new FileInfo(file) is not { Exists: true, Length: > 0 })
            {
                return null;
            }

            using var stream = File.OpenRead(file);
            return ImageHeader.Read(stream, type);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The absolute path of what stands in the project's folder, links followed; null for what is hidden, a package, or elsewhere.
    private string? Inside(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(_folder, path)));
        if (full == _folder)
        {
            return full;
        }

        return full.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !full[(_folder.Length + 1)..].Split(Path.DirectorySeparatorChar).Any(static part => part.StartsWith('.') || part == "node_modules")
            && (!Path.Exists(full) || (RealPath.Of(full) is { } real && real.StartsWith((RealPath.Of(_folder) ?? _folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            ? full : null;
    }

    // A folder of layouts of its own: their front matter counts.
    private string? Layouts() => Text(Of("dir"), "layouts") is { } layouts ? Inside(Path.Combine(Root, layouts)) : null;

    // Folders of the project that are copied to another place than they have (addPassthroughCopy), without patterns.
    private IEnumerable<FolderMount> Copied()
    {
        foreach (var pair in Of("copied") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : [])
        {
            var (from, to) = (pair[0].ToString(), pair[1].ValueKind == JsonValueKind.String ? pair[1].ToString() : null);
            if (Inside(from) is not { } folder || !Directory.Exists(folder) || folder == _folder || folder == Root)
            {
                continue;
            }

            var isBelow = folder.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            var name = (to ?? Path.GetRelativePath(isBelow ? Root : _folder, folder)).Replace(Path.DirectorySeparatorChar, '/').Trim('/', '.');
            if (!name.Split('/').Contains("..") && !(isBelow && Path.Combine(Root, name) == folder))
            {
                yield return new FolderMount(name, folder, IsCopied: true);
            }
        }
    }

    // What calls the functions of the global data; none where there is none.
    private ScriptModule? Functions()
    {
        try
        {
            return Of("data").GetRawText().Contains("$function", StringComparison.Ordinal) ? new ScriptModule(this) : null;
        }
        catch (SandboxException)
        {
            // It ran a moment ago: what it asks for is near a limit. Without functions nothing of it is computed.
            return null;
        }
    }

    private void Tell()
    {
        string Names(string key) => string.Join(", ", List(key).Select(static name => $"«\u00a0{name}\u00a0»"));
        var parts = new[] { ("filtres", Names("filters")), ("balises", Names("shortcodes")), ("balises par paire", Names("paired")) }.Where(static each => each.Item2.Length > 0)
            .Select(static each => $"{each.Item1}\u00a0: {each.Item2}");
        var left = List("ignored").Concat((Text(_found, "missing") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static name => !name.StartsWith("@11ty/", StringComparison.Ordinal)).Select(static name => $"require({name})")).Distinct().ToArray();
        if (left.Length > 0)
        {
            Report(0, $"La configuration d’Eleventy est lue ({string.Join("\u00a0; ", parts)}). N’est pas repris\u00a0: {string.Join(", ", left.Take(20))}.",
                "Rien à faire si les pages s’affichent comme attendu\u00a0; ce qui s’appuie sur un paquet npm est remplacé par ce que le site apporte.");
        }
    }

    private void Report(int line, string message, string advice) => _problems.Add(new Diagnostic(DiagnosticRules.EleventyConfiguration, _name, line, 0, message, advice));

    /// <summary>Says that a collection could not be made.</summary>
    public Diagnostic CollectionFailure(string name, SandboxException failure) => new(DiagnosticRules.EleventyConfiguration, _name, Math.Max(1, failure.Line), 0,
        $"La collection «\u00a0{name}\u00a0» de la configuration ne peut pas être faite ({(failure.IsLimit ? "trop de calcul ou de mémoire" : failure.Message.Split('\n')[0])})\u00a0: elle est vide.",
        "Simplifiez sa fonction, ou donnez un mot à ses pages dans «\u00a0tags\u00a0».");

    private JsonElement Of(string key) => new[] { _literals, _found }
        .Select(all => all.ValueKind == JsonValueKind.Object && all.TryGetProperty(key, out var value) && (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any()) ? value : default)
        .FirstOrDefault(static value => value.ValueKind != JsonValueKind.Undefined);

    private IEnumerable<string> List(string key) => Of(key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(static each => each.ToString()) : [];

    // The major version of a package that the project's package.json asks for.
    private int? VersionOf(string package) => _folder.Length > 0 && Read("package.json") is { } packages
        && Regex.Match(packages, $@"""{package}""\s*:\s*""[^\d""]*(\d{{1,4}})", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } version
        ? int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static bool Flag(JsonElement map, string key) => map.ValueKind == JsonValueKind.Object && map.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement map, string key) =>
        map.ValueKind == JsonValueKind.Object && map.TryGetProperty(key, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.False => "false",
            _ => null,
        } : null;

    private static JsonElement[] ListIn(JsonElement map, string key) =>
        map.ValueKind == JsonValueKind.Object && map.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static TemplateEngine? EngineOf(string? name) => name?.ToLowerInvariant() switch
    {
        "njk" or "nunjucks" => TemplateEngine.Nunjucks,
        "liquid" => TemplateEngine.Liquid,
        "none" or "false" or "md" or "html" => TemplateEngine.None,
        _ => null,
    };

    /// <summary>The engine that a page names for itself, or <see langword="null"/>: Eleventy's <c>templateEngineOverride</c>, a name or names with commas.</summary>
    public static TemplateEngine? OverrideOf(IReadOnlyDictionary<string, object?> data) => data.GetValueOrDefault("templateEngineOverride") switch
    {
        false => TemplateEngine.None,
        string names => names.Split(',', StringSplitOptions.TrimEntries).Select(EngineOf).FirstOrDefault(static engine => engine is not null),
        _ => null,
    };

    /// <summary>
    /// What comes out of a page's engine is Markdown: of a <c>.md</c> file, and where <c>templateEngineOverride</c> names <c>md</c>. In Eleventy, a name there
    /// stands in the place of all engines that the file would have; <c>false</c> is none.
    /// </summary>
    /// <param name="data">The data of the page.</param>
    /// <param name="isTemplate">The file is no Markdown by its name.</param>
    public bool IsMarkdown(IReadOnlyDictionary<string, object?> data, bool isTemplate) =>
        data.GetValueOrDefault("templateEngineOverride") switch
        {
            string names when isTemplate || IsExact => names.Split(',', StringSplitOptions.TrimEntries).Contains("md"),
            false when IsExact => false,
            _ => !isTemplate,
        };

    // Where the configuration may not or cannot run: what it says in so many words.
    private static JsonElement Literals(string source)
    {
        Dictionary<string, string> Values(params string[] keys) => keys.Select(key => (key, Regex.Match(source, $@"\b{key}\s*:\s*[""'`]([^""'`\n]+)", RegexOptions.None, TimeSpan.FromSeconds(1))))
            .Where(static each => each.Item2.Success).ToDictionary(static each => each.key, static each => each.Item2.Groups[1].Value);
        Dictionary<string, bool> Flags(params string[] keys) => keys.Where(key => Regex.IsMatch(source, $@"\b{key}\s*:\s*true\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .ToDictionary(static key => key, static _ => true);
        return JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["markdown"] = Flags("breaks", "linkify", "typographer"),
            ["engines"] = Values("markdownTemplateEngine", "htmlTemplateEngine"),
            ["dir"] = Values("input", "includes", "data", "output"),
        });
    }
}
