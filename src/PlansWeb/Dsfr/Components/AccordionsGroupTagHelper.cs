using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>Accordions that belong together, without a gap between them.</summary>
[HtmlTargetElement("dsfr-accordions")]
public sealed class AccordionsGroupTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("div", "fr-accordions-group");
    }
}
