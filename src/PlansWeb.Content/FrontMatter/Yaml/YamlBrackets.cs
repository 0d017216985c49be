namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>Finds brackets of a YAML value that nothing closes.</summary>
internal static class YamlBrackets
{
    /// <summary>The brackets that would close what is open at the end of some lines; empty when nothing is.</summary>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="start">First line to look at.</param>
    /// <param name="end">The line after the last.</param>
    /// <param name="line">Line of the outermost bracket that is open.</param>
    /// <param name="column">Its column, from 1.</param>
    public static string Open(List<string> lines, int start, int end, out int line, out int column)
    {
        (line, column) = (start, 1);
        var closing = new Stack<char>();
        for (var index = start; index < end; index++)
        {
            var text = lines[index];
            var split = YamlLine.Split(text);
            if (split.IsBlank || (closing.Count == 0 && split.Value is not ['[' or '{', ..]))
            {
                continue;
            }

            for (var at = split.ValueStart; at < text.Length; at++)
            {
                if (text[at] is '"' or '\'' && (at == split.ValueStart || text[at - 1] is ' ' or '[' or '{' or ','))
                {
                    var close = YamlLine.ClosingQuote(text.AsSpan(at));
                    at = close < 0 ? text.Length : at + close;
                }
                else if (text[at] is '[' or '{')
                {
                    if (closing.Count == 0)
                    {
                        (line, column) = (index, at + 1);
                    }

                    closing.Push(text[at] == '[' ? ']' : '}');
                }
                else if (text[at] is ']' or '}' && !closing.TryPop(out _))
                {
                    return "";
                }
            }
        }

        return new string([.. closing]);
    }
}
