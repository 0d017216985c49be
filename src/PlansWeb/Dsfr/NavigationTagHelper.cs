using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The main menu, in two levels.</summary>
[HtmlTargetElement("dsfr-navigation")]
public sealed class NavigationTagHelper : ItemsNavigation<MainMenuEntry>
{
    /// <summary>The anchor that skip links lead to.</summary>
    public const string Id = "menu";

    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    protected override void Write(TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("nav", "fr-nav");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent("<ul class=\"fr-nav__list\">");
        foreach (var entry in Items)
        {
            output.Content.AppendHtml(entry.Html);
        }

        output.Content.AppendHtml("</ul>");
    }
}
