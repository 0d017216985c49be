using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Site.Loading;

/// <summary>What reading a Markdown file gave. It is kept for as long as the bytes of the file and the data that it inherits are the same.</summary>
/// <param name="Entry">The file as it was listed when it was read.</param>
/// <param name="Page">The file, parsed; <see langword="null"/> where it could not be read as text.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Hash">SHA-256 of its bytes; empty where they could not be read.</param>
internal sealed record ParsedFile(FolderEntry Entry, ParsedPage? Page, IReadOnlyList<Diagnostic> Problems, byte[] Hash)
{
    /// <summary>SHA-256 of the bytes that <see cref="Page"/> was made of: not this file's where an older version is kept.</summary>
    public byte[] ServedHash { get; init; } = Hash;

    /// <summary>
    /// Front matter of which lines were lost, or a conflict of Git: not what its writer wants to publish. Where it may hide the page, it counts
    /// all the same.
    /// </summary>
    public bool IsDamaged { get; init; }

    /// <summary>
    /// A file that is being copied, or was saved by a program that empties it first, is empty or broken for a moment: what was good stays.
    /// </summary>
    /// <param name="last">What the load before had of this file.</param>
    public ParsedFile OrLastGood(ParsedFile last)
    {
        var isBroken = Page is null || Entry.Length == 0 || IsDamaged;
        return !isBroken || last.Page is null || (IsDamaged && last.IsDamaged) || ReferenceEquals(last.Page, Page) ? this : this with
        {
            Page = last.Page,
            ServedHash = last.ServedHash,
            IsDamaged = false,
            Problems =
            [
                .. Problems,
                new Diagnostic(DiagnosticRules.LastGood, Entry.Path, 0, 0,
                    "Le fichier est vide ou illisible : la dernière version lue reste en ligne.",
                    "Enregistrez-le de nouveau ; pour retirer la page, supprimez le fichier."),
            ],
        };
    }
}

/// <summary>A page as its file has it: front matter over inherited data, and text; not yet rendered.</summary>
internal sealed record ParsedPage
{
    /// <summary>The file; its bytes are released once they are not needed any more.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The file as it was listed.</summary>
    public FolderEntry Entry => File.Entry;

    /// <summary>How many characters at the end of the text are the body: what follows the front matter.</summary>
    public required int BodyLength { get; init; }

    /// <summary>Line of the file on which the body begins, from 1.</summary>
    public required int BodyLine { get; init; }

    /// <summary>The body may name other pages through <c>collections</c>, so it can change when one of them opens or closes.</summary>
    public required bool ShowsOtherPages { get; init; }

    /// <summary>SHA-256 of the front matter as it was written, its first 16 bytes.</summary>
    public required UInt128 HeaderHash { get; init; }

    /// <summary>
    /// The body comes from this file, the data and what is known of all files but their bodies: it names no other page's text, and no template, which may
    /// ask for the time, is in it.
    /// </summary>
    public required bool IsOfItsFileAlone { get; init; }

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

    /// <summary>Templates see the address as it is, as in Eleventy; otherwise percent-encoded, so that it can stand in a Markdown link.</summary>
    public bool ShowsPlainUrl { get; init; }

    /// <summary>The page as templates see it under <c>page</c>.</summary>
    public LiquidPage Page => new(
        Url is null || ShowsPlainUrl ? Url : Content.Site.Address.Encode(Url), FrontMatter.Date, PageAddress.FileSlug(Entry.NormalizedPath), InputPath,
        PageAddress.FilePathStem(Entry.NormalizedPath), FrontMatter.Lang ?? "fr");

    /// <summary>The page that was made of it: the same text and the same files give the same page.</summary>
    public ContentPage? Rendered { get; private set; }

    /// <summary>What the page's templates may name.</summary>
    public LiquidContext Context(IReadOnlyDictionary<string, object?> collections) =>
        new(Part is null ? Data : Part.Over(Data, collections), Page, collections);

    /// <summary>Keeps the page that was made, but for one that shows others: it may be another one next time.</summary>
    public void Keep(ContentPage page) => Rendered = ShowsOtherPages ? null : page;

    /// <summary>
    /// Releases the text once it is rendered. A page that names files may have to be rendered again when one of them changes, even while an
    /// earlier rendering is under way; the parts of a file share its text, and are made anew by each load.
    /// </summary>
    public void Release(PageBody body)
    {
        if (!ShowsOtherPages && !NamesFiles && body.Files.Count == 0 && Part is null)
        {
            File.Release();
        }
    }
}
