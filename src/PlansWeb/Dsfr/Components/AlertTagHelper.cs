using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>An alert in the page, in its small form: its content says all.</summary>
[HtmlTargetElement("dsfr-alert")]
public sealed class AlertTagHelper : TagHelper
{
    /// <summary>What the alert is about: <c>info</c>, <c>success</c>, <c>warning</c> or <c>error</c>.</summary>
    public string Kind { get; set; } = "info";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "fr-alert fr-alert--sm fr-alert--" + Kind);
        output.Content.SetHtmlContent(Markup.Element("p", null, content));
    }
}
