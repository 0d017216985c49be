using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace PlansWeb.Caching.Sharing;

/// <summary>
/// The pages that all replicas of one edition share. It is asked only while the circuit is closed, never waited for long, and never the cause
/// of an error: whatever it does, a page can be rendered here.
/// </summary>
/// <param name="connection">The connection; what it gives is ASP.NET Core's own store for Redis.</param>
/// <param name="circuit">Whether the store is used.</param>
/// <param name="clock">Measures the readers' patience.</param>
/// <param name="metrics">Counts what was no entry.</param>
/// <param name="options">The secret that authenticates entries.</param>
internal sealed class SharedStore(
    RedisConnection connection, Circuit circuit, TimeProvider clock, CacheMetrics metrics, IOptions<SharedCacheOptions> options)
{
    /// <summary>An entry larger than this stays in the memory of the process that rendered it, in bytes.</summary>
    internal const int LargestEntry = 4 * 1024 * 1024;

    /// <summary>A page takes some ten milliseconds to render: to wait longer for its copy is a loss.</summary>
    internal static readonly TimeSpan ReadersPatience = TimeSpan.FromMilliseconds(100);

    /// <summary>Nobody waits for these.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly byte[] _secret = options.Value.Secret()
        ?? throw new InvalidOperationException("The shared cache is not used without a secret.");

    /// <summary>The store may be asked now.</summary>
    public bool IsInUse => circuit.IsClosed;

    /// <summary>The page under a key.</summary>
    /// <returns><see langword="null"/> where there is none, where it is damaged or too old, and where the store does not answer.</returns>
    public async ValueTask<SealedPage?> GetAsync(string key)
    {
        var bytes = await Try(store => store.GetAsync(key, CancellationToken.None), ReadersPatience);
        if (bytes is null)
        {
            return null;
        }

        var page = bytes.Length <= LargestEntry ? SealedPage.Open(key, _secret, bytes) : null;
        if (page is null)
        {
            metrics.Damaged();
        }

        return page is not null && page.Until > clock.GetUtcNow() ? page : null;
    }

    /// <summary>Writes a page.</summary>
    public async Task SetAsync(string key, SealedPage page)
    {
        var validFor = page.Until - clock.GetUtcNow();
        var bytes = page.Seal(key, _secret);
        if (bytes.Length <= LargestEntry && validFor > TimeSpan.Zero)
        {
            await Try<object>(
                async store =>
                {
                    await store.SetAsync(key, bytes, page.Tags, validFor, CancellationToken.None);
                    return null;
                },
                s_patience);
        }
    }

    /// <summary>Removes the pages with a tag.</summary>
    public async Task EvictAsync(string tag) => await Try<object>(
        async store =>
        {
            await store.EvictByTagAsync(tag, CancellationToken.None);
            return null;
        },
        s_patience);

    // The library reports faults by many types, those of a broken server's answers among them: none may reach a reader.
    private async Task<T?> Try<T>(Func<IOutputCacheStore, ValueTask<T?>> act, TimeSpan patience)
        where T : class
    {
        if (!circuit.IsClosed || connection.Store is not { } store)
        {
            return null;
        }

        try
        {
            var result = await act(store).AsTask().WaitAsync(patience, clock);
            circuit.Succeeded();
            return result;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            circuit.Failed(Reason(exception));
            return null;
        }
    }

    /// <summary>A fault in a few words for the log: the library's own messages are long and may name servers.</summary>
    internal static string Reason(Exception exception) => exception switch
    {
        TimeoutException => "no answer in time",
        RedisConnectionException => "no connection",
        RedisServerException server => "it refuses: " + server.Message.Split(' ')[0],
        _ => exception.GetType().Name,
    };
}
