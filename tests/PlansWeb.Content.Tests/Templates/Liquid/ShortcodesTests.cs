using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Tests.Templates.Liquid;

public sealed class ShortcodesTests
{
    private const string Link = "<p><a class=\"fr-link\" href=\"https://www.dailymotion.com/video/x9ymao2\">Voir la vidéo «\u00a0Un titre\u00a0» sur Dailymotion</a></p>";

    [Theory]
    [InlineData("{% dailymotion \"x9ymao2\", \"Un titre\" %}")]
    [InlineData("{%- dailymotion 'x9ymao2' 'Un titre' -%}")]
    [InlineData("{% dailymotion id=\"x9ymao2\", titre=\"Un titre\" %}")]
    [InlineData("{% dailymotion title: \"Un titre\", id: \"x9ymao2\" %}")]
    [InlineData("{% dailymotion \"x9ymao2\", titre = \"Un  titre\" %}")]
    [InlineData("{% dailymotion \"https://www.dailymotion.com/video/x9ymao2?start=3\", \"Un titre\" %}")]
    [InlineData("{% assign v = 'x9ymao2' %}{% dailymotion v, \"Un titre\" %}")]
    public void Render_Dailymotion_GivesLink(string body)
    {
        Assert.Equal(Link, LiquidSite.Render(body, out var problems));
        Assert.Empty(problems);
    }

    [Fact]
    public void Render_DailymotionWithoutTitle_TakesThePageTitleEncoded() =>
        Assert.Contains("«\u00a0L’année &lt;numérique&gt;\u00a0»", LiquidSite.Render("{% dailymotion \"x1\" %}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a {% dailymotion %} b")]
    [InlineData("a {% dailymotion \"\" %} b")]
    [InlineData("a {% dailymotion \"x\\\"><script>\" %} b")]
    [InlineData("a {% dailymotion description %} b")]
    public void Render_DailymotionWithoutId_ReportedAndNotShown(string body)
    {
        Assert.Equal("a  b", LiquidSite.Render(body, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal((DiagnosticRules.Shortcode, 1, 3), (problem.Rule, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("Texte\n{% dailymotion \"x9ymao2\", \"Un titre\" %}\n**Légende**", $"Texte\n{Link}\n\n**Légende**")]
    [InlineData("Texte\n\n    {% dailymotion \"x9ymao2\", \"Un titre\" %}\n\nFin", $"Texte\n\n{Link}\n\nFin")]
    [InlineData("Texte {% dailymotion \"x9ymao2\", \"Un titre\" %} fin", $"Texte \n\n{Link} \n\nfin")]
    [InlineData("<!-- vidéo -->\n{%- dailymotion \"x9ymao2\", \"Un titre\" -%}\n<br>", $"<!-- vidéo -->{Link}<br>")]
    [InlineData("<div>\n    {% dailymotion \"x9ymao2\", \"Un titre\" %}\n    </div>", $"<div>\n{Link}\n    </div>")]
    public void Render_Dailymotion_StandsAsABlock(string body, string expected) => Assert.Equal(expected, LiquidSite.Render(body).Replace("\n\n\n", "\n\n", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "{% transcription \"Mélanie\" %}\nBonjour **{{ order }}**.\n{% endtranscription %}\nSuite",
        "<details class=\"fr-accordion fr-transcription\"><summary>Transcription\u00a0: Mélanie</summary>\n\nBonjour **10**.\n\n</details>\n\nSuite")]
    [InlineData(
        "{% transcription %}\n\n<p>A</p>\n\n    {% endtranscription %}\n\nSuite",
        "<details class=\"fr-accordion fr-transcription\"><summary>Transcription</summary>\n\n<p>A</p>\n\n</details>\n\nSuite")]
    [InlineData(
        "{% transcription titre=\"A & B\" %}{% if order %}a{% endif %}{% endtranscription %}",
        "<details class=\"fr-accordion fr-transcription\"><summary>Transcription\u00a0: A &amp; B</summary>\n\na\n\n</details>")]
    public void Render_Transcription_OpensAndKeepsItsMarkdown(string body, string expected)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        Assert.Empty(problems);
    }
}
