using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A group of tags: a link each, or a plain word where an entry has no address.</summary>
[HtmlTargetElement("dsfr-tags", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TagsTagHelper : ItemsNavigation<MenuItem>
{
    private const string TagClass = "fr-tag";

    /// <summary>Accessible name of the list.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    protected override void Write(TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("ul", "fr-tags-group");
        output.Attributes.SetAttribute("aria-label", Label);
        foreach (var item in Items)
        {
            output.Content.AppendHtml(Markup.Element("li", null, item.Href is null ? Markup.Element("p", TagClass, item.Text) : Markup.Link(item, TagClass)));
        }
    }
}
