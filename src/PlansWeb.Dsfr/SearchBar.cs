using System.Globalization;

namespace PlansWeb.Dsfr;

/// <summary>A search bar: a form that asks by GET, so that a search has an address. Its label is hidden from the eye, not from readers.</summary>
public sealed record SearchBar : Component
{
    /// <summary>Address that answers the search.</summary>
    public string Action { get; init; } = "";

    /// <summary>Name of the field in the address.</summary>
    public string Name { get; init; } = "q";

    /// <summary>Id of the field; each search bar of a page has its own.</summary>
    public string Id { get; init; } = "recherche";

    /// <summary>Label of the field: the same for the same field wherever it is (RGAA 11.3).</summary>
    public string Label { get; init; } = "";

    /// <summary>Accessible name of the landmark, where it is not the label: two landmarks on one page need different ones.</summary>
    public string? LandmarkLabel { get; init; }

    /// <summary>Text of the button.</summary>
    public string ButtonText { get; init; } = "";

    /// <summary>Language of the results that come first, sent as <c>langue</c>; <see langword="null"/> for the site's own.</summary>
    public string? Language { get; init; }

    /// <summary>What the field holds at first.</summary>
    public string? Value { get; init; }

    /// <summary>Help, shown below the field.</summary>
    public string? Hint { get; init; }

    /// <summary>Characters that the field takes.</summary>
    public int MaxLength { get; init; } = 100;

    /// <summary>The large bar, with the button's text: the page's main task.</summary>
    public bool Large { get; init; }

    /// <inheritdoc/>
    protected override IHtml? After => Hint is null ? null : new Element("p", "fr-hint-text", Hint).Set("id", HintId);

    private string HintId => Id + "-aide";

    /// <inheritdoc/>
    protected override Element Root() => new Element("form", Large ? "fr-search-bar fr-search-bar--lg" : "fr-search-bar",
        new Element("label", "fr-label", Label).Set("for", Id), Field(), Hidden(), new Element("button", "fr-btn", ButtonText).Set("title", ButtonText))
        .Set("role", "search").Set("aria-label", LandmarkLabel ?? Label).Set("action", Action);

    private IHtml Hidden() => Language is null ? TrustedHtml.Empty
        : new Element("input") { IsVoid = true }.Set("type", "hidden").Set("name", "langue").Set("value", Language);

    private Element Field()
    {
        var field = new Element("input", "fr-input") { IsVoid = true }
            .Set("type", "search").Set("id", Id).Set("name", Name).Set("maxlength", MaxLength.ToString(CultureInfo.InvariantCulture));
        if (Value is { Length: > 0 })
        {
            field.Set("value", Value);
        }

        if (!Large)
        {
            // The small bar has no visible text but this.
            field.Set("placeholder", ButtonText);
        }

        return Hint is null ? field : field.Set("aria-describedby", HintId);
    }
}
