using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>The footer: what the site is, the links that the law requires, and as its content the licence.</summary>
[HtmlTargetElement("dsfr-footer")]
public sealed class FooterTagHelper : TagHelper
{
    /// <summary>The anchor that skip links lead to.</summary>
    public string Id { get; set; } = "pied";

    /// <summary>Name of the service, where no block mark stands in its place.</summary>
    public string ServiceName { get; set; } = "";

    /// <summary>What the site is, in a sentence.</summary>
    public string Description { get; set; } = "";

    /// <summary>The links that the law requires.</summary>
    public IReadOnlyList<MenuItem> Items { get; set; } = [];

    /// <summary>Shows the State's block mark. By default, what the build was made for.</summary>
    public bool StateBrand { get; set; } = Brand.IsState;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var licence = await output.GetChildContentAsync();
        output.Become("footer", "fr-footer");
        output.Attributes.SetAttribute("id", Id);

        var body = Markup.Element("div", "fr-footer__body", StateBrand
            ? Markup.Element("div", "fr-footer__brand", HeaderTagHelper.BlockMark())
            : Markup.Element("p", "fr-footer__brand fr-text--bold", ServiceName));
        body.InnerHtml.AppendHtml(Markup.Element("div", "fr-footer__content", Markup.Element("p", "fr-footer__content-desc", Description)));

        var bottom = Markup.Element("div", "fr-footer__bottom");
        bottom.InnerHtml.AppendHtml(Markup.List("ul", "fr-footer__bottom-list", Items.Select(item => Markup.Element("li", "fr-footer__bottom-item", Markup.Link(item, "fr-footer__bottom-link")))));
        bottom.InnerHtml.AppendHtml(Markup.Element("div", "fr-footer__bottom-copy", licence));

        var container = Markup.Element("div", "fr-container", body);
        container.InnerHtml.AppendHtml(bottom);
        output.Content.SetHtmlContent(container);
    }
}
