using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PlansWeb.Content.Html;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>
/// HTML reduced to what two renderers must agree on, as the corpus's README says: tags, texts, <c>href</c> and <c>src</c> in order, one
/// item a line. White space, other attributes, comments, scripts, styles, frames, links in the place of frames, and the wrappers around tables
/// are left out.
/// </summary>
internal static class HtmlOutline
{
    private static readonly HashSet<string> s_ignored = ["script", "style", "iframe", "noscript", "template"];

    public static string Of(string html)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        var outline = new StringBuilder();
        var text = new StringBuilder();
        foreach (var node in document.Body!.ChildNodes)
        {
            Append(node, outline, text);
        }

        FlushText(outline, text);
        return outline.ToString();
    }

    private static void Append(INode node, StringBuilder outline, StringBuilder text)
    {
        if (node is IText words)
        {
            text.Append(words.Data);
            return;
        }

        if (node is not IElement element || s_ignored.Contains(element.LocalName) || element.ClassList.Contains(HtmlWriter.VideoClass))
        {
            return;
        }

        var isWrapper = element.LocalName == "div" && element.ClassList.Any(name => name.StartsWith("fr-table", StringComparison.Ordinal));
        if (!isWrapper)
        {
            FlushText(outline, text);
            outline.Append('<').Append(element.LocalName);
            foreach (var name in (string[])["href", "src"])
            {
                if (element.GetAttribute(name) is { } value)
                {
                    outline.Append(' ').Append(name).Append('=').Append(value);
                }
            }

            outline.Append(">\n");
        }

        foreach (var child in element.ChildNodes)
        {
            Append(child, outline, text);
        }

        if (!isWrapper)
        {
            FlushText(outline, text);
            outline.Append("</").Append(element.LocalName).Append(">\n");
        }
    }

    private static void FlushText(StringBuilder outline, StringBuilder text)
    {
        var words = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.Clear();
        if (words.Length > 0)
        {
            outline.Append(words).Append('\n');
        }
    }
}
