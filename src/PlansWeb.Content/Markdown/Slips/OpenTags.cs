using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Slips;

/// <summary>
/// Follows the HTML tags of a page, in order, and reports the elements that are never closed: the rest of the page runs into them. Elements whose
/// end HTML lets writers leave out (HTML Standard, 13.1.2.4: <c>p</c>, <c>li</c>, <c>td</c>…) are left alone.
/// </summary>
/// <param name="context">Takes the reports.</param>
internal sealed partial class OpenTags(RenderContext context)
{
    // Deeper ones are refused before: ParseBudget.
    private const int Most = 1_000;

    private static readonly FrozenSet<string> s_closed = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "article", "aside", "b", "blockquote", "button", "center", "cite", "code", "del", "details", "div", "dl", "em", "fieldset", "figcaption", "figure",
            "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "ins", "kbd", "label", "main", "mark", "nav", "ol", "pre", "q", "s", "section", "small",
            "span", "strong", "sub", "summary", "sup", "table", "u", "ul",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly List<(string Name, int Line)> _open = [];

    /// <summary>Reads a piece of HTML.</summary>
    /// <param name="html">The piece: whole tags.</param>
    /// <param name="line">The line on which it begins, from 0.</param>
    public void Read(string html, int line)
    {
        foreach (var tag in SlipPattern.Matches(Tag(), html))
        {
            var name = tag.Groups["name"].Value;
            if (!s_closed.Contains(name) || _open.Count >= Most)
            {
                continue;
            }

            if (!tag.Groups["end"].Success)
            {
                _open.Add((name, line + html.AsSpan(0, tag.Index).Count('\n')));
                continue;
            }

            var opened = _open.FindLastIndex(open => open.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (opened >= 0)
            {
                Report(opened + 1);
                _open.RemoveAt(opened);
            }
        }
    }

    /// <summary>Says that the page ends.</summary>
    public void End() => Report(0);

    private void Report(int from)
    {
        foreach (var (name, line) in _open.Skip(from))
        {
            context.Report(DiagnosticRules.UnclosedContainer, line,
                $"L’élément « <{name}> » n’est jamais fermé : la suite de la page y entre.", $"Ajoutez « </{name}> » à la fin de ce qu’il contient.");
        }

        _open.RemoveRange(from, _open.Count - from);
    }

    // What stands in a comment, in a script or in an attribute is no tag.
    [GeneratedRegex("""<!--.*?(-->|\z)|<(?<raw>script|style|textarea)\b.*?(</\k<raw>\s*>|\z)|<(?<end>/)?(?<name>[a-z][a-z0-9]*)(?>"[^"]*"|'[^']*'|[^'"<>])*>""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
