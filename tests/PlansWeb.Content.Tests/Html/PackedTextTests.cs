using CsCheck;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Tests.Html;

/// <summary>What is packed comes out as it went in.</summary>
public sealed class PackedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Été, « cœur » et 🌍")]
    public void ToString_PackedText_IsTheText(string text) => Assert.Equal(text, PackedText.Of(text).ToString());

    [Fact]
    public void ToString_AnyText_IsTheText() =>
        Gen.String[Gen.Char['\0', '\ud7ff'], 0, 2000].Sample(text => PackedText.Of(text).ToString() == text, iter: 200);
}
