using AngleSharp.Dom;
using PlansWeb.Dsfr.Components;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Dsfr;

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
        Assert.Empty(Components.Render(new CardTagHelper { Title = "Titre", Href = "/" }).QuerySelectorAll("p"));

    [Fact]
    public void Tile_Link_IsAHeadingOfTheLevelAsked()
    {
        var tile = Components.Render(new TileTagHelper { Title = "Guides", Href = "/guides/", HeadingLevel = 2 });

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

    [Theory]
    [InlineData(null, "fr-badge fr-badge--sm")]
    [InlineData("success", "fr-badge fr-badge--sm fr-badge--no-icon fr-badge--success")]
    public void Badge_State_IsSaidInText(string? kind, string classes)
    {
        var badge = Components.Render(new BadgeTagHelper { Text = "Validé", Kind = kind });

        Assert.Equal("Validé", badge.Text());
        Assert.Equal(classes, badge.ClassName);
    }

    [Theory]
    [InlineData(1, 0, new string[0])]
    [InlineData(1, 1, new string[0])]
    [InlineData(1, 2, new[] { "1", "2", "Suivante" })]
    [InlineData(2, 3, new[] { "Précédente", "1", "2", "3", "Suivante" })]
    [InlineData(6, 12, new[] { "Précédente", "1", "…", "4", "5", "6", "7", "8", "…", "12", "Suivante" })]
    [InlineData(12, 12, new[] { "Précédente", "1", "…", "10", "11", "12" })]
    public void Pagination_Pages_AreThoseAroundTheOneShown(int current, int total, string[] expected)
    {
        var pagination = Components.Fragment(Pagination(current, total));

        Assert.Equal(expected, pagination?.Texts("li") ?? []);
        if (pagination is not null)
        {
            var shown = Assert.Single(pagination.QuerySelectorAll("[aria-current=page]"));
            Assert.Equal((current.ToString(System.Globalization.CultureInfo.InvariantCulture), "span"), (shown.Text(), shown.LocalName));
            Assert.All(pagination.QuerySelectorAll("a"), link => Assert.StartsWith("/recherche/?q=x&page=", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pagination_Steps_SayWhereTheyLead()
    {
        var pagination = Components.Pagination();

        Assert.Equal("/recherche/?q=x&page=1", pagination.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/recherche/?q=x&page=3", pagination.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("Page 3", pagination.QuerySelectorAll("a").Single(link => link.Text() == "3").GetAttribute("title"));
    }

    internal static PaginationTagHelper Pagination(int current, int total) => new()
    {
        Label = "Pages de résultats",
        PreviousText = "Précédente",
        NextText = "Suivante",
        PageTitle = "Page {0}",
        Current = current,
        Total = total,
        Href = static number => $"/recherche/?q=x&page={number}",
    };
}
