using NetVips;
using PlansWeb.Content.Site;

namespace PlansWeb.Images;

/// <summary>
/// Converts images with libvips, which reads only as much of an image as the smaller one needs. The only class that knows the library.
/// </summary>
internal static class VipsConverter
{
    private const int WebpQuality = 78;
    private const int AvifQuality = 55;

    /// <summary>Of 0 (fast) to 9: beyond 3 the encoder takes several times as long for a few per cent.</summary>
    private const int AvifEffort = 3;

    /// <summary>An image that is cut short is an error, not a grey picture. The method's own parameter for this does not reach the PNG reader.</summary>
    private const string FailOnErrors = "fail-on=error";

    private static readonly Lazy<bool> s_isReady = new(Prepare);
    private static volatile ILogger? s_logger;

    /// <summary>The conversion, with what the library says of images in this log: by itself it writes to standard error, in a form of its own.</summary>
    public static ConvertImage With(ILogger logger)
    {
        s_logger = logger;
        return Convert;
    }

    /// <summary>Makes a smaller version, without the data that cameras write: place, owner, thumbnail.</summary>
    /// <exception cref="Exception">The bytes are no image that may be read, or the library is not on this machine.</exception>
    public static byte[] Convert(byte[] image, ImageVariant variant)
    {
        _ = s_isReady.Value;

        // The header once more, by the library's own reading: it decides what is decoded.
        using (var header = Image.NewFromBuffer(image, access: Enums.Access.Sequential))
        {
            if ((long)header.Width * header.Height > ImageVariant.MostPixels)
            {
                throw new InvalidDataException($"{header.Width} × {header.Height} pixels");
            }
        }

        using var smaller = Image.ThumbnailBuffer(
            image, variant.Width, optionString: FailOnErrors, height: 100_000, size: Enums.Size.Down, outputProfile: "srgb");
        return variant.Format == ImageFormat.Avif
            ? smaller.HeifsaveBuffer(q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, keep: Enums.ForeignKeep.None)
            : smaller.WebpsaveBuffer(q: WebpQuality, smartSubsample: true, keep: Enums.ForeignKeep.None);
    }

    private static bool Prepare()
    {
        // One processor, nothing remembered, and no reader of formats that are not offered: libvips knows dozens.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Error | Enums.LogLevelFlags.Critical | Enums.LogLevelFlags.Warning, static (_, _, message) =>
        {
            if (s_logger is { } logger)
            {
                LogMessages.ImageLibrarySaid(logger, message.ReplaceLineEndings(" "));
            }
        });
        Operation.Block("VipsForeignLoad", true);
        Operation.Block("VipsForeignLoadJpeg", false);
        Operation.Block("VipsForeignLoadPng", false);
        Operation.Block("VipsForeignLoadWebp", false);
        return true;
    }
}
