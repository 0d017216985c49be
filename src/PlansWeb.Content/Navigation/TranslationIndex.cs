using System.Collections.Frozen;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>
/// Which pages are translations of each other: those with the same <c>translationKey</c>, or at the same place in the folders of two languages,
/// each in a language of its own.
/// </summary>
internal sealed class TranslationIndex(FrozenDictionary<string, IReadOnlyList<ContentPage>> groups)
{
    /// <summary>The front matter's key.</summary>
    public const string Key = "translationKey";

    /// <summary>
    /// The page in all its languages, itself among them, as search engines want it of each; empty where it has one language only.
    /// </summary>
    public IReadOnlyList<ContentPage> Of(ContentPage page) =>
        KeyOf(page) is { } key && groups.TryGetValue(key, out var group) && group.Contains(page) ? group : [];

    /// <summary>The key of a page, where it has one, else its address in the folder of its language.</summary>
    public static string? KeyOf(ContentPage page) =>
        page.Data.GetValueOrDefault(Key) is { } value && Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } key
            ? key
            : ByFolder(page);

    // Eleventy projects keep each language in a folder of its name: /fr/a/ and /en/a/ are one page.
    private static string? ByFolder(ContentPage page)
    {
        if (page.Url.Length == 0)
        {
            return null;
        }

        var end = page.Lang.IndexOf('-', StringComparison.Ordinal);
        var language = end < 0 ? page.Lang : page.Lang.AsSpan(0, end);
        var rest = page.Url.AsSpan(1);
        return rest.Length > language.Length && rest[language.Length] == '/' && rest.StartsWith(language, StringComparison.OrdinalIgnoreCase) ? page.Url[(language.Length + 1)..] : null;
    }
}
