using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>HTML that encodes its own texts, as Razor takes it: written as it is.</summary>
/// <param name="html">The HTML.</param>
internal sealed class HtmlContent(IHtml html) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => html.WriteTo(writer);
}
