using CsCheck;
using PlansWeb.Content.Search;

namespace PlansWeb.Content.Tests.Search;

/// <summary>What is made of what a reader typed.</summary>
public sealed class SearchQueryTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \t\n ", "")]
    [InlineData("  deux   mots ", "deux mots")]
    [InlineData("a\0b\u001Ec\rd\u0085e", "a b c d e")]
    [InlineData("gauche\u202Edroite\u2066x\u200E", "gauche droite x")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("👍🏽 pouce", "👍🏽 pouce")]
    public void Parse_Value_IsOneCleanLine(string? value, string expected) => Assert.Equal(new SearchQuery(expected, WasCut: false), SearchQuery.Parse(value));

    [Fact]
    public void Parse_HalfACharacter_IsReplaced() => Assert.Equal("\uFFFDseul", SearchQuery.Parse("\uD800seul").Text);

    [Fact]
    public void Parse_Long_IsCutAndSaysSo()
    {
        Assert.Equal(new SearchQuery(new string('a', 100), WasCut: false), SearchQuery.Parse(new string('a', 100) + "  "));
        Assert.Equal(new SearchQuery(new string('a', 100), WasCut: true), SearchQuery.Parse(new string('a', 8_000)));
    }

    [Fact]
    public void Parse_LongWithPairs_KeepsThemWhole() => Assert.Equal(new string('a', 99), SearchQuery.Parse(new string('a', 99) + "👍").Text);

    [Fact]
    public void Parse_AnyValue_IsShortAndWithoutControls() => Gen.String[0, 300].Sample(static value =>
    {
        var text = SearchQuery.Parse(value).Text;
        Assert.InRange(text.Length, 0, SearchQuery.MaxLength);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain(text, char.IsControl);
    });
}
