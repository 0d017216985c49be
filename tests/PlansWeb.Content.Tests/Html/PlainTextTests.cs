using System.Text;
using CsCheck;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Tests.Html;

/// <summary>The text of rendered HTML.</summary>
public sealed class PlainTextTests
{
    private static readonly Gen<string>[] s_parts =
        [.. new[] { "<", ">", "&", ";", "\"", "'", "!--", "-->", "script", "/", "p", "a", " ", "=" }.Select(part => Gen.Const(part))];

    [Theory]
    [InlineData("<p>Un <strong>mot</strong>.</p>\n<p>Deux</p>", "Un mot.|Deux")]
    [InlineData("CO<sub>2</sub>, <em>gras</em>seyer", "CO2, grasseyer")]
    [InlineData("<ul><li>un</li><li>deux</li></ul>", "un|deux")]
    [InlineData("a &amp; b &lt;c&gt; &eacute;&#233;&#xE9; &nbsp;d &inconnue; & seul", "a & b <c> ééé \u00A0d &inconnue; & seul")]
    [InlineData("<!-- caché > --> vu <script>caché()</script><style>a{}</style> vu", "vu|vu")]
    [InlineData("<a title=\"plus > que\" href='x>y'>lien</a>", "lien")]
    [InlineData("1 < 2 et 3 <", "1 < 2 et 3 <")]
    [InlineData("avant <div class=\"sans fin", "avant")]
    [InlineData("avant <!-- sans fin", "avant")]
    [InlineData("<img alt=\"image\"> légende", "légende")]
    [InlineData("a   \n\t b", "a b")]
    public void Append_Html_GivesTheTextThatIsSeen(string html, string expected) => Assert.Equal(expected, Text(html).Trim().Replace('\n', '|'));

    [Fact]
    public void Append_Limit_EndsThere() => Assert.InRange(Text(string.Concat(Enumerable.Repeat("<p>mot</p>", 1_000)), 100).Length, 100, 110);

    [Fact]
    public void Append_AnyHtml_Ends() => Gen.OneOf(s_parts).Array[0, 40]
        .Sample(static parts => Text(string.Concat(parts)));

    private static string Text(string html, int limit = int.MaxValue)
    {
        var text = new StringBuilder();
        PlainText.Append(html, text, limit);
        return text.ToString();
    }
}
