using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Html;

/// <summary>What editors' HTML becomes, and what they are told.</summary>
public sealed class BodySanitizerTests
{
    [Theory]
    [InlineData("<div class=\"fr-card fr-enlarge-link\"><h3 class=\"fr-card__title\"><a href=\"/x/\" class=\"fr-card__link\">x</a></h3></div>")]
    [InlineData("<nav class=\"fr-summary\" aria-labelledby=\"t\"><p class=\"fr-summary__title\" id=\"t\">Sommaire</p></nav>")]
    [InlineData("<section class=\"fr-accordion\"><h2 class=\"fr-accordion__title\"><button class=\"fr-accordion__btn\" aria-expanded=\"false\" aria-controls=\"a\">x</button></h2></section>")]
    [InlineData("<details open=\"\" name=\"g\"><summary>x</summary>y</details>")]
    [InlineData("<div class=\"fr-table\" role=\"region\" tabindex=\"0\" aria-label=\"a\"><table><caption>x</caption><thead><tr><th scope=\"col\" colspan=\"2\">x</th></tr></thead><tbody><tr><td headers=\"a\">y</td></tr></tbody></table></div>")]
    [InlineData("<figure role=\"group\"><img src=\"/a.png\" alt=\"\" width=\"200\" loading=\"lazy\"><figcaption>x</figcaption></figure>")]
    [InlineData("<p><abbr title=\"x\">y</abbr> CO<sub>2</sub> 1<sup>er</sup> <span lang=\"en\">z</span></p>")]
    [InlineData("<h2 id=\"reglementation\" tabindex=\"-1\">x</h2>")]
    [InlineData("<button type=\"button\" popovertarget=\"p\">x</button><div id=\"p\" popover=\"\">y</div>")]
    [InlineData("<p><a href=\"mailto:a@b.fr\">x</a> <a href=\"tel:+33100000000\">y</a> <a href=\"?q=a:b\">z</a> <a href=\"#x\">t</a></p>")]
    [InlineData("<picture><source srcset=\"/a.avif 2x\" type=\"image/avif\"><img src=\"/a.png\" alt=\"x\"></picture>")]
    [InlineData("<p><span aria-label=\"Oui\">✓</span> <i aria-label=\" \"></i> <span></span> <span role=\"presentation\" aria-label=\"x\"></span></p>")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\" alt=\"\">")]
    [InlineData("<form action=\"/recherche/\" method=\"get\"><label for=\"q\">x</label><input type=\"search\" name=\"q\" id=\"q\"><button type=\"submit\">y</button></form>")]
    [InlineData("<pre>\n\n  x\n</pre>")]
    public void Sanitize_AllowedHtml_StaysAsItIs(string html)
    {
        var result = Sanitize(html, out var problems);

        Assert.Equal(html, result);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>", "script-retire")]
    [InlineData("<script>x</script><p>a</p>", "<p>a</p>", "script-retire")]
    [InlineData("<p><a href=\"javascript:x\">a</a></p>", "<p><a>a</a></p>", "script-retire")]
    [InlineData("<p style=\"color: red\">a</p>", "<p>a</p>", "style-retire")]
    [InlineData("<p style=\"text-align:center\">a</p>", "<p class=\"site-text--center\">a</p>", "style-retire")]
    [InlineData("<img src=\"a.png\" class=\"x\" style=\"width: 100%\" alt=\"\">", "<img src=\"a.png\" class=\"x fr-responsive-img\" alt=\"\">", "style-retire")]
    [InlineData("<td align=\"center\">a</td>", "a", null)]
    [InlineData("<table bgcolor=\"red\"><tbody><tr><td>a</td></tr></tbody></table>", "<div class=\"fr-table__container\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau\"><table><tbody><tr><td>a</td></tr></tbody></table></div>", "style-retire")]
    [InlineData("<p><blink>a</blink></p>", "<p>a</p>", "html-retire")]
    [InlineData("<p data-x=\"1\">a</p>", "<p>a</p>", "html-retire")]
    [InlineData("<form action=\"https://evil.example/\"><label>a</label></form>", "<form><label>a</label></form>", "html-retire")]
    [InlineData("<noscript><p>a</p></noscript>", "<p>a</p>", "html-retire")]
    [InlineData("<p><!-- note -->a</p>", "<p>a</p>", null)]
    [InlineData("<div><p>a", "<div><p>a</p></div>", null)]
    [InlineData("<a href=\"https://x.fr\" target=\"_blank\" title=\"a - nouvelle fenêtre\">a</a>", "<a href=\"https://x.fr\" target=\"_blank\" title=\"a - nouvelle fenêtre\" rel=\"noopener\">a</a>", null)]
    [InlineData("<nav role=\"navigation\"><ul role=\"list\"></ul></nav>", "<nav><ul></ul></nav>", null)]
    [InlineData("<span class=\"fr-icon-check-line\" aria-label=\"Oui\"></span>", "<span class=\"fr-icon-check-line\" aria-label=\"Oui\" role=\"img\"></span>", null)]
    [InlineData("<i aria-label=\"Oui\"></i>", "<i aria-label=\"Oui\" role=\"img\"></i>", null)]
    [InlineData("<nav role=\"menu\">a</nav>", "<nav role=\"menu\">a</nav>", null)]
    [InlineData("<a href=\"/\" target=\"autre\">a</a>", "<a href=\"/\">a</a>", "html-retire")]
    public void Sanitize_Other_IsMendedAndReported(string html, string expected, string? rule)
    {
        Assert.Equal(expected, Sanitize(html, out var problems));

        Assert.Equal(rule is null ? [] : [rule], problems.Select(problem => problem.Rule.Id));
        Assert.All(problems, problem => Assert.Equal(10, problem.Line));
    }

    [Theory]
    [InlineData("<p>a &quot;b&quot; &gt; c<br /> d</p>\n<p>e &#39;</p>")]
    [InlineData("<p class='x' title=\"a &gt; b\">a</p>")]
    [InlineData("<ul>\n<li><img src=a.png alt=\"\" width=2 /></li>\n</ul>")]
    [InlineData("<p>L’été\u00A0: 3 &lt; 4</p>")]
    public void Sanitize_NothingToTakeAway_StaysAsItWasWritten(string html)
    {
        Assert.Equal(html, Sanitize(html, out var problems));
        Assert.Equal(html, Exact(html));
        Assert.Empty(problems);
    }

    /// <summary>What the parser does not keep as it is written: the tree is written instead, so that all who read it see the same.</summary>
    [Theory]
    [InlineData("<a href=\"/\" href=\"javascript:x\">a</a>", "<a href=\"/\">a</a>")]
    [InlineData("<td onclick=x>a", "a")]
    [InlineData("<body onload=x><p>a</p>", "<p>a</p>")]
    [InlineData("<form action=\"/\"><form action=\"https://evil.example/\"><input name=\"a\"></form>", "<form action=\"/\"><input name=\"a\"></form>")]
    [InlineData("<p>a\0b</p>", "<p>ab</p>")]
    [InlineData("<P>a</P>", "<p>a</p>")]
    [InlineData("<b>a", "<b>a</b>")]
    [InlineData("</div><p>a</p>", "<p>a</p>")]
    [InlineData("<table><p>a</p></table>", "<p>a</p><table></table>")]
    [InlineData("<b><p class=\"a\" id=\"b\" class=\"c\">a</p></b>", "<b><p class=\"a\" id=\"b\">a</p></b>")]
    public void Sanitize_WhatParsersChange_IsWrittenAnewInBothDialects(string html, string expected)
    {
        Assert.Equal(expected, Sanitize(html, out _));
        Assert.Equal(expected, Exact(html));
    }

    [Theory]
    [InlineData("<!-- la suite - ici --><p data-id=\"x\" data-a-b=\"\">a</p>")]
    [InlineData("<p><div class=\"v\"\n\tdata-video-id=\"x0\">a</div></p>")]
    [InlineData("<ul><li>a<li>b</ul>")]
    [InlineData("<a href=\"/\">a<a href=\"/b\">b</a>")]
    [InlineData("<nav role=\"navigation\">a</nav>")]
    public void Sanitize_EleventysDialect_KeepsNotesAndDataAndStrayTags(string html)
    {
        Assert.Equal(html, Exact(html));
        Assert.NotEqual(html, Sanitize(html, out _));
    }

    [Theory]
    [InlineData("<!-- <p>Le montant est de 3 M€.</p> -->")]
    [InlineData("<!--#include virtual=\"/secret\" -->")]
    [InlineData("<!--esi <esi:include src=\"/\"/> -->")]
    [InlineData("<!--ESI x-->")]
    [InlineData("<!--[if IE]> x <![endif]-->")]
    [InlineData("<?php echo 1 ?>")]
    [InlineData("<![CDATA[ a ]]>")]
    public void Sanitize_CommentThatIsNoNote_GoesInBothDialects(string comment)
    {
        Assert.DoesNotContain("<!", Exact(comment + "<p>a</p>"), StringComparison.Ordinal);
        Assert.DoesNotContain("<?", Exact(comment + "<p>a</p>"), StringComparison.Ordinal);
        Assert.DoesNotContain("<!", Sanitize(comment + "<p>a</p>", out _), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<!-- a --><script>x</script><p data-x=\"1\">a</p>", "<!-- a --><p data-x=\"1\">a</p>")]
    [InlineData("<p data-é=\"1\" style=\"color:red\">a</p>", "<p>a</p>")]
    public void Sanitize_EleventysDialect_TakesAwayWhatIsDangerous(string html, string expected) => Assert.Equal(expected, Exact(html));

    [Theory]
    [InlineData("<h3 class=\"x\" id=\"brut\">Écrit en <b>HTML</b> &amp; listé</h3>\n\n<h2>Sans ancre</h2>", "brut", "Écrit en HTML & listé")]
    [InlineData("<p>a <h3 id='b'>c<br>d</h3>", "b", "cd")]
    [InlineData("<template><h3 id=\"x\">x</h3></template><!-- <h3 id=\"y\">y</h3> --><h3 id=\"z\">z</h3>", "z", "z")]
    public void Load_HeadingInHtml_IsListedAmongThoseOfMarkdown(string html, string id, string text)
    {
        using var folder = new SiteBuilder().WithPage("a.md", "title: A", $"## Un *titre* `code`\n\n{html}\n\nDeux\n---\n");

        var page = Assert.Single(new ContentLoader(new ContentOptions(), TimeProvider.System).Load(folder.Root).Pages);

        Assert.Equal([new Heading(2, "un-titre-code", "Un titre code"), new Heading(3, id, text), new Heading(2, "deux", "Deux")], page.Headings);
    }

    [Theory]
    [InlineData("<div class=\"fr-table\"><table><caption>Les  aides</caption><tr><th>a</th></tr></table></div>", "Tableau\u00A0: Les aides")]
    [InlineData("<div class=\"fr-table fr-table--bordered\"><table><tr><th>Action</th><th></th><th>Échéance</th></tr><tr><td>a</td></tr></table></div>", "Tableau\u00A0: Action, Échéance")]
    [InlineData("<div class=\"fr-table\"><table><tr><td>a</td></tr></table></div>", "Tableau")]
    [InlineData("<div class=\"fr-table\" aria-label=\"Aides\"><table><tr><td>a</td></tr></table></div>", "Aides")]
    public void Sanitize_TableInTheBoxThatScrolls_TakesTheFocusAndHasAName(string html, string name)
    {
        var box = Dom.Parse(Sanitize(html, out _)).QuerySelector("div.fr-table[role=region][tabindex='0']")!;

        Assert.Equal(name, box.GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData("<table><caption>Aides</caption><tr><th>a</th></tr></table>", "Tableau\u00A0: Aides")]
    [InlineData("<section><table><tr><th>Action</th><th>Coût</th></tr><tr><td>a</td><td>1</td></tr></table></section>", "Tableau\u00A0: Action, Coût")]
    [InlineData("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>", "Tableau")]
    public void Sanitize_TableInNoBox_GetsOneThatScrolls(string html, string name)
    {
        var box = Assert.Single(Dom.Parse(Sanitize(html, out _)).QuerySelectorAll("div.fr-table__container"));

        Assert.Equal(("region", "0", name), (box.GetAttribute("role"), box.GetAttribute("tabindex"), box.GetAttribute("aria-label")));
        Assert.Equal("table", Assert.Single(box.Children).LocalName);
    }

    [Theory]
    [InlineData("<table role=\"presentation\"><tr><td>a</td></tr></table>")]
    [InlineData("<table></table>")]
    [InlineData("<div tabindex=\"0\" role=\"region\" aria-label=\"a\"><table><tr><td>a</td></tr></table></div>")]
    public void Sanitize_TableThatNeedsNoBox_GetsNone(string html) => Assert.Null(Dom.Parse(Sanitize(html, out _)).QuerySelector(".fr-table__container"));

    [Theory]
    [InlineData("<div class=\"fr-table\"><table><caption>Aides</caption><tr><th>a</th></tr></table></div>", "<div class=\"fr-table\"><table><caption>Aides</caption><tr><th>a</th></tr></table></div>")]
    [InlineData("<table><caption>Aides</caption><tr><th>a</th></tr></table>", "<div class=\"fr-table\"><table><tr><th>Aides</th></tr></table></div>")]
    [InlineData("<section aria-label=\"Tableau\u00A0: Aides\"><p>a</p></section>", "<table><caption>Aides</caption><tr><th>a</th></tr></table>")]
    [InlineData("<div class=\"fr-table\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau\u00A0: Aides\"><table><tr><td>a</td></tr></table></div>", "<table><caption>Aides</caption><tr><td>a</td></tr></table>")]
    public void Sanitize_TwoTablesWithTheSameTitle_HaveTwoNames(string first, string second) =>
        Assert.Equal(["Tableau\u00A0: Aides", "Tableau\u00A0: Aides (2)"], Dom.Parse(Sanitize(first + second, out _)).QuerySelectorAll("[aria-label]").Select(box => box.GetAttribute("aria-label")));

    [Fact]
    public void Load_TablesOfOneNameInMarkdownAndHtml_AreToldApart()
    {
        const string Table = "| Action | Coût |\n|---|---|\n| a | 1 |\n\n";
        using var folder = new SiteBuilder().WithPage("a.md", "title: A", Table + Table + "<table><tr><th>Action</th><th>Coût</th></tr></table>\n\n" + Table)
            .WithPage("b.md", "title: B", Table + Table);

        var pages = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(folder.Root).Pages;

        Assert.Equal(["", " (2)", " (4)", " (3)"], Names("A"));
        Assert.Equal(["", " (2)"], Names("B"));

        IEnumerable<string> Names(string title) => Dom.Parse(pages.Single(page => page.Title == title).Body.Value).QuerySelectorAll("[role=region]")
            .Select(box => box.GetAttribute("aria-label")!.Replace("Tableau\u00A0: Action, Coût", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div class=\"fr-table\">a</div>")]
    [InlineData("<div class=\"fr-table\"><div tabindex=\"0\" role=\"region\" aria-label=\"a\"><table><tr><td>a</td></tr></table></div></div>")]
    public void Sanitize_BoxThatNeedsNoFocus_TakesNone(string html) =>
        Assert.Null(Dom.Parse(Sanitize(html, out _)).QuerySelector("div.fr-table[tabindex]"));

    [Theory]
    [InlineData("https://www.youtube-nocookie.com/embed/qaPFSK-Jbxg", "Une visite", "https://www.youtube.com/watch?v=qaPFSK-Jbxg", "Voir la vidéo «\u00A0Une visite\u00A0» sur YouTube")]
    [InlineData("https://www.dailymotion.com/embed/video/x81ez8a", "", "https://www.dailymotion.com/video/x81ez8a", "Voir la vidéo sur Dailymotion")]
    [InlineData("https://www.youtube.com/embed/dQw4w9WgXcQ", "YouTube video player", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Voir la vidéo sur YouTube")]
    [InlineData("https://geo.dailymotion.com/player.html?video=x81ez8a", "Dailymotion Video Player", "https://www.dailymotion.com/video/x81ez8a", "Voir la vidéo sur Dailymotion")]
    [InlineData("https://geo.dailymotion.com/player/xabc.html?mute=1&video=x81ez8a", "Une visite", "https://www.dailymotion.com/video/x81ez8a", "Voir la vidéo «\u00A0Une visite\u00A0» sur Dailymotion")]
    [InlineData("https://video.exemple.fr/videos/embed/9c9de5e8-0a1e", "PeerTube", "https://video.exemple.fr/w/9c9de5e8-0a1e", "Voir la vidéo sur video.exemple.fr")]
    [InlineData("//player.vimeo.com/video/1234", "Voir la conférence", "https://vimeo.com/1234", "Voir la conférence (sur Vimeo)")]
    [InlineData("https://carte.example.fr/?id=1", "Carte", "https://carte.example.fr/?id=1", "Voir le contenu «\u00A0Carte\u00A0» sur carte.example.fr")]
    [InlineData("/documents/a.pdf", "Rapport", "/documents/a.pdf", "Ouvrir le document «\u00A0Rapport\u00A0»")]
    public void Sanitize_Frame_BecomesALink(string source, string title, string href, string text)
    {
        var page = Dom.Parse(Sanitize($"<iframe src=\"{source}\" title=\"{title}\" srcdoc=\"<p>x</p>\"></iframe>", out var problems));

        Assert.Equal(href, page.QuerySelector("p.site-video > a.fr-link")!.GetAttribute("href"));
        Assert.Equal(text, page.QuerySelector("a")!.TextContent);
        Assert.Equal("video-en-lien", Assert.Single(problems).Rule.Id);
    }

    [Fact]
    public void Sanitize_FrameOfAnAllowedHost_StaysWithoutItsDangers()
    {
        var problems = new DiagnosticLog("a.md", "");
        var html = new BodySanitizer(["www.youtube-nocookie.com"]).Sanitize(
            "<iframe src=\"https://www.youtube-nocookie.com/embed/x\" title=\"Film\" srcdoc=\"<p>\" onload=\"x\" allow=\"autoplay\"></iframe><iframe src=\"https://autre.example/embed/x\"></iframe>", "", 1, problems).Html;

        var page = Dom.Parse(html);
        var frame = Assert.Single(page.QuerySelectorAll("iframe"));
        Assert.Equal(["src", "title", "loading", "referrerpolicy", "sandbox", "allowfullscreen"], frame.Attributes.Select(attribute => attribute.Name));
        Assert.Equal("https://autre.example/embed/x", Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
    }

    [Fact]
    public void Load_IdOfTheLayout_IsRenamedWithItsLinksAndHeading()
    {
        using var folder = new SiteBuilder().WithPage("a.md", "title: A", "<h2 id=\"menu\">Menu</h2>\n\n<a href=\"#menu\" aria-describedby=\"menu b\">x</a>\n");
        var content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(folder.Root);

        var page = Assert.Single(content.Pages);
        Assert.Contains("<h2 id=\"texte-menu\">Menu</h2>", page.Body.Value, StringComparison.Ordinal);
        Assert.Contains("href=\"#texte-menu\" aria-describedby=\"texte-menu b\"", page.Body.Value, StringComparison.Ordinal);
        Assert.Equal("texte-menu", Assert.Single(page.Headings).Id);
        Assert.Equal(("html-retire", 5), content.Problems.Select(problem => (problem.Rule.Id, problem.Line)).Single());
    }

    [Fact]
    public void Load_TwoHandlers_AreReportedOnTheirLines()
    {
        using var folder = new SiteBuilder().WithPage("a.md", "title: A", "<p onclick=\"a\">x</p>\n\nTexte\n\n<p onclick=\"b\">y</p>");
        var content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(folder.Root);

        Assert.Equal([5, 9], content.Problems.Select(problem => problem.Line));
        Assert.All(content.Problems, problem => Assert.Equal(DiagnosticRules.RemovedScript, problem.Rule));
        Assert.Equal("<p onclick=\"b\">y</p>", content.Problems[1].SourceLine);
    }

    private static string Exact(string html) => new BodySanitizer([], isExact: true).Sanitize(html, html, 1, new DiagnosticLog("a.md", html)).Html;

    private static string Sanitize(string html, out IReadOnlyList<Diagnostic> problems)
    {
        var log = new DiagnosticLog("a.md", html);
        var result = new BodySanitizer([]).Sanitize(html, html, 10, log).Html;
        problems = log.Problems;
        return result;
    }
}
