using System.Text;

namespace PlansWeb.Store;

/// <summary>Encodes addresses for links, and brings decoded ones to one Unicode form.</summary>
internal static class Address
{
    /// <summary>Where Eleventy sites write their own page for unknown addresses.</summary>
    public const string NotFoundPage = "/404.html";

    private const string Unencoded = "-._~!$&'()*+,;=:@/";

    /// <summary>Percent-encodes a decoded path: all but the characters that RFC 3986, section 3.3, allows in one.</summary>
    public static string Encode(string url)
    {
        if (url.AsSpan().ContainsAnyExcept(SafeCharacters))
        {
            var encoded = new StringBuilder(url.Length + 16);
            foreach (var b in Encoding.UTF8.GetBytes(url))
            {
                if (char.IsAsciiLetterOrDigit((char)b) || Unencoded.Contains((char)b, StringComparison.Ordinal))
                {
                    encoded.Append((char)b);
                }
                else
                {
                    encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                }
            }

            return encoded.ToString();
        }

        return url;
    }

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

    private static readonly System.Buffers.SearchValues<char> SafeCharacters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + Unencoded);
}
