using PlansWeb.Content.Site;

namespace PlansWeb.Previews;

/// <summary>
/// The site as it will be with one branch public. Computing it costs as much as a swap, so the last one is kept: one editor looks at one branch.
/// </summary>
internal sealed class PreviewSnapshots(PageStore store)
{
    private volatile Preview? _last;

    /// <summary>The snapshot for a branch.</summary>
    /// <param name="root">The address of its first page, decoded.</param>
    /// <returns><see langword="null"/> where no page has the address.</returns>
    public Preview? Of(string root)
    {
        var current = store.Current;
        var last = _last;
        if (last is not null && last.Root == root && last.Base == current)
        {
            return last;
        }

        var branch = Branch(current, root);
        if (branch.Count == 0)
        {
            return null;
        }

        var preview = store.Preview(branch);

        // What opens with the branch: its documents and images, and the smaller versions that its pages name.
        var files = preview.Files.Where(file => current.FindFile(file.Url) is null).ToArray();
        var versions = files.Where(file => preview.FindImage(file.Hash) is not null && current.FindImage(file.Hash) is null).SelectMany(ImageVariant.All);
        return _last = new Preview(
            root, current, preview, branch.Select(page => page.Href).ToHashSet(StringComparer.Ordinal),
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
    /// <param name="Root">The address of its first page.</param>
    /// <param name="Base">The snapshot that readers see.</param>
    /// <param name="Snapshot">The snapshot with the branch public.</param>
    /// <param name="Addresses">The percent-encoded addresses of the branch.</param>
    /// <param name="Files">The percent-encoded addresses of the files that readers see only with the branch.</param>
    internal sealed record Preview(string Root, Snapshot Base, Snapshot Snapshot, IReadOnlySet<string> Addresses, IReadOnlySet<string> Files);
}
