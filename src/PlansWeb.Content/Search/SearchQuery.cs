using System.Text;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Search;

/// <summary>What a reader typed, made safe to work with.</summary>
/// <param name="Text">One line: no control characters, no white space at the ends or twice, at most <see cref="MaxLength"/> characters.</param>
/// <param name="WasCut">The reader typed more.</param>
internal sealed partial record SearchQuery(string Text, bool WasCut)
{
    /// <summary>Characters that are read; longer questions are not searches.</summary>
    public const int MaxLength = 100;

    /// <summary>What stands between quotes, French, English or straight: words that are looked for side by side and as they are written.</summary>
    public IReadOnlyList<string> Phrases => [.. Quoted().Matches(Text).Select(static match => match.Groups["phrase"].Value)];

    /// <summary>The same words, to be found apart and in all their forms.</summary>
    public string WithoutQuotes => Parse(Quoted().Replace(Text, " ${phrase} ")).Text;

    /// <summary>
    /// Reads the value of <c>q</c>. Control characters become spaces: they come with what is pasted, and a reader does not see them.
    /// The same goes for invisible characters that change the direction of the text around them.
    /// </summary>
    public static SearchQuery Parse(string? value)
    {
        var text = new StringBuilder(MaxLength);
        var isSpace = false;
        foreach (var rune in (value ?? "").EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                isSpace = text.Length > 0;
                continue;
            }

            if (text.Length + (isSpace ? 1 : 0) + rune.Utf16SequenceLength > MaxLength)
            {
                return new SearchQuery(text.ToString(), WasCut: true);
            }

            if (isSpace)
            {
                text.Append(' ');
                isSpace = false;
            }

            text.Append(rune);
        }

        return new SearchQuery(text.ToString(), WasCut: false);
    }

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // A quote that is not closed is nothing: it may be an inch.
    [GeneratedRegex("«(?<phrase>[^«»]+)»|[“”„](?<phrase>[^“”„]+)[“”]|\"(?<phrase>[^\"]+)\"")]
    private static partial Regex Quoted();
}
