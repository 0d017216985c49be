using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Names with accents, such as <c>{{ année }}</c>. liquidjs takes them; Fluid takes ASCII alone and is given <c>ann_x00e9_e</c>.
/// </summary>
internal static partial class Identifiers
{
    /// <summary>An expression or tag as Fluid can read it. What stands between quotes stays.</summary>
    public static string Encode(string expression)
    {
        if (!expression.AsSpan().ContainsAnyExceptInRange('\0', '\x7f'))
        {
            return expression;
        }

        var encoded = new StringBuilder(expression.Length + 16);
        var quote = '\0';
        foreach (var c in expression)
        {
            if (quote == '\0' && c > '\x7f' && (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:x4}_");
                continue;
            }

            quote = quote == '\0' && c is '"' or '\'' ? c : c == quote ? '\0' : quote;
            encoded.Append(c);
        }

        return encoded.ToString();
    }

    /// <summary>The name as it was written.</summary>
    public static string Decode(string name) => name.Contains("_x", StringComparison.Ordinal)
        ? Code().Replace(name, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : name;

    [GeneratedRegex("_x([0-9a-f]{4})_")]
    private static partial Regex Code();
}
