using Microsoft.Extensions.Primitives;

namespace PlansWeb.Caching;

/// <summary>The codings that a page is sent in (RFC 9110, section 8.4.1).</summary>
internal enum ContentCoding
{
    /// <summary>As it is.</summary>
    Identity,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>Brotli.</summary>
    Brotli,
}

/// <summary>
/// Brings any <c>Accept-Encoding</c> to one of three values, so that no header a client invents makes a cache entry of its own.
/// </summary>
internal static class AcceptedCoding
{
    /// <summary>
    /// The best coding that the client accepts: br, then gzip, then none (RFC 9110, section 12.5.3). A coding with <c>q=0</c> is refused;
    /// other weights do not matter: brotli is the smallest whatever the client prefers among those it takes.
    /// </summary>
    public static ContentCoding Choose(StringValues acceptEncoding)
    {
        bool? brotli = null, gzip = null, any = null;
        foreach (var line in acceptEncoding)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan()[range];
                var semicolon = item.IndexOf(';');
                var name = (semicolon < 0 ? item : item[..semicolon]).Trim();
                var accepted = semicolon < 0 || !IsZeroWeight(item[(semicolon + 1)..]);
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    brotli = accepted;
                }
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                {
                    gzip = accepted;
                }
                else if (name is "*")
                {
                    any = accepted;
                }
            }
        }

        return (brotli ?? any ?? false, gzip ?? any ?? false) switch
        {
            (true, _) => ContentCoding.Brotli,
            (_, true) => ContentCoding.Gzip,
            _ => ContentCoding.Identity,
        };
    }

    /// <summary>The coding's name in <c>Content-Encoding</c>.</summary>
    public static string Name(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => "identity",
    };

    // q=0, q=0., q=0.0 to q=0.000
    private static bool IsZeroWeight(ReadOnlySpan<char> parameters)
    {
        var text = parameters.Trim();
        if (!text.StartsWith("q", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var equals = text.IndexOf('=');
        var value = equals < 0 ? default : text[(equals + 1)..].Trim();
        return value.Length > 0 && value[0] == '0' && !value[1..].ContainsAnyExcept('.', '0');
    }
}
