namespace PlansWeb.Content.Site.Loading;

/// <summary>The addresses of the pages that are public at one instant, as templates ask for them. Thread-safe; nothing is gathered before the first question.</summary>
/// <param name="served">The pages that have an address of their own.</param>
/// <param name="instant">The instant.</param>
internal sealed class PublicPages(IReadOnlyList<ParsedPage> served, DateTimeOffset instant)
{
    private readonly Lazy<Lists> _lists = new(() => ListsOf(PageCollections.Public(served, instant)));

    /// <summary>No pages.</summary>
    public static PublicPages None { get; } = new([], default);

    /// <summary>The address of a page by the path of its file, without its <c>./</c>.</summary>
    public string? UrlOf(string path) => _lists.Value.Urls.GetValueOrDefault(path);

    /// <summary>Whether a page has an address.</summary>
    public bool Has(string url) => _lists.Value.Translations.ContainsKey(url);

    /// <summary>The addresses of a page, given by its own, and of those that say the same in other languages.</summary>
    public IReadOnlyList<string> TranslationsOf(string url) => _lists.Value.Translations.GetValueOrDefault(url, []);

    private static Lists ListsOf(List<ParsedPage> pages)
    {
        // Many short names of folders look like languages (ia, ux, la-loi): only those count in which a page is written.
        var languages = pages.Select(static page => page.Page.Lang).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var urls = new Dictionary<string, string>(StringComparer.Ordinal);
        var translations = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var same in pages.GroupBy(page => (PageAddress.WithoutLanguage(page.Entry.NormalizedPath, languages), page.Part?.Number)))
        {
            // One list for all of them: a folder of many pages may be such a group.
            string[] all = [.. same.Select(static page => page.Url!)];
            foreach (var url in all)
            {
                translations.TryAdd(url, all);
            }
        }

        foreach (var page in pages)
        {
            urls.TryAdd(page.Entry.Path, page.Url!);
        }

        return new Lists(urls, translations);
    }

    private sealed record Lists(Dictionary<string, string> Urls, Dictionary<string, IReadOnlyList<string>> Translations);
}
