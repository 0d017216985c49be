using System.Globalization;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>
/// Gives a plain scalar the type that js-yaml 3, the YAML of the old site's generator, gives it: its lib/js-yaml/type/*.js, where YAML 1.1
/// was narrowed (only true and false are booleans) and where a date is an instant in UTC.
/// </summary>
internal static class YamlScalars
{
    /// <summary>The value of a plain scalar: <see langword="null"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="DateTimeOffset"/> or the text.</summary>
    /// <param name="text">The scalar as written.</param>
    /// <param name="surprise">What the writer may not expect of the value.</param>
    public static object? Resolve(string text, out ScalarSurprise surprise)
    {
        surprise = ScalarSurprise.None;
        if (text.Length == 0)
        {
            return null;
        }

        switch (text[0])
        {
            case '~' or 'n' or 'N' when IsNull(text):
                return null;
            case 't' or 'T' or 'f' or 'F' when AsBoolean(text) is { } boolean:
                return boolean;
            case (>= '0' and <= '9') or '+' or '-' or '.':
                return AsNumber(text, out surprise) ?? YamlTimestamps.Read(text, out surprise) ?? text;
            default:
                return text;
        }
    }

    /// <summary>Whether the text is one of the five spellings of null.</summary>
    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The boolean that the text spells.</summary>
    public static bool? AsBoolean(string text) => text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>The number that the text spells: a <see cref="long"/>, a <see cref="double"/> or <see langword="null"/>.</summary>
    public static object? AsNumber(string text, out ScalarSurprise surprise) => AsInteger(text, out surprise) ?? AsFloat(text);

    /// <summary>The integer that the text spells; a <see cref="double"/> when 64 bits do not hold it, as in JavaScript.</summary>
    public static object? AsInteger(string text, out ScalarSurprise surprise)
    {
        surprise = ScalarSurprise.None;
        var digits = text.AsSpan();
        var negative = digits is ['-', ..];
        if (digits is ['-' or '+', ..])
        {
            digits = digits[1..];
        }

        // A number neither begins nor ends with the separator.
        if (digits is [] or ['_', ..] or [.., '_'])
        {
            return null;
        }

        switch (digits)
        {
            case ['0']:
                return 0L;
            case ['0', 'b', _, ..]:
                return InBase(digits[2..], 2, negative);
            case ['0', 'x', _, ..]:
                return InBase(digits[2..], 16, negative);
            case ['0', ..]:
                var octal = InBase(digits[1..], 8, negative);
                if (octal is long and (> 7 or < -7))
                {
                    surprise = ScalarSurprise.Octal;
                }

                return octal;
        }

        var colon = digits.IndexOf(':');
        if (colon < 0)
        {
            return InBase(digits, 10, negative);
        }

        var sexagesimal = InBase60(digits, colon, negative);
        surprise = sexagesimal is null ? ScalarSurprise.None : ScalarSurprise.Base60;
        return sexagesimal;
    }

    /// <summary>The floating-point number that the text spells.</summary>
    public static object? AsFloat(string text)
    {
        var body = text is ['-' or '+', ..] ? text.AsSpan(1) : text.AsSpan();
        switch (body)
        {
            case ".inf" or ".Inf" or ".INF":
                return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            case ".nan" or ".NaN" or ".NAN" when body.Length == text.Length:
                return double.NaN;
        }

        if (!IsFloat(body, signed: body.Length != text.Length))
        {
            return null;
        }

        var plain = text.Contains('_') ? text.Replace("_", "", StringComparison.Ordinal) : text;
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static object? InBase(ReadOnlySpan<char> digits, int radix, bool negative)
    {
        long exact = 0;
        double large = 0;
        var fits = true;
        var seen = false;
        foreach (var character in digits)
        {
            if (character == '_')
            {
                continue;
            }

            if (!char.IsAsciiHexDigit(character))
            {
                return null;
            }

            var digit = char.IsAsciiDigit(character) ? character - '0' : (character | 0x20) - 'a' + 10;
            if (digit >= radix)
            {
                return null;
            }

            seen = true;
            large = (large * radix) + digit;
            fits &= exact <= (long.MaxValue - digit) / radix;
            exact = fits ? (exact * radix) + digit : 0;
        }

        // Two statements: a conditional of a long and a double would be a double.
        if (fits)
        {
            return seen ? negative ? -exact : exact : null;
        }

        // Decimal digits by decimal digits would round at each step.
        if (radix == 10)
        {
            large = double.Parse(digits.ToString().Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return negative ? -large : large;
    }

    // [0-9][0-9_]*(:[0-5]?[0-9])+
    private static long? InBase60(ReadOnlySpan<char> digits, int colon, bool negative)
    {
        if (InBase(digits[..colon], 10, negative: false) is not long value)
        {
            return null;
        }

        var rest = digits[colon..];
        while (rest.Length > 0)
        {
            rest = rest[1..];
            var end = rest.IndexOf(':');
            var part = end < 0 ? rest : rest[..end];
            var valid = part.Length == 1 ? char.IsAsciiDigit(part[0]) : part.Length == 2 && part[0] is >= '0' and <= '5' && char.IsAsciiDigit(part[1]);
            if (!valid || value > long.MaxValue / 60 - 1)
            {
                return null;
            }

            value = (value * 60) + int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            rest = rest[part.Length..];
        }

        return negative ? -value : value;
    }

    // (0|[1-9][0-9_]*)(\.[0-9_]*)?([eE][-+]?[0-9]+)?  or, without a sign,  \.[0-9_]+([eE][-+]?[0-9]+)?
    private static bool IsFloat(ReadOnlySpan<char> text, bool signed)
    {
        if (text is [] or [.., '_'])
        {
            return false;
        }

        var index = 0;
        if (text[0] == '0')
        {
            index = 1;
        }
        else if (text[0] is >= '1' and <= '9')
        {
            index = Digits(text, 0);
        }
        else if (signed || text is not ['.', (>= '0' and <= '9') or '_', ..])
        {
            return false;
        }

        if (index < text.Length && text[index] == '.')
        {
            index = Digits(text, index + 1);
        }

        if (index < text.Length && text[index] is 'e' or 'E')
        {
            index++;
            if (index < text.Length && text[index] is '-' or '+')
            {
                index++;
            }

            var end = index;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            return end > index && end == text.Length;
        }

        return index == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && (char.IsAsciiDigit(text[index]) || text[index] == '_'))
        {
            index++;
        }

        return index;
    }
}
