using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A callout: what must not be missed in a page.</summary>
[HtmlTargetElement("dsfr-callout")]
public sealed class CalloutTagHelper() : TextBlock("fr-callout__title", "fr-callout__text")
{
    /// <inheritdoc/>
    protected override string CssClass => "fr-callout";
}
