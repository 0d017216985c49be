using System.Globalization;
using System.Xml;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Html.Media.Headers;

/// <summary>
/// SVG: the <c>width</c> and <c>height</c> of its root. One that only has a <c>viewBox</c> fills the room that it is given, which a size in
/// the page would change.
/// </summary>
internal static class SvgHeader
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        // Nothing is fetched and nothing is expanded.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 1_000_000,
    };

    /// <summary>Reads the root element.</summary>
    /// <exception cref="XmlException">It is not XML.</exception>
    public static ImageInfo? Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, s_settings);
        return reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "svg"
            && Pixels(reader.GetAttribute("width")) is { } width && Pixels(reader.GetAttribute("height")) is { } height
                ? new ImageInfo(width, height)
                : null;
    }

    private static int? Pixels(string? length)
    {
        var text = length.AsSpan().Trim();
        text = text.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0.5 and < 100_000
            ? (int)Math.Round(number)
            : null;
    }
}
