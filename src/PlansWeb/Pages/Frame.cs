using PlansWeb.Content;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Dsfr;
using PlansWeb.Feeds;

namespace PlansWeb.Pages;

/// <summary>What the layouts print around a page: everything that is not the page's own body.</summary>
public sealed record Frame
{
    /// <summary>The one <c>h1</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Whose site it is.</summary>
    internal SiteIdentity Site { get; init; } = new();

    /// <summary>The language of the site's name, where the interface around it has another one.</summary>
    internal string? SiteLang => InterfaceLanguage.MarkOn(Site.Language) is null ? null : Site.Language;

    /// <summary>The title of the link to the home page: in the language of the name in it, as an attribute has one language (RGAA 8.7).</summary>
    internal string HomeTitle
    {
        get
        {
            using var language = InterfaceLanguage.Enter(Site.Language);
            return Texts.HomeTitle(Site.Title);
        }
    }

    /// <summary>The page by which readers reach the people behind the site, where the content has one.</summary>
    public MenuItem? ContactPage { get; init; }

    /// <summary>Content of the <c>title</c> element: page, then site (RGAA 8.6).</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>Content of <c>meta description</c>, where the page has one.</summary>
    public string? Description { get; init; }

    /// <summary>Language of the page, a BCP 47 tag (RGAA 8.3).</summary>
    public string Lang { get; init; } = "fr";

    /// <summary>Language of interface texts, where it is not the page's (RGAA 8.7).</summary>
    public string? InterfaceLang => InterfaceLanguage.MarkOn(Lang);

    /// <summary>Direction of interface texts, where it is not the page's.</summary>
    public string? InterfaceDirection => Direction is null || InterfaceLang is null ? null : "ltr";

    /// <summary>Direction of the page: <c>rtl</c> where its language is written from right to left (RGAA 8.10).</summary>
    public string? Direction => Formats.IsRightToLeft(Lang) ? "rtl" : null;

    /// <summary>The page in other languages.</summary>
    public IReadOnlyList<MenuItem> Translations { get; init; } = [];

    /// <summary>What the page says of itself to machines; <see langword="null"/> where it is no page of the content.</summary>
    public MachineMetadata? Machines { get; init; }

    /// <summary>What a page that readers do not see says of itself: a preview, a draft. <see langword="null"/> on all others.</summary>
    public string? PreviewNotice { get; init; }

    /// <summary>Search engines are asked to leave the page out.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The body may contain DSFR components: the page also loads their style sheet.</summary>
    public bool HasComponents { get; init; }

    /// <summary>The page's headings, where it is long enough for a summary.</summary>
    public IReadOnlyList<MenuItem> Summary { get; init; } = [];

    /// <summary>The pages of a section that says nothing of them itself, in order.</summary>
    public IReadOnlyList<MenuItem> Pages { get; init; } = [];

    /// <summary>The header's menu: first two levels of the navigation.</summary>
    public MainMenu? Menu { get; init; }

    /// <summary>From the home page to this page; the last entry is the page itself, without an address. Empty on the home page.</summary>
    public IReadOnlyList<MenuItem> Breadcrumb { get; init; } = [];

    /// <summary>The section's menu, where the page belongs to a section.</summary>
    public SideMenu? SideMenu { get; init; }

    /// <summary>The page before this one in its section.</summary>
    public MenuItem? Previous { get; init; }

    /// <summary>The page after this one in its section.</summary>
    public MenuItem? Next { get; init; }

    /// <summary>The footer's links: those that the law requires, and whose pages exist.</summary>
    public IReadOnlyList<MenuItem> Legal { get; init; } = [];

    /// <summary>The plans that are shown below the page's text.</summary>
    public IReadOnlyList<PlanCard> Plans { get; init; } = [];

    /// <summary>The plan that the page presents.</summary>
    public PlanHead? Plan { get; init; }
}
