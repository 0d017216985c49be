using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>A search bar: a form that asks by GET, so that a search has an address. Its label is hidden from the eye, not from readers.</summary>
[HtmlTargetElement("dsfr-search-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SearchBarTagHelper : TagHelper
{
    /// <summary>Address that answers the search.</summary>
    public string Action { get; set; } = "";

    /// <summary>Name of the field in the address.</summary>
    public string Name { get; set; } = "q";

    /// <summary>Id of the field; each search bar of a page has its own.</summary>
    public string Id { get; set; } = "recherche";

    /// <summary>Label of the field: the same for the same field wherever it is (RGAA 11.3).</summary>
    public string Label { get; set; } = "";

    /// <summary>Accessible name of the landmark, where it is not the label: two landmarks on one page need different ones.</summary>
    public string? LandmarkLabel { get; set; }

    /// <summary>Text of the button.</summary>
    public string ButtonText { get; set; } = "";

    /// <summary>What the field holds at first.</summary>
    public string? Value { get; set; }

    /// <summary>Help, shown below the field.</summary>
    public string? Hint { get; set; }

    /// <summary>Characters that the field takes.</summary>
    public int MaxLength { get; set; } = 100;

    /// <summary>The large bar, with the button's text: the page's main task.</summary>
    public bool Large { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("form", Large ? "fr-search-bar fr-search-bar--lg" : "fr-search-bar");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", LandmarkLabel ?? Label);
        output.Attributes.SetAttribute("action", Action);

        var label = Markup.Element("label", "fr-label", Label);
        label.Attributes["for"] = Id;
        var button = Markup.Element("button", "fr-btn", ButtonText);
        button.Attributes["title"] = ButtonText;
        output.Content.AppendHtml(label).AppendHtml(Field()).AppendHtml(button);
        if (Hint is not null)
        {
            var hint = Markup.Element("p", "fr-hint-text", Hint);
            hint.Attributes["id"] = HintId;
            output.PostElement.AppendHtml(hint);
        }
    }

    private string HintId => Id + "-aide";

    private TagBuilder Field()
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.StartTag };
        field.Attributes["class"] = "fr-input";
        field.Attributes["type"] = "search";
        field.Attributes["id"] = Id;
        field.Attributes["name"] = Name;
        field.Attributes["maxlength"] = MaxLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Value is { Length: > 0 })
        {
            field.Attributes["value"] = Value;
        }

        if (!Large)
        {
            // The small bar has no visible text but this.
            field.Attributes["placeholder"] = ButtonText;
        }

        if (Hint is not null)
        {
            field.Attributes["aria-describedby"] = HintId;
        }

        return field;
    }
}
