using Microsoft.AspNetCore.Html;

namespace PlansWeb.Pages;

/// <summary>What a page says of itself to search engines, to networks that show cards, and to feed readers.</summary>
public sealed record MachineMetadata
{
    /// <summary>The permanent address, where <c>Site:Url</c> is set.</summary>
    public string? Canonical { get; init; }

    /// <summary>The kind of page, as Open Graph names it.</summary>
    public string CardType { get; init; } = "website";

    /// <summary>The title on a card.</summary>
    public required string CardTitle { get; init; }

    /// <summary>The picture on a card, an absolute address.</summary>
    public string? Image { get; init; }

    /// <summary>What the picture shows.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>Language and country, where they are known.</summary>
    public string? Locale { get; init; }

    /// <summary>The page in each of its languages: language and absolute address.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Translations { get; init; } = [];

    /// <summary>The feed of the page and all below it.</summary>
    public string? Feed { get; init; }

    /// <summary>Structured data (schema.org) in JSON-LD, where <c>Site:Url</c> is set.</summary>
    public IHtmlContent? StructuredData { get; init; }
}
