using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PlansWeb.Content.Search;

namespace PlansWeb.Pages;

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
