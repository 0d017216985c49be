using System.IO.Compression;
using System.Text;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>The body of an answer, as tests look at it.</summary>
public static class Answers
{
    /// <summary>The bytes as they were sent.</summary>
    public static Task<byte[]> Bytes(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The text of an answer that is not compressed.</summary>
    public static Task<string> Text(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The text of an answer in any coding that the site sends.</summary>
    public static async Task<string> DecodedText(this HttpResponseMessage response)
    {
        var sent = new MemoryStream(await response.Bytes());
        await using Stream plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
