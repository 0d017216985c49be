using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;

namespace PlansWeb.Content.Tests.Files;

public sealed class TextDecoderTests
{
    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("")]
    [InlineData("Été 🌱\r\n")]
    public void Decode_Utf8_GivesTheTextWithoutFault(string text)
    {
        Assert.Equal(new DecodedText(text, null), TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(new DecodedText(text, null), TextDecoder.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decode_Utf16WithMark_GivesTheTextAndAFault(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        var decoded = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("---\ntitle: été\n---\n")]);

        Assert.Equal("---\ntitle: été\n---\n", decoded.Text);
        AssertFault((1, 1), "UTF-16", decoded);
        Assert.False(decoded.IsRefused);
    }

    [Fact]
    public void Decode_Windows1252_GivesTheTextAndWhereItWasTold()
    {
        var text = "---\ntitle: L’été – à 5 €\n---\nŒuvre\n";

        var decoded = TextDecoder.Decode(s_windows1252.GetBytes(text));

        Assert.Equal(text, decoded.Text);
        AssertFault((2, 9), "Windows-1252, et non en UTF-8 (premier octet concerné\u00A0: 12)", decoded);
    }

    [Fact]
    public void Decode_OneLineOfWindows1252InUtf8_KeepsTheAccentsOfBoth()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("é à ü 🌱\nx"), 0xE9, .. Encoding.UTF8.GetBytes("y\n")];

        var decoded = TextDecoder.Decode(bytes);

        Assert.Equal("é à ü 🌱\nxéy\n", decoded.Text);
        AssertFault((2, 2), "comme le reste du fichier (premier octet concerné\u00A0: 15)", decoded);
    }

    [Fact]
    public void Decode_Windows1252BehindAUtf8Mark_CountsTheMarkInTheOffset() =>
        AssertFault((1, 2), "(premier octet concerné\u00A0: 4)", TextDecoder.Decode([0xEF, 0xBB, 0xBF, (byte)'a', 0xE9]));

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'b' }, 1)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, 0, 0 }, 4)]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0 }, 8)]
    public void Decode_NulBytes_RefusesTheFile(byte[] bytes, int offset)
    {
        var decoded = TextDecoder.Decode(bytes);

        Assert.True(decoded.IsRefused);
        Assert.Equal("", decoded.Text);
        AssertFault((0, 0), $"octets nuls (premier octet concerné\u00A0: {offset})", decoded);
    }

    private static void AssertFault((int Line, int Column) place, string message, DecodedText decoded)
    {
        Assert.Equal((DiagnosticRules.Encoding, place), (decoded.Fault!.Rule, (decoded.Fault.Line, decoded.Fault.Column)));
        Assert.Contains(message, decoded.Fault.Message, StringComparison.Ordinal);
    }
}
