using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;

namespace PlansWeb.Pages;

/// <summary>
/// What can be asked for at the address of a page. A closed list: the cache keeps one entry for each, whatever else the request says.
/// </summary>
internal enum PageVariant
{
    /// <summary>The page.</summary>
    Page,

    /// <summary>Its Markdown: <c>Accept: text/markdown</c>.</summary>
    Markdown,

    /// <summary>The page and all below it as one document: <c>?vue=complete</c>.</summary>
    WholeBranch,

    /// <summary>What changed on it: <c>?vue=historique</c>.</summary>
    History,
}

/// <summary>Reads from a request which variant of a page it asks for: one reading, for those who render and for those who cache.</summary>
internal static class PageVariants
{
    /// <summary>The media type of Markdown (RFC 7763).</summary>
    public const string MarkdownType = "text/markdown";

    /// <summary>The query string that asks for a whole branch.</summary>
    public const string WholeBranchQuery = "?vue=complete";

    /// <summary>The query string that asks for what changed.</summary>
    public const string HistoryQuery = "?vue=historique";

    private const string HtmlType = "text/html";

    /// <summary>The variant that the request asks for.</summary>
    public static PageVariant Variant(this HttpRequest request)
    {
        if (PrefersMarkdown(request.Headers.Accept))
        {
            return PageVariant.Markdown;
        }

        // Only these very values: another would be another cache entry for the same page.
        return !request.QueryString.HasValue ? PageVariant.Page : request.Query["vue"] switch
        {
            ["complete"] => PageVariant.WholeBranch,
            ["historique"] => PageVariant.History,
            _ => PageVariant.Page,
        };
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

/// <summary>
/// Metadata of an endpoint whose answer depends on its query. A closed list of queries may be kept by the cache; what anyone may ask for beyond it is
/// computed each time, within the limit of searches.
/// </summary>
internal interface IQueryVariants
{
    /// <summary>
    /// The name of what the query asks for, from a closed list: the same for all spellings of one question, empty for the page itself.
    /// <see langword="null"/> where the answer must not be kept.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The request has no snapshot yet.</exception>
    string? Of(HttpContext context);
}

/// <summary>Asks the endpoint of a request.</summary>
internal static class QueryVariants
{
    /// <summary>What the query asks for; empty where the endpoint does not look at it, <see langword="null"/> where the answer must not be kept.</summary>
    public static string? QueryVariant(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IQueryVariants>() is { } variants ? variants.Of(context) : "";
}
