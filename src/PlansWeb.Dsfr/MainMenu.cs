namespace PlansWeb.Dsfr;

/// <summary>The main menu, in two levels.</summary>
public sealed record MainMenu : Component
{
    /// <summary>The anchor that skip links lead to.</summary>
    public const string Id = "menu";

    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; init; } = "";

    /// <summary>The entries, in order: each a <see cref="MainMenuEntry"/>, or the HTML of one. Without any, nothing is written.</summary>
    public IReadOnlyList<IHtml> Items { get; init; } = [];

    /// <inheritdoc/>
    protected override Element? Root() => Items.Count == 0 ? null : new Element("nav", "fr-nav",
        Markup.List("ul", "fr-nav__list", Items)).Set("id", Id).Set("aria-label", Label);
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
