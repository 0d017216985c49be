using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>The document of a plan, here or on another site.</summary>
/// <param name="Href">Its address, ready for a link.</param>
/// <param name="File">The file; <see langword="null"/> where it is on another site.</param>
/// <param name="Language">Its language, a BCP 47 tag, where it is known: front matter <c>documentLang</c>, else what the file says.</param>
internal sealed record PlanDocument(string Href, ContentFile? File, string? Language)
{
    /// <summary>
    /// What the front matter of a plan's page writes as <c>document</c> or <c>documents</c>, which may be one or a list: files, or addresses on another site.
    /// </summary>
    public static IReadOnlyList<string> Written(ContentPage page) => page.Layout == Plan.Layout ? [.. Plan.TextsOf(page, "document").Concat(Plan.TextsOf(page, "documents")).Distinct()] : [];

    /// <summary>A document that a plan's page names; <see langword="null"/> for one that is not there.</summary>
    /// <param name="page">The page.</param>
    /// <param name="written">What it writes.</param>
    /// <param name="find">Finds the file at a decoded address.</param>
    public static PlanDocument? Of(ContentPage page, string written, Func<string, ContentFile?> find)
    {
        var language = Plan.TextOf(page, "documentLang");
        if (Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return new PlanDocument(address.AbsoluteUri, null, language);
        }

        return find(UrlOf(page, written)) is { } file ? new PlanDocument(Address.Encode(file.Url), file, language ?? file.Language) : null;
    }

    /// <summary>What tells it from the other documents of its plan: its file's name without the ending; of an address without one, its host.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(Href.Split('?', '#')[0])) is { Length: > 0 } name ? name : new Uri(Href).Host;

    /// <summary>The address, decoded, at which a file of this name is looked for: a name alone is a file beside the page.</summary>
    public static string UrlOf(ContentPage page, string written) =>
        Address.Normalize(written.StartsWith('/') ? written : $"/{Plan.FolderOf(page.SourcePath)}{written}");
}
