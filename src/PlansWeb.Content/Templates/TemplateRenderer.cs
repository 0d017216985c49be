using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Renders texts by the engine that Eleventy would choose, before Markdown. Thread-safe; never throws for what a page says.
/// </summary>
internal sealed partial class TemplateRenderer
{
    // Pages that asked for too much, after which the others are not tried: each may take seconds. Until the data, the configuration or one of them change.
    private const int MostLimited = 4;

    // Pages that are told of it: on a large site it would hide all else.
    private const int MostTold = 20;

    private readonly LiquidRenderer _liquid;
    private readonly NunjucksRenderer _nunjucks;
    private readonly ScriptEngines _engines;
    private readonly ConcurrentDictionary<string, Diagnostic> _failed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _limited = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>Renders for one state of the data files.</summary>
    public TemplateRenderer(SiteTemplates site, TimeProvider clock)
    {
        Site = site;
        _engines = new ScriptEngines(site, clock);
        _liquid = new LiquidRenderer(clock, site, _engines);
        _nunjucks = new NunjucksRenderer(_engines);
    }

    /// <summary>What pages may include.</summary>
    public SiteTemplates Site { get; }

    /// <summary>Renders a text.</summary>
    /// <param name="text">The text, front matter removed. Without braces it comes back itself.</param>
    /// <param name="firstLine">Line of the file on which it begins, from 1.</param>
    /// <param name="context">What it may name; its data may name an engine.</param>
    /// <param name="problems">Where problems are reported.</param>
    public string Render(string text, int firstLine, LiquidContext context, DiagnosticLog problems) =>
        (EleventyProject.OverrideOf(context.Data) ?? EngineOf(context.Page.InputPath, text)) switch
        {
            TemplateEngine.None => text,
            TemplateEngine.Nunjucks => HasTags(text) ? _nunjucks.Render(text, firstLine, context, problems) : text,
            _ => _liquid.Render(text, firstLine, context, problems),
        };

    /// <summary>Renders Markdown by the project's markdown-it, as Eleventy does.</summary>
    /// <param name="text">The Markdown, templates resolved.</param>
    /// <param name="firstLine">Line of the file on which it begins, from 1.</param>
    /// <param name="context">What the project's functions may ask for.</param>
    /// <param name="problems">Where problems are reported.</param>
    /// <returns><see langword="null"/> where the content is not Eleventy's, or its markdown-it cannot render the text, which is reported; after a few pages that asked for too much the others are not tried, which is reported too.</returns>
    public RenderedMarkdown? Markdown(string text, int firstLine, LiquidContext context, DiagnosticLog problems)
    {
        if (!Site.Project.HasMarkdown)
        {
            return null;
        }

        // Each page of a list counts, as each is rendered.
        var key = $"{context.Page.InputPath} {context.Page.Url}";
        if (_limited.Count >= MostLimited && !_limited.ContainsKey(key))
        {
            if (_told.ContainsKey(key) || (_told.Count < MostTold && _told.TryAdd(key, true)))
            {
                problems.Report(DiagnosticRules.EleventyConfiguration, firstLine, 0,
                    $"Le Markdown de cette page, et de toute autre qui n’était pas encore rendue, l’est par celui du site\u00a0: {_limited.Count} autres pages ont déjà demandé trop de calcul ou de mémoire au markdown-it du projet, qui n’est plus essayé.",
                    "Corrigez d’abord les pages dont un message dit «\u00a0trop de calcul ou de mémoire\u00a0».");
            }

            return null;
        }

        try
        {
            var rendered = _engines.Markdown(text, context, out var failures);
            if (_limited.TryRemove(key, out _))
            {
                _told.Clear();
            }

            foreach (var failure in failures)
            {
                var place = failure.File.Length > 0 ? $", «\u00a0{failure.File}\u00a0», ligne {failure.Line}" : "";
                problems.Report(DiagnosticRules.EleventyConfiguration, firstLine + Math.Max(0, failure.TextLine), 0,
                    $"La fonction du projet qui écrit «\u00a0{failure.Name}\u00a0» échoue ({failure.Message.Split('\n')[0]}{place})\u00a0: ce bloc est écrit sans elle.",
                    "Corrigez la fonction, ou écrivez le bloc autrement.");
            }

            return rendered;
        }
        catch (SandboxException e)
        {
            if (e.IsLimit)
            {
                _limited[key] = true;
            }

            problems.Report(DiagnosticRules.EleventyConfiguration, firstLine, 0,
                $"Le Markdown de cette page n’a pas pu être rendu par le markdown-it du projet ({(e.IsLimit ? "trop de calcul ou de mémoire" : e.Message.Split('\n')[0])})\u00a0: il l’est par celui du site.",
                "Coupez la page en plusieurs, ou simplifiez les extensions de Markdown que la configuration ajoute.");
            return null;
        }
    }

    /// <summary>The collections with those that the project's functions make. Never throws: one that fails is reported and empty.</summary>
    /// <param name="tagged">All pages, and those of each tag.</param>
    /// <param name="problems">Where problems are reported; <see langword="null"/> where they are known.</param>
    public IReadOnlyDictionary<string, object?> Collections(Dictionary<string, object?> tagged, List<Diagnostic>? problems)
    {
        var all = (IReadOnlyList<object?>)tagged["all"]!;
        foreach (var name in Site.Project.Collections)
        {
            if (_failed.TryGetValue(name, out var failure))
            {
                // It costs whatever it may each time: once is enough for one state of the data files.
                tagged[name] = Array.Empty<object?>();
                problems?.Add(failure);
                continue;
            }

            try
            {
                tagged[name] = _engines.Collection(name, all) ?? Array.Empty<object?>();
            }
            catch (SandboxException e)
            {
                tagged[name] = Array.Empty<object?>();
                failure = Site.Project.CollectionFailure(name, e);
                if (e.IsLimit)
                {
                    _failed[name] = failure;
                }

                problems?.Add(failure);
            }
        }

        return tagged;
    }

    /// <summary>The text may list other pages.</summary>
    public bool ShowsOtherPages(ReadOnlySpan<char> text) =>
        SiteTemplates.IsOfOtherPages(text)
        || (Site.Project.AreInputPathsLinks && NamesTemplate().IsMatch(text)) || (Site.NamesCollections && text.Contains("{%", StringComparison.Ordinal));

    private TemplateEngine EngineOf(string path, string text) => Path.GetExtension(path) switch
    {
        ".njk" => TemplateEngine.Nunjucks,
        ".liquid" => TemplateEngine.Liquid,
        ".html" => Site.Project.TemplateFiles,
        _ => Site.Project.IsEngineOpen && NunjucksAlone().IsMatch(text) ? TemplateEngine.Nunjucks : Site.Project.Engine,
    };

    [GeneratedRegex(@"\{%-?\s*(?:from|import|macro|call)\s", RegexOptions.None, 1000)]
    private static partial Regex NunjucksAlone();

    // What may be the path of a page's file.
    [GeneratedRegex(@"\.(?:md|njk|liquid|html)\b", RegexOptions.None, 1000)]
    private static partial Regex NamesTemplate();

    /// <summary>The text may be a template: something like a tag is in it.</summary>
    public static bool HasTags(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal);
}

/// <summary>Which engine reads a page before Markdown.</summary>
internal enum TemplateEngine
{
    /// <summary>None: braces are text.</summary>
    None,

    /// <summary>Liquid, Eleventy's default for Markdown.</summary>
    Liquid,

    /// <summary>Nunjucks.</summary>
    Nunjucks,
}
