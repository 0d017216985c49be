using PlansWeb.Previews;

namespace PlansWeb.Tests.Previews;

public sealed class PreviewTokenTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_SignedToken_GivesAddressAndEnd()
    {
        var token = new PreviewToken("/réglementations/", s_now.AddDays(7));

        Assert.Equal(token, PreviewToken.Read(token.Sign(s_key), s_key, s_now));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(8, false)]
    public void Read_AtItsEnd_IsOver(int days, bool holds) =>
        Assert.Equal(holds, PreviewToken.Read(new PreviewToken("/a/", s_now.AddDays(7)).Sign(s_key), s_key, s_now.AddDays(days)) is not null);

    [Fact]
    public void Read_EveryCharacterChanged_IsRefused()
    {
        var text = new PreviewToken("/a/", s_now.AddDays(7)).Sign(s_key);
        for (var i = 0; i < text.Length; i++)
        {
            // The last character of an unpadded base64 text has bits that mean nothing; a decoder may refuse them or not.
            var changed = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            Assert.Null(PreviewToken.Read(changed, s_key, s_now));
        }
    }

    [Fact]
    public void Read_OtherKey_IsRefused() =>
        Assert.Null(PreviewToken.Read(new PreviewToken("/a/", s_now.AddDays(7)).Sign(s_key), [.. s_key.Reverse()], s_now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("é.1.é")]
    [InlineData("L2Ev.99999999999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Read_AnythingElse_IsRefused(string? text) => Assert.Null(PreviewToken.Read(text, s_key, s_now));

    [Fact]
    public void Read_VeryLongText_IsRefused() => Assert.Null(PreviewToken.Read(new string('a', 100_000) + ".1.a", s_key, s_now));
}
