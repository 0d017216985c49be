using System.Collections.Concurrent;
using Fluid;
using Fluid.Ast;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Resolves Liquid before Markdown, as Eleventy does: <c>{{ metadata.title }}</c>, <c>{% for %}</c>, filters and the site's shortcodes. Output is not
/// HTML-encoded, as liquidjs does not. Thread-safe; one instance serves all pages of a load.
/// </summary>
/// <param name="clock">The time that <c>"now" | date</c> gives.</param>
/// <param name="site">What pages may include; nothing where there is none.</param>
/// <param name="engines">Where the project's functions run; none where there is none.</param>
internal sealed class LiquidRenderer(TimeProvider clock, SiteTemplates? site = null, ScriptEngines? engines = null)
{
    private readonly Lazy<LiquidFilters> _filters = new(() => new LiquidFilters(clock, engines is null ? null : site?.Project));
    private readonly PlainValues _values = new();
    private readonly ConcurrentDictionary<string, LiquidTemplate> _fragments = new(StringComparer.Ordinal);

    /// <summary>
    /// Renders a body, or another text such as a permalink. Never throws: what cannot be rendered is left as it is and reported. Lines stay where they were
    /// as far as can be: a tag that takes its line breaks with it gives them back at the next blank line.
    /// </summary>
    /// <param name="body">The text, front matter removed. Without <c>{{</c>, <c>{%</c> or a Nunjucks comment it comes back itself.</param>
    /// <param name="firstLine">Line of the file on which <paramref name="body"/> begins, from 1.</param>
    /// <param name="context">What the body may name.</param>
    /// <param name="problems">Where problems are reported.</param>
    public string Render(string body, int firstLine, LiquidContext context, DiagnosticLog problems)
    {
        if (!LiquidScanner.HasTokens(body))
        {
            return body;
        }

        var reporter = new LiquidReporter(body, firstLine, problems);
        LiquidRun? run = null;
        try
        {
            if (Parse(body, reporter) is not { } template)
            {
                return body;
            }

            run = new LiquidRun(this, context, _filters.Value.Options, _values, reporter);
            using var writer = new LiquidWriter(LiquidLimits.OutputLength);
            // Nothing of it waits for anything: it has ended when it returns.
            run.Write(template, writer, NullEncoder.Default).AsTask().GetAwaiter().GetResult();
            run.ReportMissing();
            return writer.ToString();
        }
        catch (Exception e) when (e is LiquidLimitException || run is { IsOutOfSteps: true })
        {
            return TooLarge(body, e is LiquidLimitException ? e.Message : $"ses boucles font plus de {LiquidLimits.Steps} pas", reporter, run?.Place ?? LiquidReporter.Nowhere);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever Fluid finds to throw concerns this page and no other.
            reporter.Report(
                DiagnosticRules.Liquid, LiquidReporter.Nowhere, "calcul", "Les balises de la page ne peuvent pas être calculées\u00a0: le texte est laissé tel quel.",
                "Retirez les balises l’une après l’autre pour trouver celle qui est en cause.");
            return body;
        }
    }

    /// <summary>Bodies are as Eleventy has them.</summary>
    public bool IsExact => site?.Project.IsExact == true;

    /// <summary>What one body may take of the processor, from now on.</summary>
    public Func<ProcessorBudget> Budget { get; init; } = static () => new ProcessorBudget(LiquidLimits.Time);

    /// <summary>Where the project's functions run.</summary>
    public ScriptEngines Engines => engines ?? throw new InvalidOperationException("Without engines there are no functions.");

    /// <summary>A fragment of the folder of includes, parsed once; <see langword="null"/> where there is none. What is wrong in it is not the page's.</summary>
    public LiquidTemplate? Fragment(string name) => site?.Fragment(name) is not { } text ? null : _fragments.GetOrAdd(name, _ =>
        Parse(text, new LiquidReporter(text, 1, new DiagnosticLog(name, text))) ?? new LiquidTemplate([new TextSpanStatement(text)], new HashSet<string>()));

    private LiquidTemplate? Parse(string text, LiquidReporter reporter) =>
        LiquidScanner.HasTokens(text) ? new LiquidParser(text, new TokenJudge(_filters.Value, reporter), reporter).Parse() : null;

    private static string TooLarge(string body, string limit, LiquidReporter reporter, int offset)
    {
        reporter.Report(
            DiagnosticRules.TooLarge, offset >= 0 ? offset : Math.Max(0, body.IndexOf('{', StringComparison.Ordinal)), "limite",
            $"Le texte de la page est affiché sans ses balises, parce {(limit.StartsWith('u') ? "qu’" : "que ")}{limit}.",
            "Réduisez les boucles et les textes qu’elles assemblent.");
        return NunjucksRenderer.WithoutTags(body);
    }
}
