namespace PlansWeb.Dsfr.Components;

/// <summary>A text that stands apart from the others: a title, where it has one, and a paragraph or several blocks.</summary>
/// <param name="titleClass">Class of the title; <see langword="null"/> where the DSFR knows none: there it is a bold paragraph.</param>
/// <param name="textClass">Class of the text; <see langword="null"/> where the text stands in the block itself.</param>
public abstract record TextBlock(string? titleClass, string? textClass) : ContainerComponent
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Level of the title, from 1 to 6: one below the heading that it stands under (RGAA 9.1).</summary>
    public int TitleLevel { get; init; } = 3;

    /// <summary>The text, where it is one paragraph. Otherwise the content is the text, in paragraphs and lists of its own.</summary>
    public string? Text { get; init; }

    /// <summary>Classes of the block.</summary>
    protected abstract string CssClass { get; }

    /// <inheritdoc/>
    protected sealed override Element Root()
    {
        var block = new Element("div", CssClass);
        if (Title is not null)
        {
            block.Add(titleClass is not null ? new Element(Markup.HeadingName(TitleLevel), titleClass, Title) : new Element("p", null, new Element("strong", null, Title)));
        }

        return block.Add(Text is not null ? new Element("p", textClass, Text) : textClass is not null ? new Element("div", textClass, Content) : Content);
    }
}

/// <summary>A callout: what must not be missed in a page.</summary>
public sealed record Callout() : TextBlock("fr-callout__title", "fr-callout__text")
{
    /// <inheritdoc/>
    protected override string CssClass => "fr-callout";
}

/// <summary>A highlight: a sentence of the text that a reader should not miss. Less than a callout, which stands apart from the text.</summary>
public sealed record Highlight() : TextBlock(null, null)
{
    /// <inheritdoc/>
    protected override string CssClass => "fr-highlight";
}

/// <summary>An alert in the page; in its small form, where it has no title.</summary>
public sealed record Alert() : TextBlock("fr-alert__title", null)
{
    /// <summary>What the alert is about: <c>info</c>, <c>success</c>, <c>warning</c> or <c>error</c>.</summary>
    public string Kind { get; init; } = "info";

    /// <inheritdoc/>
    protected override string CssClass => $"fr-alert fr-alert--{Kind}{(Title is null ? " fr-alert--sm" : "")}";
}

/// <summary>A quote; its content are the paragraphs that are quoted.</summary>
public sealed record Quote : ContainerComponent
{
    /// <inheritdoc/>
    protected override Element Root() => new("figure", "fr-quote fr-quote--column", new Element("blockquote", null, Content));
}

/// <summary>A band above the page: what concerns all of it, in a sentence. It is a landmark with a name, for it stands outside <c>main</c>.</summary>
public sealed record NoticeBand : Component
{
    /// <summary>The sentence.</summary>
    public string Title { get; init; } = "";

    /// <summary>Accessible name of the band.</summary>
    public string Label { get; init; } = "";

    /// <inheritdoc/>
    protected override Element Root() => new Element("div", "fr-notice fr-notice--info",
        new Element("div", "fr-container", new Element("div", "fr-notice__body", new Element("p", "fr-notice__title", Title)))).Set("role", "region").Set("aria-label", Label);
}

/// <summary>A badge: a state in one or two words. It says it in text; the colour only repeats it (RGAA 3.1).</summary>
public sealed record Badge : Component
{
    /// <summary>The state.</summary>
    public string Text { get; init; } = "";

    /// <summary>The colour: <c>info</c>, <c>success</c>, <c>warning</c> or <c>error</c>; <see langword="null"/> for grey.</summary>
    public string? Kind { get; init; }

    /// <inheritdoc/>
    protected override Element Root() => new("span", "fr-badge fr-badge--sm" + (Kind is null ? "" : " fr-badge--no-icon fr-badge--" + Kind), Text);
}

/// <summary>A group of tags: a link each, or a plain word where an entry has no address.</summary>
public sealed record Tags : Component
{
    private const string TagClass = "fr-tag";

    /// <summary>Accessible name of the list.</summary>
    public string Label { get; init; } = "";

    /// <summary>The tags, in order; without any, nothing is written.</summary>
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <inheritdoc/>
    protected override Element? Root() => Items.Count == 0 ? null : Markup.List("ul", "fr-tags-group", Items.Select(static item =>
        new Element("li", null, item.Href is null ? new Element("p", TagClass, item.Text) : Markup.Link(item, TagClass)))).Set("aria-label", Label);
}
