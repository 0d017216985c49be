using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Site.Loading;

/// <summary>What <c>pagination</c> asks for: one file that makes a page for each part of a list, as in Eleventy.</summary>
/// <param name="Path">Where the list stands in the page's data, or in <c>collections</c>.</param>
/// <param name="Size">Items of a page, 1 or more.</param>
/// <param name="Alias">The name by which a page sees its items, or its one item where <paramref name="Size"/> is 1.</param>
/// <param name="IsReversed">The list is taken from its end.</param>
/// <param name="TakesValues">Of a map the values are listed, not the keys.</param>
/// <param name="AreAllListed">All pages are in the collections; otherwise the first alone.</param>
/// <param name="Position">Where it is written.</param>
internal sealed record Pagination(string Path, int Size, string? Alias, bool IsReversed, bool TakesValues, bool AreAllListed, SourcePosition Position)
{
    /// <summary>More pages than these are not made of one file.</summary>
    public const int MostPages = 2_000;

    private const string Collections = "collections.";
    private const int UsualSize = 10;
    private static readonly LiquidPage s_nowhere = new(null, null, "", "", "", "fr");

    /// <summary>The file shows the list itself (<c>layout: list</c>): the latest first, with tags, each of which has pages of its own.</summary>
    public bool IsList { get; init; }

    /// <summary>What of the list is left out: keys, or texts.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>A function that makes another list of it.</summary>
    public ScriptFunction? Before { get; init; }

    /// <summary>An empty list makes one page.</summary>
    public bool ShowsNothing { get; init; }

    /// <summary>Reads it; <see langword="null"/> where the page has none.</summary>
    public static Pagination? Of(DataMap data) => ListOf(data) ?? PaginationOf(data);

    private static Pagination? ListOf(DataMap data) =>
        data["layout"] is DataScalar { Value: string layout } && System.IO.Path.GetFileNameWithoutExtension(layout) == PageLayouts.List && data["collection"] is DataScalar { Value: string name } written
            ? new Pagination(Collections + name, data["size"] is DataScalar { Value: long size and > 0 } ? (int)Math.Min(size, int.MaxValue) : UsualSize, null, false, false, false, written.Position) { IsList = true }
            : null;

    private static Pagination? PaginationOf(DataMap data) => data["pagination"] is not DataMap map || map["data"] is not DataScalar { Value: string path } ? null : new Pagination(
        path,
        map["size"] is DataScalar { Value: long size and > 0 } ? (int)Math.Min(size, int.MaxValue) : 1,
        map["alias"] is DataScalar { Value: string alias } ? alias : null,
        map["reverse"] is DataScalar { Value: true },
        map["resolve"] is DataScalar { Value: "values" },
        map["addAllPagesToCollections"] is DataScalar { Value: true },
        map.Position)
    {
        Without = map["filter"] switch { DataList list => [.. list.Items.OfType<DataScalar>().Select(static item => item.Text)], DataScalar one => [one.Text], _ => [] },
        Before = (map["before"] as DataScalar)?.Value as ScriptFunction,
        ShowsNothing = map["generatePageOnEmptyData"] is DataScalar { Value: true },
    };

    /// <summary>The list is a collection: it may change with any page.</summary>
    public bool IsOfPages => Path == "collections" || Path.StartsWith(Collections, StringComparison.Ordinal);

    /// <summary>When its pages are made: those over data, then those over a collection, then those over the collections' names.</summary>
    public int Stage => Path == "collections" ? 2 : IsOfPages ? 1 : 0;

    /// <summary>The tags of one of its pages that readers see.</summary>
    public IEnumerable<string> TagsOf(CollectionItem item) =>
        (item.Data.GetValueOrDefault("tags") switch { string one => [one], IReadOnlyList<object?> list => list.OfType<string>(), _ => Enumerable.Empty<string>() })
            .Where(tag => tag != Name && tag is not ("all" or "nav" or "post" or "posts"));

    /// <summary>The pages of a list, the latest first.</summary>
    public CollectionItem[] Pages(IReadOnlyDictionary<string, object?> collections) =>
    [
        .. ((collections.GetValueOrDefault(Name) as IReadOnlyList<object?>)?.OfType<CollectionItem>() ?? [])
            .Where(static item => item.Page.Url is not null).OrderByDescending(static item => item.Page.Date ?? DateTimeOffset.MinValue),
    ];

    /// <summary>What is listed, in Eleventy's order of steps; <see langword="null"/> where there is nothing at that place.</summary>
    /// <param name="data">The data of the file.</param>
    /// <param name="collections">The collections now.</param>
    public IEnumerable<object?>? Items(IReadOnlyDictionary<string, object?> data, IReadOnlyDictionary<string, object?> collections)
    {
        var items = Path == "collections" ? [.. collections.Keys] : IsOfPages ? Items(collections, Name) : Items(data, Path);
        items = items is null || Before is null ? items : Before.Module.CallList(Before.Path, items, new LiquidContext(data, s_nowhere, collections));
        return (IsReversed ? items?.Reverse() : items)
            ?.Where(item => Without.Count == 0 || !Without.Contains(Convert.ToString(item, CultureInfo.InvariantCulture) ?? ""));
    }

    // Of the collection.
    private string Name => Path[Collections.Length..];

    private IReadOnlyList<object?>? Items(IReadOnlyDictionary<string, object?> data, string path)
    {
        object? value = data;
        foreach (var name in path.Split('.'))
        {
            value = (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(name);
        }

        return value switch
        {
            IReadOnlyList<object?> list => list,
            IReadOnlyDictionary<string, object?> map => TakesValues ? [.. map.Values] : [.. map.Keys],
            _ => null,
        };
    }
}

/// <summary>
/// What a file with <c>pagination</c> lists, in the parts that its pages show. All its pages share this: the parts are made once for a state of the
/// collections, whichever of the pages asks. Thread-safe.
/// </summary>
/// <param name="pagination">What the file asks for.</param>
/// <param name="data">The data of the file.</param>
internal sealed class PaginatedList(Pagination pagination, IReadOnlyDictionary<string, object?> data)
{
    private volatile State? _last;

    /// <summary>What the file asks for.</summary>
    public Pagination Pagination => pagination;

    /// <summary>The list in its parts; <see langword="null"/> where there is none at that place.</summary>
    /// <param name="collections">The collections now: a page that closed meanwhile is in none.</param>
    /// <param name="tag">Of a list, only what has this tag.</param>
    public IReadOnlyList<IReadOnlyList<object?>>? Parts(IReadOnlyDictionary<string, object?> collections, string? tag)
    {
        var state = At(collections);
        return tag is null ? state.Parts : state.ByTag.GetValueOrDefault(Slug.Of(tag)) ?? [[]];
    }

    /// <summary>The tags of what a list shows, but for the one that makes the list, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Tags(IReadOnlyDictionary<string, object?> collections) => At(collections).Tags;

    private State At(IReadOnlyDictionary<string, object?> collections)
    {
        var state = _last;
        if (state is null || !ReferenceEquals(state.Collections, collections))
        {
            _last = state = pagination.IsList ? List(collections)
                : new State(collections, Parts(pagination.Items(data, collections)), new Dictionary<string, object?[][]>(), []);
        }

        return state;
    }

    private object?[][]? Parts(IEnumerable<object?>? items) =>
        items is null ? null : [.. pagination.ShowsNothing ? items.Chunk(pagination.Size).DefaultIfEmpty([]) : items.Chunk(pagination.Size)];

    private State List(IReadOnlyDictionary<string, object?> collections)
    {
        var pages = pagination.Pages(collections);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var byTag = new Dictionary<string, List<object?>>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var (slug, tag) in pagination.TagsOf(page).Select(static tag => (Slug: Slug.Of(tag), Tag: tag)).Where(static tag => tag.Slug.Length > 0).DistinctBy(static tag => tag.Slug))
            {
                if (names.TryAdd(slug, tag))
                {
                    byTag[slug] = [];
                }

                byTag[slug].Add(page);
            }
        }

        return new State(
            collections,
            Cut(pages),
            byTag.ToDictionary(static tag => tag.Key, tag => Cut(tag.Value), StringComparer.Ordinal),
            [.. names.Values.Order(StringComparer.Create(CultureInfo.GetCultureInfo("fr"), ignoreCase: true))]);

        // A list without pages is a page all the same.
        object?[][] Cut(IEnumerable<object?> items) => [.. items.Chunk(pagination.Size).DefaultIfEmpty([])];
    }

    private sealed record State(
        IReadOnlyDictionary<string, object?> Collections, object?[][]? Parts, IReadOnlyDictionary<string, object?[][]> ByTag, IReadOnlyList<string> Tags);
}

/// <summary>One of the pages that a list makes.</summary>
/// <param name="List">What is listed.</param>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Tag">Of a list, the page shows what has this tag; <see langword="null"/> for all.</param>
/// <param name="Hrefs">The addresses of all its pages, as <c>page.url</c> has them; empty while they are made.</param>
internal sealed record PagePart(PaginatedList List, int Number, string? Tag, IReadOnlyList<string> Hrefs)
{
    /// <summary>What asks for it.</summary>
    public Pagination Pagination => List.Pagination;

    /// <summary>The data of the page with <c>pagination</c>, as Eleventy gives it, and the alias over it.</summary>
    /// <param name="data">The data of the page.</param>
    /// <param name="collections">The collections now: a page that closed meanwhile is in none.</param>
    public IReadOnlyDictionary<string, object?> Over(
        IReadOnlyDictionary<string, object?> data, IReadOnlyDictionary<string, object?> collections)
    {
        var parts = List.Parts(collections, Tag) ?? [];
        var items = Number < parts.Count ? parts[Number] : [];
        var over = new Dictionary<string, object?>(data, StringComparer.Ordinal);
        var pagination = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["data"] = Pagination.Path,
            ["size"] = (long)Pagination.Size,
            ["alias"] = Pagination.Alias,
            ["items"] = items,
            ["pageNumber"] = (long)Number,
            ["pages"] = parts,
            ["hrefs"] = Hrefs,
            ["href"] = Ends(Hrefs),
            ["page"] = Ends(parts),
        };

        // The same under the names that Eleventy had first.
        foreach (var (name, value) in Ends(Hrefs))
        {
            pagination[name + "PageHref"] = value;
        }

        over["pagination"] = pagination;
        if (Pagination.Alias is { } alias)
        {
            over[alias] = Pagination.Size == 1 ? items.Count > 0 ? items[0] : null : items;
        }

        return over;
    }

    /// <summary>What is added to the address of the file, where no permalink tells the address: nothing for the first page, then <c>1/</c>, <c>2/</c>…</summary>
    public string Suffix => (Tag is null ? "" : $"tags/{Slug.Of(Tag)}/") + (Number == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{(Pagination.IsList ? $"page-{Number + 1}" : Number)}/"));

    private Dictionary<string, object?> Ends(IReadOnlyList<object?> all) => new(StringComparer.Ordinal)
    {
        ["first"] = all.Count > 0 ? all[0] : null,
        ["last"] = all.Count > 0 ? all[^1] : null,
        ["next"] = Number + 1 < all.Count ? all[Number + 1] : null,
        ["previous"] = Number > 0 && Number <= all.Count ? all[Number - 1] : null,
    };
}
