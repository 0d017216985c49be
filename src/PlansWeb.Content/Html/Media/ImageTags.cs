using System.Globalization;
using AngleSharp.Dom;
using PlansWeb.Content.Site;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Prepares images: their size, so that nothing moves while they load; only what is seen is loaded; smaller versions where there are any.
/// What a writer says by hand stays.
/// </summary>
internal static class ImageTags
{
    private const string Width = "width";
    private const string Height = "height";

    // As wide as a column of text gets.
    private const int WidestColumn = 800;

    /// <summary>Prepares the images of a body that are files of the content folder.</summary>
    /// <param name="body">The body.</param>
    /// <param name="files">The files.</param>
    /// <param name="isOwnOnly">Only those that the site itself wrote.</param>
    public static void Prepare(IElement body, LocalFiles files, bool isOwnOnly = false)
    {
        var isFirst = true;
        foreach (var image in body.QuerySelectorAll("img").ToArray())
        {
            // Asked for in any case: a page depends on the files that it names.
            var file = files.Find(image.GetAttribute("src"));
            var isOwn = image.HasAttribute(Shortcodes.ImageMark);
            image.RemoveAttribute(Shortcodes.ImageMark);
            if (file is not null && (isOwn || !isOwnOnly))
            {
                Prepare(image, file, isFirst);
            }

            isFirst = false;
        }
    }

    private static void Prepare(IElement image, ContentFile file, bool isFirst)
    {
        // The first may be in the first window: it is not held back.
        if (!isFirst)
        {
            SetDefault(image, "loading", "lazy");
        }

        SetDefault(image, "decoding", "async");
        if (file.Image is { } info)
        {
            SetSize(image, info);
            Offer(image, file);
        }
    }

    private static void SetSize(IElement image, ImageInfo info)
    {
        var (width, height) = (image.GetAttribute(Width), image.GetAttribute(Height));
        if (width is null && height is null)
        {
            image.SetAttribute(Width, Pixels(info.Width));
            image.SetAttribute(Height, Pixels(info.Height));
        }
        else if (height is null && int.TryParse(width, CultureInfo.InvariantCulture, out var w) && w > 0)
        {
            image.SetAttribute(Height, Pixels(Math.Max(1, (int)Math.Round((double)w * info.Height / info.Width))));
        }
        else if (width is null && int.TryParse(height, CultureInfo.InvariantCulture, out var h) && h > 0)
        {
            image.SetAttribute(Width, Pixels(Math.Max(1, (int)Math.Round((double)h * info.Width / info.Height))));
        }
    }

    // In `picture`, so that a browser that knows neither format takes the original.
    private static void Offer(IElement image, ContentFile file)
    {
        var widths = ImageVariant.Widths(file);
        if (widths.Count == 0 || image.HasAttribute("srcset") || image.ParentElement is not { } parent || (parent.LocalName == "picture" && parent.ChildElementCount > 1))
        {
            return;
        }

        var shown = int.TryParse(image.GetAttribute(Width), CultureInfo.InvariantCulture, out var width) && width > 0 ? width : file.Image!.Width;
        var column = Pixels(Math.Min(shown, WidestColumn));
        var document = image.Owner!;
        var picture = parent.LocalName == "picture" ? parent : document.CreateElement("picture");
        if (picture != parent)
        {
            parent.ReplaceChild(picture, image);
        }

        foreach (var format in (ImageFormat[])[ImageFormat.Avif, ImageFormat.Webp])
        {
            var source = document.CreateElement("source");
            source.SetAttribute("type", format == ImageFormat.Avif ? "image/avif" : "image/webp");
            source.SetAttribute("srcset", string.Join(", ", widths.Select(each => $"{new ImageVariant(file.Hash, each, format).Href} {Pixels(each)}w")));
            source.SetAttribute("sizes", $"(min-width: {column}px) {column}px, 100vw");
            picture.AppendChild(source);
        }

        picture.AppendChild(image);
    }

    private static void SetDefault(IElement element, string name, string value)
    {
        if (!element.HasAttribute(name))
        {
            element.SetAttribute(name, value);
        }
    }

    private static string Pixels(int number) => number.ToString(CultureInfo.InvariantCulture);
}
