using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A highlight: a sentence of the text that a reader should not miss. Less than a callout, which stands apart from the text.</summary>
[HtmlTargetElement("dsfr-highlight")]
public sealed class HighlightTagHelper() : TextBlock(null, null)
{
    /// <inheritdoc/>
    protected override string CssClass => "fr-highlight";
}
