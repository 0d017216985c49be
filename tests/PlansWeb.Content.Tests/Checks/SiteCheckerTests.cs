using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Checks;

/// <summary>What the specs of faults do not show: variants, and what must not be reported.</summary>
public sealed class SiteCheckerTests : IDisposable
{
    private readonly SiteBuilder _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("[x](/there/)")]
    [InlineData("[x](/there/#part)")]
    [InlineData("[x](/there/#contenu)")]
    [InlineData("[x](../there/)")]
    [InlineData("[x](#here)\n\n## Here")]
    [InlineData("[x](/docs/plan.pdf)")]
    [InlineData("[x](/docs/plan.pdf?v=2#page=3)")]
    [InlineData("[x](/docs/r%C3%A9sum%C3%A9.pdf)")]
    [InlineData("<a href=\"/docs/résumé.pdf\">x</a>")]
    [InlineData("[x](/) [x](/recherche/) [x](/plan-du-site/) [x](/sitemap.xml) [x](/feed/feed.xml)")]
    [InlineData("[x](/plan-du-site/publications/) [x](/plan-du-site/hors-menus/)")]
    [InlineData("[x](mailto:a@exemple.fr) [x](tel:+33123456789) [x](https://exemple.fr/nowhere/) [x](//exemple.fr/)")]
    [InlineData("[x](https://localhost.exemple.fr/)")]
    [InlineData("<!-- <a href=\"/nowhere/\">x</a> -->")]
    [InlineData("`[x](/nowhere/)` et\n\n```\n[x](/nowhere/)\nfile:///tmp/x\n```")]
    [InlineData("<a id=\"part\"></a>")]
    [InlineData("<a href=\"/there/\" aria-label=\"Là-bas\"></a>")]
    [InlineData("<a href=\"/there/\"><img src=\"/img/a.png\" alt=\"Là-bas\"></a>")]
    [InlineData("<a href=\"/there/\" title=\"En savoir plus sur la page\">En savoir plus</a>")]
    [InlineData("[En savoir plus sur la page](/there/)")]
    [InlineData("![](/img/a.png)")]
    [InlineData(":::callout Avis\nSuite\n:::")]
    [InlineData("<img src=\"/img/a.png\" role=\"presentation\">")]
    [InlineData("![Version 2.0](/img/a.png)")]
    [InlineData("<table role=\"presentation\"><tr><td>1</td></tr></table>")]
    [InlineData("Un appel[^1].\n\n[^1]: La note.")]
    [InlineData("- [ ] à faire\n- [x] fait")]
    [InlineData("> [!WARNING]\n> Lisez ceci.")]
    [InlineData("Terme\n:   sa définition")]
    [InlineData("`##Titre`, `[x] (/y)`, `[[x]]`, `==x==`, `**`")]
    [InlineData("```\n##Titre\n[x] (/y)\n| A | B |\n| 1 | 2 |\n- x\n```")]
    [InlineData("\\[[x\\]], \\==x==, \\*\\* seuls, \\`a")]
    [InlineData("Voir [1] et [sic], puis [...] ; le tableau t[i][j] (page 3).")]
    [InlineData("Il coûte 3 * 4 = 12, ou 2**3, et C# vaut mieux que ~10 % : c’est 50–60 m.")]
    [InlineData("Le n° 1.5 et la version 2.x ; à 10:30:00, https://exemple.fr/a_b_c")]
    [InlineData("— Bonjour, dit-elle.\n\n— Bonjour.")]
    [InlineData("#numérique")]
    [InlineData("Oui | non, au choix.\n\nUn | deux")]
    [InlineData("<details>\n<summary>Question</summary>\n\nRéponse.\n\n</details>")]
    [InlineData("<p>Un<p>Deux\n<ul><li>Trois<li>Quatre</ul>")]
    [InlineData("<pre>\n**x** [y](/z)\n</pre>")]
    [InlineData("<div title=\"a > b <div>\">Texte</div>")]
    [InlineData("<form action=\"/recherche/\"><label for=\"q\">Chercher</label><input id=\"q\" name=\"q\"><button>Chercher</button></form>")]
    [InlineData("Un<br>\ndeux<br>trois")]
    [InlineData("<a href=\"/there/\" target=\"_blank\" title=\"Là-bas, nouvelle fenêtre\">Là-bas</a>")]
    [InlineData("## ![Un plan](/img/a.png)\n\nTexte.")]
    [InlineData("## Two\n\n### Three\n\n## Two again\n\n### Three\n\n#### Four")]
    public void Check_SoundPage_IsSilent(string body)
    {
        Page("there.md", "## Part");
        Page("here.md", body);
        _site.With("docs/plan.pdf", "pdf").With("docs/résumé.pdf", "pdf").With("img/a.png", FaultSpec.Png(100, 100, 500));

        Assert.Empty(_site.Check().Select(problem => $"{problem.Rule.Id} {problem.Location} {problem.Message}"));
    }

    [Fact]
    public void Check_HiddenPageWithItsFiles_IsSilent()
    {
        _site.WithPage("here.md", "title: Ici\ndescription: Une page.\ndraft: true\nlayout: plan\ndocument: /docs/plan.pdf", "[x](/docs/plan.pdf) ![](/img/a.png)")
            .With("docs/plan.pdf", "pdf").With("img/a.png", FaultSpec.Png(100, 100, 500));

        Assert.Empty(_site.Check().Select(problem => $"{problem.Rule.Id} {problem.Location} {problem.Message}"));
    }

    [Fact]
    public void Check_PublicPageWhoseTemplateMakesTheNameOfAHiddenFile_SaysThatReadersDoNotSeeIt()
    {
        _site.WithPage("hidden.md", "title: Cachée\ndescription: Une page.\ndraft: true", "[x](/docs/plan.pdf)").With("docs/plan.pdf", "pdf");
        Page("here.md", "[x]({{ '/docs/pl' | append: 'an.pdf' }})");

        Assert.Equal(["lien-brouillon here.md"], _site.Check().Select(problem => $"{problem.Rule.Id} {problem.File}"));
    }

    [Theory]
    [InlineData("[x](http://localhost:8080/page/)", "adresse-locale here.md:6:5")]
    [InlineData("[x](https://127.0.0.1/)", "adresse-locale here.md:6:5")]
    [InlineData("[x](file:///C:/plan.pdf)", "adresse-locale here.md:6:5")]
    [InlineData("Voir file:///home/moi/plan.pdf", "adresse-locale here.md:6:6")]
    [InlineData("<a href='C:\\Documents\\plan.pdf'>plan</a>", "adresse-locale here.md:6:10")]
    [InlineData("<a href=\"\">plan</a>", "lien-a-completer here.md:6:12")]
    [InlineData("![x](http://localhost/a.png)", "adresse-locale here.md:6:6")]
    [InlineData("[x](/docs/none.pdf)", "lien-mort here.md:6:5")]
    [InlineData("[x](/docs/plan.xls)", "lien-mort here.md:6:5")]
    [InlineData("<a class=\"fr-link\"\n   href=\"/none/\">x</a>", "lien-mort here.md:7:10")]
    [InlineData("[x](/there/#none)", "ancre-morte here.md:6:5")]
    [InlineData("[x](#none)", "ancre-morte here.md:6:5")]
    [InlineData("[x](/gone/)", "lien-mort here.md:6:5")]
    [InlineData("[x](/elsewhere)", "lien-ancienne-adresse here.md:6:5")]
    [InlineData("[x](/unserved/)", "lien-brouillon here.md:6:5")]
    [InlineData("[x][ref]\n\n[ref]: /none/", "lien-mort here.md:8:8")]
    [InlineData("<!-- [x](/none/) -->\n\n[x](/none/)", "lien-mort here.md:8:5")]
    [InlineData("### Trois", "niveau-de-titre-saute here.md:6:1")]
    [InlineData("## Deux\n\n<h4>Quatre</h4>", "niveau-de-titre-saute here.md:8:1")]
    [InlineData("<div class=\"fr-callout\">\n<p class=\"fr-callout__title\">Avis</p>\n<p>Suite</p>\n</div>", "titre-en-gras here.md:7:30")]
    [InlineData("Un\n==", "second-titre-principal here.md:6:1")]
    [InlineData("[Ici](/there/)", "lien-peu-explicite here.md:6:7")]
    [InlineData("[En savoir plus »](/there/)", "lien-peu-explicite here.md:6:20")]
    [InlineData("[![](/img/a.png)](/there/)", "lien-vide here.md:6:19")]
    [InlineData("| | |\n|---|---|\n| a | b |", "tableau-sans-en-tetes here.md:6:1")]
    [InlineData("![IMG_2041](/img/a.png)", "alt-nom-de-fichier here.md:6:13")]
    public void Check_FaultyPage_NamesRuleAndPlace(string body, string expected)
    {
        Page("there.md", "## Part");
        Page("here.md", body);
        _site.WithPage("unserved.md", "title: Non servie\ndescription: Non servie.\npermalink: false")
            .With("_data/redirects.yaml", "/gone/: 410\n/elsewhere/: https://exemple.fr/\n")
            .With("docs/plan.xls", "xls").With("img/a.png", FaultSpec.Png(100, 100, 500));

        Assert.Equal(expected, Assert.Single(_site.Check().Select(problem => $"{problem.Rule.Id} {problem.Location}")));
    }

    [Fact]
    public void Check_LinkThatLiquidWrote_NamesTheFrontMatter()
    {
        Page("here.md", "{{ there }}", "there: \"[x](/none/)\"");

        Assert.Equal(["here.md:4:13"], _site.CheckFor(DiagnosticRules.DeadLink));
    }

    [Fact]
    public void Check_SameAddressTwice_NamesBothPlaces()
    {
        Page("here.md", "[x](/none/) et [y](/none/)\n\n<img src=\"/none/\" alt=\"\"> [z](/none/more/)");

        Assert.Equal(["here.md:6:5", "here.md:6:20", "here.md:8:31"], _site.CheckFor(DiagnosticRules.DeadLink));
    }

    [Theory]
    [InlineData("[x](there.md)", "/section/there/")]
    [InlineData("[x](photo.png)", "/section/photo.png")]
    [InlineData("[x](/photo.png)", "/section/photo.png")]
    [InlineData("[x](/section/ther/)", "/section/there/")]
    [InlineData("[x](/https://exemple.fr/)", "https://exemple.fr/")]
    public void Check_DeadLink_SaysWhatWasMeant(string body, string meant)
    {
        Page("section/there.md", "Texte.");
        Page("section/here.md", body);
        _site.With("section/photo.png", FaultSpec.Png(10, 10, 100));

        Assert.Contains($"«\u00a0{meant}\u00a0»", Assert.Single(_site.Check()).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LinkBetweenDrafts_IsSilent()
    {
        Page("a.md", "[x](/b/)", "draft: true");
        Page("b.md", "[x](/a/)", "draft: true");
        Page("c.md", "Texte.");

        Assert.Empty(_site.Check());
    }

    [Fact]
    public void Check_UnknownKeyThatATemplateUses_IsSilent()
    {
        Page("here.md", "{{ dat }}", "dat: 3\nkeys: x\nlink: https://exemple.fr/");

        Assert.Empty(_site.Check());
    }

    [Fact]
    public void Check_IgnoredRule_IsSilentOnThatPageOnly()
    {
        Page("a.md", "[x](/none/) [ici](/b/)", "ignore: lien-mort, lien-peu-explicite");
        Page("b.md", "[x](/none/)");

        Assert.Equal(["b.md:6:5"], _site.Check().Select(problem => problem.Location));
    }

    [Fact]
    public void Check_EmbeddedContent_HasNothingToMendButWhatItsPublisherKnows()
    {
        // Who publishes the site, and what was audited, no demonstration can say: whoever deploys it is told.
        var problems = SiteChecks.Check(Repository.Content).ToLookup(problem => problem.Rule == DiagnosticRules.IncompleteDeclaration && problem.File == "accessibilite.md");

        Assert.Single(problems[true]);
        Steps.AllDone(problems[false].Select(problem => $"content/{problem.Location}: {problem.Message} [{problem.Rule.Id}]"));
    }

    private void Page(string path, string body, string? more = null) =>
        _site.WithPage(path, $"title: {path}\ndescription: Une page." + (more is null ? "" : "\n" + more), body);
}
