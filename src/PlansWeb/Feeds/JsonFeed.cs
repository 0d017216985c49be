using System.Text.Json;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>A feed in JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/feed+json";

    /// <summary>Writes a feed.</summary>
    /// <param name="feed">What is in it.</param>
    /// <param name="self">The feed's own absolute address.</param>
    /// <param name="site">The public address.</param>
    public static byte[] Write(Feed feed, string self, SiteAddress site)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, MachineText.Json))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Home);
            json.WriteString("feed_url", self);
            json.WriteString("language", feed.Lang);
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", feed.Site.Publisher);
            json.WriteString("url", site.Absolute("/"));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                Item(json, entry, feed.Lang);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Item(Utf8JsonWriter json, FeedEntry entry, string lang)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Href);
        json.WriteString("title", entry.Title);
        json.WriteString("content_html", entry.Html);
        if (entry.Summary is { } summary)
        {
            json.WriteString("summary", summary);
        }

        if (entry.Published is { } date)
        {
            json.WriteString("date_published", MachineText.Instant(date));
        }

        json.WriteString("date_modified", MachineText.Instant(entry.Updated));
        if (entry.Lang != lang)
        {
            json.WriteString("language", entry.Lang);
        }

        if (entry.Tags.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var tag in entry.Tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
