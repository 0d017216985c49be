using System.Text.Encodings.Web;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Dsfr;

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
        var navigation = Components.Render(new NavigationTagHelper { Items = [new(Components.Menu[1] with { IsActive = false, IsCurrent = true, Children = [new("Guides", "/g/")] })] });

        Assert.Equal("a", Assert.Single(navigation.QuerySelectorAll("[aria-current=page]")).LocalName);
        Assert.Equal("summary", Assert.Single(navigation.QuerySelectorAll("[aria-current=true]")).LocalName);
    }

    [Fact]
    public void Navigation_HostileEntry_IsTextWhoeverWritesItFirst()
    {
        const string Text = "</summary><!-- R&D <b>\"gras\"</b>";
        var menu = new NavigationTagHelper { Items = [new(new(Text, "/a/?x=\"&y='<") { Children = [new(Text, "/b/\" onclick=\"x")] }), new(new(Text, "/c/") { IsActive = true }), new(new(Text, null))] };

        // As the header does: to learn whether its content is empty, ASP.NET writes it with an encoder that encodes nothing.
        foreach (var encoder in new HtmlEncoder[] { NullHtmlEncoder.Default, HtmlText.Encoder, NullHtmlEncoder.Default })
        {
            var output = new TagHelperOutput("dsfr", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
            menu.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
            using var writer = new StringWriter();
            output.WriteTo(writer, encoder);
            var navigation = Html.Parse(writer.ToString()).Body!.FirstElementChild!;

            Assert.Equal([Text, Text, Text, Text, Text], navigation.QuerySelectorAll("summary, a, span").Select(element => element.TextContent));
            Assert.Equal(["/a/?x=\"&y='<", "/b/\" onclick=\"x", "/c/"], navigation.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
            Assert.Empty(navigation.QuerySelectorAll("b, [onclick]"));
        }
    }

    [Fact]
    public void Navigation_Entry_IsWrittenAsTheOtherMenusAre()
    {
        foreach (var item in new MenuItem[] { new("R&D", "/a/"), new("B", null), new("C", "/c/") { IsCurrent = true }, new("D", "/d/") { IsActive = true } })
        {
            var link = Markup.Link(item, "fr-nav__link");
            if (item is { IsActive: true, IsCurrent: false })
            {
                Markup.MarkBranch(link);
            }

            using var writer = new StringWriter();
            Markup.Element("li", "fr-nav__item", link).WriteTo(writer, HtmlText.Encoder);
            Assert.Equal(writer.ToString(), new MainMenuEntry(item).Html);
        }
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
        Assert.Empty(Components.Render(new BreadcrumbTagHelper { Items = [new("Accueil", "/")] }).QuerySelectorAll("a"));

    [Fact]
    public void Breadcrumb_NoTrail_WritesNothing() => Assert.Null(Components.Fragment(new BreadcrumbTagHelper()));

    [Fact]
    public void SideMenu_ActiveBranch_IsOpenAndOthersAreClosed()
    {
        var menu = Components.SideMenu();

        Assert.Equal(["Accueil", "Les actions", "Acheter", "Gouvernance"], menu.Texts("a.fr-sidemenu__link"));
        Assert.Equal(["Acheter"], menu.Texts("[aria-current=page]"));
        Assert.Equal(["Les actions"], menu.Texts("[aria-current=true]"));
    }

    [Fact]
    public void SideMenu_NarrowScreen_OpensByPopoverWithoutScript()
    {
        var menu = Components.SideMenu();

        var button = Assert.Single(menu.QuerySelectorAll("button"));
        var panel = menu.QuerySelector("[popover]")!;
        Assert.Equal("button", button.GetAttribute("type"));
        Assert.Equal(panel.Id, button.GetAttribute("popovertarget"));
        Assert.Equal(menu.QuerySelectorAll("a").Length, panel.QuerySelectorAll("a").Length);
    }

    [Fact]
    public void SideMenu_Section_IsNamedAfterIt() => Assert.Equal("Les plans", Components.SideMenu().GetAttribute("aria-label"));

    [Fact]
    public void Summary_Headings_NestTheLowerLevel()
    {
        var summary = Components.Summary();

        Assert.Equal(["#un", "#un-un", "#deux"], summary.QuerySelectorAll("a.fr-summary__link").Select(a => a.GetAttribute("href")!));
        Assert.Equal(["Un un"], summary.Texts("ol ol a"));
        Assert.Equal("Sommaire", summary.QuerySelector("#" + summary.GetAttribute("aria-labelledby"))!.Text());
    }

    [Fact]
    public void Summary_NoHeading_WritesNothing() => Assert.Null(Components.Fragment(new SummaryTagHelper()));

    [Fact]
    public void SkipLinks_Anchors_StandInANamedNavigation()
    {
        var links = Components.SkipLinks();

        Assert.Equal(["#contenu", "#menu"], links.QuerySelectorAll("nav[aria-label='Accès rapide'] a.fr-link").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public void Link_HostileText_IsEncoded()
    {
        var breadcrumb = Components.Render(new BreadcrumbTagHelper { Items = [new("<img src=x onerror=alert(1)>", "/\"onclick=\"x"), new("Ici", null)] });

        Assert.Empty(breadcrumb.QuerySelectorAll("img, [onclick]"));
        Assert.Equal("<img src=x onerror=alert(1)>", breadcrumb.QuerySelector("a")!.TextContent);
    }
}
