namespace PlansWeb.Dsfr.Components;

/// <summary>A part that opens on demand: <c>details</c> and <c>summary</c>, where the DSFR has a button and a script. Its content is what it hides.</summary>
public sealed record Accordion : ContainerComponent
{
    /// <summary>What is always visible, and opens the rest.</summary>
    public string Title { get; init; } = "";

    /// <summary>It is open at first.</summary>
    public bool IsOpen { get; init; }

    /// <inheritdoc/>
    protected override Element Root()
    {
        var accordion = new Element("details", "fr-accordion", new Element("summary", "fr-accordion__btn", Title), Content);
        return IsOpen ? accordion.Set("open", null) : accordion;
    }
}

/// <summary>Accordions that belong together, without a gap between them.</summary>
public sealed record AccordionsGroup : ContainerComponent
{
    /// <inheritdoc/>
    protected override Element Root() => new("div", "fr-accordions-group", Content);
}
