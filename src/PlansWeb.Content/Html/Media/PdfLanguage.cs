using System.Text;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Reads the language that a PDF says it is in: <c>Lang</c> of its catalog (ISO 32000-2, 7.7.2), which a document that is accessible has.
/// Word and LibreOffice write the catalog as plain text; one that is compressed is not looked into, and the language is unknown.
/// </summary>
internal static partial class PdfLanguage
{
    private const int Window = 4096;

    /// <summary>The language, a BCP 47 tag; <see langword="null"/> where the file says none that can be read.</summary>
    /// <param name="stream">The file, which can seek.</param>
    public static string? Read(Stream stream)
    {
        // A PDF that was changed has a new catalog behind the old one.
        var at = LastCatalog(stream);
        if (at < 0)
        {
            return null;
        }

        var before = (int)Math.Min(at, Window);
        stream.Position = at - before;
        var bytes = new byte[before + Window];
        var text = Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        var start = Math.Max(0, text.LastIndexOf("obj", before, StringComparison.Ordinal));
        var end = text.IndexOf("endobj", before, StringComparison.Ordinal);
        var language = Lang().Match(text, start, (end < 0 ? text.Length : end) - start);
        return language.Success ? language.Groups["tag"].Value : null;
    }

    private static long LastCatalog(Stream stream)
    {
        var name = "/Catalog"u8;
        var buffer = new byte[64 * 1024];
        var (last, offset, kept) = (-1L, 0L, 0);
        stream.Position = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.LastIndexOf(name) is >= 0 and var at)
            {
                last = offset + at;
            }

            // The name may stand across two pieces.
            kept = Math.Min(bytes.Length, name.Length - 1);
            bytes[^kept..].CopyTo(buffer);
            offset += bytes.Length - kept;
        }

        return last;
    }

    [GeneratedRegex(@"/Lang\s*\((?<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\)")]
    private static partial Regex Lang();
}
