using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The breadcrumb, from the home page to the page shown: always open, outside <c>main</c>; its last entry is that page and no link.</summary>
[HtmlTargetElement("dsfr-breadcrumb")]
public sealed class BreadcrumbTagHelper : ItemsNavigation<MenuItem>
{
    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    protected override void Write(TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("nav", "fr-breadcrumb");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.List("ol", "fr-breadcrumb__list", Items.Select((item, index) => Markup.Element("li", null, Entry(item, index == Items.Count - 1)))));
    }

    // The DSFR writes the last entry as a link without address, which no validator of links likes: a span says the same.
    private static TagBuilder Entry(MenuItem item, bool isLast) =>
        Markup.Link(isLast ? item with { Href = null, IsCurrent = true } : item with { IsCurrent = false }, "fr-breadcrumb__link");
}
