using System.Text;
using PlansWeb.Content.Site;
using PlansWeb.Pages;

namespace PlansWeb.Feeds;

/// <summary>
/// A page as Markdown: its title, then the text as its writer wrote it, Liquid resolved. The front matter is not part of it: its keys are
/// between the editor and the site.
/// </summary>
internal static class MarkdownDocument
{
    /// <summary>The media type; RFC 7763 asks for the charset.</summary>
    public const string MediaType = PageVariants.MarkdownType + "; charset=utf-8";

    private const string Special = @"\`*_[]<>&";

    /// <summary>The Markdown of a page.</summary>
    public static string Of(ContentPage page)
    {
        var text = new StringBuilder("# ");
        foreach (var c in page.Title.ReplaceLineEndings(" "))
        {
            // The title is plain text: what Markdown would take for a sign is escaped.
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.Append("\n\n").Append(page.Markdown.ToString().Trim('\r', '\n')).Append('\n').ToString();
    }
}
