using Microsoft.AspNetCore.Razor.TagHelpers;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>
/// Writes a component of the design system into a page: <c>&lt;dsfr component="new Card { … }" /&gt;</c>. Attributes of the tag are added to the
/// component's element; what stands inside the tag is the component's content.
/// </summary>
[HtmlTargetElement("dsfr")]
public sealed class DsfrTagHelper : TagHelper
{
    /// <summary>The component.</summary>
    public required Component Component { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var component = Component;
        if (component is ContainerComponent container && output.TagMode == TagMode.StartTagAndEndTag)
        {
            component = container with { Content = new TrustedHtml((await output.GetChildContentAsync()).GetContent(HtmlText.Encoder)) };
        }

        if (output.Attributes.Count > 0)
        {
            component = component with { Attributes = [.. output.Attributes.Select(static attribute => KeyValuePair.Create(attribute.Name, attribute.Value?.ToString()))] };
        }

        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlContent(component));
    }
}
