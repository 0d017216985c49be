using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Tests.Templates.Liquid;

public sealed class LiquidRendererTests
{
    [Theory]
    [InlineData("Du texte, { une accolade } et {#ancre}.")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("## Titre {#a}\n\n{##}")]
    public void Render_NoTag_ReturnsSameInstance(string body) => Assert.Same(body, LiquidSite.Render(body));

    [Theory]
    [InlineData("[lien]({{ metadata.guide.url }})", "[lien](https://exemple.fr/?a=1&b=2)")]
    [InlineData("![]({{image.path}})", "![](/img/a.png)")]
    [InlineData("{{ title }}", "L’année <numérique>")]
    [InlineData("{{ order }} {{ ratio }} {{ draft }}", "10 1.5 false")]
    [InlineData("{{ page.url }} {{ page.fileSlug }} {{ page.inputPath }} {{ page.filePathStem }}", "/posts/rentree/ rentree ./posts/2022-03-31-rentree.md /posts/rentree")]
    [InlineData("{{ tags[1] }} {{ tags.size }} {{ tags.first }}", "Énergie 2 Eau")]
    [InlineData("{{ metadata['guide'].url }}", "https://exemple.fr/?a=1&b=2")]
    [InlineData("a{{- ' b ' -}} c", "a b c")]
    [InlineData("{{ page.date }} {{ updated }}", "2022-03-31T22:30:00Z 2024-01-05")]
    [InlineData("`{{ order }}`", "`10`")]
    [InlineData("```\n{{ order }}\n```", "```\n10\n```")]
    [InlineData("{% raw %}{{ order }} {% x %}{% endraw %}", "{{ order }} {% x %}")]
    [InlineData("{%- verbatim -%} {{ a }} {%- endverbatim -%}", "{{ a }}")]
    [InlineData("a{% comment %}{{ x | }}{% if %}{% endcomment %}b{% # note %}c", "abc")]
    [InlineData("{% if draft %}non{% elsif order == 10 %}dix{% else %}autre{% endif %}", "dix")]
    [InlineData("{% unless draft %}publié{% endunless %}", "publié")]
    [InlineData("{% case order %}{% when 1, 2 %}a{% when 10 %}b{% endcase %}", "b")]
    [InlineData("{% case order %}{% comment %}x{% endcomment %}{% when 10 %}b{% endcase %}", "b")]
    [InlineData("{{ année }} {{ un-nom }} {% assign été = 'été' %}{{ été | append: année }}{% for é in tags %}{{ é }}{% endfor %}", "2022 oui été2022EauÉnergie")]
    [InlineData("{% for t in tags %}{{ forloop.index }}{{ t }} {% endfor %}", "1Eau 2Énergie ")]
    [InlineData("{% for i in (1..3) reversed %}{{ i }}{% endfor %}", "321")]
    [InlineData("{% for i in (3..1) %}{{ i }}{% else %}rien{% endfor %}", "rien")]
    [InlineData("{% assign x = order | plus: 1 %}{{ x }}{% capture y %}<{{ x }}>{% endcapture %}{{ y }}", "11<11>")]
    [InlineData("{% for p in collections.all %}{{ p.url }}:{{ p.data.title }}:{{ p.date | date: '%d' }}:{{ p.data.page.fileSlug }} {% endfor %}",
        "/un/:Page un:01:un /deux/:Page deux:02:deux /trois/:Page trois:03:trois ")]
    [InlineData("{% for t in tags limit:99999999999999 offset: 1 %}{{ t }}{% endfor %}{{ tags[99999999999999] }}", "Énergie")]
    [InlineData("{{ collections['Document de référence'].size }}", "1")]
    [InlineData("{{ 'l\\'été' }} {{ \"\\\"été\\\"\" }}", "l'été \"été\"")]
    public void Render_Liquid_GivesValue(string body, string expected)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        Assert.Empty(problems);
    }

    [Fact]
    public void Render_UnknownVariable_EmptyAndReportedAtItsPlace()
    {
        var rendered = LiquidSite.Render("Un\n\nVoir {{ metadata.titel }} ici.", out var problems, firstLine: 8);

        Assert.Equal("Un\n\nVoir  ici.", rendered);
        var problem = Assert.Single(problems);
        Assert.Equal(DiagnosticRules.UnknownVariable, problem.Rule);
        Assert.Equal("posts/a.md:10:6", problem.Location);
        Assert.Contains("metadata.titel", problem.Message, StringComparison.Ordinal);
        Assert.Contains("«\u00a0metadata.title\u00a0»", problem.Advice, StringComparison.Ordinal);
        Assert.Equal("Voir {{ metadata.titel }} ici.", problem.SourceLine);
    }

    [Theory]
    [InlineData("{{ titre }} {{ titre }} {{ titre }}", "titre")]
    [InlineData("{% for i in (1..5) %}{{ i.nom }}{% endfor %}", "i.nom")]
    [InlineData("{% assign a = absente %}", "absente")]
    [InlineData("{% for p in collections.absente %}x{% endfor %}", "collections.absente")]
    [InlineData("{{ page.absenté }}", "page.absenté")]
    [InlineData("{{ title.absente }}", "title.absente")]
    [InlineData("{% for p in collections.all %}{{ p.data.absente }}{% endfor %}", "p.data.absente")]
    [InlineData("{{ tags | join: absente }}", "absente")]
    public void Render_UnknownVariable_ReportedOnce(string body, string name)
    {
        LiquidSite.Render(body, out var problems);

        var problem = Assert.Single(problems);
        Assert.Equal(DiagnosticRules.UnknownVariable, problem.Rule);
        Assert.Contains($"«\u00a0{name}\u00a0»", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% if absente %}x{% endif %}\n{{ absente }}", 2)]
    [InlineData("{{ absente | default: 'y' }}\n\n{% cycle absente, 'b' %}", 3)]
    public void Render_UnknownVariable_ReportedWhereItIsShown(string body, int line)
    {
        LiquidSite.Render(body, out var problems);

        Assert.Equal((line, 1), (Assert.Single(problems).Line, problems[0].Column));
    }

    [Theory]
    [InlineData("\n\n{{ updated | date: '%999999999Y' }}")]
    [InlineData("\n\n{% dailymotion %}")]
    [InlineData("\n\n{{ absente }}")]
    [InlineData("{% for i in (1..1000) %}{% for j in (1..1000) %}{{ i }}{% endfor %}{% endfor %}")]
    public void Render_ProblemInAFragment_ReportedWhereThePageIncludesIt(string fragment)
    {
        var site = new SiteTemplates(new Dictionary<string, byte[]> { ["_includes/f.liquid"] = Encoding.UTF8.GetBytes(fragment) }, EleventyProject.None);
        var log = new DiagnosticLog("a.md", "un {{ title }}\n {% include \"f\" %}");

        new LiquidRenderer(TimeProvider.System, site).Render("un {{ title }}\n {% include \"f\" %}", 1, LiquidSite.Context, log);

        Assert.Equal((2, 2), (Assert.Single(log.Problems).Line, log.Problems[0].Column));
    }

    [Fact]
    public void Render_EndOfAnotherRegion_IsNoEndOfIt()
    {
        Assert.Equal("a", LiquidSite.Render("{% verbatim %}a{% endverbatim %}{% endraw %}", out var problems));
        Assert.Equal(DiagnosticRules.UnknownTag, Assert.Single(problems).Rule);
    }

    [Theory]
    [InlineData("{{ absente | default: 'y' }}", "y")]
    [InlineData("{{ absente | upcase | default: 'y' }}", "y")]
    [InlineData("{% if absente %}a{% else %}b{% endif %}", "b")]
    [InlineData("{% unless absente == 'x' %}a{% endunless %}", "a")]
    [InlineData("{% if draft %}{% elsif absente %}{% endif %}", "")]
    [InlineData("{{ description }}{{ image.alt }}{{ description.x }}", "")]
    [InlineData("{% for p in collections.all %}{{ p.data.rare }}{{ p.data.note }}{% endfor %}", "ouiseule")]
    [InlineData("{% if draft %}{{ absente }}{% endif %}", "")]
    public void Render_VariableThatMayBeMissing_NotReported(string body, string expected)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("{{ order | plus: 1 | zzz }}", "11", "supprimez")]
    [InlineData("{{ title | upper }}", "L’année <numérique>", "upcase")]
    [InlineData("{{ title | slugfy }}", "L’année <numérique>", "slugify")]
    public void Render_UnknownFilter_ValueKeptAndReported(string body, string expected, string advice)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(DiagnosticRules.UnknownFilter, problem.Rule);
        Assert.Contains(advice, problem.Advice, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("posts/a.md:1:1", problem.Location);
    }

    [Theory]
    [InlineData("a {{ order | divided_by: 0 }} b", "a Infinity b")]
    [InlineData("{{ order | slice: 'x' }}", "10")]
    [InlineData("{{ 'a' | times: 99999999999999999999999 | times: 99999999999999999999999 }}", "0")]
    public void Render_FilterThatFails_ValueKept(string body, string expected) => Assert.Equal(expected, LiquidSite.Render(body));

    [Theory]
    [InlineData("un {{ titre de la page }} deux", 4)]
    [InlineData("un {{ title | }} deux", 4)]
    [InlineData("un {{ }} deux", 4)]
    [InlineData("un {{ title deux", 4)]
    [InlineData("un {% if title deux", 4)]
    [InlineData("un {% %} deux", 4)]
    [InlineData("un {% if title titre %}{{ title | }}{% endif %} deux", 4)]
    [InlineData("un {% if title %}{{ title }} deux", 4)]
    [InlineData("un {{ title }}{% endif %} deux", 15)]
    [InlineData("un {{ title }}{% if title %}{% for t in tags %}{% endif %}{% endfor %} deux", 48)]
    [InlineData("un {{ title }}{% else %} deux", 15)]
    [InlineData("un {% raw %} {{ title }} deux", 4)]
    [InlineData("un {% for t in tags offset:continue %}{{ t }}{% endfor %} deux", 4)]
    [InlineData("un {% if title %}a{% else %}b{% else %}c{% endif %} deux", 30)]
    [InlineData("un {% case order %}{{ title }}{% when 1 %}a{% endcase %} deux", 4)]
    public void Render_SyntaxError_TextKeptAndReportedInFrench(string body, int column)
    {
        Assert.Equal(body, LiquidSite.Render(body, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(DiagnosticRules.Liquid, problem.Rule);
        Assert.Equal((1, column), (problem.Line, problem.Column));
        Assert.DoesNotContain("expected", problem.Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(problem.Advice);
    }

    [Fact]
    public void Render_SyntaxErrorInOneToken_RestIsRendered() =>
        Assert.Equal("10 {{ a b }} 10", LiquidSite.Render("{{ order }} {{ a b }} {{ order }}"));

    [Fact]
    public void Render_UnclosedOutputBeforeAnother_OnlyFirstIsText() =>
        Assert.Equal("{{ order et 10", LiquidSite.Render("{{ order et {{ order }}"));

    [Fact]
    public void Render_BracesInQuotes_AreText() => Assert.Equal("{{", LiquidSite.Render("{{ '{{' }}"));

    [Fact]
    public void Render_ManyProblems_ListStopsAndSaysSo()
    {
        var body = string.Concat(Enumerable.Range(0, 500).Select(i => $"{{{{ inconnue{i} }}}}"));

        LiquidSite.Render(body, out var problems);

        Assert.Equal(51, problems.Count);
        Assert.Contains("d’autres problèmes", problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ManyThreads_SameResult()
    {
        const string Body = "{% for p in collections.all %}{{ p.data.title | slugify }} {{ absente }}{% endfor %}{% assign x = 1 | plus: order %}{{ x }}";
        var expected = LiquidSite.Render(Body);

        Parallel.For(0, 500, _ => Assert.Equal(expected, LiquidSite.Render(Body)));
    }

    // A line of a message breaks neither after « nor before a mark of two parts.
    [Theory]
    [InlineData("{% if order %}")]
    [InlineData("{% if order %}a{% else %}b{% elsif draft %}c{% endif %}")]
    [InlineData("{% case order %}{{ order }}{% when 10 %}a{% endcase %}")]
    [InlineData("{% if draft %}a{% elif order %}b{% endif %}")]
    [InlineData("{% set x = 1 %}{% set y = [] %}{% macro m() %}{% endmacro %}{% extends 'a' %}")]
    [InlineData("{% %}{{ order | inconnu }}{# note #}{{ a or b }}{{ a b c }}{{")]
    [InlineData("{% dailymotion %}{% figure %}{{ ordre }}{{ absente }}{% include 'rien' %}")]
    [InlineData("{{ 'a' | split: '' | where_exp: 'p', '(' }}")]
    [InlineData("{% assign x = 'aaaaaaaaaa' %}{% for i in (1..14) %}{% assign x = x | append: x %}{% endfor %}{{ x | replace: 'a', x }}")]
    public void Render_Problem_IsTypesetAsFrench(string body)
    {
        LiquidSite.Render(body, out var problems);

        Assert.NotEmpty(problems);
        Assert.All(problems, static problem => Assert.DoesNotMatch("« | [»:;?!](?:[ .,)»]|$)", problem.Message + "\n" + problem.Advice));
    }
}
