using System.Globalization;
using Microsoft.Net.Http.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;

namespace PlansWeb.Pages;

/// <summary>Sends the images and documents that stand beside the Markdown.</summary>
internal static class ContentFiles
{
    /// <summary>An hour spares visits; an editor's new version of a document is seen within it.</summary>
    public const string AnHour = "public, max-age=3600, must-revalidate";

    /// <summary>
    /// Lets pages of other sites show and read the answer. For what feeds, cards and open data hand out: images, documents, data. Readers of
    /// feeds show the images from an origin of their own, and a page that draws a chart of open data reads it. No cookie is sent along, and
    /// nothing of a preview goes out this way.
    /// </summary>
    public static void ForOtherSites(this HttpContext context)
    {
        if (!context.IsPreview())
        {
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            context.Response.Headers.AccessControlAllowOrigin = "*";
        }
    }

    /// <summary>Sends a file: whole, in ranges, or 304 (RFC 9110, sections 13 and 14).</summary>
    /// <returns>
    /// <see langword="false"/> where the file is not there any more: it was removed and the snapshot does not know it yet. Nothing has been
    /// answered then.
    /// </returns>
    public static Task<bool> Send(HttpContext context, ContentFile file, string cacheControl = AnHour)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl == AnHour && UntilNextChange(context) is { } seconds
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}, must-revalidate")
            : cacheControl;
        context.ForOtherSites();
        if (file.MediaType == "image/svg+xml")
        {
            // An SVG opened by itself is a document: it may draw, but neither run scripts nor fetch anything.
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
        }

        FileStream stream;
        try
        {
            stream = new FileStream(file.PhysicalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            context.Response.Clear();
            return Task.FromResult(false);
        }

        // A file that was replaced, and that the snapshot does not know yet: its bytes have no validator, and no cache keeps them.
        var isSame = stream.Length == file.Length && File.GetLastWriteTimeUtc(stream.SafeFileHandle) == file.LastModified.UtcDateTime;
        headers.CacheControl = isSame ? headers.CacheControl : "no-store";
        return Send(context, Results.Stream(
            stream, file.MediaType, lastModified: isSame ? file.LastModified : null,
            entityTag: isSame ? new EntityTagHeaderValue(file.ETag) : null, enableRangeProcessing: isSame));
    }

    /// <summary>Sends a file that may have been removed since it was looked up.</summary>
    /// <returns><see langword="false"/> where it was. Nothing has been answered then.</returns>
    public static async Task<bool> Send(HttpContext context, IResult file)
    {
        try
        {
            await file.ExecuteAsync(context);
            return true;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException && !context.Response.HasStarted)
        {
            context.Response.Clear();
            return false;
        }
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
