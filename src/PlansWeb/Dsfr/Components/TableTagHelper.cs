using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A table of data, with a title (RGAA 5.4). Its content are the rows; a wide one scrolls in a <see cref="ScrollingBox"/>.</summary>
[HtmlTargetElement("dsfr-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>Title of the table.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Unique in the page: the box is named by the caption.</summary>
    public string Id { get; set; } = "tableau";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var rows = await output.GetChildContentAsync();
        output.Become("div", "fr-table");

        var caption = Markup.Element("caption", null, Caption);
        caption.Attributes["id"] = Id;
        var table = Markup.Element("table", null, caption);
        table.InnerHtml.AppendHtml(rows);
        var box = Markup.Element("div", "fr-table__container", Markup.Element("div", "fr-table__content", table));
        foreach (var (name, value) in ScrollingBox.NamedBy(Id))
        {
            box.Attributes[name] = value;
        }

        output.Content.SetHtmlContent(Markup.Element("div", "fr-table__wrapper", box));
    }
}
