using System.Globalization;
using Microsoft.Net.Http.Headers;
using PlansWeb.Store;

namespace PlansWeb.Pages;

/// <summary>Sends the images and documents that stand beside the Markdown.</summary>
internal static class ContentFiles
{
    /// <summary>An hour spares visits; an editor's new version of a document is seen within it.</summary>
    public const string AnHour = "public, max-age=3600, must-revalidate";

    /// <summary>Sends a file: whole, in ranges, or 304 (RFC 9110, sections 13 and 14).</summary>
    public static Task Send(HttpContext context, ContentFile file, string cacheControl = AnHour)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl == AnHour && UntilNextChange(context) is { } seconds
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}, must-revalidate")
            : cacheControl;
        if (file.MediaType == "image/svg+xml")
        {
            // An SVG opened by itself is a document: it may draw, but neither run scripts nor fetch anything.
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
        }

        return Results.File(
            file.PhysicalPath, file.MediaType, lastModified: file.LastModified,
            entityTag: new EntityTagHeaderValue(file.ETag), enableRangeProcessing: true).ExecuteAsync(context);
    }

    // A page whose window closes within the hour takes its files with it: no cache may have them longer.
    private static int? UntilNextChange(HttpContext context)
    {
        var until = context.Snapshot().ValidUntil;
        return until != DateTimeOffset.MaxValue && until - context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() is var left && left < TimeSpan.FromHours(1)
            ? Math.Max(0, (int)left.TotalSeconds)
            : null;
    }
}
