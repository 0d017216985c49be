using AngleSharp.Dom;
using PlansWeb.Dsfr.Components;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>The components of some pages: cards, tiles, callouts and the like.</summary>
public sealed class BlockTests
{
    [Fact]
    public void Card_Link_IsItsHeading()
    {
        var card = Components.Card();

        var link = Assert.Single(card.QuerySelectorAll("a"));
        Assert.Equal(("h3", "/plans/", "Les plans"), (link.ParentElement!.LocalName, link.GetAttribute("href"), link.Text()));
        Assert.Equal("Ce qu’ils disent.", card.QuerySelector(".fr-card__desc")!.Text());
    }

    [Fact]
    public void Card_NoDescription_HasNoEmptyParagraph() =>
        Assert.Empty(Components.Render(new Card { Title = "Titre", Href = "/" }).QuerySelectorAll("p"));

    [Fact]
    public void Tile_Link_IsAHeadingOfTheLevelAsked()
    {
        var tile = Components.Render(new Tile { Title = "Guides", Href = "/guides/", HeadingLevel = 2 });

        Assert.Equal("/guides/", Assert.Single(tile.QuerySelectorAll("h2 > a")).GetAttribute("href"));
    }

    [Fact]
    public void Accordion_Content_OpensWithoutScript()
    {
        var accordion = Components.Accordion();

        Assert.Equal("details", accordion.LocalName);
        Assert.Equal("summary", accordion.FirstElementChild!.LocalName);
        Assert.Equal("Un titre", accordion.FirstElementChild.Text());
        Assert.Equal("Un contenu", accordion.QuerySelector("summary + p")!.Text());
        Assert.Empty(accordion.QuerySelectorAll("button, [aria-expanded], [aria-controls]"));
    }

    [Fact]
    public void Table_Wide_ScrollsInABoxWithANameThatTakesTheFocus()
    {
        var table = Components.Table();

        var box = table.QuerySelector("[role=region]")!;
        Assert.Equal("0", box.GetAttribute("tabindex"));
        Assert.Equal("Un tableau", table.QuerySelector("#" + box.GetAttribute("aria-labelledby"))!.Text());
        Assert.Equal("caption", table.QuerySelector("table")!.FirstElementChild!.LocalName);
        Assert.Single(box.QuerySelectorAll("table td"));
    }

    [Fact]
    public void Callout_BlocksAndATitle_StandInOneBlock()
    {
        var callout = Components.Render(new Callout { Title = "À retenir", Content = Components.Trusted("<p>Un</p><ul><li>Deux</li></ul>") });

        Assert.Equal("À retenir", callout.QuerySelector("h3.fr-callout__title")!.Text());
        Assert.Equal(["P", "UL"], callout.QuerySelector("div.fr-callout__text")!.Children.Select(child => child.TagName));
    }

    [Fact]
    public void Alert_Title_MakesItTheLargeForm()
    {
        var alert = Components.Render(new Alert { Kind = "error", Title = "Panne", Content = Components.Trusted("<p>Revenez plus tard.</p>") });

        Assert.Equal("fr-alert fr-alert--error", alert.ClassName);
        Assert.Equal("Panne", alert.QuerySelector("h3.fr-alert__title + p")!.PreviousElementSibling!.Text());
    }

    [Fact]
    public void Tags_None_WriteNothing() => Assert.Null(Components.Fragment(new Tags()));

    [Theory]
    [InlineData(null, "fr-badge fr-badge--sm")]
    [InlineData("success", "fr-badge fr-badge--sm fr-badge--no-icon fr-badge--success")]
    public void Badge_State_IsSaidInText(string? kind, string classes)
    {
        var badge = Components.Render(new Badge { Text = "Validé", Kind = kind });

        Assert.Equal("Validé", badge.Text());
        Assert.Equal(classes, badge.ClassName);
    }
}
