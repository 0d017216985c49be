using System.Buffers;
using System.Globalization;
using System.Text;
using PlansWeb.Content.Plans.Exports;

namespace PlansWeb.Content.Markdown.Links;

/// <summary>
/// What markdown-it does to an address before it writes it: <c>normalizeLink</c> and <c>normalizeLinkText</c> (markdown-it <c>lib/index</c>,
/// mdurl <c>encode</c> and <c>decode</c>). Its <c>validateLink</c> refuses some schemes; here <see cref="Html.SafeAddress"/> names the
/// allowed ones, for Markdown and HTML alike.
/// </summary>
internal static class LinkAddress
{
    // mdurl's default set: these stay as they are, beside letters and digits.
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789;/?:@&=+$,-_.!~*'()#");

    private static readonly SearchValues<char> s_hostEnd = SearchValues.Create("/?#\\;<>\"` \r\n\t{}|^'");

    // A percent-encoded one of these stays encoded in a link's text: decoding it would change what the address means.
    private const string KeptEncoded = ";/?:@&=+$,#%";

    private static readonly string[] s_schemesWithHost = ["http:", "https:", "mailto:"];

    private static readonly IdnMapping s_idn = new() { AllowUnassigned = true };

    /// <summary>The address to write in <c>href</c> or <c>src</c>: host in ASCII, the rest percent-encoded, what is encoded already kept.</summary>
    public static string Normalize(string url) => Encode(MapHost(url, s_idn.GetAscii));

    /// <summary>The text to show for an address: host and percent-encoded letters readable.</summary>
    public static string NormalizeText(string url) => Decode(MapHost(url, s_idn.GetUnicode));

    private static string MapHost(string url, Func<string, string> map)
    {
        var start = HostStart(url);
        if (start < 0)
        {
            return url;
        }

        var length = url.AsSpan(start).IndexOfAny(s_hostEnd);
        var end = length < 0 ? url.Length : start + length;
        var at = url.LastIndexOf('@', Math.Max(start, end - 1), end - start);
        start = at < 0 ? start : at + 1;
        var port = url.AsSpan(start, end - start).IndexOf(':');
        end = port < 0 ? end : start + port;
        var host = url.AsSpan(start, end - start);
        if (host.IsEmpty || (Ascii.IsValid(host) && !host.Contains("xn--", StringComparison.OrdinalIgnoreCase)))
        {
            return url;
        }

        try
        {
            return string.Concat(url.AsSpan(0, start), map(host.ToString()), url.AsSpan(end));
        }
        catch (ArgumentException)
        {
            // No valid international name: markdown-it keeps it as it stands.
            return url;
        }
    }

    private static int HostStart(string url)
    {
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            return 2;
        }

        foreach (var scheme in s_schemesWithHost)
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return url.AsSpan(scheme.Length).StartsWith("//") ? scheme.Length + 2 : scheme.Length;
            }
        }

        return -1;
    }

    private static string Encode(string url)
    {
        var from = url.AsSpan().IndexOfAnyExcept(s_plain);
        if (from < 0)
        {
            return url;
        }

        var builder = new StringBuilder(url.Length + 16).Append(url, 0, from);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = from; i < url.Length;)
        {
            var c = url[i];
            if (s_plain.Contains(c) || (c == '%' && IsEncoded(url, i)))
            {
                builder.Append(c);
                i++;
                continue;
            }

            // A lone surrogate becomes U+FFFD, as in mdurl.
            Rune.DecodeFromUtf16(url.AsSpan(i), out var rune, out var consumed);
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                builder.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }

            i += consumed;
        }

        return builder.ToString();
    }

    private static bool IsEncoded(string url, int index) =>
        index + 2 < url.Length && char.IsAsciiHexDigit(url[index + 1]) && char.IsAsciiHexDigit(url[index + 2]);

    private static string Decode(string url)
    {
        var from = url.IndexOf('%', StringComparison.Ordinal);
        if (from < 0)
        {
            return url;
        }

        var builder = new StringBuilder(url.Length).Append(url, 0, from);
        var bytes = new List<byte>();
        for (var i = from; i < url.Length;)
        {
            if (url[i] != '%' || !IsEncoded(url, i))
            {
                builder.Append(url[i++]);
                continue;
            }

            bytes.Clear();
            var start = i;
            for (; i < url.Length && url[i] == '%' && IsEncoded(url, i); i += 3)
            {
                bytes.Add(Convert.ToByte(url.Substring(i + 1, 2), 16));
            }

            AppendDecoded(builder, [.. bytes], url.AsSpan(start, i - start));
        }

        return builder.ToString();
    }

    private static void AppendDecoded(StringBuilder builder, ReadOnlySpan<byte> bytes, ReadOnlySpan<char> source)
    {
        for (var i = 0; i < bytes.Length;)
        {
            Rune.DecodeFromUtf8(bytes[i..], out var rune, out var consumed);
            if (rune.IsAscii && KeptEncoded.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                builder.Append(source.Slice(i * 3, 3));
            }
            else
            {
                builder.Append(rune.ToString());
            }

            i += consumed;
        }
    }
}
