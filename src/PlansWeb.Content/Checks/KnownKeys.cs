namespace PlansWeb.Content.Checks;

/// <summary>The front-matter keys that the site itself understands.</summary>
internal static class KnownKeys
{
    /// <summary>The map with a page's place in the navigation.</summary>
    public const string Navigation = "eleventyNavigation";

    /// <summary>Rules that are not applied to the page.</summary>
    public const string Ignore = "ignore";

    /// <summary>The keys of a page.</summary>
    public static readonly IReadOnlyList<string> OfPage =
    [
        "title", "description", "layout", "date", "updated", "reviewDate", "tags", "permalink", "image", "lang", "toc", "aliases", "draft", "unlisted",
        "publishDate", "expiryDate", "translationKey", "entries", "focus", "chiffres", "administration", "document", "documentLang", "order", Navigation, "eleventyExcludeFromCollections", Ignore,
    ];

    /// <summary>The keys below <see cref="Navigation"/>.</summary>
    public static readonly IReadOnlyList<string> OfNavigation = ["key", "parent", "title", "order", "url"];
}
