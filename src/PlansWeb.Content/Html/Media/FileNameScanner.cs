using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Finds in a source the texts that may name an image or a document, in whatever form a source can write them: percent-encoded, with HTML entities,
/// with the escapes of Markdown, YAML and JSON, decomposed accents, and with a part that a template writes. Linear in the length of the source.
/// </summary>
internal static class FileNameScanner
{
    // A path of a few folders; file systems end a name at 255 bytes.
    private const int LongestText = 512;

    // A line of thousands of names: each text then begins where the one before ends, and all of them together are no longer than the source.
    private const int MostCharacters = 256 * 1024;

    private const int LongestExtension = 5;

    private static readonly SearchValues<char> s_valueStarts = SearchValues.Create("\r\n\t\"<>");

    private static readonly IReadOnlyList<string> s_none = [];

    private static readonly string s_unknown = FileReferences.Unknown.ToString();

    /// <summary>The texts that may name files.</summary>
    /// <param name="text">The source, front matter included.</param>
    /// <param name="data">Its data, parsed: YAML can write a text in many ways. <see langword="null"/> where there is none.</param>
    /// <param name="variable">The value of a variable such as <c>site.folder</c>, where it is known.</param>
    public static IReadOnlyList<string> Scan(string text, DataNode? data, Func<string, string?>? variable = null)
    {
        HashSet<string>? found = null;
        var characters = 0;
        ScanForms(text);
        foreach (var value in data is null ? [] : Values(data))
        {
            ScanForms(value);
        }

        return found is null ? s_none : [.. found];

        void ScanForms(string source)
        {
            if (!source.Contains('.', StringComparison.Ordinal) && !source.Contains('%', StringComparison.Ordinal) && !source.Contains('&', StringComparison.Ordinal))
            {
                return;
            }

            ScanNames(source);
            if (Decode(source) is { } decoded)
            {
                ScanNames(decoded);
            }

            if (source.Contains("{{", StringComparison.Ordinal) || source.Contains("{%", StringComparison.Ordinal))
            {
                var filled = Fill(source, variable);
                ScanNames(Decode(filled) ?? filled);
            }
        }

        void ScanNames(string source)
        {
            var last = 0;
            for (var dot = source.IndexOf('.'); dot >= 0; dot = source.IndexOf('.', dot + 1))
            {
                if (ExtensionEnd(source, dot) is not { } end)
                {
                    continue;
                }

                var first = Math.Max(characters > MostCharacters ? last : 0, dot - LongestText);
                var before = source.AsSpan(first, dot - first);
                var start = first + before.LastIndexOfAny(s_valueStarts) + 1;
                last = end;
                if (start < dot)
                {
                    var name = Address.Normalize(source[start..end].Trim());
                    if ((found ??= new(StringComparer.Ordinal)).Add(name))
                    {
                        characters += name.Length;
                    }
                }
            }
        }
    }

    /// <summary>All values of a data tree, as they are read.</summary>
    private static IEnumerable<string> Values(DataNode root)
    {
        var nodes = new Stack<DataNode>([root]);
        while (nodes.TryPop(out var node))
        {
            switch (node)
            {
                case DataScalar scalar:
                    yield return scalar.Text;
                    break;
                case DataList list:
                    foreach (var item in list.Items)
                    {
                        nodes.Push(item);
                    }

                    break;
                case DataMap map:
                    foreach (var (key, value) in map.Entries)
                    {
                        yield return key;
                        nodes.Push(value);
                    }

                    break;
            }
        }
    }

    // The end of an extension that may be served, where one begins at this dot and no further one follows: `x.pdf`, but `x.csv.zip` as a whole.
    private static int? ExtensionEnd(string source, int dot)
    {
        var end = dot + 1;
        while (end < source.Length && end - dot <= LongestExtension && char.IsAsciiLetterOrDigit(source[end]))
        {
            end++;
        }

        if (end == dot + 1)
        {
            // A template writes the extension.
            return end < source.Length && source[end] == FileReferences.Unknown ? end + 1 : null;
        }

        var isWord = end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] == '_' && end + 1 < source.Length && char.IsLetterOrDigit(source[end + 1]));
        return isWord || MediaTypes.Of(source[dot..end]) is null || (end < source.Length && source[end] == '.' && ExtensionEnd(source, end) is not null) ? null : end;
    }

    // What browsers, Markdown, YAML and JSON make of a text; null where they leave it as it is.
    private static string? Decode(string source)
    {
        var decoded = source.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(source) : source;
        decoded = decoded.Contains('\\', StringComparison.Ordinal) ? Unescape(decoded) : decoded;
        decoded = decoded.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(decoded) : decoded;
        return decoded == source ? null : decoded;
    }

    private static string Unescape(string source)
    {
        var unescaped = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\' || i + 1 == source.Length)
            {
                unescaped.Append(source[i]);
                continue;
            }

            var digits = source[i + 1] switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && i + 2 + digits <= source.Length
                && int.TryParse(source.AsSpan(i + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                unescaped.Append((char)code);
                i += 1 + digits;
            }
            else if (!char.IsAsciiLetterOrDigit(source[i + 1]) && source[i + 1] < 128)
            {
                unescaped.Append(source[++i]);
            }
            else
            {
                // The separator of folders on Windows.
                unescaped.Append('/');
            }
        }

        return unescaped.ToString();
    }

    // Writes what is known of the templates' output into the source, and a placeholder for the rest.
    private static string Fill(string source, Func<string, string?>? variable)
    {
        var filled = new StringBuilder(source.Length);
        var at = 0;
        while (at < source.Length)
        {
            var open = source.IndexOf('{', at);
            if (open < 0 || open + 1 == source.Length)
            {
                break;
            }

            var close = source[open + 1] switch { '{' => "}}", '%' => "%}", _ => null };
            if (close is null)
            {
                filled.Append(source, at, open + 1 - at);
                at = open + 1;
                continue;
            }

            var end = source.IndexOf(close, open + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            filled.Append(source, at, open - at);
            var name = source.AsSpan(open + 2, end - open - 2).Trim("- \t");
            filled.Append(close == "}}" ? variable?.Invoke(name.ToString()) ?? s_unknown : s_unknown);
            at = end + close.Length;
        }

        return filled.Append(source, at, source.Length - at).ToString();
    }
}
