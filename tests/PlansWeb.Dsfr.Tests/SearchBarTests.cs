using AngleSharp.Dom;
using PlansWeb.Dsfr.Components;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Dsfr.Tests;

/// <summary>The search bar and the pagination.</summary>
public sealed class SearchBarTests
{
    [Fact]
    public void SearchBar_Field_IsLabelledDescribedAndBounded()
    {
        var form = Components.Render(new SearchBar { Action = "/recherche/", Label = "Chercher", ButtonText = "Rechercher", Hint = "Aide", Value = "\"><b>", Id = "x" });
        var field = form.QuerySelector("input")!;

        Assert.Equal(("FORM", "search", "/recherche/"), (form.TagName, form.GetAttribute("role"), form.GetAttribute("action")));
        Assert.Equal("Chercher", form.QuerySelector("label[for=x]")!.Text());
        Assert.Equal(("x", "q", "100", "\"><b>"), (field.Id, field.GetAttribute("name"), field.GetAttribute("maxlength"), field.GetAttribute("value")));
        Assert.Equal("Aide", form.ParentElement!.QuerySelector("#" + field.GetAttribute("aria-describedby"))!.Text());
        Assert.Empty(form.QuerySelectorAll("b"));
    }

    [Fact]
    public void Header_WithoutTools_HasNoPlaceForThem() => Assert.Empty(Components.Header().QuerySelectorAll(".fr-header__tools"));

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 2, "(1) 2 suivante")]
    [InlineData(2, 2, "précédente 1 (2)")]
    [InlineData(1, 9, "(1) 2 … 9 suivante")]
    [InlineData(5, 9, "précédente 1 … 4 (5) 6 … 9 suivante")]
    [InlineData(3, 9, "précédente 1 2 (3) 4 … 9 suivante")]
    [InlineData(9, 9, "précédente 1 … 8 (9)")]
    public void Pagination_Pages_ShowsThoseNearAndTheEnds(int page, int count, string expected)
    {
        var entries = Pagination(page, count)?.QuerySelectorAll("li > *").Select(entry => entry.HasAttribute("aria-current") ? $"({entry.Text()})" : entry.Text());

        Assert.Equal(expected, string.Join(' ', entries ?? []));
    }

    [Fact]
    public void Pagination_Links_LeadToTheirPages()
    {
        var links = Pagination(2, 3)!.QuerySelectorAll("a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["/?q=a", "/?q=a", "/?q=a&page=3", "/?q=a&page=3"], links);
    }

    private static IElement? Pagination(int page, int count) => Components.Fragment(new Pagination
    {
        Label = "Pages",
        Page = page,
        Count = count,
        FirstHref = "/?q=a",
        NumberedHref = "/?q=a&page=",
        PreviousText = "précédente",
        NextText = "suivante",
    });
}
