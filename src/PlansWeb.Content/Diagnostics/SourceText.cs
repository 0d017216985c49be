using System.Text.RegularExpressions;
using PlansWeb.Content.Checks;

namespace PlansWeb.Content.Diagnostics;

/// <summary>
/// A source file, searched for the places of what was found in the HTML made from it. What is written in HTML comments and in fenced code is
/// not found: it gave no element.
/// </summary>
internal sealed partial class SourceText
{
    private const int LettersThatTell = 40;

    private readonly string _text;
    private string? _searched;
    private readonly TextPositions _positions;

    /// <summary>Prepares a text.</summary>
    public SourceText(string text)
    {
        _text = text;
        _positions = new TextPositions(text);
        var body = BodyStart(text);
        FrontMatterLines = body == 0 ? 0 : _positions.At(body).Line - 1;
    }

    /// <summary>The whole text.</summary>
    public string All => _text;

    // The text without what gave no element; most pages are never searched.
    private string Searched => _searched ??= Masked();

    /// <summary>The lines that the front matter takes, its fences included; 0 without front matter.</summary>
    public int FrontMatterLines { get; }

    /// <summary>Reads a file of the content folder; one that is gone meanwhile is empty.</summary>
    public static SourceText Read(string root, string path)
    {
        try
        {
            // The loader counts a carriage return alone as the end of a line too.
            return new SourceText(
                File.ReadAllText(Path.Combine(root, path)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SourceText("");
        }
    }

    /// <summary>A line without its break; <see langword="null"/> where there is none.</summary>
    public string? LineAt(int line) => _positions.LineAt(line);

    /// <summary>The n-th place, from 0, where an address is written in an attribute or as the target of a Markdown link.</summary>
    public SourcePlace FindAddress(string address, string attribute, int ordinal)
    {
        var last = -1;
        foreach (var spelling in Spellings(address))
        {
            var seen = 0;
            for (var i = Next(Searched, spelling, 0); i >= 0; i = Next(Searched, spelling, i + 1))
            {
                if (IsAddress(i, spelling.Length, attribute))
                {
                    last = i;
                    if (seen++ == ordinal)
                    {
                        return PlaceAt(i);
                    }
                }
            }
        }

        // Liquid wrote some of them: the last one that was typed is the best guess.
        return last >= 0 ? PlaceAt(last) : SourcePlace.Unknown;
    }

    /// <summary>The first place of a text, whatever typography did to it.</summary>
    public SourcePlace FindText(string text)
    {
        var words = Words.Typed(text);
        words = words.Length > LettersThatTell ? words[..LettersThatTell] : words;
        var at = words.Length < 3 ? -1 : Next(Words.Typed(Searched), words, 0);
        return at < 0 ? SourcePlace.Unknown : PlaceAt(at);
    }

    /// <summary>The first place of a text anywhere in the file, letter for letter.</summary>
    public SourcePlace FindExact(string text) => Next(_text, text, 0) is >= 0 and var at ? PlaceAt(at) : SourcePlace.Unknown;

    /// <summary>The n-th place, from 0, where a tag is opened; the last one where there are fewer.</summary>
    public SourcePlace FindTag(string name, int ordinal) => Nth(Regex.Matches(Searched, $@"<{Regex.Escape(name)}(?=[\s/>])", RegexOptions.IgnoreCase), ordinal);

    /// <summary>The n-th place, from 0, where an id is given, in HTML or in braces; the last one where there are fewer.</summary>
    public SourcePlace FindId(string id, int ordinal) =>
        Nth(Regex.Matches(Searched, $@"(?<=\bid\s*=\s*[""']?|\{{[^}}\n]*\#){Regex.Escape(id)}(?![\w-])"), ordinal);

    /// <summary>The headings that are written in the body, Markdown's and HTML's, in order.</summary>
    public IEnumerable<(int Level, SourcePlace Place)> Headings() => HeadingStart().Matches(Searched).Select(match => (
        match.Groups["html"].Success ? match.Groups["html"].Value[0] - '0'
            : match.Groups["atx"].Success ? match.Groups["atx"].Length
            : match.Groups["under"].Value[0] == '=' ? 1 : 2,
        PlaceAt(match.Groups["start"].Index)));

    /// <summary>The tables that are written in the body, Markdown's and HTML's, in order.</summary>
    public IEnumerable<SourcePlace> Tables() => TableStart().Matches(Searched).Select(match => PlaceAt(match.Groups["start"].Index));

    /// <summary>The keys of a YAML front matter with the key that they stand below, if any, and their line.</summary>
    public IEnumerable<(string? Parent, string Key, SourcePlace Place)> FrontMatterKeys()
    {
        string? parent = null;
        for (var line = 2; line < FrontMatterLines; line++)
        {
            if (Key().Match(LineAt(line)!) is { Success: true } match)
            {
                var indent = match.Groups["indent"].Length;
                var key = match.Groups["key"].Value;
                parent = indent == 0 ? key : parent;
                yield return (indent == 0 ? null : parent, key, new SourcePlace(line, indent + 1));
            }
        }
    }

    /// <summary>The names that the file's Liquid uses.</summary>
    public IEnumerable<string> TemplateNames() =>
        Liquid().Matches(_text).SelectMany(tag => Name().Matches(tag.Value)).Select(name => name.Value);

    private SourcePlace Nth(MatchCollection found, int ordinal) =>
        found.Count == 0 ? SourcePlace.Unknown : PlaceAt(found[Math.Min(ordinal, found.Count - 1)].Index);

    private static int Next(string text, string sought, int from) =>
        sought.Length == 0 || from >= text.Length ? -1 : text.IndexOf(sought, from, StringComparison.Ordinal);

    // An address as the HTML has it is percent-encoded and without entities; the source may have it either way.
    private static IEnumerable<string> Spellings(string address)
    {
        var decoded = Uri.UnescapeDataString(address);
        return new[]
        {
            address, decoded, address.Replace("&", "&amp;", StringComparison.Ordinal), decoded.Replace("&", "&amp;", StringComparison.Ordinal),
        }.Distinct();
    }

    private bool IsAddress(int start, int length, string attribute)
    {
        var end = start + length;
        if (end < Searched.Length && !char.IsWhiteSpace(Searched[end]) && !")\"'>}".Contains(Searched[end], StringComparison.Ordinal)
            && !(".,;:!".Contains(Searched[end], StringComparison.Ordinal) && (end + 1 == Searched.Length || char.IsWhiteSpace(Searched[end + 1]))))
        {
            return false;
        }

        var before = start - 1;
        while (before >= 0 && Searched[before] is ' ')
        {
            before--;
        }

        switch (before < 0 ? '\n' : Searched[before])
        {
            case '(' or '<':
                return true;
            case ':':
                // A reference: [text]: address.
                return before > 0 && Searched[before - 1] == ']';
            case '"' or '\'' or '=':
                var equals = Searched[before] == '=' ? before : before - 1;
                return equals >= attribute.Length && Searched[equals] == '='
                    && Searched.AsSpan(equals - attribute.Length, attribute.Length).Equals(attribute, StringComparison.OrdinalIgnoreCase);
            default:
                // A bare address in the text.
                return Searched.AsSpan(start, length).Contains("://", StringComparison.Ordinal);
        }
    }

    private SourcePlace PlaceAt(int index)
    {
        var (line, column) = _positions.At(index);
        return new SourcePlace(line, column);
    }

    // Blank, not cut off, so that places stay.
    private string Masked()
    {
        var masked = Fence().Replace(Comment().Replace(_text, Blank), Blank);
        var body = BodyStart(masked);
        return new string(' ', body) + masked[body..];
    }

    private static int BodyStart(string text) => FrontMatter().Match(text) is { Success: true } match ? match.Length : 0;

    private static string Blank(Match match) => NotBreak().Replace(match.Value, " ");

    [GeneratedRegex(@"[^\r\n]")]
    private static partial Regex NotBreak();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n.*?(^ {0,3}\k<fence>[^\n]*$|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A---[^\n-][^\n]*\n.*?^---[ \t\r]*$\n?|\A---\n.*?^---[ \t\r]*$\n?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(
        @"^[ \t>*+-]*(?<start>(?<atx>\#{1,6}))(?=[ \t\r\n])|(?<start><h(?<html>[1-6])\b)|^(?<start>\S[^\n]*)\n {0,3}(?<under>=+|-{2,})[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadingStart();

    [GeneratedRegex(
        @"(?<start><table\b)|^[ \t>]*(?<start>[^\n]*)\n[ \t>]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TableStart();

    [GeneratedRegex(@"^(?<indent> *)(?<key>[\p{L}_][\p{L}\p{N}_-]*)[ ]?:(\s|$)")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline)]
    private static partial Regex Liquid();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_-]*")]
    private static partial Regex Name();
}
