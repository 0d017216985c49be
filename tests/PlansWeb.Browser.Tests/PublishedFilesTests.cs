using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PlansWeb.Browser.Tests;

/// <summary>What the published site sends besides pages, and how: compressed, named for its content, kept for ever.</summary>
public sealed partial class PublishedFilesTests(PublishedSite published)
{
    private static readonly string[] s_codings = ["br", "gzip", "identity"];

    [Fact]
    [Trait("RGESN", "6.2")]
    public async Task Get_FileOfAPage_IsKeptForEver()
    {
        foreach (var path in await Files())
        {
            using var response = await Get(path, "br");

            Assert.Equal("immutable", response.Headers.CacheControl!.Extensions.Single().Name);
            Assert.InRange(response.Headers.CacheControl.MaxAge!.Value, TimeSpan.FromDays(365), TimeSpan.MaxValue);
        }
    }

    [Fact]
    [Trait("RGESN", "6.3")]
    public async Task Get_FileOfAPage_IsTheSameInEveryCoding()
    {
        foreach (var path in await Files())
        {
            await AssertCodings(path);
        }
    }

    [Fact]
    [Trait("RGESN", "6.3")]
    public async Task Get_AnyPage_IsTheSameInEveryCoding()
    {
        foreach (var page in await (await published.Embedded).Pages)
        {
            await AssertCodings(page.Path);
        }
    }

    [Fact]
    [Trait("RGESN", "6.2")]
    public async Task Get_FileOfAPageAgain_AnswersWithoutABody()
    {
        foreach (var path in (await Files()).Append("/").Append("/publications/"))
        {
            foreach (var coding in s_codings)
            {
                using var first = await Get(path, coding);
                using var again = await Get(path, coding, first.Headers.ETag!.ToString());

                Assert.Equal(304, (int)again.StatusCode);
                Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    [Trait("RGESN", "7.1")]
    public async Task Get_PageAgain_IsServedFromMemory()
    {
        // Lists of several filters, and what follows a list's first page, are computed at each request: their combinations must not fill the cache.
        foreach (var page in (await (await published.Embedded).Pages).Where(
            page => page.Status == 200 && page.Path.Count(character => character == '=') < 2 && !page.Path.Contains("page=", StringComparison.Ordinal)))
        {
            (await Get(page.Path, "br")).Dispose();
            using var again = await Get(page.Path, "br");

            Assert.Contains("hit", string.Join(' ', again.Headers.GetValues("Cache-Status")), StringComparison.Ordinal);
        }
    }

    // Every file that a page loads, by the address that the page gives.
    private async Task<IReadOnlyList<string>> Files()
    {
        var files = (await (await published.Embedded).Pages)
            .SelectMany(page => page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]")).Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.Contains(files, path => path.StartsWith("/css/site.", StringComparison.Ordinal));
        return files;
    }

    private async Task AssertCodings(string path)
    {
        var bodies = new Dictionary<string, byte[]>();
        var tags = new HashSet<string>();
        foreach (var coding in s_codings)
        {
            using var response = await Get(path, coding);
            var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var said = response.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity";

            // What is small may stay as it is; what is compressed is so as it was asked.
            Assert.Equal(body.Length < 1_000 && said == "identity" ? "identity" : coding, said);
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
            bodies[coding] = Plain(said, body);
            if (response.IsSuccessStatusCode)
            {
                Assert.True(tags.Add(response.Headers.ETag!.Tag) || said != coding, $"{path}: two codings share {response.Headers.ETag.Tag}");
            }
        }

        Assert.All(s_codings, coding => Assert.Equal(bodies["identity"], bodies[coding]));
    }

    [GeneratedRegex("cette page pèse [^<]*")]
    private static partial Regex Weight();

    private static byte[] Plain(string coding, byte[] body)
    {
        using var source = new MemoryStream(body);
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var plain = new MemoryStream();
        stream.CopyTo(plain);

        // A page says what it weighs as it was sent, which is another figure in each coding.
        return Encoding.UTF8.GetBytes(Weight().Replace(Encoding.UTF8.GetString(plain.ToArray()), ""));
    }

    private async Task<HttpResponseMessage> Get(string path, string coding, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return await (await published.Embedded).Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
