using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>The document of a plan, here or on another site.</summary>
/// <param name="Href">Its address, ready for a link.</param>
/// <param name="File">The file; <see langword="null"/> where it is on another site.</param>
/// <param name="Language">Its language, a BCP 47 tag, where it is known: front matter <c>documentLang</c>, else what the file says.</param>
internal sealed record PlanDocument(string Href, ContentFile? File, string? Language)
{
    /// <summary>What the front matter of a plan's page writes as <c>document</c>: a file, or an address on another site.</summary>
    public static string? Written(ContentPage page) => page.Layout == Plan.Layout ? Plan.TextOf(page, "document") : null;

    /// <summary>The document that a plan's page names; <see langword="null"/> where it names none, or one that is not there.</summary>
    /// <param name="page">The page.</param>
    /// <param name="find">Finds the file at a decoded address.</param>
    public static PlanDocument? Of(ContentPage page, Func<string, ContentFile?> find)
    {
        if (Written(page) is not { } written)
        {
            return null;
        }

        var language = Plan.TextOf(page, "documentLang");
        if (Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return new PlanDocument(address.AbsoluteUri, null, language);
        }

        return find(UrlOf(page, written)) is { } file ? new PlanDocument(Address.Encode(file.Url), file, language ?? file.Language) : null;
    }

    /// <summary>The address, decoded, at which a file of this name is looked for: a name alone is a file beside the page.</summary>
    public static string UrlOf(ContentPage page, string written) =>
        Address.Normalize(written.StartsWith('/') ? written : $"/{Plan.FolderOf(page.SourcePath)}{written}");
}
