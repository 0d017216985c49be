using System.Threading.Channels;
using PlansWeb.Store;
using PlansWeb.Weight;

namespace PlansWeb.Caching;

/// <summary>
/// Compresses pages again at leisure, as small as they get: a tenth fewer bytes for fifty times the work, which no reader has to wait for.
/// One page at a time; when too many wait, the others stay as they are.
/// </summary>
internal sealed class PageCompressor(ReadyPages pages, SmallestPages smallest) : BackgroundService
{
    // Whole pages wait here: a few MiB.
    private const int MostWaiting = 512;

    // Of the bytes in haste. The same for all, so that replicas come to the same bytes, whatever they compressed before.
    private const double UsualGain = 0.9;

    private readonly Channel<Job> _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(MostWaiting)
    {
        FullMode = BoundedChannelFullMode.DropWrite,
        SingleReader = true,
    });

    /// <summary>Asks for fewer bytes of a page that is being sent.</summary>
    /// <param name="snapshot">The snapshot that the page is of.</param>
    /// <param name="key">Where the page is kept.</param>
    /// <param name="page">The page as it is kept.</param>
    /// <param name="source">What it was made from.</param>
    public void Add(Snapshot snapshot, ReadyPages.Key key, ReadyPage page, PageSource source) =>
        _waiting.Writer.TryWrite(new Job(snapshot, key, page, source));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (pages.IsCurrent(job.Snapshot))
            {
                Compress(job);
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
