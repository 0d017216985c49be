using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Acornima;
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
    private static readonly string[] s_endings = ["", ".js", ".json", "/index.js"];

    private static readonly FrozenDictionary<string, string> s_files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(static name => name[Folder.Length..].Replace('\\', '/').Replace(".min.js", ".js", StringComparison.Ordinal), static name => name, StringComparer.Ordinal);

    // What `require` of a package gives, where that is not its index.js.
    private static readonly FrozenDictionary<string, string> s_mains = new Dictionary<string, string>
    {
        ["markdown-it"] = "dist/markdown-it.js",
        ["markdown-it-anchor"] = "dist/markdownItAnchor.js",
        ["markdown-it-toc-done-right"] = "dist/markdownItTocDoneRight.js",
        ["markdown-it-image-figures"] = "dist/markdown-it-images-figures.cjs",
        ["prismjs"] = "prism.js",
        ["slugify"] = "slugify.js",
        ["@11ty/eleventy-plugin-syntaxhighlight"] = ".eleventy.js",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<Prepared<Script>>> s_scripts = new(StringComparer.Ordinal);

    private const int MostPatterns = 200;

    // Those of links are some tens of thousands of characters long.
    private const int LongestPattern = 200_000;
    private static readonly ConcurrentDictionary<(string Pattern, string Flags), Lazy<(Regex Value, RegExpParseResult Result)>> s_patterns = new();

    /// <summary>The file that a name stands for.</summary>
    /// <param name="name">A package, or the path of a file in one, without its ending.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    public static string? Find(string name) => s_mains.TryGetValue(name, out var main) ? $"{name}/{main}"
        : s_files.ContainsKey($"{name}/dist/index.cjs.js") ? $"{name}/dist/index.cjs.js" : s_endings.Select(ending => name + ending).FirstOrDefault(s_files.ContainsKey);

    /// <summary>The text of a file of one of them, by its path.</summary>
    public static string Text(string path)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(s_files[path])!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A file of one of them, by its path.</summary>
    public static bool Has(string path) => s_files.ContainsKey(path);

    /// <summary>A file as the function that runs it as a module.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="path">What <see cref="Find"/> gave.</param>
    public static JsValue Compile(Engine engine, string path) =>
        engine.Evaluate(s_scripts.GetOrAdd(path, static each => new Lazy<Prepared<Script>>(() => Engine.PrepareScript(Wrapped(each), each, options: each.StartsWith("prismjs/", StringComparison.Ordinal) ? s_interpreted : s_usual))).Value);

    // Compiling patterns with hundreds of key words takes longer than all that they read. All are given time: their first match makes them ready.
    private static readonly ScriptPreparationOptions s_usual = ScriptPreparationOptions.Default with { ParsingOptions = ScriptPreparationOptions.Default.ParsingOptions with { RegexTimeout = SandboxLimits.LongPatternTime } };
    private static readonly ScriptPreparationOptions s_interpreted = s_usual with { ParsingOptions = s_usual.ParsingOptions with { CompileRegex = false } };

    /// <summary>
    /// <c>RegExp</c> for packages. Patterns are read once for all engines, and on a thread of their own: those that find links allocate more than a page may,
    /// and are the same for every page.
    /// </summary>
    public static JsValue RegExp(Engine engine, JsValue native) => new ClrFunction(
        engine, "RegExp",
        (_, arguments) =>
        {
            if (arguments.Length == 0 || !arguments[0].IsString() || arguments[0].ToString() is not { Length: > 0 } pattern)
            {
                return engine.Construct(native, arguments);
            }

            var flags = arguments.Length > 1 && arguments[1].IsString() ? arguments[1].ToString() : "";
            if (!s_patterns.TryGetValue((pattern, flags), out var read))
            {
                // Some plugins make patterns of a page's own words: they must not stay for ever, nor keep out those that every engine needs.
                if (s_patterns.Count >= MostPatterns)
                {
                    s_patterns.Clear();
                }

                read = s_patterns.GetOrAdd((pattern, flags), key => new(() => Read(key.Pattern, key.Flags)));
            }

            var made = (JsRegExp)engine.Construct(native, ["", flags]);
            try
            {
                (made.Value, made.ParseResult) = read.Value;
            }
            catch (InvalidOperationException)
            {
                s_patterns.TryRemove(new((pattern, flags), read));
                throw;
            }

            made.Source = pattern;
            return made;
        },
        2, default);

    private static (Regex Value, RegExpParseResult Result) Read(string pattern, string flags)
    {
        if (pattern.Length > LongestPattern)
        {
            throw new InvalidOperationException("A pattern of a package is too long.");
        }

        JsRegExp? read = null;
        Exception? failure = null;

        // A thread, not a task, which could run on the one that waits and be counted there.
        var reader = new Thread(() =>
        {
            try
            {
                using var alone = new Engine(static options => options.RegexTimeoutInterval(SandboxLimits.LongPatternTime));
                read = (JsRegExp)alone.Construct("RegExp", pattern, flags);
            }
            catch (Exception e) when (e is JintException or ArgumentException or TimeoutException or InsufficientExecutionStackException)
            {
                failure = e;
            }
        });
        reader.Start();
        reader.Join();
        return read is null ? throw new InvalidOperationException("A pattern of a package cannot be read.", failure) : (read.Value, read.ParseResult);
    }

    /// <summary>Numbers from the signs of a text, for a table that markdown-it writes as one: sign by sign, the interpreter would take longer than for a page.</summary>
    public static JsValue UnitsOf(Engine engine) => new ClrFunction(engine, "unitsOf",
        (_, arguments) => new JsArray(engine, [.. arguments[0].ToString().Select(static unit => (JsValue)JsNumber.Create((int)unit))]), 1, default);

    private static string Wrapped(string path)
    {
        var source = Text(path);
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

        // In a function of its own, which may declare a name that is given: packages that color code find Prism as a global.
        return $"(function(module,exports,require,global,RegExp,unitsOf,Prism,window,self,define){{(function(){{{source}\n}})();}})";
    }
}
