using PlansWeb.Loading.Data;
using PlansWeb.Loading.Liquid;

namespace PlansWeb.Loading;

/// <summary>A Markdown file, read but not yet rendered.</summary>
internal sealed record PageSource
{
    /// <summary>The file.</summary>
    public required FolderEntry Entry { get; init; }

    /// <summary>The whole file, decoded: problems quote its lines.</summary>
    public required string Text { get; set; }

    /// <summary>The body, and the line it begins on.</summary>
    public required FrontMatterBlock Block { get; set; }

    /// <summary>What the site understands of the data.</summary>
    public required FrontMatter FrontMatter { get; init; }

    /// <summary>All data of the page after the cascade, as plain objects.</summary>
    public required IReadOnlyDictionary<string, object?> Data { get; init; }

    /// <summary>The address, decoded; <see langword="null"/> for <c>permalink: false</c>: not served, but its data is there.</summary>
    public required string? Url { get; init; }

    /// <summary>The page is in <c>collections.all</c>.</summary>
    public bool IsListed => !FrontMatter.ExcludedFromAll && !FrontMatter.ExcludedFrom.Contains("all");

    /// <summary>The page as templates see it under <c>page</c>.</summary>
    public LiquidPage Page => new(
        Url is null ? null : Store.Address.Encode(Url), FrontMatter.Date, PageAddress.FileSlug(Entry.NormalizedPath), "./" + Entry.Path,
        PageAddress.FilePathStem(Entry.NormalizedPath), FrontMatter.Lang ?? "fr");

    /// <summary>What the page's templates may name.</summary>
    public LiquidContext Context(IReadOnlyDictionary<string, IReadOnlyList<CollectionItem>> collections) => new(Data, Page, collections);

    /// <summary>The page, once it is rendered for as long as its file stays as it is.</summary>
    public RenderedPage? Rendered { get; private set; }

    /// <summary>
    /// Keeps what was rendered, and lets go of the Markdown, which is not needed any more: half the memory. A page that names files may
    /// have to be rendered again when one of them changes.
    /// </summary>
    public void Keep(RenderedPage rendered)
    {
        Rendered = rendered;
        if (rendered.Files.Count > 0)
        {
            return;
        }

        Text = "";
        Block = Block with { Body = "" };
    }
}
