using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The breadcrumb: always open, outside <c>main</c>; its last entry is the page shown and no link.</summary>
[HtmlTargetElement("dsfr-breadcrumb")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; set; } = "";

    /// <summary>From the home page to the page shown. With no entry, nothing is written.</summary>
    public IReadOnlyList<MenuItem> Items { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-breadcrumb");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.List("ol", "fr-breadcrumb__list", Items.Select((item, index) => Markup.Element("li", null, Entry(item, index == Items.Count - 1)))));
    }

    // The DSFR writes the last entry as a link without address, which no validator of links likes: a span says the same.
    private static TagBuilder Entry(MenuItem item, bool isLast) =>
        Markup.Link(isLast ? item with { Href = null, IsCurrent = true } : item with { IsCurrent = false }, "fr-breadcrumb__link");
}
