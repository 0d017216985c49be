using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Site.Loading;

/// <summary>A Markdown file, read but not yet rendered.</summary>
internal sealed record PageSource
{
    /// <summary>The file.</summary>
    public required FolderEntry Entry { get; init; }

    /// <summary>
    /// Its bytes, which take half the memory of the text that they are, without the images that were pasted into it; none once they are not needed any more.
    /// </summary>
    public required byte[] Bytes { get; set; }

    /// <summary>How many characters at the end of the text are the body: what follows the front matter.</summary>
    public required int BodyLength { get; init; }

    /// <summary>Line of the file on which the body begins, from 1.</summary>
    public required int BodyLine { get; init; }

    /// <summary>The body may name other pages through <c>collections</c>, so it can change when one of them opens or closes.</summary>
    public required bool ShowsOtherPages { get; init; }

    /// <summary>What the site understands of the data.</summary>
    public required PageFrontMatter FrontMatter { get; init; }

    /// <summary>All data of the page after the cascade, as plain objects.</summary>
    public required IReadOnlyDictionary<string, object?> Data { get; init; }

    /// <summary>The address, decoded; <see langword="null"/> for <c>permalink: false</c>: not served, but its data is there.</summary>
    public required string? Url { get; init; }

    /// <summary>The file makes several pages: this is none of them, and has no address.</summary>
    public Pagination? Pagination { get; init; }

    /// <summary>Which of several pages of the file this is; <see langword="null"/> where it makes one.</summary>
    public PagePart? Part { get; init; }

    /// <summary>The texts in the file that may name images and documents.</summary>
    public IReadOnlyList<string> FileNames { get; init; } = [];

    /// <summary>The page may show a file otherwise when that changes.</summary>
    public bool NamesFiles => FileNames.Count > 0;

    /// <summary>The page is in <c>collections.all</c>.</summary>
    public bool IsListed => !FrontMatter.ExcludedFromAll && !FrontMatter.ExcludedFrom.Contains("all");

    /// <summary>The path of the file from the project, as Eleventy gives it.</summary>
    public required string InputPath { get; init; }

    /// <summary>The page as templates see it under <c>page</c>.</summary>
    public LiquidPage Page => new(
        Url is null ? null : Content.Site.Address.Encode(Url), FrontMatter.Date, PageAddress.FileSlug(Entry.NormalizedPath), InputPath,
        PageAddress.FilePathStem(Entry.NormalizedPath), FrontMatter.Lang ?? "fr");

    /// <summary>The page, for as long as its file stays as it is.</summary>
    public RenderedPage? Rendered { get; private set; }

    /// <summary>The whole file as text: problems quote its lines.</summary>
    public string Text() => TextDecoder.Decode(Bytes).Text;

    /// <summary>What the page's templates may name.</summary>
    public LiquidContext Context(IReadOnlyDictionary<string, object?> collections) =>
        new(Part is null ? Data : Part.Over(Data, collections), Page, collections);

    /// <summary>Keeps the page that was made: the same source and the same files give the same page. One that shows others may be another one next time.</summary>
    public void Keep(RenderedPage page) => Rendered = ShowsOtherPages ? null : page;

    /// <summary>
    /// Lets go of the Markdown, which is not needed any more once it is rendered. A page that names files may have to be rendered again when one
    /// of them changes, even while an earlier rendering is under way.
    /// </summary>
    public void LetGo(PageRendering rendering)
    {
        if (!ShowsOtherPages && !NamesFiles && rendering.Files.Count == 0)
        {
            Bytes = [];
        }
    }
}
