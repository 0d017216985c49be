using PlansWeb.Content;
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
        using var language = InterfaceLanguage.Enter(context.LanguageIn(context.Snapshot()));
        await next(context);
    });

    /// <summary>The language that a request asks for, or that of the page at its address or nearest above it.</summary>
    public static string LanguageIn(this HttpContext context, Snapshot snapshot) => context.AskedLanguage() ?? Of(snapshot, Address.Normalize(context.Request.Path.Value!));

    /// <summary>
    /// The language that a search asks for, <c>langue</c>: a search has one address for all languages, and comes from a page in one of them.
    /// <see langword="null"/> for all other addresses, and for a value that is no code of a language.
    /// </summary>
    public static string? AskedLanguage(this HttpContext context) =>
        context.Request.Path.Equals(RechercheModel.Route, StringComparison.Ordinal) && context.Request.Query[LanguageKey] is [{ Length: 2 or 3 } code, ..] && code.All(char.IsAsciiLetterLower) ? code : null;

    /// <summary>What a search from a page asks for: the page's language, where it is not that of the home page.</summary>
    public static string? SearchLanguage(this HttpContext context, string page)
    {
        var code = LanguageTag.Primary(page);
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) && code != LanguageTag.Primary(Of(context.Snapshot(), SitePages.Home)) ? code : null;
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

        return snapshot.Identity.Lang ?? InterfaceLanguage.Tag;
    }
}
