using System.Text.Json;
using PlansWeb.Content;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>The list of pages as open data: a JSON array, one object for each page, absent values left out.</summary>
internal static class PageList
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>Writes the list.</summary>
    /// <param name="pages">The pages, each with the name of its section.</param>
    /// <param name="site">The public address; where it is not known the pages have a path only.</param>
    public static byte[] Write(IEnumerable<(ContentPage Page, string? Section)> pages, SiteAddress site)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, MachineText.Json))
        {
            json.WriteStartArray();
            foreach (var (page, section) in pages)
            {
                json.WriteStartObject();
                json.WriteString("title", page.Title);
                Optional(json, "url", site.Absolute(page.Href));
                json.WriteString("path", page.Href);
                Optional(json, "section", section);
                Optional(json, "description", page.Description);
                Optional(json, "date", page.Date is { } date ? French.IsoDate(date) : null);
                Optional(json, "updated", page.Updated is { } updated ? French.IsoDate(updated) : null);
                json.WriteString("lang", page.Lang);
                json.WriteEndObject();
            }

            json.WriteEndArray();
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
