using NetVips;
using PlansWeb.Content.Site;
using PlansWeb.Images;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Images;

public sealed class VipsConverterTests
{
    [Fact]
    public void Convert_ImageThatTheLibraryWarnsOf_IsALineOfTheLog()
    {
        using var log = new LogLines();
        byte[] jpeg;
        using (var image = (Image.Black(64, 64, bands: 3) + 128).Cast(Enums.BandFormat.Uchar))
        {
            jpeg = image.JpegsaveBuffer();
        }

        // Bytes that belong to nothing, after the first segment (SOI, then a marker and its length): the decoder skips them with a warning.
        var end = 4 + ((jpeg[4] << 8) | jpeg[5]);
        var bytes = (byte[])[.. jpeg[..end], 0x11, 0x22, 0x33, .. jpeg[end..]];

        Assert.NotEmpty(VipsConverter.With(log.CreateLogger("images"))(bytes, new ImageVariant("hash", 32, ImageFormat.Webp)));

        Assert.Contains(log.All, line => line.Category == "images" && line.Text.StartsWith("libvips", StringComparison.Ordinal));
    }
}
