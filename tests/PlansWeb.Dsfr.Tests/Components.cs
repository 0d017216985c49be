using AngleSharp.Dom;
using PlansWeb.Dsfr.Components;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>Renders a component alone, and makes one of each for the tests that look at all of them.</summary>
internal static class Components
{
    public static readonly MenuItem[] Trail = [new("Accueil", "/"), new("Publications", "/publications/"), new("À propos", null)];

    public static readonly MenuItem[] Menu =
    [
        new("Accueil", "/"),
        new("Publications", "/publications/") { IsActive = true, Children = [new("Plans d’action", "/publications/plans/") { IsCurrent = true }, new("Guides", "/publications/guides/")] },
    ];

    public static readonly MenuItem[] Section =
    [
        new("Accueil", "/plans/"),
        new("Les actions", "/plans/actions/") { IsActive = true, Children = [new("Acheter", "/plans/actions/acheter/") { IsCurrent = true }] },
        new("Gouvernance", "/plans/gouvernance/") { Children = [new("Référents", "/plans/gouvernance/referents/")] },
    ];

    public static readonly MenuItem[] Headings = [new("Un", "#un") { Children = [new("Un un", "#un-un")] }, new("Deux", "#deux")];

    public static IElement SkipLink() => Render(new SkipLinks { Label = "Accès rapide", Items = [new("Contenu", "#contenu"), new("Menu", "#menu")] });

    public static IElement Header(bool stateBrand = false, string? menu = "<nav class=\"fr-nav\"></nav>") => Render(
        new Header { ServiceName = "Nom du service", Tagline = "Ce qu’il fait", HomeTitle = "Accueil - Nom du service", StateBrand = stateBrand, Menu = menu is null ? null : Trusted(menu) });

    public static IElement Navigation() => Render(new MainMenu { Label = "Menu principal", Items = [.. Menu.Select(static item => new MainMenuEntry(item))] });

    public static IElement Breadcrumb() => Render(new Breadcrumb { Label = "Vous êtes ici", Items = Trail });

    public static IElement SideMenu() => Render(new SideMenu { Title = "Les plans", ButtonText = "Dans cette rubrique", Items = Section });

    public static IElement Summary() => Render(new Summary { Title = "Sommaire", Items = Headings });

    public static IElement Footer(bool stateBrand = false) => Render(
        new Footer { ServiceName = "Nom du service", Description = "Ce qu’il est.", Items = [new("Accessibilité", "/accessibilite/")], StateBrand = stateBrand, Content = Trusted("<p>Licence</p>") });

    public static IElement Card() => Render(new Card { Title = "Les plans", Href = "/plans/", Description = "Ce qu’ils disent." });

    public static IElement Tile() => Render(new Tile { Title = "Guides", Href = "/guides/" });

    public static IElement Callout() => Render(new Callout { Text = "Un texte" });

    public static IElement Highlight() => Render(new Highlight { Text = "Une phrase" });

    public static IElement Alert() => Render(new Alert { Kind = "warning", Text = "Un texte" });

    public static IElement Quote() => Render(new Quote { Content = Trusted("<p>« Une phrase »</p>") });

    public static IElement Tag() => Render(new Tags { Label = "Rubriques", Items = [new("Publications", "#publications"), new("Actualités", null)] });

    public static IElement Badge() => Render(new Badge { Text = "Validé", Kind = "success" });

    public static IElement Accordion() => Render(
        new AccordionsGroup { Content = new Accordion { Title = "Un titre", Content = Trusted("<p>Un contenu</p>") } }).FirstElementChild!;

    public static IElement Search() => Render(new SearchBar { Label = "Rechercher", ButtonText = "Rechercher" });

    public static IElement Link() => Render(new Download { Text = "Le plan", Href = "/plan.pdf", Detail = "PDF – 1,8 Mo" });

    public static IElement Table() => Render(new Table { Caption = "Un tableau", Id = "un-tableau", Content = Trusted("<tbody><tr><td>1</td></tr></tbody>") });

    public static IElement Notice() => Render(new NoticeBand { Title = "Une phrase", Label = "Avis" });

    public static IElement Pagination() => Render(new Pagination { Label = "Pages", Page = 2, Count = 3, FirstHref = "/?q=a", NumberedHref = "/?q=a&page=", PageText = "Page", PreviousText = "Précédente", NextText = "Suivante" });

    public static IElement Render(Component component) => Fragment(component)!;

    public static IElement? Fragment(Component component) => Dom.Parse(component.ToHtml()).Body!.FirstElementChild;

    public static TrustedHtml Trusted(string html) => new(html);
}
