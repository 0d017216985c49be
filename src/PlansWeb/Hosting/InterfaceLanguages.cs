using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Pages;

namespace PlansWeb.Hosting;

/// <summary>Gives interface texts the language of the page that is asked for.</summary>
internal static class InterfaceLanguages
{
    private const string LanguageKey = "langue";

    /// <summary>Enters the language of the page at the address, or of the nearest page above it: an unknown address below <c>/en/</c> is answered in English.</summary>
    public static IApplicationBuilder UseInterfaceLanguage(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        using var language = InterfaceLanguage.Enter(context.AskedLanguage() ?? Of(context.Snapshot(), Address.Normalize(context.Request.Path.Value!)));
        await next(context);
    });

    /// <summary>
    /// The language that a search asks for, <c>langue</c>: a search has one address for all languages, and comes from a page in one of them.
    /// <see langword="null"/> for all other addresses, and for a value that is no code of a language.
    /// </summary>
    public static string? AskedLanguage(this HttpContext context) =>
        context.Request.Path.Equals(RechercheModel.Route, StringComparison.Ordinal) && context.Request.Query[LanguageKey] is [{ Length: 2 or 3 } code, ..] && code.All(char.IsAsciiLetterLower) ? code : null;

    /// <summary>What a search from a page asks for: the page's language, where it is not that of the home page.</summary>
    public static string? SearchLanguage(this HttpContext context, string page)
    {
        var code = page.Split('-')[0].ToLowerInvariant();
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) && code != Of(context.Snapshot(), SitePages.Home).Split('-')[0] ? code : null;
    }

    private static string Of(Snapshot snapshot, string path)
    {
        while (path.Length > 0)
        {
            if (snapshot.Find(path) is { } page)
            {
                return page.Lang;
            }

            path = path[..(path.TrimEnd('/').LastIndexOf('/') + 1)];
        }

        return InterfaceLanguage.Tag;
    }
}
