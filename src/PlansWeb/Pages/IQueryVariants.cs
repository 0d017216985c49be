namespace PlansWeb.Pages;

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
