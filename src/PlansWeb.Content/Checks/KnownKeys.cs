using PlansWeb.Content.Site;

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
        "title", "description", "layout", "date", "updated", "reviewDate", "changes", "tags", "permalink", "image", "lang", "toc", "aliases", "draft", "unlisted",
        "publishDate", "expiryDate", "translationKey", "entries", "focus", "chiffres", "administration", "document", "documentLang", "order", AccessibilityDeclaration.Key, Navigation, "eleventyExcludeFromCollections", Ignore,
    ];

    /// <summary>Keys that other programs know (Hugo, Jekyll, MkDocs, Eleventy) and that do nothing here, with what to write.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["slug"] = "permalink: /dossier/page/",
        ["url"] = "permalink: /dossier/page/",
        ["redirect_from"] = "aliases: [/ancienne-adresse/]",
        ["redirects"] = "aliases: [/ancienne-adresse/]",
        ["categories"] = "tags: [un, deux]",
        ["keywords"] = "tags: [un, deux]",
        ["weight"] = "eleventyNavigation:, et dessous, décalé de deux espaces, order: 10",
        ["sidebar_position"] = "eleventyNavigation:, et dessous, décalé de deux espaces, order: 10",
        ["nav_order"] = "eleventyNavigation:, et dessous, décalé de deux espaces, order: 10",
        ["lastmod"] = "updated: 2026-01-31",
        ["last_modified_at"] = "updated: 2026-01-31",
        ["summary"] = "description: une phrase",
        ["excerpt"] = "description: une phrase",
        ["thumbnail"] = "image: /img/nom.jpg",
        ["featured_image"] = "image: /img/nom.jpg",
        ["language"] = "lang: en",
        ["locale"] = "lang: en",
        ["dynamicPermalink"] = "",
        ["permalinkBypassOutputDir"] = "",
        ["eleventyImport"] = "",
    };

    /// <summary>The keys below <see cref="Navigation"/>.</summary>
    public static readonly IReadOnlyList<string> OfNavigation = ["key", "parent", "title", "order", "url"];
}
