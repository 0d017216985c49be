using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The header: brand, name of the service, and as its content the main menu. Its menu needs no button, so no script.</summary>
[HtmlTargetElement("dsfr-header")]
public sealed class HeaderTagHelper : TagHelper
{
    /// <summary>Name of the service.</summary>
    public string ServiceName { get; set; } = "";

    /// <summary>What the service is for, in a few words.</summary>
    public string? Tagline { get; set; }

    /// <summary>Address of the home page.</summary>
    public string HomeHref { get; set; } = "/";

    /// <summary>Title of the link to the home page: it begins as the DSFR asks and contains the visible name (RGAA 6.1).</summary>
    public string HomeTitle { get; set; } = "";

    /// <summary>Shows the State's block mark. By default, what the build was made for.</summary>
    public bool StateBrand { get; set; } = Brand.IsState;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var tools = new HeaderTools();
        context.Items[typeof(HeaderTools)] = tools;
        var menu = await output.GetChildContentAsync();
        output.Become("header", "fr-header");

        var brand = Markup.Element("div", "fr-header__brand fr-enlarge-link");
        if (StateBrand)
        {
            brand.InnerHtml.AppendHtml(Markup.Element("div", "fr-header__brand-top", Markup.Element("div", "fr-header__logo", BlockMark())));
        }

        brand.InnerHtml.AppendHtml(Service());
        var row = Markup.Element("div", "fr-header__body-row", brand);
        if (tools.Content is { } content)
        {
            row.InnerHtml.AppendHtml(Markup.Element("div", "fr-header__tools", content));
        }

        output.Content.AppendHtml(Markup.Element("div", "fr-header__body", Markup.Element("div", "fr-container", row)));
        if (!menu.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("div", "fr-header__menu", Markup.Element("div", "fr-container", menu)));
        }
    }

    /// <summary>The State's block mark: its motto and flag come from the style sheet.</summary>
    internal static TagBuilder BlockMark()
    {
        var mark = Markup.Element("p", "fr-logo");
        mark.InnerHtml.Append("République");
        mark.InnerHtml.AppendHtml(new TagBuilder("br") { TagRenderMode = TagRenderMode.StartTag });
        mark.InnerHtml.Append("Française");
        return mark;
    }

    private TagBuilder Service()
    {
        var link = Markup.Element("a", null, Markup.Element("p", "fr-header__service-title", ServiceName));
        link.Attributes["href"] = HomeHref;
        link.Attributes["title"] = HomeTitle;
        var service = Markup.Element("div", "fr-header__service", link);
        if (Tagline is not null)
        {
            service.InnerHtml.AppendHtml(Markup.Element("p", "fr-header__service-tagline", Tagline));
        }

        return service;
    }
}
