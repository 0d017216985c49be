using Microsoft.AspNetCore.Http.Features;

namespace PlansWeb.Hosting;

/// <summary>Takes a response whole, for the rooms that change a page on its way out: its length and its hash are known only then.</summary>
internal static class WholeResponse
{
    // Most pages fit into it at once, in bytes.
    private const int UsualLength = 32 * 1024;

    /// <summary>Has the rest of the pipeline answer into memory. Headers and status are set as it sets them; nothing is sent.</summary>
    /// <param name="next">The rest of the pipeline. What it throws comes out here; in any case what is written afterwards is sent.</param>
    /// <param name="context">The request.</param>
    /// <returns>The body's bytes.</returns>
    public static async Task<ReadOnlyMemory<byte>> Take(RequestDelegate next, HttpContext context)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream(UsualLength);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffer, original));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        finally
        {
            context.Features.Set(original);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
