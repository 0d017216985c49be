using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Tests.Templates.Liquid;

public sealed class NunjucksTests
{
    [Theory]
    [InlineData("a{% from \"components/component.njk\" import component with context %}b", "ab", "from")]
    [InlineData("a{% import \"x.njk\" as x %}b", "ab", "import")]
    [InlineData("a{% extends \"postslist.njk\" %}b", "ab", "extends")]
    [InlineData("a{% block corps %}dedans{% endblock %}b", "adedansb", "block")]
    [InlineData("a{% macro m(x) %}{{ x }}{% if %}{% endmacro %}b", "ab", "macro")]
    [InlineData("a{% set x = [1, 2] %}b", "ab", "set")]
    [InlineData("a{% set x %}dedans{% endset %}b", "ab", "set")]
    [InlineData("{% if order %}{% set x %}a{% endif %}b{% endset %}", "ab", "set", 15)]
    [InlineData("a{% call m() %}dedans{% endcall %}b", "adedansb", "call")]
    public void Render_NunjucksTag_ReportedByNameAndNotShown(string body, string expected, string name, int column = 2)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(DiagnosticRules.Nunjucks, problem.Rule);
        Assert.Equal(column, problem.Column);
        Assert.Contains($"«\u00a0{name}\u00a0»", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{% figure 'x' %}**{{ order }}**{% endfigure %}b", "a**10**b", "figure")]
    [InlineData("a{% youtube 'x' %}b", "ab", "youtube")]
    [InlineData("a{% endfigure %}b", "ab", "endfigure")]
    public void Render_UnknownShortcode_TextBetweenIsKept(string body, string expected, string name)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(DiagnosticRules.UnknownTag, problem.Rule);
        Assert.Contains($"«\u00a0{name}\u00a0»", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{{ component(\"card\", {\n  url: \"/x/\",\n  image: { alt: \"\" }\n}) }}b", "ab")]
    [InlineData("a{{ title or description }}b", "ab")]
    [InlineData("a{{ title if draft else 'x' }}b", "ab")]
    [InlineData("a{{ title ~ 'x' }}b", "ab")]
    [InlineData("a{{ tags | limit(3) }}b", "ab")]
    [InlineData("a{{ [1, 2] }}b", "ab")]
    [InlineData("a{% if 'x' in tags %}dedans{% else %}sinon{% endif %}b", "ab")]
    [InlineData("a{% if draft %}x{% elsif 'x' in tags %}dedans{% endif %}b", "ab")]
    [InlineData("a{% for k, v in image %}dedans{{ absente }}{% endfor %}b", "ab")]
    [InlineData("a{# une note #}b", "ab")]
    public void Render_NunjucksExpression_ReportedAndEmpty(string body, string expected)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(DiagnosticRules.Nunjucks, problem.Rule);
        Assert.Equal((1, body.Contains("elsif", StringComparison.Ordinal) ? 17 : 2), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("'a", true)]
    [InlineData("'a'", false)]
    [InlineData("\"a'", true)]
    [InlineData("'a\\'", true)]
    [InlineData("'a\\\\'", false)]
    [InlineData("'a\\", true)]
    [InlineData("'a' | append: \"b", true)]
    [InlineData("'a' | append: \"b'\"", false)]
    [InlineData("a", false)]
    public void EndsInQuotes_Expression_TellsWhetherItsLastStringIsClosed(string expression, bool expected) =>
        Assert.Equal(expected, NunjucksSyntax.EndsInQuotes(expression));

    [Fact]
    public void Render_SimpleSet_ReadAsAssign()
    {
        Assert.Equal("Série Référents", LiquidSite.Render("{% set serie = \"Référents\" %}Série {{ serie }}", out var problems));
        Assert.Equal(DiagnosticRules.Nunjucks, Assert.Single(problems).Rule);
    }

    [Fact]
    public void Render_NameOfDroppedSet_NotReportedAgain()
    {
        LiquidSite.Render("{% set liste = [] %}{% for x in liste %}{{ x }}{% endfor %}{% from 'a' import carte, b as c %}{{ carte }}{{ c }}", out var problems);

        Assert.All(problems, problem => Assert.Equal(DiagnosticRules.Nunjucks, problem.Rule));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Render_Elif_ReadAsElsif()
    {
        Assert.Equal("b", LiquidSite.Render("{% if draft %}a{% elif order == 10 %}b{% endif %}", out var problems));
        Assert.Equal(DiagnosticRules.Nunjucks, Assert.Single(problems).Rule);
    }

    [Fact]
    public void Render_SameTagTwice_ReportedOnce()
    {
        LiquidSite.Render("{% extends 'a.njk' %}\n{% extends 'a.njk' %}\n{% extends 'b.njk' %}", out var problems);

        Assert.Equal([1, 3], problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("<div>\n\t<div>\n\t\t{% from 'a' import b %}\n\t\t{{ b('c', {\n\t\t}) }}\n\t</div>\n</div>", "<div>\n\t<div>\n\t</div>\n</div>")]
    [InlineData("<p>\n\t{% set x = 'y' %}\r\n\t<b>{{ x }}</b>\n</p>", "<p>\n\t<b>y</b>\n</p>")]
    [InlineData("{% extends 'a' %}\n{% extends 'b' %}\ntexte\n{% extends 'c' %}", "texte\n")]
    [InlineData("texte {% extends 'a' %}\nsuite", "texte \nsuite")]
    [InlineData("{% assign x = 1 %}\nsuite", "\nsuite")]
    public void Render_DroppedTagAloneOnItsLine_LineGoesToo(string body, string expected) => Assert.Equal(expected, LiquidSite.Render(body));

    [Fact]
    public void Render_WholeNunjucksPage_RestIsServed()
    {
        const string Body = """
            ## Avant

            {% set liste = [] %}
            {% for item in collections['Document de référence'] %}
            	{% if item.data.layout and 'post.njk' in item.data.layout %}
            		{% set liste = liste.concat(item) %}
            	{% endif %}
            {% endfor %}
            {% set liste = liste | reverse %}
            {% extends "postslist.njk" %}
            <a href="/x/">Tout voir</a>
            """;

        var rendered = LiquidSite.Render(Body, out var problems);

        Assert.StartsWith("## Avant\n", rendered, StringComparison.Ordinal);
        Assert.EndsWith("<a href=\"/x/\">Tout voir</a>", rendered, StringComparison.Ordinal);
        Assert.DoesNotContain("{%", rendered, StringComparison.Ordinal);
        Assert.All(problems, problem => Assert.Equal(DiagnosticRules.Nunjucks, problem.Rule));
        Assert.Contains(problems, problem => problem.Line == 10 && problem.Message.Contains("extends", StringComparison.Ordinal));
    }
}
