using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>Links as nested lists, as deep as they go. Written directly: a list of 10,000 pages would be as many partial views.</summary>
/// <param name="items">The links.</param>
internal sealed class LinkTree(IReadOnlyList<MenuItem> items) : IHtmlContent
{
    /// <summary>The deepest tree that is made: nobody reads deeper ones, and each level takes its share of the stack.</summary>
    public const int MostLevels = 10;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Write(items, writer, encoder);

    private static void Write(IReadOnlyList<MenuItem> items, TextWriter writer, HtmlEncoder encoder)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.Write("<ul>");
        foreach (var item in items)
        {
            writer.Write(item.Href is null ? "<li>" : "<li><a href=\"");
            if (item.Href is not null)
            {
                encoder.Encode(writer, item.Href);
                if (item.Lang is not null)
                {
                    writer.Write("\" lang=\"");
                    encoder.Encode(writer, item.Lang);
                    writer.Write("\" hreflang=\"");
                    encoder.Encode(writer, item.Lang);
                }

                writer.Write("\">");
            }

            encoder.Encode(writer, item.Text);
            writer.Write(item.Href is null ? "" : "</a>");
            Write(item.Children, writer, encoder);
            writer.Write("</li>\n");
        }

        writer.Write("</ul>\n");
    }
}
