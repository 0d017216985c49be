using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;
using PlansWeb.Pages;

namespace PlansWeb.Caching;

/// <summary>
/// The answers of one snapshot that left the output cache in this process, ready to be sent again. The output cache stays the store, which
/// replicas may share; this saves a request the whole pipeline, and a shared cache the question.
/// </summary>
internal sealed class ReadyPages(PageStore store, IOptions<CachingOptions> options)
{
    private readonly long _limit = options.Value.ReadyBytes;
    private volatile Table _table = new(Snapshot.Empty);

    /// <summary>The answer to a request; <see langword="null"/> where the pipeline has to find it.</summary>
    public ReadyPage? Find(HttpContext context)
    {
        var request = context.Request;
        var table = _table;
        return request.Method is "GET" or "HEAD"
            && table.Snapshot == store.Current
            && request.Variant() == PageVariant.Page
            && table.Pages.TryGetValue(new Key(Target(context), AcceptedCoding.Choose(request.Headers.AcceptEncoding)), out var page)
            && context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true } ? page : null;
    }

    /// <summary>Keeps an answer to the request. Only the spelling of the address that links have: others are as many as anyone likes.</summary>
    /// <returns>The key under which it is kept; <see langword="null"/> where it is not.</returns>
    public Key? Keep(HttpContext context, PageCacheState state, ReadyPage page)
    {
        var target = Target(context);
        if (state.Variant != PageVariant.Page || Address.Encode(context.Request.Path.Value!) != target)
        {
            return null;
        }

        var table = TableOf(context.Snapshot());
        var key = new Key(target, state.Coding);
        return table is not null && table.Add(key, page) ? key : null;
    }

    /// <summary>Puts better bytes in the place of those that are kept.</summary>
    public void Replace(Snapshot snapshot, Key key, ReadyPage page, ReadyPage better)
    {
        if (TableOf(snapshot) is { } table)
        {
            table.Pages.TryUpdate(key, better, page);
        }
    }

    /// <summary>The snapshot is the one whose pages are being sent.</summary>
    public bool IsCurrent(Snapshot snapshot) => snapshot == store.Current;

    // Pages of one snapshot never meet those of another. When the room is filled all leave: the output cache still has them.
    private Table? TableOf(Snapshot snapshot)
    {
        if (!IsCurrent(snapshot))
        {
            return null;
        }

        var table = _table;
        return table.Snapshot == snapshot && table.Bytes < _limit ? table : _table = new Table(snapshot);
    }

    private static string Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A host in memory, in tests, has no raw target.
        return raw.Length > 0 ? raw : context.Request.Path.ToUriComponent() + context.Request.QueryString.Value;
    }

    /// <summary>What tells one answer from another.</summary>
    /// <param name="Target">The address as it stands in the request.</param>
    /// <param name="Coding">The coding of the body.</param>
    internal readonly record struct Key(string Target, ContentCoding Coding);

    private sealed class Table(Snapshot snapshot)
    {
        private const int OverheadOfOne = 1024;

        private long _bytes;

        public Snapshot Snapshot { get; } = snapshot;

        public ConcurrentDictionary<Key, ReadyPage> Pages { get; } = new();

        public long Bytes => Interlocked.Read(ref _bytes);

        public bool Add(Key key, ReadyPage page)
        {
            if (!Pages.TryAdd(key, page))
            {
                return false;
            }

            Interlocked.Add(ref _bytes, page.Body.Length + OverheadOfOne);
            return true;
        }
    }
}
