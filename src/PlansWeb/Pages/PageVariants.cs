using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;

namespace PlansWeb.Pages;

/// <summary>Reads from a request which variant of a page it asks for: one reading, for those who render and for those who cache.</summary>
internal static class PageVariants
{
    /// <summary>The media type of Markdown (RFC 7763).</summary>
    public const string MarkdownType = "text/markdown";

    /// <summary>The query string that asks for a whole branch.</summary>
    public const string WholeBranchQuery = "?vue=complete";

    private const string HtmlType = "text/html";

    /// <summary>The variant that the request asks for.</summary>
    public static PageVariant Variant(this HttpRequest request)
    {
        if (PrefersMarkdown(request.Headers.Accept))
        {
            return PageVariant.Markdown;
        }

        // Only this very value: another would be another cache entry for the same page.
        return request.QueryString.HasValue && request.Query["vue"] is ["complete"] ? PageVariant.WholeBranch : PageVariant.Page;
    }

    // Markdown is only for those who name it, and do not like HTML better (RFC 9110, section 12.5.1): browsers never do.
    private static bool PrefersMarkdown(StringValues accept)
    {
        var ranges = accept.ToString();
        if (!ranges.Contains(MarkdownType, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var markdown = Quality(ranges, MarkdownType);
        return markdown > 0 && markdown >= Quality(ranges, HtmlType);
    }

    private static double Quality(string ranges, string type)
    {
        foreach (var range in ranges.Split(','))
        {
            if (range.Contains(type, StringComparison.OrdinalIgnoreCase)
                && MediaTypeWithQualityHeaderValue.TryParse(range, out var value)
                && string.Equals(value.MediaType, type, StringComparison.OrdinalIgnoreCase))
            {
                return value.Quality ?? 1;
            }
        }

        return 0;
    }
}
