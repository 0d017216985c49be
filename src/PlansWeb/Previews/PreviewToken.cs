using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlansWeb.Previews;

/// <summary>
/// What a preview link carries: an address, the instant until which it holds, and a signature over both. There is no session and nothing is
/// stored: whoever has the link may see that page and the branch below it until then.
/// </summary>
/// <param name="Root">The address that the link was made for, decoded.</param>
/// <param name="Until">The instant at which the link ends, whole seconds.</param>
internal sealed record PreviewToken(string Root, DateTimeOffset Until)
{
    /// <summary>The name of the token in a query.</summary>
    public const string QueryKey = "apercu";

    // In characters. No address of a page needs more, and the token stands in every link of a preview.
    private const int LongestToken = 2048;

    /// <summary>The token as text for a query: address, seconds since 1970 and HMAC-SHA256 (RFC 2104), joined by dots, in base64url.</summary>
    public string Sign(byte[] key)
    {
        var text = Text();
        return $"{text}.{Base64Url.EncodeToString(Signature(key, text))}";
    }

    /// <summary>Reads a token that this key signed and that still holds.</summary>
    /// <returns><see langword="null"/> for anything else; how long it takes does not tell how much of the signature was right.</returns>
    public static PreviewToken? Read(string? token, byte[] key, DateTimeOffset now)
    {
        if (token is null || token.Length > LongestToken || token.Split('.') is not [var root, var until, var signature])
        {
            return null;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != Base64Url.GetEncodedLength(given.Length)
            || !Base64Url.IsValid(signature) || !Base64Url.IsValid(root)
            || !Base64Url.TryDecodeFromChars(signature, given, out _)
            || !CryptographicOperations.FixedTimeEquals(given, Signature(key, $"{root}.{until}"))
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        var end = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return now < end ? new PreviewToken(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(root)), end) : null;
    }

    private string Text() =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Root))}.{Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";

    private static byte[] Signature(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text));
}
