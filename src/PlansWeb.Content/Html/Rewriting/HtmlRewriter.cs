using System.Buffers;
using System.Net;
using System.Text;

namespace PlansWeb.Content.Html.Rewriting;

/// <summary>
/// Goes through HTML and changes names of elements and values of attributes; everything else stays character for character. Reads tags as
/// the HTML standard's tokenizer does, as far as that takes to find attributes; linear in the length.
/// </summary>
/// <param name="html">A fragment of HTML.</param>
/// <param name="tag">Gives an element its new name, from its name in lower case.</param>
/// <param name="value">Gives an attribute its new value, from element, attribute (both in lower case) and value, character references resolved.</param>
internal sealed class HtmlRewriter(string html, Func<string, string> tag, Func<string, string, string, string> value)
{
    private static readonly HashSet<string> s_rawText =
        new(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"], StringComparer.Ordinal);

    private const string Space = " \t\r\n\f";

    private static readonly SearchValues<char> s_spaces = SearchValues.Create(Space);
    private static readonly SearchValues<char> s_spacesAndSlash = SearchValues.Create(Space + "/");
    private static readonly SearchValues<char> s_endsOfElementName = SearchValues.Create(Space + "/>");
    private static readonly SearchValues<char> s_endsOfAttributeName = SearchValues.Create(Space + "/>=");
    private static readonly SearchValues<char> s_endsOfValue = SearchValues.Create(Space + ">");

    private readonly StringBuilder _output = new(html.Length + (html.Length / 8));
    private int _at;

    /// <summary>The HTML with its changes.</summary>
    public string Rewrite()
    {
        while (_at < html.Length)
        {
            var open = html.IndexOf('<', _at);
            if (open < 0)
            {
                break;
            }

            CopyTo(open);
            ReadTag();
        }

        CopyTo(html.Length);
        return _output.ToString();
    }

    private void ReadTag()
    {
        var rest = html.AsSpan(_at);
        if (rest.StartsWith("<!--"))
        {
            CopyPast("-->", 4);
        }
        else if (rest.Length > 1 && rest[1] is '!' or '?')
        {
            CopyPast(">", 2);
        }
        else if (rest.Length > 2 && rest[1] == '/' && char.IsAsciiLetter(rest[2]))
        {
            CopyTo(_at + 2);
            ReadName();
            CopyPast(">", 0);
        }
        else if (rest.Length > 1 && char.IsAsciiLetter(rest[1]))
        {
            CopyTo(_at + 1);
            var name = ReadName();
            ReadAttributes(name);
            if (s_rawText.Contains(name))
            {
                var end = html.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
                CopyTo(end < 0 ? html.Length : end);
            }
        }
        else
        {
            // A « < » that is only a character.
            CopyTo(_at + 1);
        }
    }

    private string ReadName()
    {
        var end = EndOf(s_endsOfElementName);
        var name = html[_at..end].ToLowerInvariant();
        var renamed = tag(name);
        if (renamed == name)
        {
            CopyTo(end);
        }
        else
        {
            _output.Append(renamed);
            _at = end;
        }

        return name;
    }

    // From after the element's name to after its « > ».
    private void ReadAttributes(string element)
    {
        while (_at < html.Length)
        {
            CopyTo(Skip(s_spacesAndSlash));
            if (_at == html.Length)
            {
                return;
            }

            if (html[_at] == '>')
            {
                CopyTo(_at + 1);
                return;
            }

            // A « = » at the beginning is part of the name, as the standard has it.
            var start = _at;
            var end = html.AsSpan(start + 1).IndexOfAny(s_endsOfAttributeName);
            end = end < 0 ? html.Length : start + 1 + end;
            var attribute = html[start..end].ToLowerInvariant();
            CopyTo(end);
            var equals = Skip(s_spaces);
            if (equals < html.Length && html[equals] == '=')
            {
                CopyTo(equals + 1);
                ReadValue(element, attribute);
            }
        }
    }

    private void ReadValue(string element, string attribute)
    {
        CopyTo(Skip(s_spaces));
        if (_at == html.Length || html[_at] == '>')
        {
            return;
        }

        var quote = html[_at] is '"' or '\'' ? html[_at] : '\0';
        var start = quote == '\0' ? _at : _at + 1;
        var end = quote == '\0' ? EndOf(s_endsOfValue) : html.IndexOf(quote, start);
        if (end < 0)
        {
            // Not closed: to the end it is one value, which shows nothing.
            CopyTo(html.Length);
            return;
        }

        var after = quote == '\0' ? end : end + 1;
        var old = WebUtility.HtmlDecode(html[start..end]);
        var changed = value(element, attribute, old);
        if (changed == old)
        {
            CopyTo(after);
            return;
        }

        _output.Append('"').Append(changed.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)).Append('"');
        _at = after;
    }

    private int Skip(SearchValues<char> characters)
    {
        var end = html.AsSpan(_at).IndexOfAnyExcept(characters);
        return end < 0 ? html.Length : _at + end;
    }

    private int EndOf(SearchValues<char> characters)
    {
        var end = html.AsSpan(_at).IndexOfAny(characters);
        return end < 0 ? html.Length : _at + end;
    }

    private void CopyPast(string end, int from)
    {
        var at = _at + from > html.Length ? -1 : html.IndexOf(end, _at + from, StringComparison.Ordinal);
        CopyTo(at < 0 ? html.Length : at + end.Length);
    }

    private void CopyTo(int end)
    {
        _output.Append(html, _at, end - _at);
        _at = end;
    }
}
