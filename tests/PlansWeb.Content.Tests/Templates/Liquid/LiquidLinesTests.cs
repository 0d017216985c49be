namespace PlansWeb.Content.Tests.Templates.Liquid;

public sealed class LiquidLinesTests
{
    [Theory]
    [InlineData("a\n{{ component('x', {\n  a: 1\n}) }}\nb\n\nrepère")]
    [InlineData("a\n{% comment %}\nx\n\ny\n{% endcomment %}\nb\n\nrepère")]
    [InlineData("a\n{% macro x() %}\nx\n{% endmacro %}\nb\n\nrepère")]
    [InlineData("a\n\n{%- assign x = 1 -%}\n\nb\n\nrepère")]
    [InlineData("a\n{{ order\n| plus: 1\n}}\nb\n\nrepère")]
    [InlineData("{% raw %}\na\n{% endraw %}\nb\n\nrepère")]
    [InlineData("a\n{% set x = 1 %}\n{% if order %}\nb\n{% endif %}\n\nrepère")]
    [InlineData("{{ component('x', {\n}) }}\n```\nb\n\nc\n```\n<pre>\n\n</pre>\nd\n\nrepère")]
    public void Render_TagOverSeveralLines_LaterTextStaysOnItsLine(string body)
    {
        Assert.Equal(LineOf(body), LineOf(LiquidSite.Render(body)));
    }

    [Fact]
    public void Render_TagOverSeveralLines_NoBreakInsideFence() =>
        Assert.Contains("```\nb\n\nc\n```", LiquidSite.Render("{{ component('x', {\n}) }}\n```\nb\n\nc\n```\n"), StringComparison.Ordinal);

    [Fact]
    public void Render_CarriageReturns_Kept() => Assert.Equal("a\r\n10\r\nb", LiquidSite.Render("a\r\n{{ order }}\r\nb"));

    private static int LineOf(string text) => text[..text.IndexOf("repère", StringComparison.Ordinal)].Count(c => c == '\n');
}
