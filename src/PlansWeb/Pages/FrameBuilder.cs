using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>Makes the frame of a page from the snapshot: menus and trail, with the current entry marked.</summary>
internal sealed partial class FrameBuilder(Snapshot snapshot)
{
    private const int HeadingsWorthASummary = 3;

    private const string PlansActionLayout = "plans-action";

    // The design system draws three levels. A chain of parents may be of any length: menus are written by recursion, which must end before the stack does.
    private const int MostLevels = 8;

    /// <summary>Entries of the main menu's first level: what a reader looks through. The others are a link away, so that no page weighs more because the site is large.</summary>
    internal const int MostOfTheMenu = 8;

    /// <summary>Entries of a branch of the main menu.</summary>
    internal const int MostOfABranch = 20;

    /// <summary>
    /// Letters of a first level that a narrow screen shows at once, each entry counted with <see cref="LettersBetweenEntries"/> more: two to three lines of
    /// a window of 320 pixels. A short menu needs no click; a longer one would push the text off the first screen.
    /// </summary>
    internal const int MostLettersAtOnce = 100;

    private const int LettersBetweenEntries = 5;

    /// <summary>Pages that a section without text lists.</summary>
    internal const int MostOfASection = 100;

    // Its branches that the page is not in are the same on all other pages: they live as long as the navigation.
    private static readonly ConditionalWeakTable<NavigationNode, IHtml> s_unmarked = [], s_unmarkedEnglish = [];

    private readonly NavigationTree _navigation = snapshot.Part<NavigationTree>();

    /// <summary>The frame of a page of the store.</summary>
    public Frame ForPage(ContentPage page)
    {
        var trail = _navigation.Trail(page);
        var section = _navigation.SectionOf(page);
        var above = trail.Select(step => step.Page).Append(page).ToHashSet();
        var (previous, next) = _navigation.Neighbours(page);
        var plans = PlanContent.Cards(snapshot, page);
        var plan = PlanContent.Head(snapshot, page);
        return new Frame
        {
            Title = page.Title,
            DocumentTitle = page.Url == SitePages.Home ? snapshot.Identity.Title : snapshot.Identity.DocumentTitle(page.Title),
            Site = snapshot.Identity,
            ContactPage = ContactPage(page),
            Description = page.Description,
            Lang = page.Lang,
            NoIndex = page.NoIndex,
            HasComponents = ShowsComponents(page) || (page.Layout == "home" && snapshot.Part<Register>().Section is null) || plans.Count > 0 || plan?.Documents.Any(static document => document.Detail is not null) is true,
            Plans = plans,
            Plan = plan,
            Summary = Summary(page),
            Pages = PagesOf(page, plans),
            Menu = Menu(page, above),
            Breadcrumb = page.Url == SitePages.Home ? [] : Breadcrumb(page, trail, section),
            SideMenu = section is null ? null : SideMenu(section, page, above),
            Previous = Neighbour(previous, section),
            Next = Neighbour(next, section),
            Legal = LegalPages.Links(snapshot, page),
            Translations = [.. snapshot.Part<TranslationIndex>().Of(page).Where(other => other != page)
                .Select(static other => new MenuItem(Texts.VersionIn(other.Lang), other.Href) { Lang = other.Lang })],
        };
    }

    /// <summary>The frame of the home page of content that has none.</summary>
    public Frame ForMadeHome() => new()
    {
        Title = snapshot.Identity.Title,
        DocumentTitle = snapshot.Identity.Title,
        Site = snapshot.Identity,
        ContactPage = ContactPage(null),
        Lang = InterfaceLanguage.Tag,
        Description = snapshot.Identity.Description,
        HasComponents = true,
        Menu = Menu(null, []),
        Legal = LegalPages.Links(snapshot, null),
    };

    /// <summary>The frame of a page that is no content: it says that there is none at the address.</summary>
    public Frame ForNotice(string title) => new()
    {
        Title = title,
        DocumentTitle = snapshot.Identity.DocumentTitle(title),
        Site = snapshot.Identity,
        ContactPage = ContactPage(null),
        Lang = InterfaceLanguage.Tag,
        NoIndex = true,
        Menu = Menu(null, []),
        Breadcrumb = [new MenuItem(Texts.Home, SitePages.Home), new MenuItem(title, null) { IsCurrent = true }],
        Legal = LegalPages.Links(snapshot, null),
    };

    private MenuItem? ContactPage(ContentPage? current) =>
        LegalPages.Of(snapshot, UsualPage.Contact, current?.Lang ?? InterfaceLanguage.Tag) is { } contact ? new MenuItem(contact.Navigation?.Title ?? contact.Title, contact.Href) { Lang = MarkOf(contact) } : null;

    /// <summary>The page's body, or what its layout writes around it, contains components.</summary>
    public static bool ShowsComponents(ContentPage page) =>
        page.Layout is "accessibilite" or "ecoconception" || ComponentClass().IsMatch(page.Body.Value);

    // A section without text shows what is in it, unless its layout does.
    private List<MenuItem> PagesOf(ContentPage page, IReadOnlyList<PlanCard> plans)
    {
        if (page.Layout is not (PageLayouts.Default or PlansActionLayout) || plans.Count > 0 || page == snapshot.Part<Register>().Section || !page.Body.IsBlank)
        {
            return [];
        }

        // Where no menu says what is below it, its folder does.
        var below = page.Navigation?.Key is { } key ? _navigation.Below(key) : [];
        var pages = below.Count > 0
            ? [.. below.Select(static node => new MenuItem(node.Title, MenuItem.LinkOf(node.Href)) { Lang = node.Page.Lang })]
            : snapshot.Listed.Where(other => other != page && other.Url.StartsWith(page.Url, StringComparison.Ordinal) && _navigation.Trail(other) is [.., var last] && last.Page == page)
                .Select(static other => new MenuItem(other.Title, other.Href) { Lang = other.Lang }).ToList();
        return pages.Count <= MostOfASection ? pages : [.. pages.Take(MostOfASection), RestOf(page)];
    }

    // The map lists the pages of a section of the first level by themselves.
    private MenuItem RestOf(ContentPage page) => _navigation.NodeOf(page) is { Page.Navigation.Parent: null, Children.Count: > MostOfABranch } root
        ? new MenuItem(Texts.SeeAll(root.Title), SiteMap.AddressOf(snapshot, root)) { Lang = InterfaceLanguage.Tag }
        : new MenuItem(Texts.SiteMap, SitePages.SiteMap) { Lang = InterfaceLanguage.Tag };

    // An editor who wrote a summary by hand keeps it as the only one.
    private static List<MenuItem> Summary(ContentPage page)
    {
        var headings = page.Headings.Where(heading => heading.Level is 2 or 3).ToList();
        if (!page.AllowsSummary || headings.Count < HeadingsWorthASummary || page.Body.Value.Contains("fr-summary", StringComparison.Ordinal))
        {
            return [];
        }

        var entries = new List<MenuItem>();
        foreach (var heading in headings)
        {
            var entry = new MenuItem(heading.Text, "#" + Uri.EscapeDataString(heading.Id));
            if (heading.Level == 3 && entries.Count > 0)
            {
                entries[^1] = entries[^1] with { Children = [.. entries[^1].Children, entry] };
            }
            else
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    // Tables and charts are part of plain Markdown: their rules are on every page.
    [GeneratedRegex("class=(?!\"(?:fr-table|site-chart|graphique))")]
    private static partial Regex ComponentClass();

    private MainMenu? Menu(ContentPage? current, HashSet<ContentPage> above) => _navigation.Roots.Count == 0 ? null : new MainMenu
    {
        Label = Texts.MainMenu,
        Items = MenuEntries(current, above),

        // The first entries, whatever is shown in their place: the menu is folded on all pages of a site or on none.
        OpenText = _navigation.Roots.Take(MostOfTheMenu).Sum(static root => root.Title.Length + LettersBetweenEntries) > MostLettersAtOnce ? Texts.OpenMenu : null,
        CloseText = Texts.CloseMenu,
    };

    private IReadOnlyList<IHtml> MenuEntries(ContentPage? current, HashSet<ContentPage> above)
    {
        // The entry that a reader would have followed to come here is the one that is marked: one at most at the first level.
        var alias = current is null ? null : _navigation.Roots.Where(root => IsAlias(root) && current.Href.StartsWith(root.Href, StringComparison.Ordinal)).MaxBy(static root => root.Href.Length);
        var shown = Shown(_navigation.Roots, MostOfTheMenu, root => root == alias || IsWay(root));
        return shown.Count == _navigation.Roots.Count ? [.. shown.Select(Entry)] : [.. shown.Select(Entry), new MainMenuEntry(new MenuItem(Texts.AllSections, SitePages.SiteMap))];

        bool IsWay(NavigationNode root) => above.Contains(root.Page) || root.Children.Any(child => above.Contains(child.Page));

        IHtml Entry(NavigationNode root)
        {
            if (root == alias)
            {
                return new MainMenuEntry(Item(root, current, above) with { IsCurrent = root.Href == current!.Href, IsActive = true });
            }

            return IsWay(root)
                ? new MainMenuEntry(TwoLevels(root, current, above) with { IsActive = alias is null && above.Contains(root.Page) })
                : (InterfaceLanguage.IsFrench ? s_unmarked : s_unmarkedEnglish).GetValue(root, root => new TrustedHtml(new MainMenuEntry(TwoLevels(root, null, [])).ToHtml()));
        }
    }

    // The first entries, and among them, in their place, those that lead to the page: it must not be missing from its own menu.
    private static IReadOnlyList<NavigationNode> Shown(IReadOnlyList<NavigationNode> nodes, int most, Func<NavigationNode, bool> isWay)
    {
        if (nodes.Count <= most)
        {
            return nodes;
        }

        var ways = nodes.Where(isWay).Take(most).ToHashSet(ReferenceEqualityComparer.Instance);
        var others = most - ways.Count;
        return [.. nodes.Where(node => ways.Contains(node) || others-- > 0)];
    }

    // An entry without a page of its own, that leads to a page which stands elsewhere in the navigation.
    private static bool IsAlias(NavigationNode node) => node.Children.Count == 0 && node.Href.EndsWith('/') && node.Href != SitePages.Home && (node.Page.Url.Length == 0 || node.Href != node.Page.Href);

    private MenuItem TwoLevels(NavigationNode root, ContentPage? current, HashSet<ContentPage> above)
    {
        // What an entry of the first level leads to by itself is not listed below another: a menu less to open, and six elements less on each page.
        var elsewhere = MenuItem.LinkOf(root.Href) is null ? [] : _navigation.Roots.Where(IsAlias).Select(static other => other.Href).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<NavigationNode> below = elsewhere.Count == 0 ? root.Children : [.. root.Children.Where(child => !elsewhere.Contains(child.Href))];
        var shown = Shown(below, MostOfABranch, child => above.Contains(child.Page));
        var children = shown.Select(child => Item(child, current, above));
        return Item(root, current, above) with
        {
            Children = shown.Count == below.Count ? [.. children] : [.. children, new MenuItem(Texts.SeeAll(root.Title), SiteMap.AddressOf(snapshot, root))],
        };
    }

    private static IReadOnlyList<MenuItem> Breadcrumb(ContentPage page, IReadOnlyList<TrailStep> trail, Section? section) =>
    [
        new MenuItem(Texts.Home, SitePages.Home),
        .. trail.Select(step => new MenuItem(StepTitle(step.Page, step.Title, section), MenuItem.LinkOf(step.Href)) { Lang = MarkOf(step.Page) }),
        new MenuItem(StepTitle(page, page.Title, section), null) { IsCurrent = true, Lang = MarkOf(page) },
    ];

    private static MenuItem? Neighbour(TrailStep? step, Section? section) =>
        step is null ? null : new MenuItem(StepTitle(step.Page, step.Title, section), MenuItem.LinkOf(step.Href)) { Lang = MarkOf(step.Page) };

    // The layout of the plans gives its section a short name, as on the old site: the index's own title fills two lines of a trail.
    private static string StepTitle(ContentPage page, string title, Section? section) =>
        page.Layout == PlansActionLayout && section?.Index == page ? Texts.PlansActionSection : title;

    private static SideMenu SideMenu(Section section, ContentPage current, HashSet<ContentPage> above)
    {
        var items = section.Nodes.Select(node => Branch(node, current, above, [])).ToList();
        if (section.Index is { } index)
        {
            items.Insert(0, new MenuItem(Texts.Home, index.Href) { IsCurrent = index == current });
        }

        return new SideMenu { Title = section.Title, ButtonText = Texts.InThisSection, Items = items };
    }

    // Only the branch of the current page is open. Entries that share a key share children, so a page could stand below itself: the way down is kept.
    private static MenuItem Branch(NavigationNode node, ContentPage current, HashSet<ContentPage> above, HashSet<NavigationNode> way)
    {
        var item = Item(node, current, above);
        if (!above.Contains(node.Page) || node.Children.Count == 0 || way.Count + 1 >= MostLevels || !way.Add(node))
        {
            return item;
        }

        var children = node.Children.Select(child => Branch(child, current, above, way)).ToArray();
        way.Remove(node);
        return item with { Children = children };
    }

    private static MenuItem Item(NavigationNode node, ContentPage? current, HashSet<ContentPage> above) =>
        new(node.Title, MenuItem.LinkOf(node.Href)) { IsCurrent = node.Page == current, IsActive = above.Contains(node.Page), Lang = MarkOf(node.Page) };

    // Beside interface texts, what is in another language says so.
    private static string? MarkOf(ContentPage page) => InterfaceLanguage.MarkOn(page.Lang) is null ? null : page.Lang;
}
