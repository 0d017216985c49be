using System.Text;

namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// Keeps back a load that loses many pages at once: a mount that came up half empty, the wrong branch. What counts is a page's address that nothing
/// answers any more; a page that is a draft now, or has expired, is there still, and a redirect or a 410 is a choice.
/// </summary>
/// <param name="options">How much may be lost, and which version may be taken all the same.</param>
/// <param name="folder">The folder that outlasts the process, where there is one; asked for when it is needed.</param>
internal sealed class LossGuard(ContentOptions options, Func<string?> folder)
{
    private const string FileName = "addresses.txt";
    private const int FewestPages = 10;

    private IReadOnlyList<string>? _written;

    /// <summary>The content that was kept back; <see langword="null"/> where the last one was taken.</summary>
    public SiteContent? Waiting { get; private set; }

    /// <summary>How many pages the content that was kept back would lose.</summary>
    public int Lost { get; private set; }

    /// <summary>Looks at a load before it becomes public.</summary>
    /// <param name="content">The load.</param>
    /// <param name="current">The site as it is; before the first load, what the folder of the last process says counts.</param>
    /// <returns>Why it is kept back, for ops; <see langword="null"/> where it may be taken.</returns>
    public string? Refusal(SiteContent content, Snapshot current)
    {
        IReadOnlyList<string> known = current.IsLoaded ? AddressesOf(current) : Read();
        var lost = CountLost(known, content);
        if (lost < FewestPages || (long)lost * 100 <= (long)options.MostLost * known.Count || content.Version == options.ConfirmLoss)
        {
            return null;
        }

        (Waiting, Lost) = (content, lost);
        return $"{lost} of {known.Count} pages would be lost (Content:MostLost is {options.MostLost} %); version {content.Version} waits for SIGHUP, or for Content:ConfirmLoss to name it";
    }

    private static int CountLost(IReadOnlyList<string> known, SiteContent content)
    {
        // Nearly always all of them are there as they were, in the same order. To look for each, and to compare spellings, takes several times as long, and an
        // edit waits for it.
        var found = 0;
        foreach (var page in content.Pages)
        {
            if (found < known.Count && page.Url == known[found])
            {
                found++;
            }
        }

        if (found == known.Count)
        {
            return 0;
        }

        var urls = content.Pages.Select(static page => page.Url).ToHashSet(StringComparer.Ordinal);
        var missing = known.Where(url => !urls.Contains(url)).ToArray();
        if (missing.Length < FewestPages)
        {
            return missing.Length;
        }

        var answered = urls.Concat(content.Redirects.Select(static redirect => redirect.From)).Select(AddressFolding.Fold).ToHashSet(StringComparer.Ordinal);
        return missing.Count(url => !answered.Contains(AddressFolding.Fold(url)));
    }

    /// <summary>Notes what is public now.</summary>
    public void Taken(Snapshot snapshot)
    {
        (Waiting, Lost) = (null, 0);
        var addresses = AddressesOf(snapshot);
        if (_written is null || !_written.SequenceEqual(addresses))
        {
            _written = addresses;
            Write(addresses);
        }
    }

    // Of pages that a template makes by the dozen one is enough: they follow each other. Those that the site makes by itself follow other pages.
    private static List<string> AddressesOf(Snapshot snapshot)
    {
        var addresses = new List<string>();
        var last = "";
        foreach (var page in snapshot.Written)
        {
            if (page.SourcePath != last)
            {
                addresses.Add(page.Url);
                last = page.SourcePath;
            }
        }

        return addresses;
    }

    private string[] Read()
    {
        try
        {
            return folder() is { } path && new FileInfo(Path.Combine(path, FileName)) is { Exists: true, LinkTarget: null } file ? File.ReadAllLines(file.FullName, Encoding.UTF8) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Write(IEnumerable<string> addresses)
    {
        try
        {
            if (folder() is { } path)
            {
                // In one step: another replica may read it.
                var temporary = Path.Combine(path, $".{Guid.NewGuid():N}");
                File.WriteAllLines(temporary, addresses, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                File.Move(temporary, Path.Combine(path, FileName), overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next process takes what it finds.
        }
    }
}
