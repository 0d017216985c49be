using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A quote. Its content are the paragraphs that are quoted.</summary>
[HtmlTargetElement("dsfr-quote")]
public sealed class QuoteTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.Become("figure", "fr-quote fr-quote--column");
        output.Content.SetHtmlContent(Markup.Element("blockquote", null, content));
    }
}
