using Microsoft.Net.Http.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;
using PlansWeb.Pages;

namespace PlansWeb.Images;

/// <summary>Answers the addresses of smaller images.</summary>
internal static class ImageEndpoint
{
    /// <summary>Maps them. Only what a page offers, or offered just before, is there: no address makes work.</summary>
    public static void MapImages(this WebApplication app)
    {
        var folder = app.Services.GetRequiredService<ImageFolder>();
        var queue = app.Services.GetRequiredService<ImageQueue>();
        app.MapMethods(ImageVariant.Folder + "{name}", [HttpMethods.Get, HttpMethods.Head], context => Send(context, (string)context.Request.RouteValues["name"]!, folder, queue));
    }

    private static async Task Send(HttpContext context, string name, ImageFolder folder, ImageQueue queue)
    {
        var snapshot = context.Snapshot();
        if (ImageVariant.Parse(name) is { } variant
            && (snapshot.FindImage(variant.Hash) ?? queue.FindReplaced(variant.Hash, snapshot)) is { } image && ImageVariant.All(image).Contains(variant))
        {
            var (path, format, isFinal) = folder.Find(variant);
            if (path is not null)
            {
                context.ForOtherSites();
                context.Response.Headers.CacheControl = isFinal ? "public, max-age=31536000, immutable" : "no-cache";
                if (await ContentFiles.Send(context, Results.File(
                    path, format == ImageFormat.Avif ? "image/avif" : "image/webp",
                    entityTag: new EntityTagHeaderValue($"\"{(variant with { Format = format }).Name}\""), enableRangeProcessing: true)))
                {
                    return;
                }
            }

            // No gain, not made yet, or removed just now: asked for again until it is there, which costs a 304 and not the bytes. An image that was
            // replaced has no original any more.
            if (snapshot.FindImage(variant.Hash) is not null
                && await ContentFiles.Send(context, image, path is null && isFinal ? ContentFiles.AnHour : "no-cache"))
            {
                return;
            }
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
