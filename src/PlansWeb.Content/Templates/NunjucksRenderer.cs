using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Renders Nunjucks by nunjucks itself. Thread-safe.
/// </summary>
/// <param name="engines">The engines.</param>
internal sealed partial class NunjucksRenderer(ScriptEngines engines)
{
    /// <summary>Renders a text. Never throws: what cannot be rendered is reported, and the text comes back without its tags.</summary>
    /// <param name="body">The text.</param>
    /// <param name="firstLine">Line of the file on which it begins, from 1.</param>
    /// <param name="context">What it may name.</param>
    /// <param name="problems">Where problems are reported.</param>
    public string Render(string body, int firstLine, LiquidContext context, DiagnosticLog problems)
    {
        ScriptEngine? engine = null;
        var isSound = true;
        try
        {
            return Sandbox.TwiceAtMost(() =>
            {
                engines.Return(engine, isSound: false);
                engine = null;
                engine = engines.Rent();
                return engine.Render(body, context);
            });
        }
        catch (SandboxException e)
        {
            isSound = !e.IsLimit;
            Report(e, body, firstLine, engine, problems);
            return WithoutTags(body);
        }
        finally
        {
            foreach (var remark in isSound && engine is not null ? engine.Remarks() : [])
            {
                Report(remark, firstLine, problems);
            }

            engines.Return(engine, isSound);
        }
    }

    private static void Report(SandboxException e, string body, int firstLine, ScriptEngine? engine, DiagnosticLog problems)
    {
        var place = Place().Match(e.Message);
        var first = body.AsSpan(0, Math.Max(0, body.IndexOfAny(['{']))).Count('\n');
        var isOfPage = place.Success && place.Groups["path"].Value is "page" or "unknown path";
        var line = firstLine + (isOfPage ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) - 1 : engine?.Line is > 0 and var at ? at : first);
        var what = e.Message.Split('\n')[^1].Trim();
        var where = place.Success && !isOfPage ? $" dans «\u00a0{place.Groups["path"].Value}\u00a0»" : "";
        if (e.IsLimit)
        {
            problems.Report(DiagnosticRules.TooLarge, line, 0, "Les balises de la page demandent trop de calcul ou de mémoire\u00a0: son texte est affiché sans elles.",
                "Réduisez les boucles et les textes qu’elles assemblent.");
        }
        else
        {
            problems.Report(DiagnosticRules.Nunjucks, line, 0, $"Les balises Nunjucks de la page ne peuvent pas être calculées{where} ({what})\u00a0: son texte est affiché sans elles.",
                "Corrigez la balise à cette ligne\u00a0; chaque «\u00a0{% if %}\u00a0», «\u00a0{% for %}\u00a0» ou «\u00a0{% set %}\u00a0» ouvert a sa balise de fin.");
        }
    }

    private static void Report(ScriptRemark remark, int firstLine, DiagnosticLog problems)
    {
        var name = $"«\u00a0{(remark.Name.Length > 60 ? remark.Name[..60] + "…" : remark.Name)}\u00a0»";
        var (rule, message, advice) = remark.Kind switch
        {
            "tag" => (DiagnosticRules.UnknownTag, $"La balise {name} n’existe pas ici\u00a0: elle n’est pas affichée, le texte qu’elle entoure est gardé.",
                "Supprimez la balise, ou écrivez son résultat en Markdown ou en HTML."),
            "filter" => (DiagnosticRules.UnknownFilter, $"Le filtre {name} n’existe pas\u00a0: la valeur est affichée sans lui.", "Supprimez le filtre."),
            "shortcode" => (DiagnosticRules.Shortcode, $"La balise {name} n’a pas ce qu’il lui faut\u00a0: elle n’est pas affichée.", "Donnez-lui ses arguments, entre guillemets."),
            "package" => (DiagnosticRules.Shortcode, $"{name} s’appuie sur un paquet qui n’existe pas ici\u00a0: ce qui en dépend manque.", "Écrivez son résultat en Markdown ou en HTML."),
            "fragment" => (DiagnosticRules.Shortcode, $"Le fragment {name} n’existe pas dans «\u00a0_includes\u00a0»\u00a0: rien n’est affiché à sa place.",
                "Corrigez son nom, ou déposez-le dans «\u00a0_includes\u00a0»."),
            "closed" => (DiagnosticRules.Nunjucks, $"La propriété {name} n’est pas accessible aux balises\u00a0: rien n’est affiché à sa place.", "Retirez-la."),
            _ => (DiagnosticRules.Nunjucks, $"La fonction {name} n’existe pas ici\u00a0: rien n’est affiché à sa place.",
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
}
