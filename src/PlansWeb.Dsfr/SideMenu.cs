namespace PlansWeb.Dsfr;

/// <summary>
/// The menu of a section. On a narrow screen a button opens it, by the browser's own popover; where the browser
/// knows no popover the menu is simply there, and so it is on a wide screen. The branch of the page shown is open.
/// </summary>
public sealed record SideMenu : Component
{
    /// <summary>Name of the section.</summary>
    public string Title { get; init; } = "";

    /// <summary>Text of the button on a narrow screen.</summary>
    public string ButtonText { get; init; } = "";

    /// <summary>Unique in the page; the ids inside begin with it.</summary>
    public string Id { get; init; } = "rubrique";

    /// <summary>The entries. Children are shown where the entry is active or current.</summary>
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <inheritdoc/>
    protected override Element Root() => new Element("nav", "fr-sidemenu",
        new Element("button", "fr-sidemenu__btn", ButtonText).Set("type", "button").Set("popovertarget", Id),
        new Element("div", "fr-sidemenu__inner", new Element("p", "fr-sidemenu__title", Title), Entries(Items)).Set("id", Id).Set("popover", "")).Set("aria-label", Title);

    private static Element Entries(IEnumerable<MenuItem> items) => Markup.List("ul", "fr-sidemenu__list", items.Select(Entry));

    private static Element Entry(MenuItem item)
    {
        var link = Markup.Link(item, "fr-sidemenu__link");
        if (item is { IsActive: true, IsCurrent: false })
        {
            Markup.MarkBranch(link);
        }

        var entry = new Element("li", "fr-sidemenu__item", link);
        return (item.IsActive || item.IsCurrent) && item.Children.Count > 0 ? entry.Add(Entries(item.Children)) : entry;
    }
}
