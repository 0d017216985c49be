using PlansWeb.Content.Site;

namespace PlansWeb.Content.Tests.Site;

public sealed class AddressTests
{
    [Theory]
    [InlineData("/a/b/", "/a/b/")]
    [InlineData("/réglementations/", "/r%C3%A9glementations/")]
    [InlineData("/un deux/", "/un%20deux/")]
    [InlineData("/50%/", "/50%25/")]
    [InlineData("/a?b#c/", "/a%3Fb%23c/")]
    [InlineData("/l'eau_(1)~a.b-c!$&*+,;=:@/", "/l'eau_(1)~a.b-c!$&*+,;=:@/")]
    [InlineData("/\"<>[]{}|\\^`/", "/%22%3C%3E%5B%5D%7B%7D%7C%5C%5E%60/")]
    [InlineData("/😀/", "/%F0%9F%98%80/")]
    [InlineData("/\n/", "/%0A/")]
    public void Encode_Path_EncodesAllButPathCharacters(string url, string expected) => Assert.Equal(expected, Address.Encode(url));

    [Theory]
    [InlineData("/a/#ancre", "/a/#ancre")]
    [InlineData("/a/?q=1&b=é#fin", "/a/?q=1&b=%C3%A9#fin")]
    [InlineData("/r%C3%A9g/é/", "/r%C3%A9g/%C3%A9/")]
    [InlineData("/50%/", "/50%25/")]
    [InlineData("/a#b#c", "/a#b%23c")]
    [InlineData("/a\r\nX: y", "/a%0D%0AX:%20y")]
    [InlineData("/re\u0301g/", "/r%C3%A9g/")]
    public void EncodeReference_PartlyEncoded_EncodesTheRest(string reference, string expected)
    {
        Assert.Equal(expected, Address.EncodeReference(reference));
        Assert.Equal(expected, Address.EncodeReference(expected));
    }

    [Fact]
    public void Normalize_DecomposedAccents_ComposesThem() => Assert.Equal("/réglementations/", Address.Normalize("/re\u0301glementations/"));

    [Theory]
    [InlineData("/a\uD800/")]
    [InlineData("/é\uDC00/")]
    public void Normalize_LoneSurrogate_LeavesItWithoutException(string url)
    {
        Assert.Equal(url, Address.Normalize(url));
        Assert.NotEmpty(Address.Encode(url));
        Assert.NotEmpty(AddressFolding.Fold(url));
    }
}
