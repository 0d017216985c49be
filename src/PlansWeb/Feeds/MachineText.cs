using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using PlansWeb.Content;

namespace PlansWeb.Feeds;

/// <summary>How text, instants, XML and JSON are written in the documents for machines.</summary>
internal static class MachineText
{
    /// <summary>JSON in UTF-8, for answers that are JSON and nothing else: what only HTML would take for a sign stays as it is.</summary>
    public static JsonWriterOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>XML in UTF-8, without a byte order mark.</summary>
    public static XmlWriterSettings Xml { get; } = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>An instant as RFC 3339 has it, its day that of Paris as on the pages. A day without time stays midnight UTC, which is that day too.</summary>
    public static string Instant(DateTimeOffset instant) =>
        (instant.UtcDateTime.TimeOfDay == TimeSpan.Zero ? instant : French.InParis(instant)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A text without the characters that XML cannot hold, which an editor's file may: one would make the whole document unreadable.</summary>
    public static string Clean(string text)
    {
        var isClean = true;
        for (var i = 0; i < text.Length && isClean; i++)
        {
            isClean = XmlConvert.IsXmlChar(text[i]);
        }

        if (isClean)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is read as U+FFFD, which is allowed; so is all beyond the first plane.
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
