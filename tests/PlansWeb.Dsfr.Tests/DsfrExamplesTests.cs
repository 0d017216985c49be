using System.Reflection;
using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>Our markup beside the examples in the DSFR's own package: where structure matters to its style sheet, it is the same.</summary>
public sealed class DsfrExamplesTests
{
    private static readonly string s_package = Path.Combine(Repository.Root, "node_modules", "@gouvfr", "dsfr");

    private static readonly Dictionary<string, MethodInfo> s_ours = typeof(Components).GetMethods()
        .Where(static method => method.ReturnType == typeof(IElement) && method.Name != nameof(Components.Render) && method.Name != nameof(Components.Fragment))
        .ToDictionary(static method => method.Name.ToLowerInvariant());

    public static TheoryData<string, string> SharedStructure => new()
    {
        { "breadcrumb", "nav.fr-breadcrumb[aria-label] ol.fr-breadcrumb__list > li > a.fr-breadcrumb__link[href]" },
        { "breadcrumb", "nav.fr-breadcrumb ol.fr-breadcrumb__list > li:last-child > .fr-breadcrumb__link[aria-current=page]" },
        { "header", "header.fr-header > .fr-header__body > .fr-container > .fr-header__body-row > .fr-header__brand.fr-enlarge-link" },
        { "header", ".fr-header__brand > .fr-header__brand-top > .fr-header__logo .fr-logo" },
        { "header", ".fr-header__brand > .fr-header__service > a[href][title] > .fr-header__service-title" },
        { "header", ".fr-header__service > a + .fr-header__service-tagline" },
        { "header", "header.fr-header > .fr-header__menu > .fr-container > nav.fr-nav" },
        { "navigation", "nav.fr-nav[aria-label] > ul.fr-nav__list > li.fr-nav__item > a.fr-nav__link[href]" },
        { "navigation", "li.fr-nav__item .fr-menu__list > li > a.fr-nav__link[href]" },
        { "navigation", "li.fr-nav__item .fr-nav__btn" },
        { "sidemenu", "nav.fr-sidemenu .fr-sidemenu__inner .fr-sidemenu__title" },
        { "sidemenu", ".fr-sidemenu__list > .fr-sidemenu__item .fr-sidemenu__list > .fr-sidemenu__item > a.fr-sidemenu__link[href]" },
        { "sidemenu", "a.fr-sidemenu__link[aria-current=page]" },
        { "summary", "nav.fr-summary[aria-labelledby] h2.fr-summary__title + ol > li > a.fr-summary__link[href^='#'] + ol > li > a.fr-summary__link" },
        { "skiplink", "div.fr-skiplinks > nav.fr-container[aria-label] > ul.fr-skiplinks__list > li > a.fr-link[href^='#']" },
        { "footer", "footer.fr-footer > .fr-container > .fr-footer__body > .fr-footer__brand .fr-logo" },
        { "footer", ".fr-footer__body > .fr-footer__content > p.fr-footer__content-desc" },
        { "footer", ".fr-footer__bottom > ul.fr-footer__bottom-list > li.fr-footer__bottom-item > a.fr-footer__bottom-link[href]" },
        { "footer", ".fr-footer__bottom > .fr-footer__bottom-copy > p" },
        { "card", "div.fr-card.fr-enlarge-link > .fr-card__body > .fr-card__content > h3.fr-card__title > a[href]" },
        { "card", ".fr-card__content > .fr-card__title + .fr-card__desc" },
        { "tile", "div.fr-tile.fr-enlarge-link > .fr-tile__body > .fr-tile__content > h3.fr-tile__title > a[href]" },
        { "callout", "div.fr-callout > p.fr-callout__text" },
        { "alert", "div.fr-alert.fr-alert--sm > p" },
        { "alert", "div.fr-alert.fr-alert--warning" },
        { "badge", ".fr-badge.fr-badge--sm" },
        { "badge", ".fr-badge.fr-badge--success.fr-badge--no-icon" },
        { "highlight", "div.fr-highlight > p" },
        { "quote", "figure.fr-quote.fr-quote--column > blockquote > p" },
        { "tag", "ul.fr-tags-group > li > a.fr-tag[href]" },
        { "tag", "ul.fr-tags-group > li > p.fr-tag" },
        { "accordion", "div.fr-accordions-group > .fr-accordion" },
        { "accordion", ".fr-accordion .fr-accordion__btn" },
        { "table", ".fr-table > .fr-table__wrapper > .fr-table__container > .fr-table__content > table > caption" },
        { "notice", "div.fr-notice.fr-notice--info > .fr-container > .fr-notice__body .fr-notice__title" },
        { "search", ".fr-search-bar[role=search] > label.fr-label[for] + input.fr-input[type=search]" },
        { "link", "a.fr-link[href]" },
        { "pagination", "nav.fr-pagination[aria-label] > ul.fr-pagination__list > li > a.fr-pagination__link[href]" },
        { "pagination", "li > .fr-pagination__link[aria-current=page]" },
    };

    [Theory]
    [MemberData(nameof(SharedStructure))]
    public void Component_Structure_IsThatOfTheDsfrExample(string component, string selector)
    {
        var example = Dom.Parse(File.ReadAllText(Example(component)));

        Assert.NotEmpty(example.QuerySelectorAll(selector));
        Assert.NotEmpty(Ours(component).Owner!.QuerySelectorAll(selector));
    }

    [Fact]
    public void Component_Each_HasAStructureOfTheDsfr() =>
        Steps.AllDone(s_ours.Keys.Except(SharedStructure.Select(static row => row.Data.Item1)).Select(static component => $"tests/PlansWeb.Dsfr.Tests/DsfrExamplesTests.cs: add selectors of « {component} » to SharedStructure"));

    [Fact]
    public void Component_Classes_AreAllKnownToTheDsfr()
    {
        var sheet = File.ReadAllText(Example("../../dist/dsfr.css"));
        Steps.AllDone(s_ours.Keys.SelectMany(component => Ours(component).DescendantsAndSelf().OfType<IElement>().SelectMany(element => element.ClassList)
            .Distinct().Where(name => !sheet.Contains("." + name, StringComparison.Ordinal)).Select(name => $"{component}: the DSFR knows no class « {name} »")));
    }

    private static string Example(string component)
    {
        var path = Path.GetFullPath(Path.Combine(s_package, "example", "component", component));
        path = Path.HasExtension(path) ? path : Path.Combine(path, "index.html");
        Needs.That(File.Exists(path), "the DSFR's package is not installed: build src/PlansWeb, or run npm ci");
        return path;
    }

    // A method of Components has the name of the DSFR's example.
    private static IElement Ours(string component) => (IElement)s_ours[component].Invoke(null, [.. s_ours[component].GetParameters().Select(static parameter => parameter.Name == "stateBrand" ? true : parameter.DefaultValue)])!;
}
