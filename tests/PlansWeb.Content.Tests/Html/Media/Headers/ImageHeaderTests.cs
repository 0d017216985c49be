using System.Text;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Html.Media.Headers;

/// <summary>The size of an image, read from its first bytes.</summary>
public sealed class ImageHeaderTests
{
    private static readonly byte[] s_jpeg = [0xFF, 0xD8, .. Segment(0xE0, new byte[14]), .. Frame(0xC0, 640, 480)];

    /// <summary>Name, media type, bytes, width, height, animated.</summary>
    public static TheoryData<string, string, byte[], int, int, bool> Images => new()
    {
        { "PNG", "image/png", [.. TestImages.PngStart(640, 480), .. TestImages.Chunk("IDAT", [])], 640, 480, false },
        { "PNG animé", "image/png", [.. TestImages.PngStart(640, 480), .. TestImages.Chunk("acTL", new byte[8])], 640, 480, true },
        { "JPEG", "image/jpeg", s_jpeg, 640, 480, false },
        { "JPEG progressif", "image/jpeg", [0xFF, 0xD8, 0xFF, .. Segment(0xC4, new byte[20]), .. Frame(0xC2, 640, 480)], 640, 480, false },
        { "JPEG tourné", "image/jpeg", [0xFF, 0xD8, .. Segment(0xE1, Exif(6)), .. Frame(0xC0, 640, 480)], 480, 640, false },
        { "JPEG retourné", "image/jpeg", [0xFF, 0xD8, .. Segment(0xE1, Exif(3)), .. Frame(0xC0, 640, 480)], 640, 480, false },
        { "GIF", "image/gif", [.. "GIF89a"u8, 0x80, 0x02, 0xE0, 0x01], 640, 480, false },
        { "WebP", "image/webp", [.. Riff("VP8 "), 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x01], 640, 480, false },
        { "WebP sans perte", "image/webp", [.. Riff("VP8L"), 0x2F, 0x7F, 0xC2, 0x77, 0x00, 0, 0, 0, 0, 0], 640, 480, false },
        { "WebP animé", "image/webp", [.. Riff("VP8X"), 0x02, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0], 640, 480, true },
        { "AVIF", "image/avif", [.. Ftyp(), .. Ispe(64, 64), .. Ispe(640, 480)], 640, 480, false },
        { "AVIF tourné", "image/avif", [.. Ftyp(), .. Ispe(640, 480), 0, 0, 0, 9, .. "irot"u8, 1], 480, 640, false },
        { "SVG", "image/svg+xml", Svg("width='640' height='480px'"), 640, 480, false },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public void Read_Image_GivesItsSize(string name, string mediaType, byte[] bytes, int width, int height, bool isAnimated)
    {
        Assert.NotEmpty(name);
        Assert.Equal(new ImageInfo(width, height, isAnimated), Read(bytes, mediaType));
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void Read_CutShortOrOfAnotherFormat_GivesNothingAndNeverThrows(string name, string mediaType, byte[] bytes, int width, int height, bool isAnimated)
    {
        Assert.True(name.Length > 0 && width > 0 && height > 0 | isAnimated);
        for (var length = 0; length < bytes.Length; length++)
        {
            _ = Read(bytes[..length], mediaType);
        }

        Assert.Null(Read(bytes[..8], mediaType));
        Assert.Null(Read(bytes, mediaType == "image/png" ? "image/jpeg" : "image/png"));
    }

    [Theory]
    [InlineData("viewBox='0 0 24 24'")]
    [InlineData("width='100%' height='50'")]
    [InlineData("width='1e9' height='50'")]
    [InlineData("width='-5' height='50'")]
    public void Read_SvgWithoutASizeInPixels_GivesNothing(string attributes) => Assert.Null(Read(Svg(attributes), "image/svg+xml"));

    [Fact]
    public void Read_SvgWithEntities_ExpandsAndFetchesNothing()
    {
        const string Text = "<!DOCTYPE svg [<!ENTITY w SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' width='&w;' height='5'/>";

        Assert.Null(Read(Encoding.UTF8.GetBytes(Text), "image/svg+xml"));
    }

    [Fact]
    public void Read_RandomBytes_NeverThrows()
    {
        var random = new Random(7);
        foreach (var image in Images.Select(row => row.Data))
        {
            for (var i = 0; i < 300; i++)
            {
                var bytes = image.Item3.ToArray();
                for (var change = 0; change < 4; change++)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                _ = Read(bytes, image.Item2);
            }
        }
    }

    private static ImageInfo? Read(byte[] bytes, string mediaType)
    {
        using var stream = new MemoryStream(bytes);
        return ImageHeader.Read(stream, mediaType);
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Frame(byte marker, int width, int height) =>
        Segment(marker, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    private static byte[] Exif(byte orientation) =>
        [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    private static byte[] Riff(string chunk) => [.. "RIFF\0\0\0\0WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), 0, 0, 0, 0];

    private static byte[] Ftyp() => [0, 0, 0, 16, .. "ftypavif\0\0\0\0"u8];

    private static byte[] Ispe(int width, int height) =>
        [0, 0, 0, 20, .. "ispe\0\0\0\0"u8, 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height];

    private static byte[] Svg(string attributes) => Encoding.UTF8.GetBytes($"<?xml version='1.0'?><!-- Dessin --><svg xmlns='http://www.w3.org/2000/svg' {attributes}></svg>");
}
