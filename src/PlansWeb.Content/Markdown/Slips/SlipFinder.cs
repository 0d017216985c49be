using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Markdown.Tables;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Slips;

/// <summary>
/// Reports what would be lost or shown as it was typed: marks that make nothing, links that are none, tables without columns, what is opened and
/// never closed. It looks at the tree, so that code, and what a backslash guards, are left alone.
/// </summary>
/// <param name="markdown">The text of the page.</param>
/// <param name="context">Takes the reports.</param>
/// <param name="hasMarks">Marks of other programs may have a meaning.</param>
internal sealed class SlipFinder(string markdown, RenderContext context, bool hasMarks)
{
    private const int LongestHeading = 120;

    // Languages of code blocks that other programs draw.
    private static readonly HashSet<string> s_drawings = new(["mermaid", "plantuml", "puml", "dot", "graphviz", "math", "latex", "katex", "dataview", "query"], StringComparer.OrdinalIgnoreCase);

    // Of the text up to there, the quotations that are open.
    private int _readTo;
    private int _opened;

    private readonly Lazy<TextPositions> _lines = new(() => new TextPositions(markdown));

    /// <summary>Looks at the whole page. Nothing is changed.</summary>
    /// <param name="document">Its tree.</param>
    /// <param name="leaves">The leaf blocks of it, in order, with their text joined (<see cref="TextJoiner"/>).</param>
    public void Report(MarkdownDocument document, IReadOnlyList<LeafBlock> leaves)
    {
        ReportRestarts(document);
        var tags = new OpenTags(context);
        foreach (var leaf in leaves)
        {
            switch (leaf)
            {
                case FencedCodeBlock { ClosingFencedCharCount: 0 } fence:
                    ReportFence(fence);
                    break;
                case FencedCodeBlock { Info: { } language } drawing when !hasMarks && s_drawings.Contains(language):
                    context.Report(DiagnosticRules.ForeignSyntax, drawing.Line, $"« {language} » n’est pas dessiné ici : le lecteur voit le code.",
                        "Déposez le dessin comme une image, avec un texte qui dit ce qu’elle montre, ou écrivez-le en tableau ou en liste.");
                    break;
                case HtmlBlock html:
                    var text = html.Lines.ToString();
                    HtmlSlips.Report(html, text, context);
                    tags.Read(text, html.Line);
                    break;
                default:
                    ReportText(leaf);
                    foreach (var tag in leaf.Inline?.FindDescendants<HtmlInline>() ?? [])
                    {
                        tags.Read(tag.Tag, leaf.Line);
                    }

                    break;
            }
        }

        tags.End();
    }

    /// <summary>Takes out the headings without text: they would be links without a name in the summary (RGAA 6.2, 9.1). Each was reported.</summary>
    /// <param name="leaves">The leaf blocks; those that were taken out leave the list too.</param>
    /// <param name="isKept">They are only reported.</param>
    public void RemoveEmptyHeadings(List<LeafBlock> leaves, bool isKept)
    {
        foreach (var heading in leaves.OfType<HeadingBlock>().Where(static heading => string.IsNullOrWhiteSpace(HeadingText.Of(heading.Inline)) && !HasNamedImage(heading)).ToArray())
        {
            context.Report(DiagnosticRules.EmptyHeading, heading.Line, "Le titre n’a pas de texte : au sommaire, ce serait un lien sans nom.", "Écrivez le titre après les dièses, ou supprimez la ligne.");
            if (!isKept)
            {
                // An image without alternative text is still an image.
                if (heading.Inline?.FindDescendants<LinkInline>().Any(static link => link.IsImage) is true)
                {
                    var inlines = heading.Inline;
                    heading.Inline = null;
                    var paragraph = new ParagraphBlock { Inline = inlines, Line = heading.Line, Span = heading.Span, IsOpen = false };
                    heading.Parent![heading.Parent.IndexOf(heading)] = paragraph;
                    leaves[leaves.IndexOf(heading)] = paragraph;
                }
                else
                {
                    heading.Parent!.Remove(heading);
                    leaves.Remove(heading);
                }
            }
        }
    }

    private static bool HasNamedImage(HeadingBlock heading) =>
        heading.Inline?.FindDescendants<LinkInline>().Any(static link => link.IsImage && HeadingText.Of(link).Length > 0) is true;

    private void ReportFence(FencedCodeBlock fence) => context.Report(
        DiagnosticRules.UnclosedContainer, fence.Line,
        $"Le bloc de code « {new string(fence.FencedChar, fence.OpeningFencedCharCount)} » n’est pas fermé : la suite de la page est montrée comme du code.",
        $"Ajoutez une ligne « {new string(fence.FencedChar, fence.OpeningFencedCharCount)} » à la fin du code.");

    private void ReportText(LeafBlock leaf)
    {
        var place = leaf switch
        {
            ParagraphBlock => SlipPlaces.Paragraph,
            HeadingBlock => SlipPlaces.Heading,
            TableCellBlock => SlipPlaces.Cell,
            _ => default,
        };
        if (place == default || ShownText.Of(leaf) is not { } text)
        {
            return;
        }

        if (leaf is HeadingBlock { IsSetext: true } && (text.Length > LongestHeading || text.Contains('\n', StringComparison.Ordinal) || text[^1] is '.' or ';' or ','))
        {
            context.Report(DiagnosticRules.BadMark, leaf.Line, "Le texte au-dessus de cette ligne est devenu un titre.",
                "Laissez une ligne vide avant elle pour un trait ; pour un titre, écrivez des dièses : « ## Titre ».");
        }

        var taken = new List<(int Start, int End)>();
        var starts = Starts(text);
        foreach (var slip in SlipPatterns.All)
        {
            if ((slip.Places & place) == 0 || (hasMarks && (slip.Rule == DiagnosticRules.ForeignSyntax || slip.Pattern == SlipPatterns.NoteCall)))
            {
                continue;
            }

            foreach (var match in slip.In(text, starts))
            {
                if (taken.Exists(other => match.Index < other.End && match.Index + match.Length > other.Start))
                {
                    continue;
                }

                if (slip.Pattern == SlipPatterns.QuoteMark && IsInQuotation(leaf.Span.Start))
                {
                    break;
                }

                taken.Add((match.Index, match.Index + match.Length));
                var line = leaf.Line + text.AsSpan(0, match.Index).Count('\n');
                context.Report(slip.Rule, line, SlipPattern.Fill(slip.Message, match), SlipPattern.Fill(slip.Advice, match), Column(line, match.Value));

                // A mark at the beginning of a line is repeated on the lines below: told once a paragraph.
                if (slip.Places == SlipPlaces.Paragraph)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The first character of each line of a text.</summary>
    public static string Starts(string text)
    {
        var starts = new StringBuilder();
        foreach (var line in text.AsSpan().Split('\n'))
        {
            starts.Append(text[line] is [var first, ..] ? first : ' ');
        }

        return starts.ToString();
    }

    // Between « and », each paragraph may begin with » (Imprimerie nationale, Lexique: « guillemets »). Asked for in the order of the text, and read once.
    private bool IsInQuotation(int at)
    {
        if (at > _readTo && at <= markdown.Length)
        {
            var more = markdown.AsSpan(_readTo..at);
            foreach (var line in more.Split('\n'))
            {
                _opened += more[line].Count('«') - more[line].TrimStart(" >").TrimStart('»').Count('»');
            }

            _readTo = at;
        }

        return _opened > 0;
    }

    // « 1. … text … 1. »: the text is at the margin, so it ended the list. What announces another list is left alone.
    private void ReportRestarts(MarkdownDocument document)
    {
        foreach (var siblings in document.Descendants().OfType<ContainerBlock>().Prepend(document))
        {
            ListBlock? before = null;
            Block? between = null;
            foreach (var block in siblings)
            {
                if (block is not ListBlock { IsOrdered: true } list)
                {
                    before = block is ParagraphBlock or CodeBlock or QuoteBlock or TableBlock or ListBlock ? before : null;
                    between = block;
                    continue;
                }

                if (before is not null && between is not null && list.OrderedStart == "1" && !Announces(between))
                {
                    var next = (int.TryParse(before.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1) + before.Count;
                    context.Report(DiagnosticRules.RestartedList, list.Line, $"La liste recommence à 1 : ce qui suit le point {next - 1} est au bord gauche, et termine la liste.",
                        $"Décalez ce texte de trois espaces pour qu’il soit dans le point, ou écrivez ici « {next}. » ; pour une autre liste, annoncez-la par un titre ou par une phrase qui finit par deux-points.", list.Column + 1);
                }

                (before, between) = (list, null);
            }
        }
    }

    // « Pour acheter : », « Comment faire ? », « **Au guichet** »
    private static bool Announces(Block block) => block is ParagraphBlock { Inline: { } inlines }
        && (HeadingText.Of(inlines).TrimEnd() is [.., ':' or '?'] || inlines.All(static inline => inline is EmphasisInline or LineBreakInline));

    private int Column(int line, string found)
    {
        var first = found.Split('\n')[0].Split(ShownText.Link, ShownText.Object)[0].TrimEnd();
        return first.Length == 0 ? 0 : (_lines.Value.LineAt(line + 1)?.IndexOf(first, StringComparison.Ordinal) ?? -1) + 1;
    }
}
