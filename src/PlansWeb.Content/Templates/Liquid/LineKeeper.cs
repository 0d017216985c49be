using System.Text;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Makes up for line breaks that tags take with them, so that later problems name lines of the file. A break more is harmless only where a blank
/// line stands already and outside of what shows its blank lines (fences, <c>pre</c>) or ends at one (comments): it is added at the first such place.
/// </summary>
internal sealed class LineKeeper
{
    private static readonly (string Open, string Close)[] s_verbatim =
        [("<pre", "</pre"), ("<script", "</script"), ("<style", "</style"), ("<textarea", "</textarea"), ("<!--", "-->")];

    private int _debt;
    private char _fence;
    private string? _closing;

    /// <summary>Line breaks that will not come out.</summary>
    public void Owe(int breaks) => _debt += breaks;

    /// <summary>Appends a text of the body.</summary>
    /// <param name="text">The text between two tokens.</param>
    /// <param name="mayPay">Whether it comes out exactly once: it stands in no block.</param>
    /// <param name="isTrimmed">White space at its beginning will not come out.</param>
    /// <param name="target">Where it goes.</param>
    public void Append(ReadOnlySpan<char> text, bool mayPay, bool isTrimmed, StringBuilder target)
    {
        var lastWritten = text.TrimEnd().Length;
        var comesOut = !isTrimmed;
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf('\n') is var found and >= 0 ? found + 1 : text.Length - start;
            var line = text.Slice(start, length);
            var isBlank = line.IsWhiteSpace();
            if (isBlank && start > 0 && comesOut && _debt > 0 && mayPay && start < lastWritten && _fence == '\0' && _closing is null)
            {
                target.Append('\n', _debt);
                _debt = 0;
            }

            comesOut |= !isBlank;
            Follow(line);
            target.Append(line);
            start += length;
        }
    }

    private void Follow(ReadOnlySpan<char> line)
    {
        if (_closing is not null)
        {
            _closing = line.Contains(_closing, StringComparison.OrdinalIgnoreCase) ? null : _closing;
            return;
        }

        var content = line.TrimStart();
        if (content.StartsWith("```") || content.StartsWith("~~~"))
        {
            _fence = _fence == '\0' ? content[0] : _fence == content[0] ? '\0' : _fence;
            return;
        }

        foreach (var (open, close) in s_verbatim)
        {
            if (_fence == '\0' && line.LastIndexOf(open, StringComparison.OrdinalIgnoreCase) is var at and >= 0
                && !line[at..].Contains(close, StringComparison.OrdinalIgnoreCase))
            {
                _closing = close;
                return;
            }
        }
    }
}
