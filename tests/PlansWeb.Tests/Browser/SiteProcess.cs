using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Browser;

/// <summary>The published site as a process of its own, on a port that the system chose, until it is disposed.</summary>
public sealed partial class SiteProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Lazy<Task<IReadOnlyList<CrawledPage>>> _pages;

    private SiteProcess(Process process, Uri address, IEnumerable<string> others)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        _pages = new(() => SiteCrawl.Crawl(Client, others));
    }

    /// <summary>Asks the site; redirects are not followed, bodies not decompressed.</summary>
    public HttpClient Client { get; }

    /// <summary>Where the site answers.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>All pages of the site, read once.</summary>
    public Task<IReadOnlyList<CrawledPage>> Pages => _pages.Value;

    /// <summary>Starts the site over a content folder and waits until it is ready.</summary>
    /// <param name="folder">The published site.</param>
    /// <param name="content">The content folder.</param>
    /// <param name="others">Addresses of pages that no link leads to.</param>
    public static async Task<SiteProcess> Start(string folder, string content, params IEnumerable<string> others)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "PlansWeb.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["Content__Path"] = content;

        var lines = Channel.CreateUnbounded<string>();
        var log = new ConcurrentQueue<string>();
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        void Read(string? line)
        {
            if (line is not null)
            {
                log.Enqueue(line);
                lines.Writer.TryWrite(line);
            }
        }

        process.OutputDataReceived += (_, data) => Read(data.Data);
        process.ErrorDataReceived += (_, data) => Read(data.Data);
        process.Exited += (_, _) => lines.Writer.TryComplete();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var patience = new CancellationTokenSource(Patience);
        SiteProcess? site = null;
        try
        {
            // The site is asked anew whenever it says something: no clock.
            await foreach (var line in lines.Reader.ReadAllAsync(patience.Token))
            {
                if (site is null && Listening().Match(line) is { Success: true } match)
                {
                    site = new SiteProcess(process, new Uri(match.Groups["address"].Value), others);
                }

                if (site is not null && await site.IsReady(patience.Token))
                {
                    return site;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Said below, with what the process wrote.
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException("The published site did not become ready:\n" + string.Join('\n', log));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<bool> IsReady(CancellationToken cancellationToken)
    {
        using var response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
        return response.IsSuccessStatusCode;
    }

    [GeneratedRegex(@"(?<address>http://127\.0\.0\.1:[1-9]\d*)")]
    private static partial Regex Listening();
}
