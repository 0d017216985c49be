using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>HTML as a tree, one node a line: every tag, attribute and text counts, the source's white space does not. No-break spaces show as ⍽ and ⸱.</summary>
internal static class HtmlTree
{
    public static string Of(string html)
    {
        var tree = new StringBuilder();
        foreach (var node in new HtmlParser().ParseDocument("<body>" + html).Body!.ChildNodes)
        {
            Append(node, 0, tree);
        }

        return tree.ToString();
    }

    private static void Append(INode node, int depth, StringBuilder tree)
    {
        if (node is IText { ParentElement.LocalName: not "code" } text)
        {
            var words = string.Join(' ', text.Data.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
            Line(words.Length == 0 ? "" : $"« {(text.Data[0] is ' ' or '\n' ? " " : "")}{words} »", depth, tree);
        }
        else if (node is IText code)
        {
            Line($"« {code.Data} »", depth, tree);
        }
        else if (node is IComment comment)
        {
            Line($"<!--{comment.Data}-->", depth, tree);
        }
        else if (node is IElement element)
        {
            var attributes = element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => $" {attribute.Name}=\"{attribute.Value}\"");
            Line($"<{element.LocalName}{string.Concat(attributes)}>", depth, tree);
            foreach (var child in element.ChildNodes)
            {
                Append(child, depth + 1, tree);
            }
        }
    }

    private static void Line(string line, int depth, StringBuilder tree)
    {
        if (line.Length > 0)
        {
            tree.Append(' ', depth * 2).Append(line.Replace('\u00A0', '⍽').Replace('\u202F', '⸱')).Append('\n');
        }
    }
}
