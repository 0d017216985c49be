namespace PlansWeb.Dsfr;

/// <summary>The breadcrumb, from the home page to the page shown: always open, outside <c>main</c>; its last entry is that page and no link.</summary>
public sealed record Breadcrumb : Component
{
    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; init; } = "";

    /// <summary>The entries, in order; without any, nothing is written.</summary>
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <inheritdoc/>
    protected override Element? Root() => Items.Count == 0 ? null : new Element("nav", "fr-breadcrumb",
        Markup.List("ol", "fr-breadcrumb__list", Items.Select((item, index) => new Element("li", null, Entry(item, index == Items.Count - 1))))).Set("aria-label", Label);

    // The DSFR writes the last entry as a link without address, which no validator of links likes: a span says the same.
    private static Element Entry(MenuItem item, bool isLast) =>
        Markup.Link(isLast ? item with { Href = null, IsCurrent = true } : item with { IsCurrent = false }, "fr-breadcrumb__link");
}

/// <summary>
/// The summary of a page: links to its headings, in two levels; their addresses are anchors of the page. On a narrow screen it is folded, so that the
/// text begins on the first one; a wide one shows it whole.
/// </summary>
public sealed record Summary : Component
{
    // Of the button: browsers find no name in what is folded.
    private const string TitleId = "sommaire";

    /// <summary>Title of the summary, and accessible name of the navigation.</summary>
    public string Title { get; init; } = "";

    /// <summary>Language of the title, where it is not the page's.</summary>
    public string? TitleLang { get; init; }

    /// <summary>The entries, in order; without any, nothing is written.</summary>
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <inheritdoc/>
    protected override Element? Root() => Items.Count == 0 ? null : new Element("nav", "fr-summary", new Element("details", null,
        Markup.In(TitleLang, Markup.FoldButton(Title).Set("id", TitleId)),
        Markup.In(TitleLang, new Element("h2", "fr-summary__title", Title)),
        Entries(Items))).Set("aria-labelledby", TitleId);

    private static Element Entries(IEnumerable<MenuItem> items) => Markup.List("ol", null, items.Select(static item =>
    {
        var entry = new Element("li", null, Markup.Link(item, "fr-summary__link"));
        return item.Children.Count > 0 ? entry.Add(Entries(item.Children)) : entry;
    }));
}

/// <summary>Quick access: the first links of the page, seen when they have the focus (RGAA 12.7).</summary>
public sealed record SkipLinks : Component
{
    /// <summary>Accessible name of the navigation.</summary>
    public string Label { get; init; } = "";

    /// <summary>The links: their addresses are anchors of the page.</summary>
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <inheritdoc/>
    protected override Element Root() => new("div", "fr-skiplinks",
        new Element("nav", "fr-container", Markup.List("ul", "fr-skiplinks__list", Items.Select(static item => new Element("li", null, Markup.Link(item, "fr-link"))))).Set("aria-label", Label));
}
