using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>
/// Mends what stands on one line: a value or a key that YAML takes for its own signs is put between quotes, as the writer meant text.
/// </summary>
internal static class YamlLineMender
{
    private const int LongestExample = 120;

    /// <summary>Mends the value, or else the key, of a line that the parser refused; <see langword="null"/> when both look right.</summary>
    /// <param name="text">The line.</param>
    /// <param name="kind">Why the parser refused it.</param>
    /// <param name="column">Where it stopped, from 1.</param>
    public static YamlMend? Mend(string text, YamlFaultKind kind, int column)
    {
        var line = YamlLine.Split(text);
        if (line.IsBlank)
        {
            return null;
        }

        return MendValue(line, kind, column) ?? MendKey(text, line);
    }

    /// <summary>Adds the space that is missing behind the colon of <c>title:Plans</c>.</summary>
    public static YamlMend? MendMissingSpace(string text)
    {
        var line = YamlLine.Split(text);
        var colon = line.HasKey ? -1 : BareColon(text, line.ContentStart);
        if (colon < 0)
        {
            return null;
        }

        var mended = text.Insert(colon + 1, " ");
        return new YamlMend(mended, colon + 1, "Il manque une espace après «\u00A0:\u00A0».", Write(mended));
    }

    /// <summary>Replaces what only looks like a space, before a key and on both sides of its colon, by spaces.</summary>
    /// <param name="text">The line.</param>
    /// <param name="column">The first one replaced, from 1; 0 when there is none.</param>
    public static string WithPlainSpaces(string text, out int column)
    {
        column = 0;
        char[]? mended = null;
        var atKey = true;
        for (var index = 0; index < text.Length; index++)
        {
            if (!Whitespace.IsInvisible(text[index]))
            {
                atKey &= text[index] is ' ' or '\t' or '-';
                continue;
            }

            if (atKey || IsBesideKeyColon(text, index))
            {
                mended ??= text.ToCharArray();
                mended[index] = ' ';
                column = column == 0 ? index + 1 : column;
            }
        }

        return mended is null ? text : new string(mended);
    }

    /// <summary>Index of a colon that directly follows a name and is directly followed by text, but not of an address; otherwise -1.</summary>
    public static int BareColon(string text, int start)
    {
        var index = start;
        while (index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '-'))
        {
            index++;
        }

        var isColon = index > start && index + 1 < text.Length && text[index] == ':';
        return isColon && text[index + 1] is not ('/' or ':') ? index : -1;
    }

    /// <summary>Puts text between the quotes of YAML that need the fewest escapes.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var value = text.ToString();
        if (value.Contains('"') && !value.Contains('\''))
        {
            return $"'{value}'";
        }

        return "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
    }

    // Only the first colon of a line is a key's.
    private static bool IsBesideKeyColon(string text, int index)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && (index == colon + 1 || (index < colon && text.AsSpan(index, colon - index).ContainsAnyExcept(" \u00A0\u202F") is false));
    }

    private static YamlMend? MendValue(YamlLine line, YamlFaultKind kind, int column)
    {
        var value = line.Value;
        if (value.IsEmpty || !(line.HasKey || line.IsItem))
        {
            return null;
        }

        return value[0] switch
        {
            '"' or '\'' => MendQuoted(line),
            '|' or '>' when IsBlockHeader(value) => null,
            '!' when value is ['!', '!', ..] && kind == YamlFaultKind.UnknownTag => null,
            // These begin a list, a map, a tag or an alias: wrong only where the parser stopped there or further on.
            '[' or '{' or '!' or '&' or '*' => column > line.ValueStart ? MendReserved(line) : null,
            '@' or '`' or '%' or '|' or '>' or ']' or '}' or ',' => MendReserved(line),
            '-' or '?' or ':' when value.Length == 1 || value[1] is ' ' or '\t' => MendReserved(line),
            _ => MendColon(line),
        };
    }

    private static YamlMend? MendQuoted(YamlLine line)
    {
        var value = line.Value;
        var quote = value[0];
        var close = YamlLine.ClosingQuote(value);
        var name = quote == '"' ? "Le guillemet" : "L’apostrophe";
        if (close < 0)
        {
            return Mended(line, value[1..], line.ValueStart, $"{name} droit{(quote == '"' ? "" : "e")} qui ouvre ce texte n’est jamais fermé{(quote == '"' ? "" : "e")}.");
        }

        var rest = value[(close + 1)..].TrimStart();
        if (rest is [] or ['#', ..])
        {
            return quote == '"' && value[..close].Contains('\\')
                ? Mended(line, value[1..close], line.ValueStart + value.IndexOf('\\'), "Entre guillemets droits, la barre «\u00A0\\\u00A0» annonce un caractère spécial, et celui-ci n’existe pas.")
                : null;
        }

        // 'l'eau': the writer closed with the last quote, YAML with the second. Otherwise the quotes belong to the text.
        var text = value[^1] == quote ? value[1..^1] : value;
        var message = quote == '\''
            ? "Ce texte entre apostrophes droites contient une apostrophe, qui le ferme trop tôt."
            : "Ce texte entre guillemets droits est fermé avant la fin de la ligne.";
        return Mended(line, text, line.ValueStart + close, message);
    }

    private static YamlMend MendReserved(YamlLine line)
    {
        var value = WithoutComment(line.Value);
        return Mended(line, value, line.ValueStart, $"La valeur commence par {Wording.Quoted(value[..1])}, un signe que YAML se réserve.");
    }

    private static YamlMend? MendColon(YamlLine line)
    {
        var value = WithoutComment(line.Value);
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] == ':' && (index + 1 == value.Length || value[index + 1] is ' ' or '\t'))
            {
                // Without a key before it, the colon makes a key of the text: nothing is wrong with that.
                return line.HasKey
                    ? Mended(line, value, line.ValueStart + index, "La valeur contient «\u00A0:\u00A0» suivi d’une espace, et YAML croit qu’une autre clé commence là.")
                    : null;
            }
        }

        return null;
    }

    private static YamlMend? MendKey(string text, YamlLine line)
    {
        if (!line.HasKey || line.Key is not ['@' or '`' or '%' or '!' or '&' or '*' or '[' or ']' or '{' or '}' or ',' or '|' or '>', ..])
        {
            return null;
        }

        var mended = string.Concat(text.AsSpan(0, line.ContentStart), Quote(line.Key), text.AsSpan(line.Colon));
        return new YamlMend(mended, line.ContentStart + 1, $"La clé commence par {Wording.Quoted(line.Key[..1])}, un signe que YAML se réserve.", Write(mended));
    }

    private static YamlMend Mended(YamlLine line, ReadOnlySpan<char> text, int index, string message)
    {
        var mended = string.Concat(line.BeforeValue, Quote(text));
        var shown = mended.Length <= LongestExample ? mended.AsSpan().TrimStart() : string.Concat(line.BeforeValue.TrimStart(), "\"…\"");
        return new YamlMend(mended, index + 1, message, $"Mettez le texte entre guillemets droits\u00A0: {shown}");
    }

    private static string Write(string mended) => $"Écrivez\u00A0: {mended.AsSpan().TrimStart()}";

    private static bool IsBlockHeader(ReadOnlySpan<char> value)
    {
        var rest = value[1..].TrimStart("+-123456789");
        return rest.IsEmpty || (rest[0] is ' ' or '\t' && rest.TrimStart() is [] or ['#', ..]);
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> value)
    {
        var comment = value.IndexOf(" #");
        return comment > 0 ? value[..comment].TrimEnd() : value;
    }
}
