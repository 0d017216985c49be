using System.Security.Cryptography;
using System.Threading.Channels;
using PlansWeb.Content.Site;

namespace PlansWeb.Images;

/// <summary>
/// Makes the smaller versions in the background whenever the content changed: one at a time, and at most half of one processor's time.
/// Nobody waits for it: until a version is there, and where it cannot be made, the image itself is served.
/// </summary>
internal sealed class ImageQueue(PageStore store, ImageFolder folder, ConvertImage convert, TimeProvider clock, ILogger<ImageQueue> logger) : BackgroundService
{
    private readonly Channel<byte> _changes = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // Until the next start: trying again gives the same.
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private HashSet<string> _before = [];

    // The images of the snapshot before that the current one does not have, by hash.
    private volatile Dictionary<string, ContentFile> _replaced = [];
    private bool _isUnusable;
    private long _asked = 1;
    private long _answered;

    /// <summary>Raised after each round of work.</summary>
    public event Action? Rested;

    /// <summary>All that was published until now is done.</summary>
    public bool IsIdle => Interlocked.Read(ref _answered) == Interlocked.Read(ref _asked);

    /// <summary>
    /// The image as it was before the last change, by the hash of its bytes: a reader may still have a page that names its smaller versions. An image
    /// that is not public any more at its address is none.
    /// </summary>
    /// <param name="hash">The hash.</param>
    /// <param name="snapshot">What readers see now.</param>
    public ContentFile? FindReplaced(string hash, Snapshot snapshot) =>
        _replaced.GetValueOrDefault(hash) is { } image && snapshot.FindFile(image.Url) is not null ? image : null;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        store.Replaced += OnReplaced;
        _changes.Writer.TryWrite(0);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        store.Replaced -= OnReplaced;
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync(stoppingToken))
        {
            var asked = Interlocked.Read(ref _asked);
            try
            {
                await Work(stoppingToken);
                _isUnusable = false;
            }
            catch (Exception exception) when (IsLibraryMissing(exception))
            {
                LogMessages.ImageLibraryMissing(logger, exception);
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A read-only system without a folder for temporary files, a full disk: the originals are served. Said once, not at each change.
                if (!_isUnusable)
                {
                    _isUnusable = true;
                    LogMessages.ImageFolderUnusable(logger, folder.Root, exception.GetType().Name, exception.Message.ReplaceLineEndings(" "));
                }
            }
            finally
            {
                Interlocked.Exchange(ref _answered, asked);
                Rested?.Invoke();
            }
        }
    }

    private static bool IsLibraryMissing(Exception exception) => exception is DllNotFoundException or TypeInitializationException or BadImageFormatException;

    private void OnReplaced(Snapshot previous)
    {
        var current = store.Current;
        _replaced = previous.Images.Where(image => current.FindImage(image.Hash) is null).ToDictionary(static image => image.Hash, StringComparer.Ordinal);
        Interlocked.Increment(ref _asked);
        _changes.Writer.TryWrite(0);
    }

    private async Task Work(CancellationToken stop)
    {
        var images = store.Current.Images;
        if (images.Count == 0 && _before.Count == 0)
        {
            return;
        }

        folder.Open();

        // What was offered just before is kept: a reader may still have the page that names it.
        var names = images.SelectMany(ImageVariant.All).Select(static variant => variant.Name).ToHashSet(StringComparer.Ordinal);
        var used = folder.Sweep(names.Union(_before).ToHashSet(StringComparer.Ordinal));
        _before = names;
        foreach (var image in images)
        {
            foreach (var variant in ImageVariant.All(image).Where(variant => !folder.Has(variant)))
            {
                if (_failed.Contains(image.Hash))
                {
                    break;
                }

                if (!folder.HasRoom(used))
                {
                    LogMessages.ImageFolderFull(logger, folder.Root);
                    return;
                }

                var start = clock.GetTimestamp();
                used += Make(image, variant);
                await Task.Delay(clock.GetElapsedTime(start), stop);
            }
        }
    }

    private long Make(ContentFile image, ImageVariant variant)
    {
        byte[] bytes;
        try
        {
            // The bytes are what the address names, whatever happens to the file meanwhile.
            var original = File.ReadAllBytes(image.PhysicalPath);
            if (!Convert.ToHexStringLower(SHA256.HashData(original)).StartsWith(image.Hash, StringComparison.Ordinal))
            {
                // Changed since it was listed: the next load brings its new name.
                return 0;
            }

            bytes = convert(original, variant);
        }
        catch (Exception exception) when (!IsLibraryMissing(exception))
        {
            _failed.Add(image.Hash);
            LogMessages.ImageNotConverted(logger, image.Url, exception.GetType().Name, exception.Message.ReplaceLineEndings(" "));
            return 0;
        }

        // WebP must be smaller than the image as it is, AVIF smaller than WebP.
        var toBeat = variant.Format == ImageFormat.Avif && folder.LengthOf(variant with { Format = ImageFormat.Webp }) is > 0 and var webp ? webp : image.Length;
        var isGain = bytes.Length > 0 && bytes.Length < toBeat;
        folder.Put(variant, isGain ? bytes : []);
        return isGain ? bytes.Length : 0;
    }
}
