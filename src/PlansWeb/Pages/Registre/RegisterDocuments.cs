using Microsoft.Net.Http.Headers;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;

namespace PlansWeb.Pages.Registre;

/// <summary>Chooses the addresses of the register's exports: files beside the page of its section.</summary>
internal sealed class RegisterDocumentConstraint : IRouteConstraint
{
    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext?.RequestServices.GetRequiredService<PageStore>().Current is { IsLoaded: true } snapshot
        && RegisterDocuments.NameOf(snapshot.Part<Register>(), Address.Normalize(httpContext.Request.Path.Value!)) is not null;
}

/// <summary>Answers the register as open data, readable from other sites (CORS). A closed list of files, cached as pages are.</summary>
internal static class RegisterDocuments
{
    private const string CsvType = "text/csv; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";

    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        ["actions.csv"] = CsvType,
        ["releves.csv"] = CsvType,
        ["documents.csv"] = CsvType,
        ["indicateurs.csv"] = CsvType,
        ["sources.csv"] = CsvType,
        ["actions.json"] = JsonType,
        ["actions.ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["schema.json"] = JsonType,
        ["datapackage.json"] = JsonType,
        ["dcat.jsonld"] = "application/ld+json",
    };

    /// <summary>The names of the exports.</summary>
    public static IEnumerable<string> Names => s_types.Keys;

    /// <summary>Maps the exports.</summary>
    public static IEndpointConventionBuilder MapRegisterDocuments(this WebApplication app) =>
        app.MapMethods("/{**path:registrefichier}", s_methods, Send);

    /// <summary>The name of the export at a decoded address; <see langword="null"/> where there is none.</summary>
    public static string? NameOf(Register register, string url) =>
        register.Section is not null && url.StartsWith(register.SectionUrl, StringComparison.Ordinal) && s_types.ContainsKey(url[register.SectionUrl.Length..]) ? url[register.SectionUrl.Length..] : null;

    private static Task Send(HttpContext context)
    {
        var snapshot = context.Snapshot();
        var register = snapshot.Part<Register>();
        var path = Address.Normalize(context.Request.Path.Value!);
        if (NameOf(register, path) is not { } name)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var site = context.RequestServices.GetRequiredService<SiteAddress>();
        var document = Make(name, register, snapshot.Identity.DataLicence, site);
        context.Response.ContentType = s_types[name];
        context.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
        return context.Response.Body.WriteAsync(document, 0, document.Length, CancellationToken.None);
    }

    private static byte[] Make(string name, Register register, Licence licence, SiteAddress site) => name switch
    {
        "actions.json" => RegisterExports.Json(register, licence, site.Absolute),
        "actions.ods" => RegisterExports.Ods(RegisterTable.All(register)),
        "schema.json" => RegisterExports.Schema(register, licence, site.Absolute),
        "datapackage.json" => RegisterExports.DataPackage(register, licence),
        "dcat.jsonld" => RegisterExports.Dcat(register, licence, href => site.Absolute(href) ?? href),
        _ => RegisterExports.Csv(RegisterTable.All(register).First(table => table.Name + ".csv" == name)),
    };
}
