using System.Xml;

namespace PlansWeb.Feeds;

/// <summary>A feed in Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes a feed.</summary>
    /// <param name="feed">What is in it.</param>
    /// <param name="self">The feed's own absolute address.</param>
    public static byte[] Write(Feed feed, string self)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, MachineText.Xml))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, MachineText.Clean(feed.Lang));
            Text(xml, "id", feed.Id ?? feed.Home);
            Text(xml, "title", feed.Title);
            Text(xml, "updated", MachineText.Instant(feed.Updated));
            Link(xml, "self", "application/atom+xml", self);
            Link(xml, "alternate", "text/html", feed.Home);
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", feed.Site.Publisher);
            xml.WriteEndElement();
            foreach (var entry in feed.Entries)
            {
                Entry(xml, entry, feed.Lang);
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Entry(XmlWriter xml, FeedEntry entry, string lang)
    {
        xml.WriteStartElement("entry", Namespace);
        if (entry.Lang != lang)
        {
            xml.WriteAttributeString("xml", "lang", null, MachineText.Clean(entry.Lang));
        }

        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        Link(xml, "alternate", "text/html", entry.Href);
        if (entry.Published is { } date)
        {
            Text(xml, "published", MachineText.Instant(date));
        }

        Text(xml, "updated", MachineText.Instant(entry.Updated));
        foreach (var tag in entry.Tags)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", MachineText.Clean(tag));
            xml.WriteEndElement();
        }

        if (entry.Summary is { } summary)
        {
            Text(xml, "summary", summary);
        }

        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(MachineText.Clean(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, MachineText.Clean(value));

    private static void Link(XmlWriter xml, string relation, string type, string href)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}
