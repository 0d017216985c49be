using System.Threading.Channels;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;
using PlansWeb.Pages.Weight;

namespace PlansWeb.Caching;

/// <summary>
/// Compresses pages again in the background, as small as they get: a tenth fewer bytes for fifty times the work, which no reader has to wait
/// for. One page at a time, and none while readers keep asking for pages that must be rendered: it yields the processor to them. When too many
/// wait, the others stay as they are.
/// </summary>
internal sealed class PageCompressor(ResponseCache cache, PageStore store, SecurityHeaders policy, TimeProvider clock, ILogger<PageCompressor> logger) : BackgroundService
{
    // Keys only: the bytes are those of the cache.
    private const int MostWaiting = 512;

    // A program that reads one page after the other pauses for less.
    private static readonly TimeSpan s_calm = TimeSpan.FromMilliseconds(50);

    private readonly Channel<ResponseKey> _waiting = Channel.CreateBounded<ResponseKey>(new BoundedChannelOptions(MostWaiting)
    {
        FullMode = BoundedChannelFullMode.DropWrite,
        SingleReader = true,
    });

    private long _lastAsked;

    /// <summary>Asks for fewer bytes of a response that is kept.</summary>
    public void Add(ResponseKey key)
    {
        Volatile.Write(ref _lastAsked, clock.GetTimestamp());
        _waiting.Writer.TryWrite(key);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var key in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            // Unless they never pause: then what waits has its turn once half of the room is taken.
            while (_waiting.Reader.Count < MostWaiting / 2 && clock.GetElapsedTime(Volatile.Read(ref _lastAsked)) < s_calm)
            {
                await Task.Delay(s_calm, clock, stoppingToken);
            }

            try
            {
                if (cache.Latest(key) is { IsSmallest: false, Source: { } source } response && response.Version == store.Current.Version)
                {
                    cache.Replace(key, response, Smallest(response, source));
                }
            }
            catch (Exception exception)
            {
                // The page stays as it is; the next ones have their turn.
                LogMessages.NotCompressed(logger, key.Path, exception);
            }
        }
    }

    private CachedResponse Smallest(CachedResponse response, ResponseSource source)
    {
        var page = PageWeigher.Unweighed(PageBytes.DecodeBrotli(response.Body), source.Marker, source.Length);
        var body = PageEncoder.EncodeSmallest(page, source.Around, response.Body.Length).ToArray();
        return response.With(response.ETagOf(body, policy.Hash), body);
    }
}
