using PlansWeb.Content.Site;

namespace PlansWeb.Content.Tests.Site;

public sealed class AddressFoldingTests
{
    [Theory]
    [InlineData("/réglementations/")]
    [InlineData("/re\u0301glementations/")]
    [InlineData("/Réglementations")]
    [InlineData("/REGLEMENTATIONS//")]
    [InlineData("/reglementations/index.html")]
    [InlineData("/reglementations/INDEX.HTML")]
    public void Fold_WhatPeopleTakeForTheSame_GivesOneForm(string url) => Assert.Equal("/reglementations", AddressFolding.Fold(url));

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/index.html")]
    public void Fold_Root_IsEmpty(string url) => Assert.Equal("", AddressFolding.Fold(url));

    [Theory]
    [InlineData("/a/b", "/a-b")]
    [InlineData("/a.html", "/a")]
    [InlineData("/myindex.html", "/my")]
    [InlineData("/œuvre", "/oeuvre")]
    public void Fold_OtherAddresses_StayApart(string one, string other) =>
        Assert.NotEqual(AddressFolding.Fold(one), AddressFolding.Fold(other));
}
