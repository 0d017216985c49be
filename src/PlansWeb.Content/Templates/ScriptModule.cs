using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;
using PlansWeb.Content.Site;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>
/// A data file in JavaScript, run in an engine of its own. Its functions are called page by page, one at a time; the engine goes with the load.
/// </summary>
internal sealed class ScriptModule : IDisposable
{
    private static readonly Lazy<Prepared<Script>> s_packages = new(static () => Engine.PrepareScript(Sandbox.Resource("packages.js"), "packages.js"));
    private static readonly Lazy<Prepared<Script>> s_modules = new(static () => Engine.PrepareScript(Sandbox.Resource("modules.js"), "modules.js"));

    // By the text itself, not by what it says: the engines of a project run the same texts.
    private static readonly ConditionalWeakTable<string, PreparedModule> s_prepared = [];

    private readonly Lock _lock = new();
    private readonly Sandbox _sandbox;
    private readonly ObjectInstance _modules;
    private readonly ScriptValues _values;
    private readonly Dictionary<string, JsValue> _filters;

    /// <summary>Runs a file.</summary>
    /// <param name="source">The script.</param>
    /// <param name="path">Its path, from which it may require others.</param>
    /// <param name="files">The files that it may require.</param>
    /// <param name="clock">What <c>new Date()</c> tells.</param>
    /// <param name="project">The project whose filters its functions may call.</param>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public ScriptModule(string source, string path, ScriptFiles files, TimeProvider clock, EleventyProject? project = null)
    {
        _sandbox = new Sandbox(clock);

        _values = new ScriptValues(_sandbox.Engine);
        _modules = Modules(_sandbox, project is null ? files : files with { Slugify = project.Slugify });
        Data = _sandbox.Run(() =>
        {
            _sandbox.Engine.Invoke(_modules.Get("load"), Compile(_sandbox.Engine, source, path), path);
            return Parse(_sandbox.Engine.Invoke(_modules.Get("data")));
        });
        Missing = _sandbox.Engine.Invoke(_modules.Get("missing")).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _filters = Filters(source.Contains("this", StringComparison.Ordinal) ? project : null);
        _sandbox.Engine.Invoke(_sandbox.Tools.Get("freezeAll"));
    }

    /// <summary>Runs a project's configuration, whose global data has functions.</summary>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public ScriptModule(EleventyProject project)
    {
        _sandbox = new Sandbox(project.Clock);
        _values = new ScriptValues(_sandbox.Engine);
        _modules = _sandbox.Run(() => project.RunIn(_sandbox).Modules);
        Missing = [];
        _filters = Filters(null);
        _sandbox.Engine.Invoke(_sandbox.Tools.Get("freezeAll"));
    }

    /// <summary>What the file gives; a function is <c>{ "$function": true }</c>, a date <c>{ "$date": milliseconds }</c>.</summary>
    public JsonElement Data { get; }

    /// <summary>What it required and is not here.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Calls a function of the file with a page's data.</summary>
    /// <param name="path">Its keys, with <c>/</c>.</param>
    /// <param name="context">The data.</param>
    /// <returns>What it gives; <see langword="null"/> where that is nothing.</returns>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public JsonElement? Call(string path, LiquidContext context)
    {
        lock (_lock)
        {
            return _sandbox.Run<JsonElement?>(() =>
            {
                var result = _sandbox.Engine.Invoke(_modules.Get("call"), path, This(context), _values.Context(context));
                return result.IsString() ? Parse(result) : null;
            });
        }
    }

    /// <summary>Calls a function of the file, <c>pagination.before</c>, with a list and a page's data.</summary>
    /// <param name="path">Its keys, with <c>/</c>.</param>
    /// <param name="items">The list.</param>
    /// <param name="context">The data.</param>
    /// <returns>The list that it gives; <see langword="null"/> where it gives none, or fails.</returns>
    public IReadOnlyList<object?>? CallList(string path, IReadOnlyList<object?> items, LiquidContext context)
    {
        lock (_lock)
        {
            try
            {
                return _sandbox.Run(() => _values.FromJs(_sandbox.Engine.Invoke(_modules.Get("apply"), path, This(context), _values.Copy(items), _values.Context(context)))) as IReadOnlyList<object?>;
            }
            catch (SandboxException)
            {
                return null;
            }
        }
    }

    // The filters of the project, and the page, as Eleventy binds them to functions of data.
    private JsObject This(LiquidContext context)
    {
        var self = new JsObject(_sandbox.Engine);
        foreach (var (name, filter) in _filters)
        {
            self.FastSetDataProperty(name, filter);
        }

        self.FastSetDataProperty("page", _values.ToJs(context.Page));
        return self;
    }

    private Dictionary<string, JsValue> Filters(EleventyProject? project)
    {
        var filters = new Dictionary<string, JsValue>
        {
            ["slugify"] = _modules.Get("slugify"),
            ["slug"] = _modules.Get("slug"),
            ["url"] = _sandbox.Function("url", static url => url),
        };
        if (project is { Filters.Count: > 0 } && _sandbox.Run(() => ((ObjectInstance)project.RunIn(_sandbox).Found).Get("filters"), SandboxLimits.SetupTime) is ObjectInstance own)
        {
            foreach (var (name, filter) in own.GetOwnProperties())
            {
                filters[name.ToString()] = filter.Value;
            }
        }

        return filters;
    }

    /// <inheritdoc/>
    public void Dispose() => _sandbox.Dispose();

    /// <summary>The object of modules.js in an engine.</summary>
    public static ObjectInstance Modules(Sandbox sandbox, ScriptFiles scripts)
    {
        var engine = sandbox.Engine;
        var host = new JsObject(engine);
        var files = 0;
        host.FastSetDataProperty("compile", new ClrFunction(engine, "compile", (_, arguments) =>
        {
            var path = arguments[0].ToString();
            if (scripts.Read(path) is not { } source || ++files > 50)
            {
                return JsValue.Null;
            }

            return Compile(engine, path.EndsWith(".json", StringComparison.Ordinal) ? $"module.exports = ({source}\n)" : source, path);
        }, 1, default));
        // Empty where there is none.
        host.FastSetDataProperty("text", sandbox.Function("text", path => scripts.Read(path) is { } text && ++files <= 50 ? "=" + text : ""));
        host.FastSetDataProperty("names", sandbox.Function("names", path => scripts.Names(path) is { } names && ++files <= 50 ? string.Join('\n', names) : ""));
        host.FastSetDataProperty("imageSize", sandbox.Function("imageSize", path => scripts.SizeOf(path) is { } size ? $"{size.Width} {size.Height}" : ""));
        host.FastSetDataProperty("drain", new ClrFunction(engine, "drain", (_, _) =>
        {
            engine.Advanced.ProcessTasks();
            return JsValue.Undefined;
        }, 0, default));
        host.FastSetDataProperty("slugify", sandbox.Function("slugify", scripts.Slugify));
        host.FastSetDataProperty("versionOf", sandbox.Function("versionOf", name => scripts.VersionOf(name)?.ToString(CultureInfo.InvariantCulture)));
        host.FastSetDataProperty("findNpm", sandbox.Function("findNpm", NpmPackages.Find));
        host.FastSetDataProperty("compileNpm", new ClrFunction(engine, "compileNpm", (_, arguments) => NpmPackages.Compile(engine, arguments[0].ToString()), 1, default));
        host.FastSetDataProperty("regExp", NpmPackages.RegExp(engine, sandbox.Tools.Get("NativeRegExp")));
        host.FastSetDataProperty("unitsOf", NpmPackages.UnitsOf(engine));
        return (ObjectInstance)sandbox.Execute(s_modules.Value, sandbox.Tools, host, engine.Evaluate(s_packages.Value));
    }

    /// <summary>A script as the function that runs it as a module.</summary>
    /// <exception cref="SandboxException">It is no JavaScript.</exception>
    public static JsValue Compile(Engine engine, string source, string path) => engine.Evaluate(s_prepared.GetValue(source, _ => new PreparedModule(Engine.PrepareScript(
        $"(function(module,exports,require,__import,__default,process,__dirname,__filename){{{ScriptRewriter.Rewrite(source)}\n}})", path))).Script);

    private sealed record PreparedModule(Prepared<Script> Script);

    private static JsonElement Parse(JsValue json) => json.IsString() ? JsonDocument.Parse(json.ToString()).RootElement : JsonDocument.Parse("null").RootElement;
}

/// <summary>A function of a data file, the value of a key until a page's data is known.</summary>
/// <param name="Module">The file.</param>
/// <param name="Path">Its keys in the file, with <c>/</c>.</param>
internal sealed record ScriptFunction(ScriptModule Module, string Path);

/// <summary>The files of a project that its scripts may read: scripts and JSON.</summary>
/// <param name="Read">Gives the text of a file by its path, or <see langword="null"/>.</param>
/// <param name="Names">Gives the names in a folder, with a slash behind those of folders, in order; <see langword="null"/> where there are none.</param>
internal sealed record ScriptFiles(Func<string, string?> Read, Func<string, IReadOnlyList<string>?> Names)
{
    /// <summary>Gives the size of an image, in pixels, or <see langword="null"/>.</summary>
    public Func<string, ImageInfo?> SizeOf { get; init; } = static _ => null;

    /// <summary>Makes a part of an address of a title.</summary>
    public Func<string, string> Slugify { get; init; } = Slug.Of;

    /// <summary>Gives the major version of a package that the project asks for, or <see langword="null"/> where it names none.</summary>
    public Func<string, int?> VersionOf { get; init; } = static _ => null;

    /// <summary>No files.</summary>
    public static ScriptFiles None { get; } = new(static _ => null, static _ => null);

    /// <summary>Those of a list of paths.</summary>
    /// <param name="read">Gives their texts.</param>
    /// <param name="paths">All paths, with slashes.</param>
    public static ScriptFiles Of(Func<string, string?> read, IEnumerable<string> paths) => new(read, folder =>
    {
        var start = folder.Length == 0 ? "" : folder + "/";
        string[] names =
        [
            .. paths.Where(path => path.StartsWith(start, StringComparison.Ordinal)).Select(path => path[start.Length..])
                .Select(static rest => rest.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at ? rest[..(at + 1)] : rest).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return names.Length == 0 ? null : names;
    });
}
