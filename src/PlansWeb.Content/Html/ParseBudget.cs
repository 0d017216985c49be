using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace PlansWeb.Content.Html;

/// <summary>
/// Stops the HTML parser before a text costs too much. Its time grows with the square of what is open at once: 50,000 <c>div</c>
/// that are not closed took 35 s, and each paragraph after a thousand open <c>b</c> makes a thousand elements.
/// </summary>
internal sealed class ParseBudget
{
    /// <summary>Elements that may stand open at once. The deepest page of the old site has 13.</summary>
    public const int MaximumOpen = 200;

    private const int MaximumTags = 60_000;
    private const long MaximumCopies = 100_000;

    // Their end tag may be left out: they do not pile up.
    private static readonly FrozenSet<string> s_closedByOthers = FrozenSet.ToFrozenSet(
        ["br", "col", "dd", "dt", "hr", "img", "input", "li", "meta", "link", "option", "p", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr"], StringComparer.Ordinal);

    // A browser opens these again in each block that follows, until they are closed.
    private static readonly FrozenSet<string> s_reopened = FrozenSet.ToFrozenSet(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.Ordinal);

    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _tags;
    private int _openCount;
    private int _openFormats;
    private long _copies;

    /// <summary>Counts what the parser reads.</summary>
    /// <exception cref="HtmlBudgetException">The text costs too much.</exception>
    public void Count(HtmlToken token)
    {
        _copies += _openFormats;
        if (token.Type == HtmlTokenType.StartTag)
        {
            _tags++;
            if (!s_closedByOthers.Contains(token.Name))
            {
                _open[token.Name] = _open.GetValueOrDefault(token.Name) + 1;
                _openCount++;
                _openFormats += s_reopened.Contains(token.Name) ? 1 : 0;
            }
        }
        else if (token.Type == HtmlTokenType.EndTag)
        {
            _tags++;
            if (_open.TryGetValue(token.Name, out var open) && open > 0)
            {
                _open[token.Name] = open - 1;
                _openCount--;
                _openFormats -= s_reopened.Contains(token.Name) ? 1 : 0;
            }
        }

        if (_openCount > MaximumOpen || _tags > MaximumTags || _copies > MaximumCopies)
        {
            throw new HtmlBudgetException();
        }
    }
}
