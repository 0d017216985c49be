using PlansWeb.Content.Site;

namespace PlansWeb.Previews;

/// <summary>
/// The site as it will be with one branch public. Computing it costs as much as a swap, so the last few are kept while the content stays as it
/// is: several editors may look at branches of their own. Only a signed link names a branch, so strangers cannot make any.
/// </summary>
internal sealed class PreviewSnapshots(PageStore store)
{
    /// <summary>Branches that are kept at most; each holds menus and lists of the whole site.</summary>
    internal const int MostKept = 8;

    private readonly Lock _lock = new();

    // The latest asked for comes last.
    private readonly List<(string? Root, Lazy<Preview?> Preview)> _kept = [];
    private Snapshot _base = Snapshot.Empty;

    /// <summary>The snapshot for a branch.</summary>
    /// <param name="root">The address of its first page, decoded; <see langword="null"/> for all hidden pages together.</param>
    /// <returns><see langword="null"/> where no page has the address, or no page is hidden.</returns>
    public Preview? Of(string? root)
    {
        var current = store.Current;
        Lazy<Preview?> preview;
        lock (_lock)
        {
            if (_base != current)
            {
                _kept.Clear();
                _base = current;
            }

            var place = _kept.FindIndex(kept => kept.Root == root);
            if (place < 0 && _kept.Count == MostKept)
            {
                _kept.RemoveAt(0);
            }

            preview = place < 0 ? new Lazy<Preview?>(() => Create(current, root)) : _kept[place].Preview;
            if (place >= 0)
            {
                _kept.RemoveAt(place);
            }

            _kept.Add((root, preview));
        }

        try
        {
            // Outside the lock: who asks for the same branch waits for it, who asks for another one does not.
            return preview.Value;
        }
        catch
        {
            // The next request tries again.
            lock (_lock)
            {
                _kept.RemoveAll(kept => kept.Preview == preview);
            }

            throw;
        }
    }

    private Preview? Create(Snapshot current, string? root)
    {
        var branch = root is null ? current.Hidden.ToHashSet() : Branch(current, root);
        if (branch.Count == 0)
        {
            return null;
        }

        var preview = store.Preview(branch);

        // What opens with the branch: its documents and images, and the smaller versions that its pages name.
        var files = preview.Files.Where(file => current.FindFile(file.Url) is null).ToArray();
        var versions = files.Where(file => preview.FindImage(file.Hash) is not null && current.FindImage(file.Hash) is null).SelectMany(ImageVariant.All);
        return new Preview(
            preview, branch.Select(page => page.Href).ToHashSet(StringComparer.Ordinal),
            files.Select(static file => Address.Encode(file.Url)).Concat(versions.Select(static version => version.Href)).ToHashSet(StringComparer.Ordinal));
    }

    // The page and all below it in the navigation, hidden or not.
    private static HashSet<ContentPage> Branch(Snapshot snapshot, string root)
    {
        var all = snapshot.Pages.Concat(snapshot.Hidden).ToArray();
        var branch = new HashSet<ContentPage>();
        if (Array.Find(all, page => page.Url == root) is not { } first)
        {
            return branch;
        }

        var below = all.Where(page => page.Navigation?.Parent is not null).ToLookup(page => page.Navigation!.Parent!, StringComparer.Ordinal);
        var queue = new Queue<ContentPage>([first]);
        while (queue.TryDequeue(out var page))
        {
            if (branch.Add(page) && page.Navigation?.Key is { } key)
            {
                foreach (var child in below[key])
                {
                    queue.Enqueue(child);
                }
            }
        }

        return branch;
    }

    /// <summary>A previewed branch.</summary>
    /// <param name="Snapshot">The snapshot with the branch public.</param>
    /// <param name="Addresses">The percent-encoded addresses of the branch.</param>
    /// <param name="Files">The percent-encoded addresses of the files that readers see only with the branch.</param>
    internal sealed record Preview(Snapshot Snapshot, IReadOnlySet<string> Addresses, IReadOnlySet<string> Files);
}
