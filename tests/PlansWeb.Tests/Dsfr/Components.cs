using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlansWeb.Dsfr;
using PlansWeb.Dsfr.Components;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Dsfr;

/// <summary>Renders a tag helper alone, and makes one of each component for the tests that look at all of them.</summary>
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

    public static IElement SkipLinks() => Render(new SkipLinksTagHelper { Label = "Accès rapide", Items = [new("Contenu", "#contenu"), new("Menu", "#menu")] });

    public static IElement Header(bool stateBrand = false, string menu = "<nav class=\"fr-nav\"></nav>") => Render(
        new HeaderTagHelper { ServiceName = "Nom du service", Tagline = "Ce qu’il fait", HomeTitle = "Accueil - Nom du service", StateBrand = stateBrand }, menu);

    public static IElement Navigation() => Render(new NavigationTagHelper { Label = "Menu principal", Items = [.. Menu.Select(static item => new MainMenuEntry(item))] });

    public static IElement Breadcrumb() => Render(new BreadcrumbTagHelper { Label = "Vous êtes ici", Items = Trail });

    public static IElement SideMenu() => Render(new SideMenuTagHelper { Title = "Les plans", ButtonText = "Dans cette rubrique", Items = Section });

    public static IElement Summary() => Render(new SummaryTagHelper { Title = "Sommaire", Items = Headings });

    public static IElement Footer(bool stateBrand = false) => Render(
        new FooterTagHelper { ServiceName = "Nom du service", Description = "Ce qu’il est.", Items = [new("Accessibilité", "/accessibilite/")], StateBrand = stateBrand }, "<p>Licence</p>");

    public static IElement Card() => Render(new CardTagHelper { Title = "Les plans", Href = "/plans/", Description = "Ce qu’ils disent." });

    public static IElement Tile() => Render(new TileTagHelper { Title = "Guides", Href = "/guides/" });

    public static IElement Callout() => Render(new CalloutTagHelper { Text = "Un texte" });

    public static IElement Highlight() => Render(new HighlightTagHelper { Text = "Une phrase" });

    public static IElement Alert() => Render(new AlertTagHelper { Kind = "warning", Text = "Un texte" });

    public static IElement Quote() => Render(new QuoteTagHelper(), "<p>« Une phrase »</p>");

    public static IElement Tags() => Render(new TagsTagHelper { Label = "Rubriques", Items = [new("Publications", "#publications"), new("Actualités", null)] });

    public static IElement Badge() => Render(new BadgeTagHelper { Text = "Validé", Kind = "success" });

    public static IElement Accordion() => Render(new AccordionTagHelper { Title = "Un titre" }, "<p>Un contenu</p>");

    public static IElement Table() => Render(new TableTagHelper { Caption = "Un tableau", Id = "un-tableau" }, "<tbody><tr><td>1</td></tr></tbody>");

    public static IElement Notice() => Render(new NoticeTagHelper { Title = "Une phrase", Label = "Avis" });

    public static IElement Pagination() => Render(new PaginationTagHelper { Label = "Pages", Page = 2, Count = 3, FirstHref = "/?q=a", NumberedHref = "/?q=a&page=", PageText = "Page", PreviousText = "Précédente", NextText = "Suivante" });

    public static IElement Render(TagHelper component, string content = "") => Fragment(component, content)!;

    public static IElement? Fragment(TagHelper component, string content = "")
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("dsfr", [], (_, _) => Task.FromResult(new DefaultTagHelperContent().SetHtmlContent(content)));
        component.ProcessAsync(context, output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return Html.Parse(writer.ToString()).Body!.FirstElementChild;
    }
}
