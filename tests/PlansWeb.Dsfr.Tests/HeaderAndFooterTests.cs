using AngleSharp.Dom;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>The header and the footer, in both brands.</summary>
public sealed class HeaderAndFooterTests
{
    [Fact]
    public void Header_Service_LinksHomeWithATitleThatContainsItsName()
    {
        var link = Components.Header().QuerySelector(".fr-header__service > a")!;

        Assert.Equal("/", link.GetAttribute("href"));
        Assert.Contains(link.Text(), link.GetAttribute("title")!, StringComparison.Ordinal);
        Assert.Equal("Nom du service", link.QuerySelector(".fr-header__service-title")!.Text());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void HeaderAndFooter_Brand_ShowTheBlockMarkOnlyForTheState(bool stateBrand, int marks)
    {
        Assert.Equal(marks, Components.Header(stateBrand).QuerySelectorAll(".fr-logo").Length);
        Assert.Equal(marks, Components.Footer(stateBrand).QuerySelectorAll(".fr-logo").Length);
        Assert.All(Components.Header(true).QuerySelectorAll(".fr-logo"), mark => Assert.Equal("RépubliqueFrançaise", mark.Text()));
    }

    [Fact]
    public void Header_WithoutMenu_HasNoEmptyBar() => Assert.Empty(Components.Header(menu: null).QuerySelectorAll(".fr-header__menu"));

    [Fact]
    public void Header_WithMenu_HoldsIt() => Assert.NotNull(Components.Header().QuerySelector(".fr-header__menu > .fr-container > nav"));

    [Fact]
    public void Footer_Links_ComeBeforeTheLicence()
    {
        var footer = Components.Footer();

        Assert.Equal("/accessibilite/", footer.QuerySelector("ul.fr-footer__bottom-list a")!.GetAttribute("href"));
        Assert.Equal("Licence", footer.QuerySelector(".fr-footer__bottom-copy > p")!.Text());
        Assert.Equal("Ce qu’il est.", footer.QuerySelector(".fr-footer__content-desc")!.Text());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Footer_OfTheState_LeadsToItsFourSites(bool stateBrand) => Assert.Equal(
        stateBrand ? ["https://www.info.gouv.fr", "https://www.service-public.fr", "https://www.legifrance.gouv.fr", "https://www.data.gouv.fr"] : [],
        Components.Footer(stateBrand).QuerySelectorAll("a[href^='https://www.']").Select(static link => link.GetAttribute("href")!));
}
