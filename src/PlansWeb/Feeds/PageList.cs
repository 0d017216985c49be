using System.Text.Json;
using PlansWeb.Content;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>The list of pages as open data: a JSON array, one object for each page, absent values left out.</summary>
internal static class PageList
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>Writes the list.</summary>
    /// <param name="pages">The pages, each with the name of its section, and its plan where it is one.</param>
    /// <param name="site">The public address; where it is not known the pages have a path only.</param>
    public static byte[] Write(IEnumerable<(ContentPage Page, string? Section, Plan? Plan)> pages, SiteAddress site)
    {
        return Write(json =>
        {
            json.WriteStartArray();
            foreach (var (page, section, plan) in pages)
            {
                json.WriteStartObject();
                json.WriteString("title", page.Title);
                Optional(json, "url", site.Absolute(page.Href));
                json.WriteString("path", page.Href);
                Optional(json, "section", section);
                Optional(json, "description", page.Description);
                Optional(json, "date", page.Date is { } date ? French.IsoDate(date) : null);
                Optional(json, "updated", page.Updated is { } updated ? French.IsoDate(updated) : null);
                Optional(json, "reviewDate", page.ReviewDate is { } review ? French.IsoDate(review) : null);
                json.WriteString("lang", page.Lang);
                Optional(json, "administration", plan?.Administration);
                if (plan?.Documents.Count > 0)
                {
                    json.WriteStartArray("documents");
                    foreach (var document in plan.Documents)
                    {
                        json.WriteStringValue(document.File is null ? document.Href : site.Absolute(document.Href) ?? document.Href);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Writes public addresses.</summary>
    public static byte[] Addresses(IEnumerable<KnownAddress> addresses, SiteAddress site) => Write(json => KnownAddress.Write(addresses, json, site.Absolute));

    /// <summary>Writes links with the page, the file and the line where each stands.</summary>
    public static byte[] Links(IEnumerable<PageLink> links, SiteAddress site) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("url", link.Address.StartsWith("//", StringComparison.Ordinal) ? "https:" + link.Address : link.Address);
            json.WriteString("page", site.Absolute(link.Page.Href) ?? link.Page.Href);
            json.WriteString("file", link.Page.SourcePath);
            json.WriteNumber("line", link.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, MachineText.Json))
        {
            write(json);
        }

        return stream.ToArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
