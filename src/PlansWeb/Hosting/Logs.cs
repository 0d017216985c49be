using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlansWeb.Hosting;

/// <summary>The log: one line of JSON each, in UTC, for the programs that gather them; in Development, lines for people.</summary>
internal static class Logs
{
    /// <summary>Sets how the log is written: to standard output, and nowhere else.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();

        // Each probe of a site that is not ready would be an error here; why it is not stands in the answer, and in the lines about its content.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(static options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss ";
            });
        }
        else
        {
            builder.Logging.AddJsonConsole(static options =>
            {
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

                // Nobody puts these lines into a page: an « é » may stay what it is.
                options.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
    }
}
