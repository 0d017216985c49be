using Microsoft.Net.Http.Headers;
using PlansWeb.Images;
using PlansWeb.Store;

namespace PlansWeb.Pages;

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

    private static Task Send(HttpContext context, string name, ImageFolder folder, ImageQueue queue)
    {
        var snapshot = context.Snapshot();
        if (ImageVariant.Parse(name) is not { } variant
            || (snapshot.FindImage(variant.Hash) ?? queue.FindReplaced(variant.Hash, snapshot)) is not { } image || !ImageVariant.All(image).Contains(variant))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var (path, format, isFinal) = folder.Find(variant);
        if (path is not null)
        {
            context.Response.Headers.CacheControl = isFinal ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.File(
                path, format == ImageFormat.Avif ? "image/avif" : "image/webp",
                entityTag: new EntityTagHeaderValue($"\"{(variant with { Format = format }).Name}\""), enableRangeProcessing: true).ExecuteAsync(context);
        }

        if (snapshot.FindImage(variant.Hash) is null)
        {
            // Its bytes are not there any more.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // No gain, or not made yet: asked for again until it is, which costs a 304 and not the bytes.
        return ContentFiles.Send(context, image, isFinal ? ContentFiles.AnHour : "no-cache");
    }
}
