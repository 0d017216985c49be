using System.Threading.Channels;

namespace PlansWeb.Caching.Sharing;

/// <summary>Writes pages to the shared store behind the readers' backs: who renders a page does not wait until it is shared.</summary>
internal sealed class SharedWriter(SharedStore store) : BackgroundService
{
    private const int MostWaiting = 256;

    /// <summary>Bytes that may wait; what comes above is not shared. The arrays are the ones that the memory of this process keeps anyway.</summary>
    private const long MostBytesWaiting = 16 * 1024 * 1024;

    private readonly Channel<(string Key, SealedPage Page)> _waiting = Channel.CreateBounded<(string, SealedPage)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private long _bytes;

    /// <summary>Takes a page to write, unless too many wait already or the store is away.</summary>
    public void Offer(string key, SealedPage page)
    {
        if (!store.IsInUse)
        {
            return;
        }

        if (Interlocked.Add(ref _bytes, page.Value.Length) > MostBytesWaiting || !_waiting.Writer.TryWrite((key, page)))
        {
            Interlocked.Add(ref _bytes, -page.Value.Length);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (key, page) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            Interlocked.Add(ref _bytes, -page.Value.Length);
            await store.SetAsync(key, page);
        }
    }
}
