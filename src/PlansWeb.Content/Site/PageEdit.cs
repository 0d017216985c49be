namespace PlansWeb.Content.Site;

/// <summary>A page whose file was saved, at the same address.</summary>
/// <param name="Before">The page as it was.</param>
/// <param name="After">The page as it is.</param>
internal sealed record PageEdit(ContentPage Before, ContentPage After)
{
    // More are not one save but many: building everything anew costs no more then.
    private const int Most = 16;

    /// <summary>
    /// The pages that were edited between two loads; <see langword="null"/> where anything else changed too: pages, addresses, files, redirects, the register,
    /// entries of menus, hidden pages, or when a page is public.
    /// </summary>
    public static IReadOnlyList<PageEdit>? Between(SiteContent before, SiteContent after)
    {
        if (before.Pages.Count != after.Pages.Count || before.MenuEntries.Count + after.MenuEntries.Count > 0
            || !before.Hidden.SequenceEqual(after.Hidden) || !before.Files.SequenceEqual(after.Files) || !before.Sources.SequenceEqual(after.Sources) || !before.Redirects.SequenceEqual(after.Redirects))
        {
            return null;
        }

        var edits = new List<PageEdit>();
        for (var i = 0; i < after.Pages.Count; i++)
        {
            // A page that was not read again is the very same.
            var (old, page) = (before.Pages[i], after.Pages[i]);
            if (ReferenceEquals(old, page))
            {
                continue;
            }

            if (edits.Count == Most || old.SourcePath != page.SourcePath || old.Url != page.Url || old.Publication != Publication.Always || page.Publication != Publication.Always)
            {
                return null;
            }

            edits.Add(new PageEdit(old, page));
        }

        return edits;
    }
}
