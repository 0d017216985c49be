namespace PlansWeb.Content.Site;

/// <summary>The texts in one source that may name an image or a document of the content folder.</summary>
/// <param name="Scope">
/// Whom the source belongs to: its own path for a page, the path of the page for a page's data file, a folder with its final slash for a folder's
/// data file (empty for the content folder itself); <see langword="null"/> for site data and includes, which any page may show.
/// </param>
/// <param name="Url">The decoded address of the page, to which its links are relative; <see langword="null"/> where there is none.</param>
/// <param name="Publication">What the source says of its own publication; it counts where no page has the address of the source.</param>
/// <param name="Names">
/// The texts, each of which ends with the extension of a file. A text begins at the start of its line or value, since a file name may hold spaces;
/// <see cref="Unknown"/> stands for what a template writes.
/// </param>
internal sealed record FileReferences(string? Scope, string? Url, Publication Publication, IReadOnlyList<string> Names)
{
    /// <summary>A character of no meaning (Unicode's private use area), in the place of text that only a template's output has.</summary>
    public const char Unknown = '\uE000';
}
