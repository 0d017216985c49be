using Microsoft.AspNetCore.Html;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Images;
using PlansWeb.Pages;

namespace PlansWeb.Feeds;

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

/// <summary>Makes what a page says of itself to machines. Absolute addresses come from the settings; without them there are none.</summary>
internal sealed class MachineMetadataBuilder(Snapshot snapshot, SiteAddress site)
{
    /// <summary>Of a page of the store.</summary>
    public MachineMetadata ForPage(ContentPage page, IReadOnlyList<MenuItem> breadcrumb)
    {
        var image = CardImage.Of(page, snapshot, site);
        return new MachineMetadata
        {
            Canonical = site.Absolute(page.Href),
            CardType = page.Url != SitePages.Home && page.Date is not null ? "article" : "website",
            CardTitle = page.Title,
            Image = image?.Href,
            ImageAlt = image?.Alt,
            Locale = Locale(page.Lang),
            Translations = !site.IsKnown ? [] : [.. snapshot.Part<TranslationIndex>().Of(page)
                .Select(translation => KeyValuePair.Create(translation.Lang, site.Absolute(translation.Href)!))],
            Feed = site.IsKnown && (MachineDocuments.HasFeed(snapshot, page.Url) ? page.Href : MachineDocuments.LanguageUrl(snapshot, page)) is { } head ? MachineDocuments.FeedAddress(head) : null,
            StructuredData = site.IsKnown ? new HtmlContent(StructuredData.Of(snapshot.Identity, page, image?.Href, breadcrumb, site)) : null,
        };
    }

    /// <summary>Of a page that is made by the site itself, at a fixed address.</summary>
    public MachineMetadata ForAddress(string href, string title) => new()
    {
        Canonical = site.Absolute(href),
        CardTitle = title,
        Locale = Locale(snapshot.Identity.Language),
    };

    /// <summary>Of the home page of content that has none.</summary>
    public MachineMetadata ForMadeHome() => ForAddress(SitePages.Home, snapshot.Identity.Title) with
    {
        Feed = site.IsKnown && MachineDocuments.HasFeed(snapshot, SitePages.Home) ? MachineDocuments.FeedAddress(SitePages.Home) : null,
        StructuredData = site.IsKnown ? new HtmlContent(StructuredData.OfHome(snapshot.Identity, site)) : null,
    };

    // Open Graph wants a country too. French is France's here; other languages say it themselves (pt-BR), or nothing is said.
    private static string? Locale(string lang) => lang == "fr" ? "fr_FR" : lang.Contains('-', StringComparison.Ordinal) ? lang.Replace('-', '_') : null;
}
