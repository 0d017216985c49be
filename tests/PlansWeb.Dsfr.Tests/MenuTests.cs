using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>Main menu, breadcrumb, side menu, summary, skip links.</summary>
public sealed class MenuTests
{
    [Fact]
    public void Navigation_EntryWithoutChildren_IsALink()
    {
        var link = Components.Navigation().QuerySelector("li.fr-nav__item > a.fr-nav__link")!;

        Assert.Equal(("Accueil", "/"), (link.Text(), link.GetAttribute("href")));
        Assert.Null(link.GetAttribute("aria-current"));
    }

    [Fact]
    public void Navigation_EntryWithChildren_OpensWithoutScriptAndBeginsWithItsOwnPage()
    {
        var submenu = Components.Navigation().QuerySelector("li.fr-nav__item > details")!;

        Assert.Equal("summary", submenu.FirstElementChild!.LocalName);
        Assert.Equal("Publications", submenu.FirstElementChild.Text());
        Assert.Equal(["Publications", "Plans d’action", "Guides"], submenu.Texts("ul > li > a"));
        Assert.Equal("/publications/", submenu.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Navigation_PageBelowAnEntry_MarksThePageAndTheBranch()
    {
        var navigation = Components.Navigation();

        Assert.Equal(["Plans d’action"], navigation.Texts("[aria-current=page]"));
        Assert.Equal(["Publications"], navigation.Texts("[aria-current=true]"));
    }

    [Fact]
    public void Navigation_IndexOfAnEntryWithChildren_IsCurrentInside()
    {
        var navigation = Components.Render(new MainMenu { Items = [new MainMenuEntry(Components.Menu[1] with { IsActive = true, IsCurrent = true, Children = [new("Guides", "/g/")] })] });

        Assert.Equal("a", Assert.Single(navigation.QuerySelectorAll("[aria-current=page]")).LocalName);
        Assert.Equal("summary", Assert.Single(navigation.QuerySelectorAll("[aria-current=true]")).LocalName);
    }

    [Theory]
    [InlineData("R&D")]
    [InlineData("Marchés <!-- seuil")]
    [InlineData("</a><script>alert(1)</script>")]
    public void Navigation_EntryMadeInAdvance_IsEncodedLikeTheOthers(string title)
    {
        var entry = new MainMenuEntry(new MenuItem(title, "/publications/") { Children = [new("Guides", "/guides/")] });

        var made = Components.Render(new MainMenu { Items = [new TrustedHtml(entry.ToHtml())] });

        Assert.Equal(Components.Render(new MainMenu { Items = [entry] }).OuterHtml, made.OuterHtml);
        Assert.Equal(title, made.QuerySelector("summary")!.TextContent);
    }

    [Fact]
    public void Navigation_Folded_IsBetweenTwoLinksThatLeadToEachOther()
    {
        var header = Components.Render(new Header { Menu = new MainMenu { Items = [new MainMenuEntry(Components.Menu[0])], OpenText = "Menu", CloseText = "Fermer le menu" } });

        var menu = header.QuerySelector("nav#menu.site-fold")!;
        Assert.Equal(("Fermer le menu", "#ouvrir-menu"), (menu.FirstElementChild!.TextContent, menu.FirstElementChild.GetAttribute("href")));
        Assert.Equal(("Menu", "#menu", "ouvrir-menu"), (menu.NextElementSibling!.TextContent, menu.NextElementSibling.GetAttribute("href"), menu.NextElementSibling.Id));
    }

    [Fact]
    public void Navigation_NotFolded_HasNoOtherLinks()
    {
        var header = Components.Render(new Header { Menu = new MainMenu { Items = [new MainMenuEntry(Components.Menu[0])], CloseText = "Fermer le menu" } });

        Assert.Empty(header.QuerySelectorAll(".site-fold, .site-fold-link, nav ~ *"));
    }

    [Fact]
    public void Navigation_NoScript_HasNoButton() => Assert.Empty(Components.Navigation().QuerySelectorAll("button, [onclick], [aria-controls]"));

    [Fact]
    public void Breadcrumb_Trail_LinksAllButTheLast()
    {
        var breadcrumb = Components.Breadcrumb();

        Assert.Equal(["Accueil", "Publications", "À propos"], breadcrumb.Texts("ol.fr-breadcrumb__list > li"));
        Assert.Equal(["/", "/publications/"], breadcrumb.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        var last = Assert.Single(breadcrumb.QuerySelectorAll("[aria-current=page]"));
        Assert.Equal(("span", "À propos"), (last.LocalName, last.Text()));
        Assert.Empty(breadcrumb.QuerySelectorAll("button"));
    }

    [Fact]
    public void Breadcrumb_LastEntryHasAnAddress_IsNoLinkAllTheSame() =>
        Assert.Empty(Components.Render(new Breadcrumb { Items = [new("Accueil", "/")] }).QuerySelectorAll("a"));

    [Fact]
    public void Breadcrumb_NoTrail_WritesNothing() => Assert.Null(Components.Fragment(new Breadcrumb()));

    [Fact]
    public void SideMenu_ActiveBranch_IsOpenAndOthersAreClosed()
    {
        var menu = Components.SideMenu();

        Assert.Equal(["Accueil", "Les actions", "Acheter", "Gouvernance"], menu.Texts("a.fr-sidemenu__link"));
        Assert.Equal(["Acheter"], menu.Texts("[aria-current=page]"));
        Assert.Equal(["Les actions"], menu.Texts("[aria-current=true]"));
    }

    [Fact]
    public void Fold_NarrowScreen_OpensInTheFlowWithoutScript()
    {
        foreach (var (menu, text) in new[] { (Components.SideMenu(), "Dans cette rubrique"), (Components.Summary(), "Sommaire") })
        {
            var fold = Assert.Single(menu.Children);

            Assert.Equal(("details", "summary", text), (fold.LocalName, fold.FirstElementChild!.LocalName, fold.FirstElementChild.Text()));
            Assert.False(fold.HasAttribute("open"));
            Assert.Empty(menu.QuerySelectorAll("button, [popover]"));
            Assert.Equal(menu.QuerySelectorAll("a").Length, fold.QuerySelectorAll("a").Length);
        }
    }

    [Fact]
    public void SideMenu_Section_IsNamedAfterIt() => Assert.Equal("Les plans", Components.SideMenu().GetAttribute("aria-label"));

    [Fact]
    public void Summary_Headings_NestTheLowerLevel()
    {
        var summary = Components.Summary();

        Assert.Equal(["#un", "#un-un", "#deux"], summary.QuerySelectorAll("a.fr-summary__link").Select(a => a.GetAttribute("href")!));
        Assert.Equal(["Un un"], summary.Texts("ol ol a"));

        // What is folded gives no name in browsers: the button does, which is not.
        var name = summary.QuerySelector("#" + summary.GetAttribute("aria-labelledby"))!;
        Assert.Equal(("summary", "Sommaire"), (name.LocalName, name.Text()));
    }

    [Fact]
    public void Summary_NoHeading_WritesNothing() => Assert.Null(Components.Fragment(new Summary()));

    [Fact]
    public void SkipLinks_Anchors_StandInANamedNavigation()
    {
        var links = Components.SkipLink();

        Assert.Equal(["#contenu", "#menu"], links.QuerySelectorAll("nav[aria-label='Accès rapide'] a.fr-link").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public void Link_HostileText_IsEncoded()
    {
        var breadcrumb = Components.Render(new Breadcrumb { Items = [new("<img src=x onerror=alert(1)>", "/\"onclick=\"x"), new("Ici", null)] });

        Assert.Empty(breadcrumb.QuerySelectorAll("img, [onclick]"));
        Assert.Equal("<img src=x onerror=alert(1)>", breadcrumb.QuerySelector("a")!.TextContent);
    }
}
