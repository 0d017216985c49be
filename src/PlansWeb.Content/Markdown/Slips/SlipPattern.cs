using System.Buffers;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Slips;

/// <summary>Where a pattern may match.</summary>
[Flags]
internal enum SlipPlaces
{
    /// <summary>Paragraphs.</summary>
    Paragraph = 1,

    /// <summary>Headings.</summary>
    Heading = 2,

    /// <summary>Cells of tables.</summary>
    Cell = 4,

    /// <summary>All of them.</summary>
    Anywhere = Paragraph | Heading | Cell,
}

/// <summary>Something that writers type and that makes nothing here: readers see it as it was typed.</summary>
/// <param name="Rule">The kind of problem.</param>
/// <param name="Pattern">Finds it in <see cref="ShownText"/>.</param>
/// <param name="Message">What is wrong; <c>{0}</c> is what was found, other groups of the pattern by their number.</param>
/// <param name="Advice">What to do; with the same groups.</param>
/// <param name="Places">Where it is looked for.</param>
internal sealed record SlipPattern(DiagnosticRule Rule, Regex Pattern, string Message, string Advice, SlipPlaces Places = SlipPlaces.Anywhere)
{
    private const int Longest = 60;

    private SearchValues<char>? _needs;
    private SearchValues<char>? _starts;

    /// <summary>Characters of which every match has one: a text without them is passed over, in a hundredth of the pattern's time.</summary>
    public string Needs
    {
        init => _needs = SearchValues.Create(value);
    }

    /// <summary>Characters of which every match has one at the beginning of a line.</summary>
    public string Starts
    {
        init => _starts = SearchValues.Create(value);
    }

    private static readonly Regex s_group = new(@"\{(\d)\}", RegexOptions.CultureInvariant);

    /// <summary>Fills a sentence with what was found.</summary>
    public static string Fill(string sentence, Match match) =>
        s_group.Replace(sentence, hole => Short(match.Groups[int.Parse(hole.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)].Value));

    /// <summary>What a pattern finds. A text made to be slow costs its page these reports, not the page.</summary>
    public static IReadOnlyList<Match> Matches(Regex pattern, string text)
    {
        try
        {
            // Nearly no text has one: to ask first allocates nothing.
            return pattern.IsMatch(text) ? [.. pattern.Matches(text).Cast<Match>()] : [];
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    /// <summary>What it finds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">The first character of each of its lines.</param>
    public IReadOnlyList<Match> In(string text, ReadOnlySpan<char> starts) =>
        (_needs is null || text.AsSpan().ContainsAny(_needs)) && (_starts is null || starts.ContainsAny(_starts)) ? Matches(Pattern, text) : [];

    private static string Short(string text)
    {
        var line = text.Replace(ShownText.Link.ToString(), "…", StringComparison.Ordinal).Replace(ShownText.Object.ToString(), "…", StringComparison.Ordinal).Split('\n')[0].Trim();
        return line.Length <= Longest ? line : line[..(Longest - 1)] + "…";
    }
}
