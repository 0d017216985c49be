namespace PlansWeb.Dsfr.Components;

/// <summary>A table of data, with a title (RGAA 5.4). Its content are the rows; a wide one scrolls in a <see cref="ScrollingBox"/>.</summary>
public sealed record Table : ContainerComponent
{
    /// <summary>Title of the table.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Unique in the page: the box is named by the caption.</summary>
    public string Id { get; init; } = "tableau";

    /// <inheritdoc/>
    protected override Element Root()
    {
        var table = new Element("table", null, new Element("caption", null, Caption).Set("id", Id), Content);
        var box = new Element("div", "fr-table__container", new Element("div", "fr-table__content", table));
        foreach (var (name, value) in ScrollingBox.NamedBy(Id))
        {
            box.Set(name, value);
        }

        return new Element("div", "fr-table", new Element("div", "fr-table__wrapper", box));
    }
}

/// <summary>
/// What the box around a wide table is, whoever writes it: the style sheet lets it scroll, so it takes the focus, to be scrolled with the keyboard
/// alone, and it is a landmark with a name, told when the focus comes (RGAA 7.3, 12.11).
/// </summary>
public static class ScrollingBox
{
    private static readonly KeyValuePair<string, string>[] s_attributes = [new("role", "region"), new("tabindex", "0")];

    /// <summary>The attributes of a box that has a name already, in the order in which they are written.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Attributes => s_attributes;

    /// <summary>The attributes of a box that gets a name.</summary>
    /// <param name="name">The name, not HTML-encoded.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Named(string name) => [.. s_attributes, new("aria-label", name)];

    /// <summary>The attributes of a box that is named by an element of the page.</summary>
    /// <param name="id">The element's id.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> NamedBy(string id) => [.. s_attributes, new("aria-labelledby", id)];
}
