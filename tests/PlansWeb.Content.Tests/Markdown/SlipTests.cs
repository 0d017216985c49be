using CsCheck;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Markdown.Slips;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.Tests.Markdown;

/// <summary>What writers type and that Markdown does not know: mended, made, or reported at its line. The specs of faults show the messages.</summary>
public sealed class SlipTests
{
    private static readonly MarkdownRenderer s_site = new(new MarkdownSwitches { Typographer = false });
    private static readonly MarkdownRenderer s_eleventy = new(new MarkdownSwitches { IsExact = true });

    [Theory]
    [InlineData("[Le plan](/docs/Plan 2026.pdf)", "<p><a href=\"/docs/Plan%202026.pdf\">Le plan</a></p>\n")]
    [InlineData("![Une vue](/img/Vue d’en haut.png)", "<p><img src=\"/img/Vue%20d%E2%80%99en%20haut.png\" alt=\"Une vue\"></p>\n")]
    [InlineData("Voir [a](/a b.pdf), **gras** et [c](/c (1) d.pdf).", "<p>Voir <a href=\"/a%20b.pdf\">a</a>, <strong>gras</strong> et <a href=\"/c%20(1)%20d.pdf\">c</a>.</p>\n")]
    [InlineData("[Appeler](tel:+33 1 23 45)", "<p><a href=\"tel:+3312345\">Appeler</a></p>\n")]
    [InlineData("[Écrire](mailto: contact@exemple.fr)", "<p><a href=\"mailto:contact@exemple.fr\">Écrire</a></p>\n")]
    [InlineData("[Aller](/la/ \"titre)", "<p><a href=\"/la/\">Aller</a></p>\n")]
    [InlineData("[voir](la page suivante)", "<p>[voir](la page suivante)</p>\n")]
    [InlineData("`[x](/a b.pdf)`", "<p><code>[x](/a b.pdf)</code></p>\n")]
    public void Render_AddressWithASpace_MakesTheLinkThatWasMeant(string markdown, string html) => Assert.Equal(html, Render(s_site, markdown).Html);

    [Theory]
    [InlineData("[x](javascript: alert(1))")]
    [InlineData("[x](javascript:alert(1) a.pdf)")]
    public void Render_ScriptWithASpace_MakesNoLink(string markdown) => Assert.DoesNotContain("href", Render(s_site, markdown).Html, StringComparison.Ordinal);

    [Fact]
    public void Render_Footnote_LinksBothWays()
    {
        var html = Render(s_site, "Un[^a] et deux[^a].\n\n[^a]: La **note**.").Html;

        Assert.Contains("<sup id=\"fnref-1\"><a href=\"#fn-1\" aria-label=\"Note 1\">1</a></sup>", html, StringComparison.Ordinal);
        Assert.Contains("<sup id=\"fnref-1-2\">", html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"fn-1\">\n<p>La <strong>note</strong>.", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#fnref-1\" aria-label=\"Retour au texte, note 1\">↩</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#fnref-1-2\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- [ ] un\n- [x] deux", "<ul>\n<li><span role=\"img\" aria-label=\"À faire\">☐</span> un</li>\n<li><span role=\"img\" aria-label=\"Fait\">☑</span> deux</li>\n</ul>\n")]
    [InlineData("> [!CAUTION]\n> Texte.", "<div class=\"fr-alert fr-alert--error fr-alert--sm\"><p>Texte.</p>\n</div>\n")]
    [InlineData("Terme\n:   définition", "<dl>\n<dt>Terme</dt>\n<dd>définition</dd>\n</dl>\n")]
    public void Render_WritingOfOtherPrograms_IsMade(string markdown, string html) => Assert.Equal(html, Render(s_site, markdown).Html);

    [Theory]
    [InlineData("Un[^a].\n\n[^a]: La note.", "syntaxe-etrangere 3,lien-mal-ecrit 1")]
    [InlineData("- [ ] un", "syntaxe-etrangere 1")]
    [InlineData("> [!NOTE]\n> Texte.", "syntaxe-etrangere 1")]
    [InlineData("[Le plan](/docs/Plan 2026.pdf)", "lien-mal-ecrit 1")]
    [InlineData("## \n\nTexte", "titre-vide 1")]
    [InlineData("##\u00a0Titre", "marque-mal-ecrite 1")]
    [InlineData("1. Un\n\nTexte.\n\n1. Deux", "liste-qui-recommence 5")]
    [InlineData("» Un", "marque-mal-ecrite 1")]
    [InlineData("Un {.rouge}", "classe-inconnue 1")]
    public void Render_EleventysDialect_OnlyReports(string markdown, string expected)
    {
        var (html, problems) = Render(s_eleventy, markdown);

        Assert.Equal(expected.Split(',').Order(StringComparer.Ordinal), problems.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("aria-label", html, StringComparison.Ordinal);
        Assert.DoesNotContain("fr-alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.Equal(markdown.StartsWith("## ", StringComparison.Ordinal), html.Contains("<h2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1. Un\n\nTexte.\n\n1. Deux", "liste-qui-recommence 5")]
    [InlineData("1. Un\n2. Deux\n\n```\ncode\n```\n\n1. Trois", "liste-qui-recommence 8")]
    [InlineData("1. Un\n\nTexte.\n\n1. Deux\n\n![](/a.png)\n\n1. Trois", "liste-qui-recommence 5,liste-qui-recommence 9")]
    [InlineData("> 1. Un\n>\n> Texte.\n>\n> 1. Deux", "liste-qui-recommence 5")]
    [InlineData("3. Trois\n\n> Une citation.\n\n1. Quatre", "liste-qui-recommence 5")]
    [InlineData("» Une citation\n» en deux lignes", "marque-mal-ecrite 1")]
    [InlineData("Il a dit :\n» Une citation", "marque-mal-ecrite 2")]
    [InlineData("Il a dit « ceci ».\n\n»Une citation", "marque-mal-ecrite 3")]
    [InlineData("Un texte {.rouge}", "classe-inconnue 1")]
    [InlineData("Un *« mot »*suite", "marque-mal-ecrite 1")]
    [InlineData("Un texte {.fr-text--lead", "marque-mal-ecrite 1")]
    [InlineData("Un *mot*{.rouge}", "classe-inconnue 1")]
    [InlineData("- un\n- deux\n\n{.fr-liste}", "classe-inconnue 4")]
    [InlineData("```js {.numeros}\n```", "classe-inconnue 1")]
    [InlineData("a\n\n##\u202fTitre", "marque-mal-ecrite 3")]
    [InlineData("a\n\n*\u00a0un\n*\u00a0deux", "marque-mal-ecrite 3")]
    [InlineData("un\n##Titre", "marque-mal-ecrite 2")]
    [InlineData("- x\n\n  ###Titre", "marque-mal-ecrite 3")]
    [InlineData("a **b** **c", "marque-mal-ecrite 1")]
    [InlineData("**gras :**texte", "marque-mal-ecrite 1")]
    [InlineData("a\nb [x] (/y/)", "lien-mal-ecrit 2")]
    [InlineData("[x](https://exemple.fr/y", "lien-mal-ecrit 1")]
    [InlineData("| a | b |\n|--|--|\n| 1 | 2 | 3 |", "tableau-mal-forme 3")]
    [InlineData("| a | b |\n|—|—|\n| 1 | 2 |", "tableau-mal-forme 1")]
    [InlineData("A\tB\n1\t2\n3\t4", "tableau-mal-forme 1")]
    [InlineData("a\n\n~~~\ncode", "bloc-non-ferme 3")]
    [InlineData("> ```\n> code\n\na", "bloc-non-ferme 1")]
    [InlineData("a <b>b\n\nc", "bloc-non-ferme 1")]
    [InlineData("<section>\n\na\n\n<div>\n\nb\n\n</section>", "bloc-non-ferme 5")]
    [InlineData("a\n\n<div><!-- x\n\nb -->\n</div>", "commentaire-non-ferme 3")]
    [InlineData("a <!-- b\n\nc", "commentaire-non-ferme 1")]
    [InlineData("<div>\n## Titre\n</div>", "markdown-dans-html 2")]
    [InlineData("a\n\n<h3>&nbsp;</h3>", "titre-vide 3")]
    [InlineData("## <!-- à compléter -->", "titre-vide 1")]
    [InlineData(":::attention\nTexte\n:::", "bloc-inconnu 1")]
    [InlineData(":::attention\nTexte\n:::\n\n:::", "bloc-inconnu 1,bloc-non-ouvert 5")]
    [InlineData("a) un\nb) deux", "marque-mal-ecrite 1")]
    [InlineData("Texte\n\n1° un\n2° deux", "marque-mal-ecrite 3")]
    [InlineData("1 – un\n2 – deux", "marque-mal-ecrite 1")]
    [InlineData("(1) un\n(2) deux", "marque-mal-ecrite 1")]
    [InlineData("→ un\n→ deux", "marque-mal-ecrite 1")]
    [InlineData("☐ un\n☑ deux", "marque-mal-ecrite 1")]
    [InlineData("Il faut :\n    - garder", "marque-mal-ecrite 2")]
    [InlineData("Il faut :\n2. garder\n3. réparer", "marque-mal-ecrite 2")]
    [InlineData("| A | B |\n| --- | --- |\n| - un | x |", "marque-mal-ecrite 3")]
    [InlineData("Un mot__gras__ici", "marque-mal-ecrite 1")]
    [InlineData("[Aller](/){.fr-btn", "marque-mal-ecrite 1")]
    [InlineData("Une ligne.\\nUne autre", "marque-mal-ecrite 1")]
    [InlineData("Un&nbsp et deux", "marque-mal-ecrite 1")]
    [InlineData("Une phrase entière.\n---\n\nSuite", "marque-mal-ecrite 2")]
    [InlineData("#Titre", "marque-mal-ecrite 1")]
    [InlineData("Les tÃ©lÃ©phones", "encodage 1,encodage 1")]
    [InlineData("L’Ã©tat", "encodage 1")]
    [InlineData("#plan #achats", "syntaxe-etrangere 1")]
    [InlineData("=== \"Windows\"", "syntaxe-etrangere 1")]
    [InlineData("// à relire", "syntaxe-etrangere 1")]
    [InlineData("?? Une question\n\nRéponse", "syntaxe-etrangere 1")]
    [InlineData("```mermaid\na\n```", "syntaxe-etrangere 1")]
    [InlineData("<!- à relire -->", "commentaire-non-ferme 1")]
    [InlineData("Texte <!– caché –>", "commentaire-non-ferme 1")]
    [InlineData("TODO : écrire", "texte-provisoire 1")]
    [InlineData("Écrire à XXX.", "texte-provisoire 1")]
    [InlineData("Voir le plan (à compléter).", "texte-provisoire 1")]
    public void Render_Slip_IsReportedAtItsLine(string markdown, string expected) =>
        Assert.Equal(expected.Split(','), Render(s_site, markdown).Problems);

    [Theory]
    [InlineData("* x\n")]
    [InlineData("[x](/a b.pdf) ")]
    [InlineData("| a | b |\n")]
    [InlineData("a\tb\n")]
    [InlineData("<b>")]
    [InlineData("<!--")]
    [InlineData("**")]
    [InlineData("[^1] ")]
    [InlineData("1.a\n")]
    [InlineData("''a")]
    public void Render_SlipWithoutEnd_ReportsNoMoreThanAHundred(string slip)
    {
        var (html, problems) = Render(s_site, string.Concat(Enumerable.Repeat(slip, 3_000)));

        Assert.NotEmpty(html);
        Assert.True(problems.Count <= 101, $"{problems.Count} problems");
    }

    [Fact]
    public void Render_ListInHtml_IsNamedByItsFirstLine()
    {
        var problems = new DiagnosticLog("page.md", "");
        s_site.Render("<div>\n- un\n- deux\n</div>", 1, problems);

        var problem = Assert.Single(problems.Problems);
        Assert.Equal(2, problem.Line);
        Assert.StartsWith("« - un » ", problem.Message.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    /// <summary>What tells that a pattern need not be tried is no stricter than the pattern.</summary>
    [Fact]
    public void In_RandomText_FindsWhatThePatternDoes()
    {
        string[] atoms =
        [
            "a", "é", "Ã©", "TODO", "XXX", "à compléter", "toc", "note", "b", "h2. ", "1", "12", " ", "\u00a0", "\n", "\n", "#", "##", "-", "+", "*", "**", "•", "–", "►", "»", "(", ")", "(a) ", "b) ", ". ", "1.", "__",
            "{", "}", ".", "\\n", "&nbsp", "~", "~~", "`", "<!--", "<!-", "/", "// ", "===", "\"", "?", "??", "[", "[[", "]", "]]", "![", "!!! ", ":", "::info", "@", "=", "==", "^", "++", "[x] ", "[^", "[^1]:", "{: .", "''", "%%", "$$", ":check:",
            ":   ", "\\newpage", "](", "/a b.pdf", "https://a", "|", "|--", "---", "\t", "\uFFFB",
        ];
        Gen.Int[0, atoms.Length - 1].Select(index => atoms[index]).Array[1, 12].Select(string.Concat).Sample(
            text =>
            {
                var starts = SlipFinder.Starts(text);
                foreach (var slip in SlipPatterns.All)
                {
                    Assert.True(SlipPattern.Matches(slip.Pattern, text).Count == slip.In(text, starts).Count, $"{slip.Message}\n{text}");
                }
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData("1. Un\n\n## Titre\n\n1. Deux")]
    [InlineData("1. Un\n\n   Texte.\n\n1. Deux")]
    [InlineData("1. Un\n\nTexte.\n\n2. Deux")]
    [InlineData("1. Un\n2. Deux\n\nAu guichet\u00a0:\n\n1. Entrez")]
    [InlineData("1. Un\n\n:::info Titre\n\n1. Entrez\n\n:::")]
    [InlineData("1. Un\n\n---\n\n1. Entrez")]
    [InlineData("- Un\n\nTexte.\n\n1. Entrez")]
    [InlineData("« Un texte.\n\n» Sa suite.\n\n» Sa fin. »")]
    [InlineData("« Un texte\n» sur deux lignes »")]
    [InlineData("Un texte {.fr-text--bold}")]
    [InlineData("*Champs obligatoires et * une note")]
    [InlineData("2*3*x, *« mot »* suite")]
    [InlineData("| a |\n|---|\n| 1 |\n\n{.graphique .courbe}")]
    [InlineData("Voir → la page")]
    [InlineData("a) un seul point")]
    [InlineData("L’année\n2026. Voilà")]
    [InlineData("Un plan &lt;ici&gt; &eacute;crit")]
    [InlineData("Titre court\n---\n\nTexte")]
    [InlineData("https://exemple.fr/?a=1&lt=2")]
    [InlineData("C# et #3")]
    [InlineData("Les pages 1 – 2\nsont lues")]
    [InlineData("À venir, bâti, château")]
    [InlineData("`TODO` et `&nbsp`")]
    [InlineData("| A | B |\n| --- | --- |\n| - | -5 % |")]
    [InlineData("nom_de_fichier__v2.pdf")]
    [InlineData("Texte {{ \"{.a\" }}")]
    [InlineData("Qui ?? Personne")]
    public void Render_WhatOnlyLooksLikeASlip_IsNotReported(string markdown) => Assert.Empty(Render(s_site, markdown).Problems);

    [Theory]
    [InlineData(":::info Un\nTexte\n:::", "h2")]
    [InlineData("## A\n\n:::info Un\nTexte\n:::\n\n#### B\n\n:::callout Deux\nTexte\n:::", "h2 h3 h4 h5")]
    [InlineData("###### A\n\n:::info Un\nTexte\n:::", "h6 h6")]
    [InlineData("## A\n\n::::info Un\n\n:::callout Deux\nTexte\n:::\n\n:::callout Trois\nTexte\n:::\n\n::::", "h2 h3 h4 h4")]
    [InlineData("## A\n\n::::info Un\n\n## B\n\n:::callout Deux\nTexte\n:::\n\n::::", "h2 h3 h2 h3")]
    [InlineData("<h3>A</h3>\n\n:::error Un\nTexte\n:::", "h3 h4")]
    public void Render_TitleOfABlock_IsOneLevelBelowWhatItStandsUnder(string markdown, string levels) => Assert.Equal(levels, Levels(s_site, markdown));

    [Fact]
    public void Render_TitleOfABlockInEleventysDialect_IsOfLevelThree() => Assert.Equal("h2 h3 h4 h3", Levels(s_eleventy, "## A\n\n:::info Un\nTexte\n:::\n\n#### B\n\n:::callout Deux\nTexte\n:::"));

    private static string Levels(MarkdownRenderer renderer, string markdown) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(Render(renderer, markdown).Html, "<(h[1-6])").Select(static heading => heading.Groups[1].Value));

    private static (string Html, IReadOnlyList<string> Problems) Render(MarkdownRenderer renderer, string markdown)
    {
        var log = new DiagnosticLog("page.md", markdown);
        var html = renderer.Render(markdown, 1, log).Html;
        return (html, [.. log.Problems.Select(static problem => $"{problem.Rule.Id} {problem.Line}")]);
    }
}
