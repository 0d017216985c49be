using System.Text.RegularExpressions;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Yaml;

namespace PlansWeb.Content.FrontMatter.Repair;

/// <summary>
/// Front matter that does not begin the file with <c>---</c>, in a file that has none where it should be. Eleventy prints it as text; here it is
/// read, since nobody writes <c>title: …</c> for readers and <c>draft: true</c> must not be what publishes a draft. A page that only begins
/// with words before a colon, or with a thematic break, names no key of the site and stays as it is.
/// </summary>
/// <param name="Line">Line of the file where the fault stands, from 1.</param>
/// <param name="Cause">What is wrong, in French.</param>
/// <param name="Data">The lines of keys and values, as YAML.</param>
/// <param name="DataLine">Line of the file on which they begin, from 1.</param>
/// <param name="BodyStart">Where the body begins.</param>
internal sealed partial record MisfencedHeader(int Line, string Cause, string Data, int DataLine, int BodyStart)
{
    // What stands further down is no header, and the body of a long page is not searched for one.
    private const int MostCharacters = 16 * 1024;
    private const int LastLine = 40;

    // Keys that are no French words: a line that begins with one of them was written for the program.
    private static readonly HashSet<string> s_telling = new(StringComparer.Ordinal)
    {
        "title", "layout", "permalink", "eleventyNavigation", "eleventyExcludeFromCollections", "eleventyComputed", "reviewDate", "updated", "aliases",
        "lang", "toc", "translationKey", "tags",
    };

    // Whole texts in one sweep: the beginning of the file, cut into lines with their places.
    private sealed record Row(string Text, int Start, int Next)
    {
        public string Trimmed { get; } = TrimInvisible(Text);
    }

    /// <summary>Finds it, or <see langword="null"/> where the file has none.</summary>
    /// <param name="text">A file without front matter that begins as it should.</param>
    public static MisfencedHeader? Find(string text)
    {
        // Most pages begin with a heading or a sentence, and hold no such line near their top.
        var rows = Rows(text);
        return rows.Count == 0 ? null : AtTop(rows) ?? Further(rows);
    }

    private static MisfencedHeader? AtTop(List<Row> rows)
    {
        var at = 0;
        var hasComment = false;
        while (at < rows.Count && (rows[at].Trimmed.Length == 0 || Comment(rows, at) is not null))
        {
            var end = Comment(rows, at);
            hasComment |= end is not null;
            at = (end ?? at) + 1;
        }

        if (at == rows.Count)
        {
            return null;
        }

        var fence = FenceKind(rows[at].Trimmed);

        // A whole header, shown as code.
        var isWrapped = fence == Fence.Yaml && at + 1 < rows.Count && FenceKind(rows[at + 1].Trimmed) == Fence.Dashes;
        var header = Read(rows, fence == Fence.None ? at : isWrapped ? at + 2 : at + 1, fence);
        var isHeader = fence switch
        {
            Fence.Dashes or Fence.Yaml => header.Known > 0,
            Fence.Other => header.Known > 0 && header.IsClosed,
            _ => header.Telling > 0 || header.Known > 1,
        };
        if (!isHeader)
        {
            return null;
        }

        var written = rows[at].Trimmed;
        var cause = fence == Fence.None ? "La ligne «\u00A0---\u00A0» qui ouvre l’en-tête manque"
            : written.StartsWith("---", StringComparison.Ordinal) && !written.StartsWith("----", StringComparison.Ordinal) && written.Trim('-').Length == 0
                ? hasComment ? "Un commentaire précède la ligne «\u00A0---\u00A0» qui ouvre l’en-tête"
                : at > 0 ? "Une ligne vide précède la ligne «\u00A0---\u00A0» qui ouvre l’en-tête"
                : "Une espace précède le «\u00A0---\u00A0» qui ouvre l’en-tête"
            : $"L’en-tête est ouvert par {Wording.Quoted(written)} au lieu de «\u00A0---\u00A0»";
        return header.ToResult(rows, at + 1, cause);
    }

    // Below other text nothing tells a header from an example of one; what would hide the page is enough.
    private static MisfencedHeader? Further(List<Row> rows)
    {
        var isCode = false;
        for (var at = 0; at < Math.Min(rows.Count, LastLine); at++)
        {
            var kind = FenceKind(rows[at].Trimmed);
            if (rows[at].Trimmed.StartsWith("```", StringComparison.Ordinal) || rows[at].Trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode && kind == Fence.Dashes && Read(rows, at + 1, kind) is { IsClosed: true, Hiding: > 0 } header)
            {
                return header.ToResult(rows, at + 1, "Du texte précède l’en-tête");
            }
        }

        return null;
    }

    private static Header Read(List<Row> rows, int start, Fence fence)
    {
        while (fence != Fence.None && start < rows.Count && rows[start].Trimmed.Length == 0)
        {
            start++;
        }

        var header = new Header(start) { Body = start };
        var indent = start < rows.Count ? YamlLine.IndentOf(rows[start].Text) : 0;
        var last = start;
        for (var at = start; at < rows.Count; at++)
        {
            var (text, trimmed) = (rows[at].Text, rows[at].Trimmed);
            var closing = FenceKind(trimmed);
            if (closing is not Fence.None && at > start && !(closing == Fence.Yaml && trimmed.Trim('`', '~').Length > 0))
            {
                header.IsClosed = true;
                header.Body = at + 1;
                last = at;
                break;
            }

            if (Key().Match(trimmed) is { Success: true } key && YamlLine.IndentOf(text) <= indent)
            {
                header.Count(key.Groups["key"].Value);
            }
            else if (trimmed.Length == 0 && fence is Fence.Dashes or Fence.Yaml && ClosesAfter(rows, at, indent))
            {
                // An empty line among the keys.
            }
            else if (!(trimmed.Length > 0 && at > start && (YamlLine.IndentOf(text) > indent || trimmed.StartsWith("- ", StringComparison.Ordinal)
                || (fence != Fence.None && trimmed[0] == '#'))))
            {
                break;
            }

            last = at + 1;
            header.Body = last;
        }

        header.Indent = indent;
        header.End = last;
        return header;
    }

    // Only keys between an empty line and the line that closes the header.
    private static bool ClosesAfter(List<Row> rows, int at, int indent)
    {
        for (at++; at < rows.Count; at++)
        {
            var trimmed = rows[at].Trimmed;
            if (FenceKind(trimmed) != Fence.None)
            {
                return true;
            }

            if (trimmed.Length > 0 && !Key().IsMatch(trimmed) && YamlLine.IndentOf(rows[at].Text) <= indent && !trimmed.StartsWith("- ", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return false;
    }

    private static List<Row> Rows(string text)
    {
        var rows = new List<Row>();
        var start = 0;
        while (start < Math.Min(text.Length, MostCharacters))
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            rows.Add(new Row(text[start..next].TrimEnd('\r', '\n'), start, next));
            start = next;

            // Nothing but a header is of interest, and it begins near the top.
            if (rows.Count == LastLine && !rows.Exists(static row => FenceKind(row.Trimmed) != Fence.None || Key().IsMatch(row.Trimmed)))
            {
                return [];
            }
        }

        return rows;
    }

    // The last line of a comment that begins on a line and stands on lines of its own.
    private static int? Comment(List<Row> rows, int at)
    {
        (string Open, string Close)[] kinds = [("<!--", "-->"), ("{#", "#}"), ("{% comment %}", "{% endcomment %}")];
        foreach (var (open, close) in kinds)
        {
            if (!rows[at].Trimmed.StartsWith(open, StringComparison.Ordinal))
            {
                continue;
            }

            for (var end = at; end < rows.Count; end++)
            {
                if (rows[end].Trimmed.Contains(close, StringComparison.Ordinal))
                {
                    return rows[end].Trimmed.EndsWith(close, StringComparison.Ordinal) ? end : null;
                }
            }
        }

        return null;
    }

    private static Fence FenceKind(string line)
    {
        var bare = line.TrimStart('\\').Replace(" ", "", StringComparison.Ordinal).TrimEnd('\u00A0');
        if (bare.Length == 0)
        {
            return Fence.None;
        }

        if (bare is "---yaml" or "---yml" || (bare.All(static c => c is '-' or '—' or '–' or '−' or '‐' or '‑' or '―') && (bare.Length > 1 || bare[0] is '—' or '–' or '―' or '−')))
        {
            return Fence.Dashes;
        }

        if ((bare.StartsWith("```", StringComparison.Ordinal) || bare.StartsWith("~~~", StringComparison.Ordinal))
            && bare.Trim('`', '~').ToLowerInvariant() is "" or "yaml" or "yml" or "markdown" or "md" or "frontmatter" or "front-matter" or "toml" or "json")
        {
            return Fence.Yaml;
        }

        return bare.Length > 2 && "*_+=.".Contains(bare[0], StringComparison.Ordinal) && bare.All(c => c == bare[0]) ? Fence.Other : Fence.None;
    }

    private static string TrimInvisible(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && (char.IsWhiteSpace(text[start]) || Whitespace.IsInvisible(text[start])))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || Whitespace.IsInvisible(text[end - 1])))
        {
            end--;
        }

        return text[start..end];
    }

    [GeneratedRegex(@"^[""']?(?<key>[\p{L}_][\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]+){0,3}?)[""']?[\s]*(?:[:\uFF1A](?:\s|$)|=\s)")]
    private static partial Regex Key();

    private enum Fence
    {
        None,
        Dashes,
        Yaml,
        Other,
    }

    private sealed class Header(int start)
    {
        public int Known { get; private set; }

        public int Telling { get; private set; }

        public int Hiding { get; private set; }

        public bool IsClosed { get; set; }

        public int Indent { get; set; }

        public int End { get; set; }

        public int Body { get; set; }

        public void Count(string key)
        {
            // « Craft : … » may begin a sentence; « draft: … » does not.
            var isTelling = s_telling.Contains(key) || HidingKeys.IsMeant(key);
            var isHiding = HidingKeys.IsNearly(key);
            Telling += isTelling ? 1 : 0;
            Hiding += isHiding ? 1 : 0;
            Known += isTelling || isHiding || FrontMatterReader.Keys.Contains(key) ? 1 : 0;
        }

        public MisfencedHeader ToResult(List<Row> rows, int line, string cause)
        {
            var data = rows[start..(IsClosed ? End : Math.Max(start, End))]
                .Select(row => Assignment().Replace(row.Text.Length >= Indent ? row.Text[Math.Min(Indent, YamlLine.IndentOf(row.Text))..] : row.Text.Trim(), "${key}: "));
            return new MisfencedHeader(line, cause, string.Join('\n', data) + "\n", start + 1, Body < rows.Count ? rows[Body].Start : rows[^1].Next);
        }
    }

    // TOML, which stands between lines of plus signs.
    [GeneratedRegex(@"^(?<key>[\p{L}_][\p{L}\p{N}_-]*) *= *")]
    private static partial Regex Assignment();
}
