using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A text that stands apart from the others: a title, where it has one, and a paragraph or several blocks.</summary>
/// <param name="titleClass">Class of the title; <see langword="null"/> where the DSFR knows none: there it is a bold paragraph.</param>
/// <param name="textClass">Class of the text; <see langword="null"/> where the text stands in the block itself.</param>
public abstract class TextBlock(string? titleClass, string? textClass) : TagHelper
{
    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The text, where it is one paragraph. Otherwise the content is the text, in paragraphs and lists of its own.</summary>
    public string? Text { get; set; }

    /// <summary>Classes of the block.</summary>
    protected abstract string CssClass { get; }

    /// <inheritdoc/>
    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.Become("div", CssClass);
        if (Title is not null)
        {
            output.Content.AppendHtml(titleClass is not null ? Markup.Element("h3", titleClass, Title) : Markup.Element("p", null, Markup.Element("strong", null, Title)));
        }

        output.Content.AppendHtml(Text is not null ? Markup.Element("p", textClass, Text)
            : textClass is not null ? Markup.Element("div", textClass, content)
            : content);
    }
}
