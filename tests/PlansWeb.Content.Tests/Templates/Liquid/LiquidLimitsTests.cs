using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Templates;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Templates.Liquid;

public sealed class LiquidLimitsTests
{
    private static readonly TimeSpan s_mostTime = TimeSpan.FromSeconds(2);

    // Over a thousand elements, of which a property is 131,072 characters long: groups have names.
    private const string Many = "{% assign tags = tags | concat: tags | concat: tags | concat: tags | concat: tags %}{% for i in (1..7) %}{% assign tags = tags | concat: tags %}{% endfor %}";
    private const string LongKeys = "{% assign x = 'Ab' %}{% for i in (1..16) %}{% assign x = x | append: x %}{% endfor %}{% assign tags = x | group_by %}"
        + "{% for i in (1..10) %}{% assign tags = tags | concat: tags %}{% endfor %}";

    // An expression that names itself, below as many filters as one may have.
    private static readonly string s_endless = $"{{% assign e = \"tags|where_exp:'p',e{string.Concat(Enumerable.Repeat("|size", 380))}\" %}}{{{{ tags | where_exp: 'p', e }}}}";

    public static TheoryData<string> TooMuch => new(
        "{% for i in (1..100000000) %}x{% endfor %}",
        "{% assign n = 99999999999 %}{% for i in (1..n) %}x{% endfor %}",
        "{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% for i in (1..9000) %}{% for j in (1..9000) %}{% break %}{% endfor %}{% endfor %}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..100) %}{% assign x = x | append: x %}{% endfor %}{{ x | size }}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..100) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..14) %}{% assign x = x | append: x %}{% endfor %}{% for i in (1..9999) %}{{ x }}{% endfor %}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..13) %}{% assign x = x | append: x %}{% endfor %}{{ x | replace: 'a', x }}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..13) %}{% assign x = x | append: x %}{% endfor %}{{ x | split: '' | join: x }}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..14) %}{% assign x = x | append: x %}{% endfor %}{% for i in (1..9999) %}{% if x contains 'b' %}{% endif %}{% endfor %}",
        "{% assign x = 'a,b,c,d,e,f' | split: ',' %}{% for i in (1..100) %}{% assign x = x | concat: x %}{% endfor %}",
        "{% for i in (1..9000) %}{% assign x = collections.all | sort: 'url' | map: 'url' | uniq | join: ',' %}{{ collections | json }}{% endfor %}",
        "{% for i in (1..9000) %}{% for j in (1..9000) %}{% assign x = tags | where_exp: 'p', \"p contains 'eau' or p contains 'air'\" %}{% endfor %}{% endfor %}",
        "{% assign p = 'a.' %}{% for i in (1..16) %}{% assign p = p | append: p %}{% endfor %}" + Many + "{{ tags | map: p | size }}",
        "{% assign p = 'a.' %}{% for i in (1..16) %}{% assign p = p | append: p %}{% endfor %}" + Many + "{{ tags | where: p, 'b' | size }}",
        LongKeys + "{{ tags | group_by: 'name' | size }}",
        LongKeys + "{{ tags | group_by_exp: 'p', 'p.name' | size }}",
        LongKeys + "{{ tags | where: 'name', 'b' | size }}",
        LongKeys + "{{ tags | find_index: 'name', 'b' }}",
        LongKeys + "{{ tags | sort: 'name' | size }}",
        LongKeys + "{{ tags | sort_natural: 'name' | size }}",
        LongKeys + "{{ tags | sum: 'name' }}",
        s_endless,
        "{% assign e = \"tags | find_exp: 'p', e\" %}{{ tags | group_by_exp: 'p', e }}",
        string.Concat(Enumerable.Repeat("{{ order }}", 50_000)),
        string.Concat(Enumerable.Repeat("{{", 100_000)),
        string.Concat(Enumerable.Repeat("{% if order %}", 5_000)),
        string.Concat(Enumerable.Repeat("{% if order %}", 5_000)) + string.Concat(Enumerable.Repeat("{% endif %}", 5_000)));

    public static TheoryData<string> Survivable => new(
        "{{ " + new string('(', 100_000) + " }}",
        "{{ a" + string.Concat(Enumerable.Repeat("[a", 50_000)) + " }}",
        "{{ a" + string.Concat(Enumerable.Repeat(".a", 50_000)) + " }}",
        "{{ order" + string.Concat(Enumerable.Repeat(" | plus: 1", 20_000)) + " }}",
        "{% if a" + string.Concat(Enumerable.Repeat(" or a", 20_000)) + " %}{% endif %}",
        "{{ '" + new string('a', 200_000),
        "{% " + new string('a', 200_000) + " %}",
        "{% set " + new string('a', 200_000) + " %}",
        "{% raw %}" + string.Concat(Enumerable.Repeat("{% raw %}", 50_000)),
        string.Concat(Enumerable.Repeat("{% comment %}", 9_000)),
        string.Concat(Enumerable.Repeat("{# ", 100_000)),
        string.Concat(Enumerable.Repeat("{#", 100_000)) + "#}",
        string.Concat(Enumerable.Repeat("{% ", 5_000)) + "%}",
        string.Concat(Enumerable.Range(0, 9_000).Select(i => $"{{{{ v{i} }}}}")),
        string.Concat(Enumerable.Range(0, 9_000).Select(i => $"{{% t{i} %}}")),
        string.Concat(Enumerable.Repeat("{% for i in (1..1) %}", 20)) + "x" + string.Concat(Enumerable.Repeat("{% endfor %}", 20)),
        string.Concat(Enumerable.Repeat("{% for i in tags %}{% if i %}", 10)) + string.Concat(Enumerable.Repeat("{% else %}{% endif %}{% endfor %}", 10)),
        "{% dailymotion " + string.Concat(Enumerable.Repeat("a,", 50_000)) + " %}",
        "{{ 99999999999999999999999999999999999999999999 }}",
        "{{ tags[99999999999999999999] }}",
        "{% assign e = \"tags | concat: tags | where_exp: 'p', e\" %}{{ tags | where_exp: 'p', e }}",
        "{{ tags | where_exp: 'p', \"" + new string('(', 4_000) + "\" }}",
        string.Concat(Enumerable.Repeat("{{ '" + string.Concat(Enumerable.Repeat("\\'", 2_000)) + " }}", 100)),
        string.Concat(Enumerable.Repeat("{{ \"" + string.Concat(Enumerable.Repeat("\\\"", 2_000)) + "\\ }}", 100)),
        "{% for i in tags limit: 99999999999999 %}{{ i }}{% endfor %}",
        "{{ 'a' | truncate: 99999999999 }}{{ 1.5 | round: 99 }}{{ 'a' | slice: -99999999999 }}");

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Render_TooMuch_TextWithoutTagsReportedAndCheap(string body)
    {
        var (rendered, problems, cost) = Measure(body);

        Assert.Equal(NunjucksRenderer.WithoutTags(body), rendered);
        var problem = problems[^1];
        Assert.Equal(DiagnosticRules.TooLarge, problem.Rule);
        Assert.Contains("parce qu", problem.Message, StringComparison.Ordinal);
        Assert.True(cost.Processor < s_mostTime, $"{cost}");
        Assert.InRange(cost.Bytes, 0, 512L << 20);
    }

    [Theory]
    [MemberData(nameof(Survivable))]
    public void Render_Hostile_EndsSoonWithoutException(string body)
    {
        var (_, problems, cost) = Measure(body);

        Assert.InRange(problems.Count, 0, 60);
        Assert.True(cost.Processor < s_mostTime, $"{cost}");
    }

    [Fact]
    public void Render_ExpressionThatNamesItself_FitsASmallStack()
    {
        IReadOnlyList<Diagnostic> problems = [];
        var thread = new Thread(() => LiquidSite.Render(s_endless, out problems), 640 << 10);
        thread.Start();
        thread.Join();

        Assert.Contains("expressions", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    // An expression may be far longer than a tag where it is not closed.
    [Theory]
    [InlineData('\'')]
    [InlineData('"')]
    public void Render_EscapedQuotesAfterAnUnclosedOne_OtherTagsAreRendered(char quote) =>
        Assert.StartsWith("10{{", LiquidSite.Render($"{{{{ order }}}}{{{{ {quote}{string.Concat(Enumerable.Repeat("\\" + quote, 200_000))}{{{{ order }}}}"), StringComparison.Ordinal);

    // What ends a string for the parser, which recurses, ends it for whoever counts its brackets.
    [Theory]
    [InlineData("'a\\'b' | append: x{0}, ''")]
    [InlineData("\"a\\\"b\" | append: x{0}, \"\"")]
    [InlineData("'a\\\\' | append: x{0}")]
    public void Render_BracketsAfterAnEscapedQuote_AreCounted(string expression)
    {
        var body = $"{{{{ {expression.Replace("{0}", string.Concat(Enumerable.Repeat("[a", 200)) + new string(']', 200), StringComparison.Ordinal)} }}}}";

        Assert.Equal("", LiquidSite.Render(body, out var problems));
        Assert.Equal(DiagnosticRules.Nunjucks, Assert.Single(problems).Rule);
    }

    private static (string Rendered, IReadOnlyList<Diagnostic> Problems, Cost Cost) Measure(string body)
    {
        var (rendered, problems) = ("", (IReadOnlyList<Diagnostic>)[]);
        var cost = Cost.Of(() =>
        {
            rendered = LiquidSite.Render(body, out var found);
            problems = found;
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{cost}, {string.Join(" | ", problems.Take(2).Select(p => p.Message))}");
        return (rendered, problems, cost);
    }
}
