using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Caching;

/// <summary>Readers who leave: 10,000 connections cut at random moments while pages are rendered for the first time.</summary>
public sealed class AbortedRequestsTests(ITestOutputHelper output)
{
    private const int Rounds = 25;
    private const int Pages = 40;
    private const int ClientsPerPage = 10;

    private static readonly string[] s_codings = ["br", "gzip", "identity"];

    [Fact]
    public async Task Get_ClientsThatCutDuringMisses_LeaveWholePages()
    {
        using var folder = new SiteBuilder();
        var text = string.Concat(Enumerable.Range(0, 800).Select(i => $"Ligne {i} d’un texte assez long pour plusieurs paquets.\n\n"));
        for (var i = 0; i < Pages; i++)
        {
            folder.WithPage($"p{i}.md", $"title: Page {i}", text);
        }

        // A render of 0 to 3 ms, so that many a client is gone before its end.
        using var gate = new RenderGate { OnRender = static _ => Task.Delay(Random.Shared.Next(4), CancellationToken.None) };
        using var site = new SocketSite(folder.Root, gate.Install);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{site.Port}") };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var pages = 0;
        for (var round = 0; round < Rounds; round++)
        {
            // Another version of the content: nothing is in the cache.
            folder.With("_data/version.json", $"{{\"v\": {round}}}");
            site.Site.Reload();
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Pages * ClientsPerPage), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken },
                async (i, stop) => await Cut(site.Port, $"/p{i % Pages}/", stop));
            for (var i = 0; i < Pages; i++)
            {
                pages += await IsWhole(client, $"/p{i}/", s_codings[(round + i) % s_codings.Length]) ? 1 : 0;
            }
        }

        output.WriteLine($"{Rounds * Pages * ClientsPerPage} clients cut, {gate.Renders} renders, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.Equal(Rounds * Pages, pages);
    }

    private static async ValueTask Cut(int port, string page, CancellationToken stop)
    {
        using var client = new TcpClient { NoDelay = true, LingerState = new LingerOption(true, 0) };
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, stop);
            var coding = s_codings[Random.Shared.Next(s_codings.Length)];
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {page} HTTP/1.1\r\nHost: plans.example.fr\r\nAccept-Encoding: {coding}\r\n\r\n"), stop);
            switch (Random.Shared.Next(3))
            {
                case 0:
                    await Task.Delay(Random.Shared.Next(5), stop);
                    break;
                case 1:
                    await client.GetStream().ReadExactlyAsync(new byte[Random.Shared.Next(1, 400)], stop);
                    break;
                default:
                    // At once.
                    break;
            }
        }
        catch (IOException)
        {
            // Cut by the other side: just as well.
        }
    }

    private static async Task<bool> IsWhole(HttpClient client, string page, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Host = "plans.example.fr";
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        // The hash of the bytes comes first in the validator, that of the headers second.
        var start = $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 12))}.";
        return response.StatusCode == HttpStatusCode.OK && response.Headers.ETag?.Tag.StartsWith(start, StringComparison.Ordinal) == true && body.Length == response.Content.Headers.ContentLength;
    }
}
