namespace PlansWeb.Dsfr;

/// <summary>
/// The menu of a section, in the flow of the page, so that it covers nothing when it is open (RGAA 10.7). On a narrow screen it is folded; a wide one
/// shows it whole. The branch of the page shown is open.
/// </summary>
public sealed record SideMenu : Component
{
    /// <summary>Name of the section.</summary>
    public string Title { get; init; } = "";

    /// <summary>Text of the button on a narrow screen.</summary>
    public string ButtonText { get; init; } = "";

    /// <summary>The entries. Children are shown where the entry is active or current.</summary>
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <inheritdoc/>
    protected override Element Root() => new Element("nav", "fr-sidemenu",
        new Element("details", "fr-sidemenu__inner", Markup.FoldButton(ButtonText), new Element("p", "fr-sidemenu__title", Title), Entries(Items))).Set("aria-label", Title);

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
