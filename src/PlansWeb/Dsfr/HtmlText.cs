using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PlansWeb.Dsfr;

/// <summary>Text as HTML.</summary>
public static class HtmlText
{
    /// <summary>
    /// The site's one encoder, for element text and for quoted attribute values alike. It leaves French letters as they are: an « é » is two
    /// bytes, not eight.
    /// </summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);
}
