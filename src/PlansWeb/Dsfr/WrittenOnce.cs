using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PlansWeb.Dsfr;

/// <summary>Content that is the same on many pages: its HTML is made the first time, and kept.</summary>
/// <param name="content">The content; it must not change.</param>
internal sealed class WrittenOnce(IHtmlContent content) : IHtmlContent
{
    private string? _html;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(_html ??= Html(encoder));

    // The site has one encoder.
    private string Html(HtmlEncoder encoder)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, encoder);
        return writer.ToString();
    }
}
