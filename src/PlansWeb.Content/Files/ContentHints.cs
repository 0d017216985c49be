using System.Threading.Channels;

namespace PlansWeb.Content.Files;

/// <summary>
/// The system's notifications about the content folder, as mere hints that something may have changed: some changes give none
/// (a swapped symbolic link, network volumes), and some give a thousand.
/// </summary>
internal sealed class ContentHints : IDisposable
{
    /// <summary>More at once are a branch that is checked out: then all is looked at.</summary>
    public const int MostPaths = 1_024;

    private readonly Channel<byte> _hints = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private bool _isAnything;
    private FileSystemWatcher? _watcher;

    /// <summary>Something went wrong with the notifications: they must be asked for again.</summary>
    public bool IsBroken { get; private set; } = true;

    /// <summary>Asks for notifications about a folder and all below it.</summary>
    /// <param name="root">The folder; a symbolic link is followed, and the place it leads to is watched.</param>
    /// <exception cref="IOException">The system has no watches left.</exception>
    /// <exception cref="ArgumentException">The folder is not there.</exception>
    public void Watch(string root)
    {
        // Until the new ones work: where asking for them fails, the old ones are gone all the same.
        IsBroken = true;
        _watcher?.Dispose();
        _watcher = null;
        var watcher = new FileSystemWatcher(root)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, change) => Give(change.FullPath);
        watcher.Created += (_, change) => Give(change.FullPath);
        watcher.Deleted += (_, change) => Give(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Give(change.OldFullPath);
            Give(change.FullPath);
        };
        watcher.Error += (_, _) =>
        {
            IsBroken = true;
            Give();
        };
        _watcher = watcher;
        watcher.EnableRaisingEvents = true;
        IsBroken = false;
    }

    /// <summary>Gives a hint from elsewhere: a signal.</summary>
    public void Give()
    {
        lock (_lock)
        {
            _isAnything = true;
        }

        _hints.Writer.TryWrite(0);
    }

    /// <summary>Gives a hint about one file. Thread-safe.</summary>
    /// <param name="path">Its absolute path.</param>
    public void Give(string path)
    {
        // The path first: whoever is woken finds it.
        lock (_lock)
        {
            if (_paths.Count <= MostPaths)
            {
                _paths.Add(path);
            }
        }

        _hints.Writer.TryWrite(0);
    }

    /// <summary>The paths that hints named since this was asked last; <see langword="null"/> where anything may have changed.</summary>
    public IReadOnlyCollection<string>? TakePaths()
    {
        lock (_lock)
        {
            string[]? paths = _isAnything || _paths.Count > MostPaths ? null : [.. _paths];
            _paths.Clear();
            _isAnything = false;
            return paths;
        }
    }

    /// <summary>Waits for a hint.</summary>
    /// <param name="atMost">How long.</param>
    /// <param name="clock">Measures the time.</param>
    /// <param name="stop">Stops waiting.</param>
    /// <returns><see langword="false"/> where none came.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        try
        {
            await _hints.Reader.ReadAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();
}
