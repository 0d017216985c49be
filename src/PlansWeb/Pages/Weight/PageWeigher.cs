using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages.Weight;

/// <summary>
/// Writes into a page what a first visit of it weighs: the page as it is sent, style sheets, icon, images. The number stands in the page
/// that it counts, so it is found by trying: written, compressed, compared with the bytes, until it holds.
/// </summary>
/// <param name="assets">The sizes of the static files.</param>
internal sealed partial class PageWeigher(AssetSizes assets)
{
    /// <summary>
    /// What a layout writes where the weight belongs. The last one in the page is taken, so that content cannot take its place:
    /// the footer comes after it.
    /// </summary>
    public const string Marker = "<!--poids-->";

    // The number has one decimal: it changes at most when the sum is next to a rounding limit, and then either value is true to 0.1 kB.
    private const int MostAttempts = 4;

    // The number, the end of the footer and of the page: as many bytes as they take when they are compressed, within a few; and the most that is an end.
    private const int BytesOfAnEnd = 40;
    private const int LongestEnd = 1_000;

    // The first tag of the document.
    private const int MostBytesBeforeTheLanguage = 100;

    private const string AnyHost = "http://localhost";

    /// <summary>What a browser loads with a page, in bytes: each file once.</summary>
    /// <param name="page">The page, in UTF-8, as it was rendered.</param>
    /// <param name="path">Its address: addresses of images may be relative to it.</param>
    /// <param name="snapshot">Where images beside the content are found.</param>
    /// <param name="coding">Name of the coding, as in <c>Content-Encoding</c>.</param>
    public long Around(ReadOnlySpan<byte> page, string path, Snapshot snapshot, string coding) =>
        FindMarker(page) < 0 ? 0 : Rest(Encoding.UTF8.GetString(page), path, snapshot, coding);

    /// <summary>Weighs a page, writes the result into it, and encodes it.</summary>
    /// <param name="page">The page, in UTF-8, as it was rendered.</param>
    /// <param name="around">What is loaded with it, in bytes.</param>
    /// <param name="encode">Compresses a page.</param>
    /// <param name="guess">The bytes that it will come to, where that can be guessed: a good guess saves a try.</param>
    /// <returns>The bytes to send.</returns>
    public static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> page, long around, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> encode, int? guess = null)
    {
        using var language = Enter(page.Span);
        var marker = FindMarker(page.Span);
        var written = guess is null || marker < 0 ? "" : Formats.Size(guess.Value + around);
        var body = encode(written.Length > 0 ? Replace(page, marker, written) : page);
        for (var attempt = 0; marker >= 0 && attempt < MostAttempts; attempt++)
        {
            var weight = Formats.Size(body.Length + around);
            if (weight == written)
            {
                break;
            }

            written = weight;
            body = encode(Replace(page, marker, weight));
        }

        return body;
    }

    /// <summary>
    /// As <see cref="Encode"/>, for a compressor that can be given the page in two pieces: what stands before the number is compressed once.
    /// </summary>
    /// <param name="page">The page, in UTF-8, as it was rendered.</param>
    /// <param name="around">What is loaded with it, in bytes.</param>
    /// <param name="encode">Compresses a start, and the end that it gets for the bytes that the start came to.</param>
    /// <returns>The bytes to send; <see langword="null"/> where the number is not true after all, or none belongs into the page.</returns>
    public static ReadOnlyMemory<byte>? EncodeInTwo(
        ReadOnlyMemory<byte> page, long around, Func<ReadOnlyMemory<byte>, Func<int, ReadOnlyMemory<byte>>, ReadOnlyMemory<byte>> encode)
    {
        using var language = Enter(page.Span);
        var marker = FindMarker(page.Span);
        if (marker < 0 || page.Length - marker > LongestEnd)
        {
            return null;
        }

        var written = "";
        var body = encode(page[..marker], start =>
        {
            written = Formats.Size(start + around + BytesOfAnEnd);
            return Replace(page[marker..], 0, written);
        });

        // Not « : null »: an empty array would come of it, and an empty page.
        return Formats.Size(body.Length + around) == written ? body : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>Where the weight belongs, in bytes from the page's start; negative where the page has no place for it.</summary>
    public static int FindMarker(ReadOnlySpan<byte> page) => page.LastIndexOf(Encoding.UTF8.GetBytes(Marker));

    /// <summary>A page as it was before its weight was written into it.</summary>
    /// <param name="page">The page with its weight.</param>
    /// <param name="marker">What <see cref="FindMarker"/> said before.</param>
    /// <param name="length">Bytes of the page before.</param>
    public static ReadOnlyMemory<byte> Unweighed(ReadOnlyMemory<byte> page, int marker, int length) => marker < 0
        ? page
        : (byte[])[.. page.Span[..marker], .. Encoding.UTF8.GetBytes(Marker), .. page.Span[(marker + page.Length - length + Marker.Length)..]];

    // The number is in the page's language, also where the page is weighed in the background.
    private static InterfaceLanguage.Scope Enter(ReadOnlySpan<byte> page)
    {
        var start = page[..Math.Min(page.Length, MostBytesBeforeTheLanguage)];
        var from = start.IndexOf("<html lang=\""u8);
        var lang = from < 0 ? default : start[(from + "<html lang=\"".Length)..];
        var end = lang.IndexOf((byte)'"');
        return InterfaceLanguage.Enter(end < 0 ? InterfaceLanguage.Tag : Encoding.UTF8.GetString(lang[..end]));
    }

    private static byte[] Replace(ReadOnlyMemory<byte> page, int marker, string weight) =>
        [.. page.Span[..marker], .. Encoding.UTF8.GetBytes(weight), .. page.Span[(marker + Marker.Length)..]];

    // Everything that a browser loads with the page, each file once.
    private long Rest(string html, string path, Snapshot snapshot, string coding)
    {
        var page = Uri.TryCreate(AnyHost + Address.Encode(path), UriKind.Absolute, out var own) ? own : new Uri(AnyHost);
        var files = Loaded().Matches(html)
            .Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value))
            .Select(url => Uri.TryCreate(page, url, out var address) && address.Host == page.Host ? Uri.UnescapeDataString(address.AbsolutePath) : null)
            .OfType<string>().Distinct();
        return assets.Fonts + files.Sum(file => assets.Of(file, coding) ?? snapshot.FindFile(Address.Normalize(file))?.Length ?? 0);
    }

    [GeneratedRegex("""<(?:link rel="(?:stylesheet|icon)" href|img\b[^>]*?\ssrc)="(?<url>[^"]+)""")]
    private static partial Regex Loaded();
}
