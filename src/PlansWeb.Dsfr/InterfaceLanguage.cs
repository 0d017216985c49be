using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace PlansWeb.Dsfr;

/// <summary>
/// The language of the interface's texts in the code that runs now: that of the page that is rendered. It is French by default, whatever the
/// machine's own language is: <see cref="CultureInfo.CurrentUICulture"/> would follow that.
/// </summary>
public static class InterfaceLanguage
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-GB");
    private static readonly AsyncLocal<CultureInfo?> s_current = new();

    /// <summary>The culture of texts, dates and numbers.</summary>
    public static CultureInfo Current => s_current.Value ?? s_french;

    /// <summary>The tag of <see cref="Current"/>, for <c>lang</c> attributes: <c>fr</c> or <c>en</c>.</summary>
    public static string Tag => Current.TwoLetterISOLanguageName;

    /// <summary>The interface is in French.</summary>
    public static bool IsFrench => Current == s_french;

    /// <summary>Texts are in the language of a page from here on, or in French where there are none in it.</summary>
    /// <param name="page">The page's language, a BCP 47 tag.</param>
    /// <returns>Disposing it brings the former language back.</returns>
    public static Scope Enter(string page)
    {
        var scope = new Scope(s_current.Value);
        s_current.Value = Primary(page).Equals("en", StringComparison.OrdinalIgnoreCase) ? s_english : s_french;
        return scope;
    }

    /// <summary>The value of a <c>lang</c> attribute for interface texts on a page; <see langword="null"/> where they are in the page's language (RGAA 8.7).</summary>
    /// <param name="page">The page's language, a BCP 47 tag.</param>
    public static string? MarkOn(string page) => Primary(page).Equals(Tag, StringComparison.OrdinalIgnoreCase) ? null : Tag;

    private static string Primary(string tag) => tag.Split('-', '_')[0].Trim();

    /// <summary>Until it is disposed, interface texts have the language that was entered.</summary>
    /// <param name="Former">The culture before.</param>
    public readonly record struct Scope(CultureInfo? Former) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => s_current.Value = Former;
    }
}

/// <summary>Texts of a class from its <c>.resx</c> files: French in the neutral file, English in <c>.en.resx</c>. A key is the name of the member that asks.</summary>
/// <param name="owner">The class; its full name is that of the resource.</param>
public sealed class TextResource(Type owner)
{
    private readonly ResourceManager _texts = new(owner?.FullName!, owner!.Assembly);

    /// <summary>A text in the language of the interface.</summary>
    /// <param name="key">Its key.</param>
    /// <exception cref="MissingManifestResourceException">No file has the key.</exception>
    public string Get([CallerMemberName] string key = "") =>
        _texts.GetString(key, InterfaceLanguage.Current) ?? throw new MissingManifestResourceException($"{_texts.BaseName}.resx has no text with the name {key}.");

    /// <summary>A text with values in the place of <c>{0}</c>, <c>{1}</c>…, in the language of the interface.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">The values.</param>
    public string Format(string key, params object?[] values) => string.Format(InterfaceLanguage.Current, Get(key), values);

    /// <summary>The keys that the file of a language has by itself, without falling back.</summary>
    /// <param name="language">The language; <see cref="CultureInfo.InvariantCulture"/> for the neutral file.</param>
    public IReadOnlyCollection<string> KeysIn(CultureInfo language) =>
        [.. (_texts.GetResourceSet(language, true, false)?.Cast<System.Collections.DictionaryEntry>() ?? []).Select(static entry => (string)entry.Key)];
}
