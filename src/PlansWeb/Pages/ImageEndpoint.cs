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
        app.MapMethods(ImageVariant.Folder + "{name}", [HttpMethods.Get, HttpMethods.Head], context => Send(context, (string)context.Request.RouteValues["name"]!, folder));
    }

    private static Task Send(HttpContext context, string name, ImageFolder folder)
    {
        if (ImageVariant.Parse(name) is not { } variant)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var (path, format, isFinal) = folder.Find(variant);
        var image = context.Snapshot().FindImage(variant.Hash);
        if (path is not null)
        {
            context.ForOtherSites();
            context.Response.Headers.CacheControl = isFinal ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.File(
                path, format == ImageFormat.Avif ? "image/avif" : "image/webp",
                entityTag: new EntityTagHeaderValue($"\"{(variant with { Format = format }).Name}\""), enableRangeProcessing: true).ExecuteAsync(context);
        }

        if (image is null || !ImageVariant.All(image).Contains(variant))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // No gain, or not made yet: asked for again until it is, which costs a 304 and not the bytes.
        return ContentFiles.Send(context, image, isFinal ? ContentFiles.AnHour : "no-cache");
    }
}
