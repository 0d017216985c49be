using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Html;

/// <summary>
/// Finds the lines of what is reported. The parser sees rendered HTML and knows nothing of the file, but what editors wrote by hand stands
/// in their text too, in the same order: the third <c>onclick</c> of the page is the third of the file.
/// </summary>
/// <param name="markdown">The body of the file.</param>
/// <param name="firstLine">Its first line in the file.</param>
internal sealed class SourceSearch(string markdown, int firstLine)
{
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The line of the next occurrence of a text; 0 where there is none.</summary>
    public int LineOf(string text) => PlaceOf(text).Line;

    /// <summary>Line and column of the next occurrence of a text, from 1; 0 where there is none.</summary>
    public (int Line, int Column) PlaceOf(string text)
    {
        var from = _next.GetValueOrDefault(text);
        var at = from < 0 ? -1 : markdown.IndexOf(text, from, StringComparison.OrdinalIgnoreCase);
        _next[text] = at < 0 ? -1 : at + text.Length;
        return at < 0 ? (0, 0) : TextPositions.Of(markdown, at, firstLine);
    }
}
