using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Hosting;

/// <summary>Gives interface texts the language of the page that is asked for.</summary>
internal static class InterfaceLanguages
{
    /// <summary>Enters the language of the page at the address, or of the nearest page above it: an unknown address below <c>/en/</c> is answered in English.</summary>
    public static IApplicationBuilder UseInterfaceLanguage(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        using var language = InterfaceLanguage.Enter(Of(context.Snapshot(), Address.Normalize(context.Request.Path.Value!)));
        await next(context);
    });

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
