using PlansWeb.Pages;

namespace PlansWeb.Caching;

/// <summary>What the parts of the cache tell each other about one request.</summary>
/// <param name="coding">The coding that the answer is sent in.</param>
/// <param name="variant">What is asked for at the address.</param>
/// <param name="isKept">The answer may be kept for other requests.</param>
/// <param name="query">What the query asks for, from a closed list; empty for the page itself.</param>
internal sealed class PageCacheState(ContentCoding coding, PageVariant variant, bool isKept, string query)
{
    private static readonly object s_key = new();

    /// <summary>The coding that the answer is sent in.</summary>
    public ContentCoding Coding { get; } = coding;

    /// <summary>What is asked for at the address.</summary>
    public PageVariant Variant { get; } = variant;

    /// <summary>
    /// The answer may be kept. <see langword="false"/> for pages that depend on more than their address and the content: a search is compressed
    /// and validated as any page, but what a stranger asks for must make no entry, and no answer to another's question.
    /// </summary>
    public bool IsKept { get; } = isKept;

    /// <summary>What the query asks for, from a closed list; empty for the page itself.</summary>
    public string Query { get; } = query;

    /// <summary>The policy found an entry, and the answer comes out of the cache.</summary>
    public bool IsHit { get; set; }

    /// <summary>A whole, good page was rendered. The status in the answer is no proof: a client that has the page already gets 304.</summary>
    public bool IsWhole { get; set; }

    /// <summary>What the answer was compressed from in haste; <see langword="null"/> where it cannot get smaller.</summary>
    public PageSource? Hasty { get; set; }

    /// <summary>Attaches the state to its request.</summary>
    public void Attach(HttpContext context) => context.Items[s_key] = this;

    /// <summary>The state of a request for a page; <see langword="null"/> for all other requests.</summary>
    public static PageCacheState? Of(HttpContext context) => context.Items.TryGetValue(s_key, out var state) ? (PageCacheState)state! : null;
}
