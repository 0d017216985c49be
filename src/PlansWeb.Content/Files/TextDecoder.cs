using System.Globalization;
using System.Text;
using System.Text.Unicode;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Files;

/// <summary>
/// Turns the bytes of a text file into text. UTF-8 is the rule; what Windows programs write is read all the same and named, because
/// an editor who sees a page with broken accents, or none, cannot guess why.
/// </summary>
internal static class TextDecoder
{
    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Decodes a file. Never throws. A carriage return alone, which ends a line (CommonMark 0.31.2, section 2.1; YAML 1.2.2, section 5.4), becomes a
    /// line feed: everything that reads lines then counts the same ones.
    /// </summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var decoded = DecodeBytes(bytes);
        return HasLoneReturn(decoded.Text) ? decoded with { Text = decoded.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') } : decoded;
    }

    private static DecodedText DecodeBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return DecodeUtf16(bytes[2..], Encoding.Unicode);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return DecodeUtf16(bytes[2..], Encoding.BigEndianUnicode);
        }

        var mark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var content = bytes[mark..];
        var nul = content.IndexOf((byte)0);
        if (nul >= 0)
        {
            return Refused(nul + mark);
        }

        return Utf8.IsValid(content) ? new DecodedText(Encoding.UTF8.GetString(content), null) : DecodeInvalid(content, mark);
    }

    private static bool HasLoneReturn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('\r'); at >= 0; at = text.IndexOf('\r'))
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
            {
                return true;
            }

            text = text[(at + 2)..];
        }

        return false;
    }

    private static DecodedText DecodeUtf16(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        return nul < 0
            ? new DecodedText(text, Fault((1, 1), "Le fichier est encodé en UTF-16, et non en UTF-8\u00A0; il a pu être lu."))
            : Refused((nul * 2) + 2);
    }

    // A file of Windows-1252 has hardly two accents in a row that happen to be UTF-8; a UTF-8 file into which a line was pasted by an
    // old program has many valid sequences. The majority decides, so that the accents of the other kind are not broken.
    private static DecodedText DecodeInvalid(ReadOnlySpan<byte> content, int mark)
    {
        var text = new StringBuilder(content.Length);
        int valid = 0, invalid = 0, first = -1, firstChar = 0;
        for (var index = 0; index < content.Length;)
        {
            var status = Rune.DecodeFromUtf8(content[index..], out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done)
            {
                valid += length > 1 ? 1 : 0;
                text.Append(rune);
                index += length;
                continue;
            }

            if (first < 0)
            {
                (first, firstChar) = (index, text.Length);
            }

            invalid++;
            text.Append(s_windows1252.GetString(content.Slice(index, 1)));
            index++;
        }

        var isMixed = valid > invalid;
        var decoded = isMixed ? text.ToString() : s_windows1252.GetString(content);
        var offset = (first + mark).ToString(CultureInfo.InvariantCulture);
        return new DecodedText(decoded, Fault(TextPositions.Of(decoded, isMixed ? firstChar : first), isMixed
            ? $"Des caractères ne sont pas encodés en UTF-8 comme le reste du fichier (premier octet concerné\u00A0: {offset})\u00A0; vérifiez les accents."
            : $"Le fichier est encodé en Windows-1252, et non en UTF-8 (premier octet concerné\u00A0: {offset})\u00A0; il a pu être lu."));
    }

    private static DecodedText Refused(int offset) => new("", Fault(
        (0, 0),
        string.Create(CultureInfo.InvariantCulture, $"Le fichier contient des octets nuls (premier octet concerné\u00A0: {offset})\u00A0: ce n’est pas un fichier de texte, ou il est encodé en UTF-16 ou UTF-32. Il n’est pas lu.")), IsRefused: true);

    private static Diagnostic Fault((int Line, int Column) place, string message) => Diagnostic.Here(
        DiagnosticRules.Encoding, place.Line, place.Column, message, "Enregistrez le fichier en UTF-8 («\u00A0Enregistrer sous\u00A0», puis encodage «\u00A0UTF-8\u00A0»).");
}
