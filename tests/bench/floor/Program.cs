// What Kestrel reaches by itself: one terminal middleware that writes the bytes and the headers that the site answers with, from a dictionary.
// Arguments: the port, the site's address, and a file with one path a line.
using System.Collections.Frozen;
using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[0]}").ConfigureKestrel(static options => options.AddServerHeader = false);

using var client = new HttpClient { BaseAddress = new Uri(args[1]) };
client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
var answers = new Dictionary<string, (Answer Whole, Answer NotModified)>(StringComparer.Ordinal);
foreach (var path in await File.ReadAllLinesAsync(args[2]))
{
    using var whole = await client.GetAsync(new Uri(path, UriKind.Relative));
    using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", whole.Headers.ETag!.Tag } } };
    using var notModified = await client.SendAsync(request);
    answers[Uri.UnescapeDataString(path)] = (await Answer.Of(whole), await Answer.Of(notModified));
}

var all = answers.ToFrozenDictionary(StringComparer.Ordinal);
var app = builder.Build();
app.Run(context =>
{
    if (!all.TryGetValue(context.Request.Path.Value!, out var answer))
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    return (context.Request.Headers.IfNoneMatch.Count > 0 ? answer.NotModified : answer.Whole).Write(context.Response);
});
await app.RunAsync();

/// <summary>An answer of the site.</summary>
internal sealed record Answer(int Status, KeyValuePair<string, StringValues>[] Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Takes an answer as it came; the server writes its date itself.</summary>
    public static async Task<Answer> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        [.. response.Headers.Concat(response.Content.Headers).Where(static header => header.Key is not ("Date" or "Transfer-Encoding"))
            .Select(static header => KeyValuePair.Create(header.Key, new StringValues(string.Join(", ", header.Value))))],
        await response.Content.ReadAsByteArrayAsync());

    /// <summary>Writes it.</summary>
    public Task Write(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        return Body.Length > 0 ? response.BodyWriter.WriteAsync(Body).AsTask() : Task.CompletedTask;
    }
}
