using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Markdown.Tables;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Attributes;

/// <summary>
/// Moves what writers put in braces to the element it is for, by the rules of markdown-it-attrs: right after an image, code, a link or
/// emphasis; at the end of a block; alone on a block's last line; alone in a paragraph after a list or table; after a fence or a rule.
/// </summary>
/// <param name="context">Takes the ids chosen and the problems found.</param>
internal sealed class AttributeApplier(RenderContext context)
{
    /// <summary>Looks at every leaf block of a page, in order.</summary>
    public void Apply(IReadOnlyList<LeafBlock> leaves)
    {
        foreach (var leaf in leaves)
        {
            if (leaf is FencedCodeBlock fence)
            {
                ApplyToFence(fence);
            }
            else if (leaf.Inline is { } inlines && leaf is ParagraphBlock or HeadingBlock or TableCellBlock)
            {
                ApplyToInlines(leaf, inlines);
                ApplyToBlock(leaf, inlines);
            }
        }
    }

    private void ApplyToFence(FencedCodeBlock fence)
    {
        if (BracedAttributes.AtEnd(fence.Arguments ?? "") is { } behind)
        {
            Set(fence, behind, fence.Line);
            fence.Arguments = fence.Arguments![..behind.Start].TrimEnd();
        }
        else if (string.IsNullOrEmpty(fence.Arguments) && BracedAttributes.AtEnd(fence.Info ?? "") is { } inside)
        {
            // Markdig has made a class of the whole word.
            fence.GetAttributes().Classes?.Clear();
            var language = fence.Info![..inside.Start];
            if (language.Length > 0)
            {
                fence.GetAttributes().AddClass("language-" + language);
            }

            fence.Info = language;
            Set(fence, inside, fence.Line);
        }
    }

    private void ApplyToInlines(LeafBlock leaf, ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is TextInline text && text.PreviousSibling is ContainerInline or CodeInline)
            {
                while (BracedAttributes.AtStart(text.Text) is { } braces && !text.IsGuarded(0))
                {
                    Set(text.PreviousSibling, braces, leaf.Line);
                    text.Keep(braces.End..);
                }
            }
            else if (inline is ContainerInline inner)
            {
                ApplyToInlines(leaf, inner);
            }
        }
    }

    private void ApplyToBlock(LeafBlock leaf, ContainerInline inlines)
    {
        if (inlines.LastChild is not TextInline { Text.Length: > 0 } last || last.IsGuarded(last.Text.LastIndexOf('{')))
        {
            return;
        }

        if (last.PreviousSibling is null && leaf is ParagraphBlock && ApplyToBlockBefore(leaf, last.Text))
        {
            return;
        }

        if (last.PreviousSibling is LineBreakInline line && BracedAttributes.Whole(last.Text) is { } onItsLine)
        {
            Set(IsFirstOfItem(leaf, out var item) ? item.Parent! : Outermost(leaf), onItsLine, leaf.Line);
            line.Remove();
            last.Remove();
        }
        else if (BracedAttributes.AtEnd(last.Text) is { } atEnd)
        {
            Set(IsFirstOfItem(leaf, out var item) ? item : Outermost(leaf), atEnd, leaf.Line);
            last.Keep(..(atEnd.Start > 0 && last.Text[atEnd.Start - 1] == ' ' ? atEnd.Start - 1 : atEnd.Start));
        }
    }

    // « {.class} » alone after a list or a table is for the list or the table; « --- {.class} » is a rule.
    private bool ApplyToBlockBefore(LeafBlock leaf, string text)
    {
        if (leaf.Parent is not { } parent)
        {
            return false;
        }

        var index = parent.IndexOf(leaf);
        if (BracedAttributes.Whole(text) is { } whole && index > 0 && parent[index - 1] is ListBlock or TableBlock)
        {
            Set(parent[index - 1], whole, leaf.Line);
            parent.RemoveAt(index);
            return true;
        }

        if (BracedAttributes.AtEnd(text) is not { Start: >= 3 } behind || !IsRule(text.AsSpan(0, behind.Start)))
        {
            return false;
        }

        var rule = new ThematicBreakBlock(null!) { Line = leaf.Line, Column = leaf.Column, Span = leaf.Span };
        Set(rule, behind, leaf.Line);
        parent[index] = rule;
        return true;
    }

    private static bool IsRule(ReadOnlySpan<char> text)
    {
        text = text.EndsWith(" ") ? text[..^1] : text;
        return text.Length >= 3 && text.IndexOfAnyExcept("-*_") < 0;
    }

    private static bool IsFirstOfItem(LeafBlock leaf, out ListItemBlock item)
    {
        item = (leaf.Parent as ListItemBlock)!;
        return item is not null && item[0] == leaf;
    }

    // Braces at the end of what ends a quote or a list are for the quote or the list.
    private static Block Outermost(LeafBlock leaf)
    {
        Block block = leaf;
        while (block.Parent is QuoteBlock or ListItemBlock or ListBlock && block.Parent.LastChild == block)
        {
            block = block.Parent;
        }

        return block;
    }

    private void Set(MarkdownObject target, BracedAttributes braces, int line)
    {
        var attributes = target.GetAttributes();
        foreach (var (name, value) in braces.Pairs)
        {
            if (name == "target" && !AllowedHtml.HasValue("a", name, value))
            {
                context.Report(DiagnosticRules.RefusedAttribute, line, $"L’attribut « target » ne peut pas valoir « {value} ».",
                    "Retirez-le, ou écrivez « target=_blank » pour une nouvelle fenêtre, et dites-le dans le texte du lien.");
            }
            else if (!AllowedAttributes.Contains(name) || (name == "id" && LayoutIds.All.Contains(value)))
            {
                context.Report(
                    DiagnosticRules.RefusedAttribute,
                    line,
                    name == "id" ? $"L’identifiant « {value} » est réservé à la mise en page." : $"L’attribut « {name} » ne peut pas être donné entre accolades.",
                    name == "id" ? "Choisissez un autre identifiant." : "Retirez-le, ou écrivez cet élément en HTML.");
            }
            else if (name == "class")
            {
                attributes.AddClass(value);
                if (!AllowedAttributes.Classes.Contains(value))
                {
                    context.Report(DiagnosticRules.UnknownClass, line, $"La classe « {value} » n’existe pas ici : elle ne change rien.",
                        NearestName.Find(value, AllowedAttributes.Classes) is { } near ? $"Vouliez-vous dire « {near} » ? Sinon, retirez-la." : "Retirez-la : le guide nomme, sous ce nom de règle, celles qui ont un effet.");
                }
            }
            else if (name == "id")
            {
                attributes.Id = value;
                context.ChosenIds.Add(value);
            }
            else if (name == "title" && target is LinkInline link)
            {
                link.Title = value;
            }
            else
            {
                attributes.AddPropertyIfNotExist(name, value);
            }
        }

        if (attributes.Properties is { } properties && properties.Exists(static property => property.Key == "target"))
        {
            var rel = AllowedHtml.RelWithTarget(properties.Find(static property => property.Key == "rel").Value);
            properties.RemoveAll(static property => property.Key == "rel");
            properties.Add(new("rel", rel));
        }
    }
}
