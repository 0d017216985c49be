using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PlansWeb.Content.Search;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>HTML that encodes its own texts, as Razor takes it: written as it is.</summary>
/// <param name="html">The HTML.</param>
internal sealed class HtmlContent(IHtml html) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => html.WriteTo(writer);
}

/// <summary>Writes an excerpt. Its text goes through the encoder of the response; only <c>mark</c> is an element.</summary>
internal static class ExcerptHtml
{
    /// <summary>The excerpt, the words that were looked for in <c>mark</c>.</summary>
    public static IHtmlContent Of(IEnumerable<ExcerptPart> parts)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            if (part.IsMatch)
            {
                var mark = new TagBuilder("mark");
                mark.InnerHtml.Append(part.Text);
                html.AppendHtml(mark);
            }
            else
            {
                html.Append(part.Text);
            }
        }

        return html;
    }
}
