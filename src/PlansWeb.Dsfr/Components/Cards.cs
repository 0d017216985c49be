namespace PlansWeb.Dsfr.Components;

/// <summary>A card: a page with a sentence about it. The whole card is the link.</summary>
public sealed record Card : Component
{
    /// <summary>The title, which is the link.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it leads, percent-encoded.</summary>
    public string Href { get; init; } = "";

    /// <summary>A sentence about it.</summary>
    public string? Description { get; init; }

    /// <summary>Level of the heading, by where the card stands.</summary>
    public int HeadingLevel { get; init; } = 3;

    /// <inheritdoc/>
    protected override Element Root()
    {
        var content = new Element("div", "fr-card__content", Markup.HeadingLink(HeadingLevel, "fr-card__title", Title, Href));
        if (!string.IsNullOrEmpty(Description))
        {
            content.Add(new Element("p", "fr-card__desc", Description));
        }

        return new Element("div", "fr-card fr-enlarge-link", new Element("div", "fr-card__body", content));
    }
}

/// <summary>A tile: a way into a part of the site. The whole tile is the link.</summary>
public sealed record Tile : Component
{
    /// <summary>The title, which is the link.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it leads, percent-encoded.</summary>
    public string Href { get; init; } = "";

    /// <summary>Level of the heading, by where the tile stands.</summary>
    public int HeadingLevel { get; init; } = 3;

    /// <inheritdoc/>
    protected override Element Root() => new("div", "fr-tile fr-enlarge-link", new Element("div", "fr-tile__body",
        new Element("div", "fr-tile__content", Markup.HeadingLink(HeadingLevel, "fr-tile__title", Title, Href))));
}

/// <summary>A link to a document, with its format and size.</summary>
public sealed record Download : Component
{
    /// <summary>The text of the link.</summary>
    public string Text { get; init; } = "";

    /// <summary>The document, percent-encoded.</summary>
    public string Href { get; init; } = "";

    /// <summary>Format, size and language, such as « PDF – 1,8 Mo ».</summary>
    public string Detail { get; init; } = "";

    /// <summary>Language of the document, a BCP 47 tag, where it is not the page's.</summary>
    public string? Language { get; init; }

    /// <inheritdoc/>
    protected override Element Root()
    {
        var link = new Element("a", "fr-link fr-link--download", new HtmlText(Text + " "), new Element("span", "fr-link__detail", Detail)).Set("href", Href);
        return Language is null ? link : link.Set("hreflang", Language);
    }
}
