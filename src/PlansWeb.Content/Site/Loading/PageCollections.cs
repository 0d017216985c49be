using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Eleventy's collections: <c>all</c>, and one for each tag, by date and then by path.</summary>
internal static class PageCollections
{
    private const string All = "all";

    /// <summary>Gathers the pages. A page out of the collections is in none; a list of names keeps it out of those alone.</summary>
    /// <param name="sources">All pages, those without an address too.</param>
    /// <param name="now">The instant: pages that are hidden or unlisted then are in no collection.</param>
    public static Dictionary<string, object?> Of(IReadOnlyList<ParsedPage> sources, DateTimeOffset now)
    {
        var collections = new Dictionary<string, List<CollectionItem>>(StringComparer.Ordinal) { [All] = [] };

        // Their names stand in the order of the files, as in Eleventy: pagination may go over them.
        var listed = Public(sources, now).Where(static source => !source.FrontMatter.ExcludedFromAll).OrderBy(static source => source.Entry.Path, StringComparer.Ordinal).ToArray();
        foreach (var name in listed.SelectMany(NamesOf))
        {
            collections.TryAdd(name, []);
        }

        // A page without date comes after all others: never the time at which a file was copied.
        foreach (var source in listed.OrderBy(static source => source.FrontMatter.Date ?? DateTimeOffset.MaxValue))
        {
            var item = new CollectionItem(source.Page, source.Data);
            foreach (var name in NamesOf(source))
            {
                collections[name].Add(item);
            }
        }

        return collections.ToDictionary(pair => pair.Key, object? (pair) => pair.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(ParsedPage source) => source.FrontMatter.Tags.Prepend(All).Distinct().Where(name => !source.FrontMatter.ExcludedFrom.Contains(name));

    /// <summary>The pages that are neither hidden nor unlisted at an instant.</summary>
    public static List<ParsedPage> Public(IReadOnlyList<ParsedPage> sources, DateTimeOffset now)
    {
        var states = Visibility.At(sources, static source => source.FrontMatter.Publication, static source => source.FrontMatter.Navigation, now);
        return [.. sources.Where((_, i) => states[i] == Visibility.State.Public)];
    }
}
