using System.Collections.Concurrent;
using System.Text.Json;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Site;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>
/// The engines in which nunjucks and the functions of a project's configuration run: made when one is needed, and used again. Thread-safe.
/// </summary>
/// <param name="site">What pages may include, and what the project's configuration gives.</param>
/// <param name="clock">The time that templates see.</param>
internal sealed class ScriptEngines(SiteTemplates site, TimeProvider clock)
{
    private readonly ConcurrentBag<ScriptEngine> _engines = [];
    private int _made;

    /// <summary>An engine that nobody else uses meanwhile.</summary>
    /// <exception cref="SandboxException">The configuration asks for too much.</exception>
    public ScriptEngine Rent()
    {
        if (_engines.TryTake(out var engine))
        {
            return engine;
        }

        Interlocked.Increment(ref _made);
        return new ScriptEngine(site, clock);
    }

    /// <summary>Has an engine ready for who rents one next.</summary>
    /// <exception cref="SandboxException">The configuration asks for too much.</exception>
    public void Prepare() => Return(Rent(), isSound: true);

    /// <summary>How many engines were made.</summary>
    public int Made => _made;

    /// <summary>Gives an engine back.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="isSound">A run ended in it; one that was broken off may have left anything.</param>
    public void Return(ScriptEngine? engine, bool isSound)
    {
        if (isSound && engine is not null)
        {
            _engines.Add(engine);
        }
        else
        {
            engine?.Dispose();
        }
    }

    /// <summary>Calls a function of the project, or one that the site brings in its place.</summary>
    /// <param name="kind"><c>filter</c>, <c>shortcode</c> or <c>paired</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="page">The page for which it is called.</param>
    /// <param name="turn">How many calls came before on the page: ids that it makes begin with it.</param>
    /// <param name="arguments">Plain values, pages and lists of them.</param>
    /// <param name="remarks">What it asked for and is not here.</param>
    /// <returns>A plain value.</returns>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public object? Call(string kind, string name, LiquidPage page, int turn, IReadOnlyList<object?> arguments, out ScriptRemark[] remarks) =>
        In(engine => (engine.Call(kind, name, page, turn, arguments), engine.Remarks()), out remarks);

    /// <summary>What a function of <c>addCollection</c> makes of the pages.</summary>
    /// <param name="name">The collection.</param>
    /// <param name="all">All pages, in the order of collections.</param>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public object? Collection(string name, IReadOnlyList<object?> all) => In(engine => (engine.Collection(name, all), Array.Empty<ScriptRemark>()), out _);

    /// <summary>Renders Markdown by the project's markdown-it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What its plugins may ask for.</param>
    /// <param name="failures">Functions of the project that failed.</param>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public RenderedMarkdown Markdown(string text, LiquidContext context, out IReadOnlyList<MarkdownFailure> failures)
    {
        IReadOnlyList<MarkdownFailure> failed = [];
        var rendered = In(
            engine =>
            {
                var result = engine.Markdown(text, context);
                failed = result.Failures;
                return (result.Text, []);
            },
            out _);
        failures = failed;
        return (RenderedMarkdown)rendered!;
    }

    private object? In(Func<ScriptEngine, (object?, ScriptRemark[])> call, out ScriptRemark[] remarks)
    {
        (var result, remarks) = Sandbox.TwiceAtMost(() => Once(call));
        return result;
    }

    private (object?, ScriptRemark[]) Once(Func<ScriptEngine, (object?, ScriptRemark[])> call)
    {
        ScriptEngine? engine = null;
        var isSound = true;
        try
        {
            engine = Rent();
            return call(engine);
        }
        catch (SandboxException e)
        {
            isSound = !e.IsLimit;
            throw;
        }
        finally
        {
            Return(engine, isSound);
        }
    }
}

/// <summary>What a page asked for and nobody has; the line counts from 0.</summary>
internal sealed record ScriptRemark(string Kind, string Name, int Line);

/// <summary>A function of the project that failed while Markdown was rendered.</summary>
/// <param name="Name">The container, or the rule of markdown-it, that it writes.</param>
/// <param name="Message">What it says, in English.</param>
/// <param name="File">Its script; empty where unknown.</param>
/// <param name="Line">The line of the script, from 1.</param>
/// <param name="TextLine">The line of the text, from 0; -1 where unknown.</param>
internal sealed record MarkdownFailure(string Name, string Message, string File, int Line, int TextLine);

/// <summary>An engine with nunjucks, markdown-it and the project's functions in it. Not thread-safe.</summary>
internal sealed class ScriptEngine : IDisposable
{
    private static readonly Lazy<Prepared<Script>> s_nunjucks = new(static () => Engine.PrepareScript(
        $"(function(Function,window,self,setTimeout,clearTimeout,setImmediate){{{Sandbox.Resource("nunjucks.js")}\n;return self.nunjucks;}})", "nunjucks.js"));
    private static readonly Lazy<Prepared<Script>> s_host = new(static () => Engine.PrepareScript(Sandbox.Resource("nunjucks-host.js"), "nunjucks-host.js"));
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly Sandbox _sandbox;
    private readonly ObjectInstance _host;
    private readonly ObjectInstance _found;
    private readonly ScriptValues _values;
    private LiquidPage? _page;

    /// <summary>Makes one: some 30 ms, and 7 MB once it has rendered Markdown.</summary>
    /// <exception cref="SandboxException">The configuration asks for too much.</exception>
    public ScriptEngine(SiteTemplates site, TimeProvider clock)
    {
        _sandbox = new Sandbox(clock);
        var engine = _sandbox.Engine;
        _values = new ScriptValues(engine);
        (_host, _found) = _sandbox.Run(() =>
        {
            var nunjucks = Nunjucks(_sandbox);
            var host = new JsObject(engine);
            host.FastSetDataProperty("fragment", _sandbox.Function("fragment", site.Fragment));
            host.FastSetDataProperty("help", _sandbox.Function("help", json => site.Help(json, _page!)));
            var (modules, found) = site.Project.RunIn(_sandbox);
            var options = new JsObject(engine);
            options.FastSetDataProperty("isExact", site.Project.IsExact);
            options.FastSetDataProperty("navigation", site.Project.NavigationVersion);
            var markdown = new JsObject(engine);
            foreach (var (name, isOn) in new[] { ("breaks", site.Project.Markdown.Breaks), ("linkify", site.Project.Markdown.Linkify), ("typographer", site.Project.Markdown.Typographer), ("indented", site.Project.Markdown.IndentedCode) })
            {
                markdown.FastSetDataProperty(name, isOn ? JsBoolean.True : JsBoolean.False);
            }

            markdown.FastSetDataProperty("ids", string.Join(' ', LayoutIds.All));

            engine.Invoke(found.Get("set"), markdown);
            return ((ObjectInstance)_sandbox.Execute(s_host.Value, nunjucks, _sandbox.Tools, host, modules, found, options), (ObjectInstance)found);
        }, SandboxLimits.SetupTime);
        _sandbox.Run(() => engine.Invoke(_sandbox.Tools.Get("freezeAll")), SandboxLimits.SetupTime);
    }

    /// <summary>nunjucks as it is published, before nunjucks-host.js sets it up.</summary>
    internal static JsValue Nunjucks(Sandbox sandbox)
    {
        var window = new JsObject(sandbox.Engine);
        var later = new ClrFunction(sandbox.Engine, "later", static (_, _) => JsValue.Undefined, 0, default);
        return sandbox.Execute(s_nunjucks.Value, sandbox.Tools.Get("NativeFunction"), window, window, later, later, later);
    }

    /// <summary>The line of the page at which the last run was, from 0.</summary>
    public int Line => (int)_sandbox.Engine.Invoke(_host.Get("line")).AsNumber();

    /// <summary>Renders a text by nunjucks.</summary>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public string Render(string body, LiquidContext context)
    {
        _page = context.Page;
        return _sandbox.Run(() => _sandbox.Engine.Invoke(_host.Get("render"), body, "page", _values.Context(context)).ToString());
    }

    /// <summary>Renders Markdown by the project's markdown-it.</summary>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public (RenderedMarkdown Text, IReadOnlyList<MarkdownFailure> Failures) Markdown(string text, LiquidContext context)
    {
        _page = context.Page;
        return _sandbox.Run(
            () =>
            {
                var result = (JsArray)_sandbox.Engine.Invoke(_found.Get("markdownOf"), text, _values.Context(context));
                var headings = ((JsArray)result[1]).Select(static each => (JsArray)each).Select(static each => new Heading((int)each[0].AsNumber(), each[1].ToString(), each[2].ToString()));
                var failures = ((JsArray)result[2]).Select(static each => (JsArray)each)
                    .Select(static each => (Name: each[0].ToString(), Message: each[1].ToString(), Place: Sandbox.PlaceIn(each[2].ToString()), TextLine: (int)each[3].AsNumber()));
                return (new RenderedMarkdown(result[0].ToString(), [.. headings]) { HasRawHtml = true },
                    (IReadOnlyList<MarkdownFailure>)[.. failures.Select(static each => new MarkdownFailure(each.Name, each.Message, each.Place.File, each.Place.Line, each.TextLine)).DistinctBy(static each => each with { TextLine = 0 })]);
            },
            SandboxLimits.MarkdownTime);
    }

    /// <summary>What the last run asked for and nobody has.</summary>
    public ScriptRemark[] Remarks() =>
        JsonSerializer.Deserialize<ScriptRemark[]>(_sandbox.Engine.Invoke(_host.Get("remarks")).ToString(), s_json) ?? [];

    /// <inheritdoc cref="ScriptEngines.Call"/>
    public object? Call(string kind, string name, LiquidPage page, int turn, IReadOnlyList<object?> arguments)
    {
        _page = page;
        return _sandbox.Run(() => _values.FromJs(_sandbox.Engine.Invoke(_host.Get("call"), kind, name, _values.ToJs(page), turn, _values.Copy(arguments))));
    }

    /// <inheritdoc cref="ScriptEngines.Collection"/>
    public object? Collection(string name, IReadOnlyList<object?> all) =>
        _sandbox.Run(() => _values.FromJs(_sandbox.Engine.Invoke(_host.Get("collection"), name, _values.Copy(all))));

    /// <inheritdoc/>
    public void Dispose() => _sandbox.Dispose();
}
