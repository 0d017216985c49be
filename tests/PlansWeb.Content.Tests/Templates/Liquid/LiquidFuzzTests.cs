using CsCheck;

namespace PlansWeb.Content.Tests.Templates.Liquid;

[Trait("Lane", "Whole")]
public sealed class LiquidFuzzTests
{
    private static readonly string[] s_pieces =
    [
        "{{ ", " }}", "{% ", " %}", "{%- ", " -%}", "{{-", "-}}", "{# ", " #}", "title", "tags", "collections.all", "absente", "image.path", "page.date", "order",
        " | ", "append: ", "default: ", "date: '%Y'", "slugify", "json", "join: ", "zzz", "'", "\"", "(", ")", "[", "]", ".", ",", ":", "=", "==", " in ", " or ",
        "{% if order %}", "{% else %}", "{% elsif title %}", "{% endif %}", "{% for t in tags %}", "{% endfor %}", "{% for i in (1..3) %}", "{{ t }}", "{{ order }}",
        "{% case order %}", "{% when 1 %}", "{% endcase %}", "{% raw %}", "{% endraw %}", "{% comment %}", "{% endcomment %}", "{% capture c %}", "{% endcapture %}",
        "{% assign a = title %}", "{% set a = 1 %}", "{% set b %}", "{% endset %}", "{% macro m() %}", "{% endmacro %}", "{% include 'x' %}", "{% foo %}", "{% endfoo %}",
        "{% transcription 'T' %}", "{% endtranscription %}", "{% dailymotion 'x1' %}", "{% dailymotion ", "{% tablerow t in tags cols:2 %}", "{% endtablerow %}",
        "{% cycle 'a', 'b' %}", "{% increment n %}", "{% break %}", "{% echo title %}", "{{ component('a', { b: 1 }) }}", "\n", "\n\n", "  ", "\t", "\r\n", "texte ",
        "```\n", "<div>\n", "é", "😀", "\0", "-1", "99999999999999999999999999999999",
    ];

    [Fact]
    public void Render_RandomPieces_NeverThrowsAndLeavesNoTraceOfTheMachinery() =>
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]).Array[0, 25].Select(string.Concat).Sample(
            body =>
            {
                var rendered = LiquidSite.Render(body, out var problems);
                Assert.DoesNotContain("_x00e9_", rendered, StringComparison.Ordinal);
                Assert.DoesNotContain(problems, problem => problem.Message.Contains("ne peuvent pas être calculées", StringComparison.Ordinal));
                Assert.All(problems, problem => Assert.InRange(problem.Line, 0, body.Count(c => c == '\n') + 1));
            },
            iter: 20_000);
}
