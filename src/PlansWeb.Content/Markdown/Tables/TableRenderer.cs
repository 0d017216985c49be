using Markdig.Renderers;
using Markdig.Renderers.Html;
using PlansWeb.Dsfr.Components;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>Writes a pipe table as the DSFR's table component; a wide one scrolls in a <see cref="ScrollingBox"/>.</summary>
internal sealed class TableRenderer : HtmlObjectRenderer<TableBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, TableBlock obj)
    {
        var header = (TableRowBlock)obj[0];
        renderer.EnsureLine();
        renderer.Write("<div class=\"fr-table fr-table--multiline\"><div class=\"fr-table__wrapper\"><div class=\"fr-table__container\"");
        foreach (var (name, value) in ScrollingBox.Named(obj.Name))
        {
            renderer.Write(' ').Write(name).Write("=\"").WriteEscape(value).Write('"');
        }

        renderer.WriteLine("><div class=\"fr-table__content\">");
        renderer.Write("<table").WriteAttributes(obj).WriteLine(">");
        renderer.WriteLine("<thead>");
        WriteRow(renderer, obj, header, "th");
        renderer.WriteLine("</thead>");
        if (obj.Count > 1)
        {
            renderer.WriteLine("<tbody>");
            for (var i = 1; i < obj.Count; i++)
            {
                WriteRow(renderer, obj, (TableRowBlock)obj[i], "td");
            }

            renderer.WriteLine("</tbody>");
        }

        renderer.WriteLine("</table>");
        renderer.WriteLine("</div></div></div></div>");
    }

    private static void WriteRow(HtmlRenderer renderer, TableBlock table, TableRowBlock row, string tag)
    {
        renderer.WriteLine("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            renderer.Write('<').Write(tag);
            if (tag == "th")
            {
                renderer.Write(" scope=\"col\"");
            }

            // markdown-it writes a style attribute; the site's content security policy knows none, the DSFR has classes.
            renderer.Write(table.Alignments[i] switch
            {
                CellAlignment.Center => " class=\"fr-cell--center\"",
                CellAlignment.Right => " class=\"fr-cell--right\"",
                _ => "",
            });
            renderer.Write('>').WriteLeafInline((TableCellBlock)row[i]);
            renderer.Write("</").Write(tag).WriteLine(">");
        }

        renderer.WriteLine("</tr>");
    }
}
