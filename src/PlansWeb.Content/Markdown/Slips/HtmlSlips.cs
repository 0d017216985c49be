using System.Text.RegularExpressions;
using Markdig.Syntax;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Slips;

/// <summary>Slips in a block of HTML: a comment without its end, Markdown that stays as it is, headings without text.</summary>
internal static partial class HtmlSlips
{
    /// <summary>Reports them.</summary>
    /// <param name="block">The block.</param>
    /// <param name="text">Its lines.</param>
    /// <param name="context">Takes the reports.</param>
    public static void Report(HtmlBlock block, string text, RenderContext context)
    {
        if (UnclosedComment(text) is >= 0 and var comment)
        {
            context.Report(DiagnosticRules.UnclosedComment, LineOf(block, text, comment),
                "Le commentaire « <!-- » n’est jamais fermé : le reste de la page n’est pas affiché.", "Ajoutez « --> » à la fin du commentaire.");
            return;
        }

        if (block.Type is HtmlBlockType.Comment or HtmlBlockType.ScriptPreOrStyle or HtmlBlockType.CData or HtmlBlockType.ProcessingInstruction or HtmlBlockType.DocumentType)
        {
            return;
        }

        if (SlipPattern.Matches(MarkdownText(), ShownIn(text)) is [var found, ..])
        {
            var words = found.Value.Trim().Split('\n')[0];
            context.Report(DiagnosticRules.MarkdownInHtml, LineOf(block, text, found.Index + found.Length - found.Value.TrimStart().Length),
                $"« {(words.Length > 60 ? words[..59] + "…" : words)} » est du Markdown dans un bloc de HTML : il est affiché tel quel.",
                "Laissez une ligne vide entre la balise et ce texte, et une autre après lui, ou écrivez-le en HTML.");
        }

        foreach (var heading in SlipPattern.Matches(EmptyHeading(), text))
        {
            context.Report(DiagnosticRules.EmptyHeading, LineOf(block, text, heading.Index), "Le titre n’a pas de texte : au sommaire, ce serait un lien sans nom.",
                "Écrivez le titre entre les deux balises, ou supprimez-les.");
        }
    }

    // Of the same length, so that places stay: without what is no text of the block.
    private static string ShownIn(string text)
    {
        var shown = text.ToCharArray();
        foreach (var match in SlipPattern.Matches(NoText(), text))
        {
            for (var i = match.Index; i < match.Index + match.Length; i++)
            {
                shown[i] = shown[i] == '\n' ? '\n' : ' ';
            }
        }

        return new string(shown);
    }

    private static int UnclosedComment(string text)
    {
        var last = text.LastIndexOf("<!--", StringComparison.Ordinal);
        return last >= 0 && text.IndexOf("-->", last + 2, StringComparison.Ordinal) < 0 ? last : -1;
    }

    private static int LineOf(HtmlBlock block, string text, int at) => block.Line + text.AsSpan(0, at).Count('\n');

    // Tags, comments, and what is shown as code.
    [GeneratedRegex("""<!--.*?-->|<(pre|code|kbd|samp|script|style|textarea)\b.*?(</\1\s*>|\z)|</?[a-z](?>"[^"]*"|'[^']*'|[^'"<>])*>""", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex NoText();

    [GeneratedRegex(@"\*\*[^\s*][^*\n]*\*\*|!?\[[^\[\]\n]+\]\((?:https?:|mailto:|tel:|/|\.|\#)[^()\s]*\)|^[ ]*\#{1,6} [^\n]*\p{L}[^\n]*|^[ ]*[-*+] [^\n]*\n[ ]*[-*+] [^\n]*", RegexOptions.Multiline, 1000)]
    private static partial Regex MarkdownText();

    [GeneratedRegex(@"<h([1-6])\b[^<>]*>(?>\s|&nbsp;|&\#160;|\u00a0|<!--.*?-->|</?(?:b|strong|em|i|span|br|u)\b[^<>]*>)*</h\1\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex EmptyHeading();
}
