using PlansWeb.Content.FrontMatter;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter;

/// <summary>What a site says of itself comes from its content: from <c>site</c>, else from Eleventy's usual <c>metadata</c>; settings overrule both.</summary>
public sealed class SiteIdentityTests
{
    [Fact]
    public void Load_SiteData_SaysWhoseSiteItIs()
    {
        var identity = Load("_data/site.yaml", """
            name: La ville
            tagline: Moins de papier
            description: Ce que fait la ville.
            organisation: Ville d’Exemple
            contact: ville@example.org
            licence: {name: CC0, url: https://example.org/cc0}
            lang: br
            icon: /blason.svg
            footer:
              - {text: Le maire, url: /maire/}
              - {text: Ailleurs, url: https://example.org/}
            """);

        Assert.Equivalent(new SiteIdentity
        {
            Name = "La ville",
            Tagline = "Moins de papier",
            Description = "Ce que fait la ville.",
            Organisation = "Ville d’Exemple",
            Contact = "ville@example.org",
            Licence = "CC0",
            LicenceAddress = "https://example.org/cc0",
            Lang = "br",
            Icon = "/blason.svg",
            Links = [new("Le maire", "/maire/"), new("Ailleurs", "https://example.org/")],
        }, identity);
    }

    [Theory]
    [InlineData("""{ "title": "Guide", "author": { "name": "Équipe", "email": "e@example.org" }, "language": "en" }""", "Guide", "Équipe", "e@example.org", "en")]
    [InlineData("""{ "title": "Guide", "author": "Équipe" }""", "Guide", "Équipe", null, null)]
    [InlineData("""{ "title": { "fr": "Guide" } }""", "Accueil", null, null, null)]
    [InlineData("[1, 2]", "Accueil", null, null, null)]
    public void Load_EleventysMetadata_IsReadToo(string json, string name, string? organisation, string? contact, string? lang)
    {
        var identity = Load("_data/metadata.json", json);

        Assert.Equal((name, organisation, contact, lang), (identity.Name, identity.Organisation, identity.Contact, identity.Lang));
    }

    [Fact]
    public void Load_SiteAndMetadata_EachValueComesFromTheFirstThatHasIt()
    {
        using var site = new SiteBuilder().With("_data/site.yaml", "name: A").With("_data/metadata.json", """{ "title": "B", "description": "b" }""").WithPage("index.md", "title: Accueil");

        var identity = site.Load().Identity;

        Assert.Equal(("A", "b"), (identity.Name, identity.Description));
    }

    [Theory]
    [InlineData("title: Mon site", "Mon site")]
    [InlineData("title: Secret\ndraft: true", null)]
    [InlineData("title: Demain\npublishDate: 2999-01-01", null)]
    public void Load_NoName_IsTheTitleOfAPublicHomePage(string header, string? name)
    {
        using var site = new SiteBuilder().WithPage("index.md", header).WithPage("a.md", "title: x");

        Assert.Equal(name, site.Load().Identity.Name);
    }

    [Fact]
    public void Over_Settings_OverruleTheContent_AndALicenceKeepsItsOwnAddress()
    {
        var below = new SiteIdentity { Name = "Contenu", Tagline = "t", Licence = "A", LicenceAddress = "https://example.org/a" };

        var identity = new SiteIdentity { Name = "Réglage", Licence = "B" }.Over(below);

        Assert.Equal(("Réglage", "t", "B", null), (identity.Name, identity.Tagline, identity.Licence, identity.LicenceAddress));
        Assert.Equal("https://example.org/a", new SiteIdentity().Over(below).LicenceAddress);
    }

    [Theory]
    [InlineData("lang: en", "en", "en")]
    [InlineData("lang: anglais", "en", "en")]
    [InlineData("lang: '?'", null, "fr")]
    public void Load_LanguageOfTheSite_IsThatOfPagesThatNameNone(string line, string? lang, string page)
    {
        using var site = new SiteBuilder().With("_data/site.yaml", line).WithPage("index.md", "title: x").WithPage("br.md", "title: x\nlang: br");

        var snapshot = site.Load();

        Assert.Equal((lang, page, "br"), (snapshot.Identity.Lang, snapshot.Find("/")!.Lang, snapshot.Find("/br/")!.Lang));
    }

    [Theory]
    [InlineData("footer:\n  - {text: x, url: 'javascript:alert(1)'}", 2, "Ce lien du pied de page")]
    [InlineData("footer:\n  - {url: /a/}", 2, "Ce lien du pied de page")]
    [InlineData("name: x\nfooter: /a/", 2, "«\u00a0footer\u00a0» n’est pas une liste")]
    [InlineData("icon: https://example.org/i.png", 1, "L’icône")]
    [InlineData("favicon: //example.org/i.png", 1, "L’icône")]
    [InlineData("licence:\n  name: x\n  url: cc0", 3, "«\u00a0cc0\u00a0» n’est pas une adresse")]
    [InlineData("language: anglais", 1, "La langue")]
    public void Load_WhatCannotBeShown_IsLeftOutAndReportedAtItsLine(string text, int line, string message)
    {
        using var site = new SiteBuilder().With("_data/site.yaml", text).WithPage("index.md", "title: x\ndescription: y");

        var snapshot = site.Load();

        var problem = Assert.Single(snapshot.Problems);
        Assert.Equal(("_data/site.yaml", line), (problem.File, problem.Line));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((0, null, null), (snapshot.Identity.Links.Count, snapshot.Identity.Icon, snapshot.Identity.LicenceAddress));
    }

    [Fact]
    public void Load_OtherKeysOfSite_AreTheTemplates()
    {
        using var site = new SiteBuilder().With("_data/site.yaml", "url: https://example.org\nmenu: [a]\nsocial: {x: y}").WithPage("index.md", "title: x\ndescription: y");

        Assert.Empty(site.Load().Problems);
    }

    private static SiteIdentity Load(string path, string text)
    {
        using var site = new SiteBuilder().With(path, text).WithPage("index.md", "title: Accueil");
        return site.Load().Identity;
    }
}
