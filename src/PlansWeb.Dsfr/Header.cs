namespace PlansWeb.Dsfr;

/// <summary>The header: brand, name of the service, tools, main menu. Its menu needs no button, so no script.</summary>
public sealed record Header : Component
{
    /// <summary>Name of the service.</summary>
    public string ServiceName { get; init; } = "";

    /// <summary>Language of its name and of what stands beside it, where it is not that of the interface (RGAA 8.7).</summary>
    public string? ServiceLang { get; init; }

    /// <summary>What the service is for, in a few words.</summary>
    public string? Tagline { get; init; }

    /// <summary>Address of the home page.</summary>
    public string HomeHref { get; init; } = "/";

    /// <summary>Title of the link to the home page, in the language of the name: it begins as the DSFR asks and contains the visible name (RGAA 6.1).</summary>
    public string HomeTitle { get; init; } = "";

    /// <summary>Shows the State's block mark. By default, what the build was made for.</summary>
    public bool StateBrand { get; init; } = Brand.IsState;

    /// <summary>The page by which readers reach the people behind the site.</summary>
    public MenuItem? Contact { get; init; }

    /// <summary>What stands beside the brand, such as the search bar.</summary>
    public IHtml? Tools { get; init; }

    /// <summary>The main menu.</summary>
    public IHtml? Menu { get; init; }

    /// <inheritdoc/>
    protected override Element Root()
    {
        var brand = new Element("div", "fr-header__brand fr-enlarge-link");
        if (StateBrand)
        {
            brand.Add(new Element("div", "fr-header__brand-top", new Element("div", "fr-header__logo", BlockMark())));
        }

        var row = new Element("div", "fr-header__body-row", brand.Add(Service()));
        if (Tools is not null || Contact is not null)
        {
            var tools = new Element("div", "fr-header__tools");
            if (Contact is not null)
            {
                tools.Add(new Element("p", null, Markup.Link(Contact, "fr-link")));
            }

            row.Add(Tools is null ? tools : tools.Add(Tools));
        }

        var header = new Element("header", "fr-header", new Element("div", "fr-header__body", new Element("div", "fr-container", row)));
        return Menu is null ? header : header.Add(new Element("div", "fr-header__menu", new Element("div", "fr-container", Menu)));
    }

    /// <summary>The State's block mark: its motto and flag come from the style sheet.</summary>
    internal static Element BlockMark() =>
        Markup.In(InterfaceLanguage.MarkOn("fr") is null ? null : "fr", new Element("p", "fr-logo", new HtmlText("République"), new Element("br") { IsVoid = true }, new HtmlText("Française")));

    private Element Service()
    {
        var link = Markup.In(ServiceLang, new Element("a", null, new Element("p", "fr-header__service-title", ServiceName)).Set("href", HomeHref).Set("title", HomeTitle));
        var service = new Element("div", "fr-header__service", link);
        return Tagline is null ? service : service.Add(Markup.In(ServiceLang, new Element("p", "fr-header__service-tagline", Tagline)));
    }
}

/// <summary>The footer: what the site is, the links that the law requires, and as its content the licence.</summary>
public sealed record Footer : ContainerComponent
{
    private static readonly string[] s_stateSites = ["info.gouv.fr", "service-public.fr", "legifrance.gouv.fr", "data.gouv.fr"];

    /// <summary>The anchor that skip links lead to.</summary>
    public string Id { get; init; } = "pied";

    /// <summary>Name of the service, where no block mark stands in its place.</summary>
    public string ServiceName { get; init; } = "";

    /// <summary>Language of the name and the sentence, where it is not that of the interface (RGAA 8.7).</summary>
    public string? ServiceLang { get; init; }

    /// <summary>What the site is, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>The links that the law requires.</summary>
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <summary>Shows the State's block mark. By default, what the build was made for.</summary>
    public bool StateBrand { get; init; } = Brand.IsState;

    /// <inheritdoc/>
    protected override Element Root()
    {
        var body = new Element("div", "fr-footer__body",
            StateBrand ? new Element("div", "fr-footer__brand", Header.BlockMark()) : Markup.In(ServiceLang, new Element("p", "fr-footer__brand fr-text--bold", ServiceName)));
        if (Description is not null)
        {
            body.Add(new Element("div", "fr-footer__content", Markup.In(ServiceLang, new Element("p", "fr-footer__content-desc", Description))));
        }

        if (StateBrand)
        {
            // The links that the State's design system asks of every site (DSFR, « Pied de page »). The list looks as that of the legal pages: no rule more to load.
            body.Add(Markup.List("ul", "fr-footer__bottom-list", s_stateSites.Select(static site =>
                new Element("li", "fr-footer__bottom-item", Markup.Link(new MenuItem(site, "https://www." + site), "fr-footer__bottom-link")))));
        }

        var bottom = new Element("div", "fr-footer__bottom",
            Markup.List("ul", "fr-footer__bottom-list", Items.Select(static item => new Element("li", "fr-footer__bottom-item", Markup.Link(item, "fr-footer__bottom-link")))),
            new Element("div", "fr-footer__bottom-copy", Content));
        return new Element("footer", "fr-footer", new Element("div", "fr-container", body, bottom)).Set("id", Id);
    }
}
