using System.Threading.Channels;
using PlansWeb.Content.Site;
using PlansWeb.Pages.Weight;

namespace PlansWeb.Caching;

/// <summary>
/// Compresses pages again at leisure, as small as they get: a tenth fewer bytes for fifty times the work, which no reader has to wait for.
/// One page at a time, and none while readers keep asking for pages that must be rendered: theirs is the processor. When too many wait, the
/// others stay as they are.
/// </summary>
internal sealed class PageCompressor(ReadyPages pages, SmallestPages smallest, TimeProvider clock, ILogger<PageCompressor> logger) : BackgroundService
{
    // Whole pages wait here: a few MiB.
    private const int MostWaiting = 512;

    // Of the bytes in haste. The same for all, so that replicas come to the same bytes, whatever they compressed before.
    private const double UsualGain = 0.9;

    // A program that reads one page after the other pauses for less.
    private static readonly TimeSpan s_calm = TimeSpan.FromMilliseconds(50);

    private readonly Channel<Job> _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(MostWaiting)
    {
        FullMode = BoundedChannelFullMode.DropWrite,
        SingleReader = true,
    });

    private long _lastAsked;

    /// <summary>Asks for fewer bytes of a page that is being sent.</summary>
    /// <param name="snapshot">The snapshot that the page is of.</param>
    /// <param name="key">Where the page is kept.</param>
    /// <param name="page">The page as it is kept.</param>
    /// <param name="source">What it was made from.</param>
    public void Add(Snapshot snapshot, ReadyPages.Key key, ReadyPage page, PageSource source)
    {
        Volatile.Write(ref _lastAsked, clock.GetTimestamp());
        _waiting.Writer.TryWrite(new Job(snapshot, key, page, source));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            // Unless they never pause: then what waits has its turn once half of the room is taken.
            while (_waiting.Reader.Count < MostWaiting / 2 && clock.GetElapsedTime(Volatile.Read(ref _lastAsked)) < s_calm)
            {
                await Task.Delay(s_calm, clock, stoppingToken);
            }

            try
            {
                if (pages.IsCurrent(job.Snapshot))
                {
                    Compress(job);
                }
            }
            catch (Exception exception)
            {
                // The page stays as it is; the next ones have their turn.
                LogMessages.NotCompressed(logger, job.Key.Target, exception);
            }
        }
    }

    private void Compress(Job job)
    {
        var guess = (int)(job.Page.Body.Length * UsualGain);
        var body = PageWeigher.Encode(job.Source.Html, job.Source.Around, static bytes => PageBytes.Brotli(bytes, PageBytes.BestQuality), guess).ToArray();
        smallest.Add(job.Source, body);
        pages.Replace(job.Snapshot, job.Key, job.Page, job.Page.With(PageBytes.ETag(body), body));
    }

    private sealed record Job(Snapshot Snapshot, ReadyPages.Key Key, ReadyPage Page, PageSource Source);
}
