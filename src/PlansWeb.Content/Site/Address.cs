using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Site;

/// <summary>Encodes addresses for links, and brings decoded ones to one Unicode form.</summary>
internal static class Address
{
    /// <summary>Where Eleventy sites write their own page for unknown addresses.</summary>
    public const string NotFoundPage = "/404.html";

    private const string Unencoded = "-._~!$&'()*+,;=:@/";

    /// <summary>Percent-encodes a decoded path: all but the characters that RFC 3986, section 3.3, allows in one.</summary>
    public static string Encode(string url) => url.AsSpan().ContainsAnyExcept(s_safeCharacters) ? Encode(url, isReference: false) : url;

    /// <summary>
    /// Percent-encodes an address that an editor wrote, with its query and its fragment; what is encoded already stays as it is.
    /// </summary>
    public static string EncodeReference(string reference) =>
        reference.AsSpan().ContainsAnyExcept(s_safeCharacters) ? Encode(Normalize(reference), isReference: true) : reference;

    private static string Encode(string text, bool isReference)
    {
        var encoded = new StringBuilder(text.Length + 16);
        var bytes = Encoding.UTF8.GetBytes(text);
        var hasFragment = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = (char)bytes[i];
            var isDelimiter = isReference && (c == '?' || (c == '#' && !hasFragment) || (c == '%' && IsEscape(bytes.AsSpan(i))));
            hasFragment |= isDelimiter && c == '#';
            if (isDelimiter || char.IsAsciiLetterOrDigit(c) || Unencoded.Contains(c, StringComparison.Ordinal))
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 2 && char.IsAsciiHexDigit((char)bytes[1]) && char.IsAsciiHexDigit((char)bytes[2]);

    /// <summary>Composes accents (Unicode NFC): one page has one address, however a system writes its file names.</summary>
    public static string Normalize(string url)
    {
        if (Ascii.IsValid(url))
        {
            return url;
        }

        try
        {
            return url.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Lone surrogates: no page can have such an address, so any answer but an exception will do.
            return url;
        }
    }

    private static readonly System.Buffers.SearchValues<char> s_safeCharacters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + Unencoded);
}
