namespace PlansWeb.Content.Html;

/// <summary>Decides on addresses as browsers read them (WHATWG URL Standard, « URL parsing »), not as they look.</summary>
internal static class SafeAddress
{
    /// <summary>A link's address: of this site, or one of <c>http</c>, <c>https</c>, <c>mailto</c> and <c>tel</c>. Everything else is refused.</summary>
    public static bool IsAllowed(string address) => Scheme(address) is null or "http" or "https" or "mailto" or "tel";

    /// <summary>An address that leads to the same place from every page: of this site from its root, or of one of the schemes of links.</summary>
    public static bool IsFixed(string address) => address.StartsWith('/') || (Scheme(address) is not null && IsAllowed(address));

    /// <summary>The address may stand in a link, or in an image.</summary>
    public static bool IsAllowed(string address, bool isImage) => isImage ? IsAllowedImage(address) : IsAllowed(address);

    /// <summary>An address for an image: of this site, of the web, or an image of dots in the page itself.</summary>
    public static bool IsAllowedImage(string address)
    {
        if (Scheme(address) is not "data")
        {
            return Scheme(address) is null or "http" or "https";
        }

        var text = Cleaned(address);
        return text.StartsWith("data:image/png;base64,", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("data:image/jpeg;base64,", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("data:image/gif;base64,", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("data:image/webp;base64,", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An address of this site: a path, a query or a fragment.</summary>
    public static bool IsOwn(string address)
    {
        var text = Cleaned(address);
        return Scheme(address) is null && !(text.Length > 1 && text[0] is '/' or '\\' && text[1] is '/' or '\\');
    }

    /// <summary>An address that only opens on the writer's own computer: a file, a drive (<c>C:\…</c>), a page of the browser or of its extensions.</summary>
    public static bool IsLocal(string address) =>
        Scheme(address) is { } scheme && (scheme is "file" or "blob" or "about" || scheme.Length == 1 || scheme.EndsWith("-extension", StringComparison.Ordinal));

    /// <summary>A list of images for <c>srcset</c>; lists with a comma inside an address are not told apart, and refused where that matters.</summary>
    public static bool IsAllowedImageList(string list)
    {
        foreach (var candidate in list.Split([',', ' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries))
        {
            // Each piece is an address or a descriptor such as 2x: whatever a browser may take for an address must be allowed as one.
            if (Scheme(candidate) is not (null or "http" or "https"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The scheme in lower case; <see langword="null"/> for a relative address.</summary>
    public static string? Scheme(string address)
    {
        var text = Cleaned(address);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':')
            {
                return i == 0 ? null : text[..i].ToLowerInvariant();
            }

            if (!(char.IsAsciiLetter(text[i]) || (i > 0 && (char.IsAsciiDigit(text[i]) || text[i] is '+' or '-' or '.'))))
            {
                return null;
            }
        }

        return null;
    }

    // A browser drops controls and spaces around an address, and tabs and line ends inside.
    private static string Cleaned(string address)
    {
        var start = 0;
        var end = address.Length;
        while (start < end && address[start] <= ' ')
        {
            start++;
        }

        while (end > start && address[end - 1] <= ' ')
        {
            end--;
        }

        var text = address[start..end];
        return text.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? text : string.Concat(text.Split('\t', '\n', '\r'));
    }
}
