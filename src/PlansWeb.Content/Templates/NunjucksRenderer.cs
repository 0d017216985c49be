using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Renders Nunjucks by nunjucks itself, in engines that are made when a page needs one and used again. Thread-safe.
/// </summary>
/// <param name="site">What pages may include, and what the project's configuration gives.</param>
/// <param name="clock">The time that templates see.</param>
internal sealed partial class NunjucksRenderer(SiteTemplates site, TimeProvider clock)
{
    private static readonly Lazy<Prepared<Script>> s_nunjucks = new(static () => Engine.PrepareScript(
        $"(function(Function,window,self,setTimeout,clearTimeout,setImmediate){{{Sandbox.Resource("nunjucks.js")}\n;return self.nunjucks;}})", "nunjucks.js"));
    private static readonly Lazy<Prepared<Script>> s_host = new(static () => Engine.PrepareScript(Sandbox.Resource("nunjucks-host.js"), "nunjucks-host.js"));

    private readonly ConcurrentBag<PooledEngine> _engines = [];

    /// <summary>How many engines were made.</summary>
    public int Engines { get; private set; }

    /// <summary>Renders a text. Never throws: what cannot be rendered is reported, and the text comes back without its tags.</summary>
    /// <param name="body">The text.</param>
    /// <param name="firstLine">Line of the file on which it begins, from 1.</param>
    /// <param name="context">What it may name.</param>
    /// <param name="problems">Where problems are reported.</param>
    public string Render(string body, int firstLine, LiquidContext context, ProblemLog problems)
    {
        PooledEngine? engine = null;
        var isSound = true;
        try
        {
            engine = Rent();
            return engine.Render(body, context);
        }
        catch (SandboxException e)
        {
            isSound = !e.IsLimit;
            Report(e, body, firstLine, engine, problems);
            return WithoutTags(body);
        }
        finally
        {
            if (engine is not null)
            {
                foreach (var remark in isSound ? engine.Remarks() : [])
                {
                    Report(remark, firstLine, problems);
                }

                if (isSound)
                {
                    _engines.Add(engine);
                }
                else
                {
                    engine.Dispose();
                }
            }
        }
    }

    private PooledEngine Rent()
    {
        if (_engines.TryTake(out var engine))
        {
            return engine;
        }

        Engines++;
        return new PooledEngine(site, clock);
    }

    private static void Report(SandboxException e, string body, int firstLine, PooledEngine? engine, ProblemLog problems)
    {
        var place = Place().Match(e.Message);
        var first = body.AsSpan(0, Math.Max(0, body.IndexOfAny(['{']))).Count('\n');
        var isOfPage = place.Success && place.Groups["path"].Value is "page" or "unknown path";
        var line = firstLine + (isOfPage ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) - 1 : engine?.Line is > 0 and var at ? at : first);
        var what = e.Message.Split('\n')[^1].Trim();
        var where = place.Success && !isOfPage ? $" dans «\u00a0{place.Groups["path"].Value}\u00a0»" : "";
        if (e.IsLimit)
        {
            problems.Report(ProblemRules.TooLarge, line, 0, "Les balises de la page demandent trop de calcul ou de mémoire\u00a0: son texte est affiché sans elles.",
                "Réduisez les boucles et les textes qu’elles assemblent.");
        }
        else
        {
            problems.Report(ProblemRules.Nunjucks, line, 0, $"Les balises Nunjucks de la page ne peuvent pas être calculées{where} ({what})\u00a0: son texte est affiché sans elles.",
                "Corrigez la balise à cette ligne\u00a0; chaque «\u00a0{% if %}\u00a0», «\u00a0{% for %}\u00a0» ou «\u00a0{% set %}\u00a0» ouvert a sa balise de fin.");
        }
    }

    private static void Report(Remark remark, int firstLine, ProblemLog problems)
    {
        var name = $"«\u00a0{(remark.Name.Length > 60 ? remark.Name[..60] + "…" : remark.Name)}\u00a0»";
        var (rule, message, advice) = remark.Kind switch
        {
            "tag" => (ProblemRules.UnknownTag, $"La balise {name} n’existe pas ici\u00a0: elle n’est pas affichée, le texte qu’elle entoure est gardé.",
                "Supprimez la balise, ou écrivez son résultat en Markdown ou en HTML."),
            "filter" => (ProblemRules.UnknownFilter, $"Le filtre {name} n’existe pas\u00a0: la valeur est affichée sans lui.", "Supprimez le filtre."),
            "shortcode" => (ProblemRules.Shortcode, $"La balise {name} n’a pas ce qu’il lui faut\u00a0: elle n’est pas affichée.", "Donnez-lui ses arguments, entre guillemets."),
            "package" => (ProblemRules.Shortcode, $"{name} s’appuie sur un paquet qui n’existe pas ici\u00a0: ce qui en dépend manque.", "Écrivez son résultat en Markdown ou en HTML."),
            "fragment" => (ProblemRules.Shortcode, $"Le fragment {name} n’existe pas dans «\u00a0_includes\u00a0»\u00a0: rien n’est affiché à sa place.",
                "Corrigez son nom, ou déposez-le dans «\u00a0_includes\u00a0»."),
            "closed" => (ProblemRules.Nunjucks, $"La propriété {name} n’est pas accessible aux balises\u00a0: rien n’est affiché à sa place.", "Retirez-la."),
            _ => (ProblemRules.Nunjucks, $"La fonction {name} n’existe pas ici\u00a0: rien n’est affiché à sa place.",
                "Importez-la par «\u00a0{% from … import … %}\u00a0», ou écrivez son résultat en Markdown ou en HTML."),
        };
        problems.Report(rule, firstLine + remark.Line, 0, message, advice);
    }

    /// <summary>A text without its tags, for what cannot be computed: readers see no source.</summary>
    public static string WithoutTags(string body)
    {
        var kept = new StringBuilder(body.Length);
        var position = 0;
        for (var start = body.IndexOf('{', StringComparison.Ordinal); start >= 0 && start + 1 < body.Length; start = body.IndexOf('{', start))
        {
            var close = body[start + 1] switch { '{' => "}}", '%' => "%}", '#' => "#}", _ => null };
            if (close is null)
            {
                start++;
                continue;
            }

            // What is not closed ends what can be shown.
            kept.Append(body, position, start - position);
            position = body.IndexOf(close, start + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : body.Length;
            start = position;
        }

        return kept.Append(body, position, body.Length - position).ToString();
    }

    [GeneratedRegex(@"\((?<path>[^()\n]*)\)(?: \[Line (?<line>\d+)(?:, Column \d+)?\])", RegexOptions.None, 1000)]
    private static partial Regex Place();

    /// <summary>What a page asked for and nobody has; the line counts from 0.</summary>
    internal sealed record Remark(string Kind, string Name, int Line);

    private sealed class PooledEngine : IDisposable
    {
        private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);
        private readonly Sandbox _sandbox;
        private readonly ObjectInstance _host;
        private readonly ScriptValues _values;
        private LiquidPage? _page;

        public PooledEngine(SiteTemplates site, TimeProvider clock)
        {
            _sandbox = new Sandbox(clock);
            var engine = _sandbox.Engine;
            _values = new ScriptValues(engine);
            _host = _sandbox.Run(() =>
            {
                var window = new JsObject(engine);
                var later = new ClrFunction(engine, "later", static (_, _) => JsValue.Undefined, 0, default);
                var nunjucks = _sandbox.Execute(s_nunjucks.Value, _sandbox.Tools.Get("NativeFunction"), window, window, later, later, later);
                var host = new JsObject(engine);
                host.FastSetDataProperty("fragment", _sandbox.Function("fragment", site.Fragment));
                host.FastSetDataProperty("help", _sandbox.Function("help", json => site.Help(json, _page!)));
                var (modules, found) = site.Project.RunIn(_sandbox);
                return (ObjectInstance)_sandbox.Execute(s_host.Value, nunjucks, _sandbox.Tools, host, modules, found);
            }, SandboxLimits.SetupTime);
            _sandbox.Run(() => engine.Invoke(_sandbox.Tools.Get("freezeAll")), SandboxLimits.SetupTime);
        }

        public int Line => (int)_sandbox.Engine.Invoke(_host.Get("line")).AsNumber();

        public string Render(string body, LiquidContext context)
        {
            _page = context.Page;
            return _sandbox.Run(() => _sandbox.Engine.Invoke(_host.Get("render"), body, "page", _values.Context(context)).ToString());
        }

        public Remark[] Remarks() =>
            JsonSerializer.Deserialize<Remark[]>(_sandbox.Engine.Invoke(_host.Get("remarks")).ToString(), s_json) ?? [];

        public void Dispose() => _sandbox.Dispose();
    }
}
