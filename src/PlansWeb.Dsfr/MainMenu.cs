namespace PlansWeb.Dsfr;

/// <summary>
/// The main menu, in two levels, in the flow of the page at every width. A long one is folded on a narrow screen: a link leads to it, and the style sheet
/// shows it as long as it is the target of the address; a link back folds it again. That needs no script and works in browsers of any age; a
/// <c>details</c> would fold it on wide screens too wherever the browser does not know <c>::details-content</c>.
/// </summary>
public sealed record MainMenu : Component
{
    /// <summary>The anchor that skip links lead to.</summary>
    public const string Id = "menu";

    // The anchor of the link that opens it: where the focus comes back to.
    private const string OpenerId = "ouvrir-menu";

    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; init; } = "";

    /// <summary>The entries, in order: each a <see cref="MainMenuEntry"/>, or the HTML of one. Without any, nothing is written.</summary>
    public IReadOnlyList<IHtml> Items { get; init; } = [];

    /// <summary>Text of the link that opens it on a narrow screen; <see langword="null"/> for a menu that is never folded.</summary>
    public string? OpenText { get; init; }

    /// <summary>Text of the link that folds it again.</summary>
    public string CloseText { get; init; } = "";

    // Behind the menu, for the style sheet to see whether that is open. Only one of both is shown.
    /// <inheritdoc/>
    protected override IHtml? After => OpenText is null || Items.Count == 0 ? null
        : new Element("a", "site-fold-link fr-nav__btn fr-text--bold", OpenText).Set("id", OpenerId).Set("href", "#" + Id);

    /// <inheritdoc/>
    protected override Element? Root()
    {
        if (Items.Count == 0)
        {
            return null;
        }

        var nav = new Element("nav", "fr-nav").Set("id", Id).Set("aria-label", Label);
        if (OpenText is not null)
        {
            nav.AddClass("site-fold");
            nav.Add(new Element("a", "site-fold-link fr-nav__link fr-text--bold", CloseText).Set("href", "#" + OpenerId));
        }

        return nav.Add(Markup.List("ul", "fr-nav__list", Items));
    }
}

/// <summary>
/// An entry of the main menu with those right below it. One with children is a <c>details</c> where the DSFR has a button and a script; its
/// own page is the first link inside, so that every page of the menu stays reachable.
/// </summary>
/// <param name="Item">The entry; deeper levels than two are left out.</param>
public sealed record MainMenuEntry(MenuItem Item) : Component
{
    /// <inheritdoc/>
    protected override Element Root() => new("li", "fr-nav__item", Item.Children.Count == 0 ? Link() : Submenu());

    private Element Link()
    {
        var link = Markup.Link(Item, "fr-nav__link");
        if (Item is { IsActive: true, IsCurrent: false })
        {
            Markup.MarkBranch(link);
        }

        return link;
    }

    private Element Submenu()
    {
        var summary = new Element("summary", "fr-nav__btn", Item.Text);
        if (Item.Lang is not null)
        {
            summary.Set("lang", Item.Lang);
        }

        if (Item.IsActive)
        {
            Markup.MarkBranch(summary);
        }

        // One open submenu at a time, where the browser knows the attribute.
        IEnumerable<MenuItem> links = Item.Href is null ? Item.Children : Item.Children.Prepend(Item);
        return new Element("details", null, summary,
            Markup.List("ul", "fr-menu fr-menu__list", links.Select(static link => new Element("li", null, Markup.Link(link, "fr-nav__link"))))).Set("name", MainMenu.Id);
    }
}
