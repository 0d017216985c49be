using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PlansWeb.Content;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Html;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Pages;

namespace PlansWeb.Feeds;

/// <summary>
/// Structured data of a page (schema.org) as JSON-LD. It stands in a data block, which is a <c>script</c> element by name only: the HTML
/// standard runs nothing of this type, and so asks no <c>script-src</c> of the content security policy for it.
/// </summary>
internal static class StructuredData
{
    // Within HTML: « < » is written as \u003C, so that no text can end the block.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data of a page of the store.</summary>
    /// <param name="identity">Whose site it is.</param>
    /// <param name="page">The page.</param>
    /// <param name="image">The absolute address of its image.</param>
    /// <param name="breadcrumb">Its breadcrumb, from the home page to itself.</param>
    /// <param name="site">The public address; it must be known.</param>
    public static RenderedHtml Of(SiteIdentity identity, ContentPage page, string? image, IReadOnlyList<MenuItem> breadcrumb, SiteAddress site) => page.Url == SitePages.Home
        ? OfHome(identity, site)
        : Write(json =>
        {
            Article(json, identity, page, image, site);
            Breadcrumb(json, breadcrumb, site);
        });

    /// <summary>The data of the home page.</summary>
    /// <param name="identity">Whose site it is.</param>
    /// <param name="site">The public address; it must be known.</param>
    public static RenderedHtml OfHome(SiteIdentity identity, SiteAddress site) => Write(json => WebSite(json, identity, site));

    private static RenderedHtml Write(Action<Utf8JsonWriter> graph)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            graph(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new RenderedHtml(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WebSite(Utf8JsonWriter json, SiteIdentity identity, SiteAddress site)
    {
        json.WriteStartObject();
        json.WriteString("@type", "WebSite");
        json.WriteString("name", identity.Title);
        json.WriteString("url", site.Absolute("/"));
        json.WriteString("inLanguage", identity.Language);
        Publisher(json, identity, site);
        json.WriteEndObject();
    }

    // An article has a date; what has none, such as legal pages, is a page and no more.
    private static void Article(Utf8JsonWriter json, SiteIdentity identity, ContentPage page, string? image, SiteAddress site)
    {
        json.WriteStartObject();
        var isArticle = page.Date is not null;
        json.WriteString("@type", isArticle ? "Article" : "WebPage");
        json.WriteString(isArticle ? "headline" : "name", page.Title);
        json.WriteString("url", site.Absolute(page.Href));
        json.WriteString("inLanguage", page.Lang);
        if (page.Date is { } date)
        {
            json.WriteString("datePublished", French.IsoDate(date));
        }

        if (page.Updated is { } updated)
        {
            json.WriteString("dateModified", French.IsoDate(updated));
        }

        if (image is not null)
        {
            json.WriteString("image", image);
        }

        Publisher(json, identity, site);
        json.WriteEndObject();
    }

    private static void Breadcrumb(Utf8JsonWriter json, IReadOnlyList<MenuItem> breadcrumb, SiteAddress site)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        for (var i = 0; i < breadcrumb.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", i + 1);
            json.WriteString("name", breadcrumb[i].Text);
            if (breadcrumb[i].Href is { } href)
            {
                // An entry of the menu may lead to another site.
                json.WriteString("item", href.StartsWith('/') ? site.Absolute(href) : href);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Only a build with the State's brand speaks for it.
    private static void Publisher(Utf8JsonWriter json, SiteIdentity identity, SiteAddress site)
    {
        json.WriteStartObject("publisher");
        json.WriteString("@type", Brand.IsState ? "GovernmentOrganization" : "Organization");
        json.WriteString("name", identity.Publisher);
        json.WriteString("url", site.Absolute("/"));
        json.WriteEndObject();
    }
}
