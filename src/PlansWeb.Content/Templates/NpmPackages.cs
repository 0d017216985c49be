using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Packages of npm that change bodies, embedded at build: they run in the sandbox as they are published. Unlike scripts of the content they are not rewritten,
/// and have the engine's own regular expressions, whose patterns may be long.
/// </summary>
internal static class NpmPackages
{
    private const string Folder = "PlansWeb.Npm/";
    private static readonly string[] s_endings = ["", ".js", ".min.js", ".json", "/index.js"];

    private static readonly FrozenDictionary<string, string> s_files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(static name => name[Folder.Length..].Replace('\\', '/'), static name => name, StringComparer.Ordinal);

    // What `require` of a package gives, where that is not its index.js.
    private static readonly FrozenDictionary<string, string> s_mains = new Dictionary<string, string>
    {
        ["markdown-it"] = "dist/markdown-it.js",
        ["markdown-it-anchor"] = "dist/markdownItAnchor.js",
        ["markdown-it-toc-done-right"] = "dist/markdownItTocDoneRight.js",
        ["markdown-it-image-figures"] = "dist/markdown-it-images-figures.cjs",
        ["prismjs"] = "prism.js",
        ["@11ty/eleventy-plugin-syntaxhighlight"] = ".eleventy.js",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<Prepared<Script>>> s_scripts = new(StringComparer.Ordinal);

    /// <summary>The file that a name stands for.</summary>
    /// <param name="name">A package, or the path of a file in one, without its ending.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    public static string? Find(string name) => s_mains.TryGetValue(name, out var main) ? $"{name}/{main}"
        : s_files.ContainsKey($"{name}/dist/index.cjs.js") ? $"{name}/dist/index.cjs.js" : s_endings.Select(ending => name + ending).FirstOrDefault(s_files.ContainsKey);

    /// <summary>A file of one of them, by its path.</summary>
    public static bool Has(string path) => s_files.ContainsKey(path);

    /// <summary>A file as the function that runs it as a module.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="path">What <see cref="Find"/> gave.</param>
    public static JsValue Compile(Engine engine, string path) =>
        engine.Evaluate(s_scripts.GetOrAdd(path, static each => new Lazy<Prepared<Script>>(() => Engine.PrepareScript(Wrapped(each), each))).Value);

    /// <summary>Numbers from the signs of a text, for a table that markdown-it writes as one: sign by sign, the interpreter would take longer than for a page.</summary>
    public static JsValue UnitsOf(Engine engine) => new ClrFunction(engine, "unitsOf",
        (_, arguments) => new JsArray(engine, [.. arguments[0].ToString().Select(static unit => (JsValue)JsNumber.Create((int)unit))]), 1, default);

    private static string Wrapped(string path)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(s_files[path])!, Encoding.UTF8);
        var source = reader.ReadToEnd();
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            source = $"module.exports = ({source}\n)";
        }
        else if (path.StartsWith("markdown-it/", StringComparison.Ordinal))
        {
            // Typed arrays are not there; the table of links is made where links are looked for, since it takes longer than all the rest.
            source = source.Replace("new Uint16Array(", "unitsOf(", StringComparison.Ordinal).Replace(".split(\"\").map(c => c.charCodeAt(0))", "", StringComparison.Ordinal)
                .Replace("this.linkify = new LinkifyIt;",
                    "let own; Object.defineProperty(this, \"linkify\", { get() { return own ??= new LinkifyIt; }, set(other) { own = other; }, configurable: true, enumerable: true });", StringComparison.Ordinal);
        }

        return $"(function(module,exports,require,global,RegExp,unitsOf,Prism,window,self,define){{{source}\n}})";
    }
}
