using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A link to a document, with its format and size.</summary>
[HtmlTargetElement("dsfr-download")]
public sealed class DownloadTagHelper : TagHelper
{
    /// <summary>The text of the link.</summary>
    public string Text { get; set; } = "";

    /// <summary>The document, percent-encoded.</summary>
    public string Href { get; set; } = "";

    /// <summary>Format, size and language, such as « PDF – 1,8 Mo ».</summary>
    public string Detail { get; set; } = "";

    /// <summary>Language of the document, a BCP 47 tag, where it is not the page's.</summary>
    public string? Language { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("a", "fr-link fr-link--download");
        output.Attributes.SetAttribute("href", Href);
        if (Language is not null)
        {
            output.Attributes.SetAttribute("hreflang", Language);
        }

        output.Content.SetContent(Text + " ");
        output.Content.AppendHtml(Markup.Element("span", "fr-link__detail", Detail));
    }
}
