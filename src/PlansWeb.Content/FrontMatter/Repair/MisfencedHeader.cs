using System.Buffers;
using System.Text.RegularExpressions;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Yaml;

namespace PlansWeb.Content.FrontMatter.Repair;

/// <summary>
/// Front matter that does not stand where it should: not fenced by <c>---</c>, below other text, in a quotation, a comment, a list or a table, or
/// below the front matter that is read. Eleventy prints it as text; here it is read, since nobody writes <c>title: …</c> for readers and
/// <c>draft: true</c> must not be what publishes a draft. A page that only begins with words before a colon, or with a thematic break, names no
/// key of the site and stays as it is.
/// </summary>
/// <param name="Line">Line of the file where the fault stands, from 1.</param>
/// <param name="Cause">What is wrong, in French.</param>
/// <param name="Data">The lines of keys and values, as YAML.</param>
/// <param name="DataLine">Line of the file on which they begin, from 1.</param>
/// <param name="BodyStart">Where the body begins.</param>
internal sealed partial record MisfencedHeader(int Line, string Cause, string Data, int DataLine, int BodyStart)
{
    // Where a header begins that nothing marks as one; further down, only what would hide the page is looked for.
    private const int LastLine = 40;

    // A line that is longer holds a text.
    private const int LongestLine = 1024;

    // A header is no longer.
    private const int MostCharacters = 16 * 1024;

    // How often a header with something that hides is read, in one text of thematic breaks.
    private const int MostHeaders = 64;

    // In a text without any of these no line hides the page.
    private static readonly SearchValues<string> s_hints = SearchValues.Create(["draft", "publish", "expiry", "unlisted", "brouillon"], StringComparison.OrdinalIgnoreCase);

    // Keys that are no French words: a line that begins with one of them was written for the program.
    private static readonly HashSet<string> s_telling = new(StringComparer.Ordinal)
    {
        "title", "layout", "permalink", "eleventyNavigation", "eleventyExcludeFromCollections", "eleventyComputed", "reviewDate", "updated", "aliases",
        "lang", "toc", "translationKey", "tags",
    };

    // A line with its place in the text.
    private sealed record Row(string Text, int Start, int Next)
    {
        public string Trimmed { get; } = TrimInvisible(Text);

        // Without quotation marks, bullets, bold type, cells, tags and marks of comments: what another program, or a hurried hand, put around it.
        public string Bare => field ??= BareOf(Text);
    }

    /// <summary>Finds it, or <see langword="null"/> where the file has none.</summary>
    /// <param name="text">A file without front matter that begins as it should.</param>
    public static MisfencedHeader? Find(string text)
    {
        // Most pages begin with a heading or a sentence, and hold no such line near their top.
        var rows = Rows(text, 0);
        return rows.Count == 0 ? null : AtTop(rows) ?? Dressed(rows, 1, mayBeDressed: true) ?? Further(text, rows, 1);
    }

    /// <summary>Finds what would hide a page, and stands below the front matter that was read.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="start">Where its body begins.</param>
    /// <param name="line">Line of the file on which that is, from 1.</param>
    public static MisfencedHeader? FindBelow(string text, int start, int line)
    {
        if (!text.AsSpan(start).ContainsAny(s_hints))
        {
            return null;
        }

        var rows = Rows(text, start);
        return rows.Count == 0 ? null : Dressed(rows, line, mayBeDressed: false) ?? Further(text, rows, line);
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
            Fence.Dashes => header.Known > 0 || (header.IsClosed && Key().IsMatch(rows[at + 1].Trimmed)),
            Fence.Yaml => header.Known > 0,
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
        return header.ToResult(rows, at + 1, 1, cause);
    }

    // The first lines of the text, up to the first that is neither a key nor decoration, where one of them would hide the page. Below front matter
    // that is as it should be, a quotation or code may show an example of one.
    private static MisfencedHeader? Dressed(List<Row> rows, int firstLine, bool mayBeDressed)
    {
        var (start, last, hides, tells, nearlyHides, hasHeading) = (-1, -1, false, false, false, false);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var data = new List<string>();
        for (var at = 0; at < rows.Count; at++)
        {
            var (trimmed, bare) = (rows[at].Trimmed, rows[at].Bare);
            if (start < 0 && !hasHeading && trimmed.StartsWith('#') && !HidingKeys.IsHidingLine(bare))
            {
                hasHeading = true;
                continue;
            }

            if (start < 0 && Comment(rows, at) is { } end && !Enumerable.Range(at, end - at + 1).Any(row => HidingKeys.IsHidingLine(rows[row].Bare)))
            {
                at = end;
                continue;
            }

            // Below a heading, or front matter, code and quotations are examples.
            var isExample = (hasHeading || !mayBeDressed) && IsExample(rows[at].Text);
            if (isExample || (!mayBeDressed && start >= 0 && trimmed.Length == 0))
            {
                break;
            }

            if (bare.Length == 0)
            {
                data.Add("");
                continue;
            }

            var isHiding = HidingKeys.IsHidingLine(bare);
            var key = isHiding ? null : Key().Match(bare);
            if (!(isHiding || key!.Success))
            {
                break;
            }

            if (start < 0)
            {
                start = at;
                data.Clear();
            }

            last = at;
            hides |= isHiding;
            tells |= key is { Success: true } && s_telling.Contains(key.Groups["key"].Value);
            nearlyHides |= HidingKeys.IsSynonym(bare);
            data.Add(keys.Add(key is { Success: true } ? key.Groups["key"].Value : bare) ? bare : "");
        }

        if (start < 0 || !(hides || (mayBeDressed && tells && nearlyHides)))
        {
            return null;
        }

        // What closes a comment, a list or a table belongs to it.
        var body = last + 1;
        while (body < rows.Count && rows[body].Trimmed.Length > 0 && rows[body].Bare.Length == 0)
        {
            body++;
        }

        return new MisfencedHeader(
            firstLine + start, mayBeDressed ? $"Ces lignes ({Wording.Quoted(rows[start].Trimmed)}…) semblent être l’en-tête de la page" : "Des lignes de l’en-tête sont sous la ligne « --- » qui le ferme",
            string.Join('\n', data.Take(last - start + 1).Select(static line => Assignment().Replace(line, "${key}: "))) + "\n", firstLine + start, body < rows.Count ? rows[body].Start : rows[^1].Next);
    }

    // Below other text nothing tells a header from an example of one; what would hide the page is enough.
    private static MisfencedHeader? Further(string text, List<Row> top, int firstLine)
    {
        if (!text.AsSpan(top[0].Start).ContainsAny(s_hints))
        {
            return null;
        }

        var (code, tries, number) = ((string?)null, 0, 0);
        for (var (start, next) = (top[0].Start, 0); start < text.Length && tries < MostHeaders; start = next, number++)
        {
            var end = text.IndexOf('\n', start);
            next = end < 0 ? text.Length : end + 1;
            var line = next - start > LongestLine ? "" : TrimInvisible(text[start..next]);
            if (code is not null || IsCodeFence(line))
            {
                code = code is null ? line[..3] : line.StartsWith(code, StringComparison.Ordinal) ? null : code;
            }
            else if (FenceKind(line) == Fence.Dashes)
            {
                var rows = Rows(text, next);
                tries++;
                if (rows.Count > 0 && Read(rows, 0, Fence.Dashes) is { IsClosed: true, Hides: true } header)
                {
                    return header.ToResult(rows, firstLine + number, firstLine + number + 1, number == 0 ? "Un deuxième en-tête suit le premier" : "Du texte précède l’en-tête");
                }
            }
        }

        return null;
    }

    private static bool IsCodeFence(string trimmed) => trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal);

    // Code, a quotation, a list, a table.
    private static bool IsExample(string line) => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t') || line.TrimStart().IndexOfAny(['>', '|', '`', '~', '*', '+', '-']) == 0;

    private static Header Read(List<Row> rows, int start, Fence fence)
    {
        while (fence != Fence.None && start < rows.Count && rows[start].Trimmed.Length == 0)
        {
            start++;
        }

        var header = new Header(start) { Body = start };
        var indent = start < rows.Count ? YamlLine.IndentOf(rows[start].Text) : 0;
        var last = start;
        int? pending = null;
        for (var at = start; at < rows.Count; at++)
        {
            var (text, trimmed) = (rows[at].Text, rows[at].Trimmed);
            var closing = FenceKind(trimmed);
            if (closing is not Fence.None && at > start && !(closing == Fence.Yaml && trimmed.Trim('`', '~').Length > 0))
            {
                header.IsClosed = true;
                header.Body = at + 1;
                last = at;
                pending = null;
                break;
            }

            if (Key().Match(trimmed) is { Success: true } key && YamlLine.IndentOf(text) <= indent)
            {
                header.Count(key.Groups["key"].Value, trimmed);
            }
            else if (trimmed.Length == 0 && fence is Fence.Dashes or Fence.Yaml)
            {
                // An empty line among the keys, where a line that closes them follows.
                pending ??= at;
                continue;
            }
            else if (!(trimmed.Length > 0 && at > start && (YamlLine.IndentOf(text) > indent || trimmed.StartsWith("- ", StringComparison.Ordinal)
                || (fence != Fence.None && trimmed[0] == '#'))))
            {
                break;
            }

            last = at + 1;
            header.Body = last;
        }

        // Of what no line closes, what stands behind an empty line is text.
        last = Math.Min(last, pending ?? last);
        header.Body = header.IsClosed ? header.Body : last;
        header.Indent = indent;
        header.End = last;
        return header;
    }

    private static List<Row> Rows(string text, int from)
    {
        var rows = new List<Row>();
        var start = from;
        while (start < Math.Min(text.Length, from + MostCharacters))
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            rows.Add(new Row(text[start..next].TrimEnd('\r', '\n'), start, next));
            start = next;

            // Nothing but a header is of interest, and it begins near the top.
            if (rows.Count == LastLine && !rows.Exists(static row => FenceKind(row.Trimmed) != Fence.None || Key().IsMatch(row.Trimmed) || HidingKeys.IsHidingLine(row.Bare)))
            {
                break;
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

    private static string BareOf(string line)
    {
        if (line.Length > LongestLine)
        {
            return TrimInvisible(line[..LongestLine]);
        }

        if (IsCodeFence(line.TrimStart('>', ' ', '\t')))
        {
            return "";
        }

        var text = Dress().Replace(line, "");
        var start = 0;
        while (start < text.Length && !(char.IsLetter(text[start]) || text[start] is '_' or '"' or '\''))
        {
            start++;
        }

        text = text[start..].TrimEnd(' ', '\t', '\r', '\u00A0', '|', '\\', '*', ',', ';');
        var cell = text.IndexOf('|', StringComparison.Ordinal);
        return cell < 0 ? text : $"{text[..cell].TrimEnd()}: {text[(cell + 1)..].TrimStart()}";
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

    [GeneratedRegex(@"^[""']?(?<key>[\p{L}_][\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]+){0,3}?)[""']?[\s]*(?:(?::{1,2}|\uFF1A)(?:\s|$)|=\s)")]
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
        private bool _hides;
        private bool _nearlyHides;

        public int Known { get; private set; }

        public int Telling { get; private set; }

        /// <summary>A line of it would hide the page, or would nearly.</summary>
        public bool Hides => _hides || (_nearlyHides && Telling > 0);

        public bool IsClosed { get; set; }

        public int Indent { get; set; }

        public int End { get; set; }

        public int Body { get; set; }

        public void Count(string key, string line)
        {
            // « Craft : … » may begin a sentence; « draft: … » does not.
            var isTelling = s_telling.Contains(key) || (HidingKeys.IsMeant(key) && (char.IsLower(key[0]) || HidingKeys.IsHidingLine(line)));
            var isHiding = HidingKeys.IsNearly(key);
            _hides |= HidingKeys.IsHidingLine(line);
            _nearlyHides |= isHiding || HidingKeys.IsSynonym(line);
            Telling += isTelling ? 1 : 0;
            Known += isTelling || isHiding || FrontMatterReader.Keys.Contains(key) ? 1 : 0;
        }

        public MisfencedHeader ToResult(List<Row> rows, int line, int firstLine, string cause)
        {
            var data = rows[start..(IsClosed ? End : Math.Max(start, End))]
                .Select(row => Assignment().Replace(row.Text.Length >= Indent ? row.Text[Math.Min(Indent, YamlLine.IndentOf(row.Text))..] : row.Text.Trim(), "${key}: "));
            return new MisfencedHeader(line, cause, string.Join('\n', data) + "\n", firstLine + start, Body < rows.Count ? rows[Body].Start : rows[^1].Next);
        }
    }

    // Tags, marks of comments, bold type and code.
    [GeneratedRegex(@"<!--|-->|</?[A-Za-z][^>]*>|\{\#|\#\}|\{%-?\s*(?:end)?comment\s*-?%\}|/\*|\*/|\*\*|__|`+")]
    private static partial Regex Dress();

    // TOML, which stands between lines of plus signs; and the two colons of some notebooks.
    [GeneratedRegex(@"^(?<key>[\p{L}_][\p{L}\p{N}_-]*) *(?:=|::) *")]
    private static partial Regex Assignment();
}
