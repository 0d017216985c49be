using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>The published site as a process of its own, on a port that the system chose, until it is disposed.</summary>
public sealed partial class SiteProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Lazy<Task<IReadOnlyList<CrawledPage>>> _pages;

    private SiteProcess(Process process, IReadOnlyList<Uri> addresses, IEnumerable<string> others)
    {
        _process = process;
        Addresses = addresses;
        Client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = { RemoteCertificateValidationCallback = TestCertificate.IsOurs },
        })
        { BaseAddress = addresses[0] };
        _pages = new(() => SiteCrawl.Crawl(Client, others));
    }

    /// <summary>Asks the site; redirects are not followed, bodies not decompressed.</summary>
    public HttpClient Client { get; }

    /// <summary>All addresses that the site listens at, in the order in which they were asked for.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>Where the site answers.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>All pages of the site, read once.</summary>
    public Task<IReadOnlyList<CrawledPage>> Pages => _pages.Value;

    /// <summary>Starts the site over a content folder and waits until it is ready.</summary>
    /// <param name="folder">The published site.</param>
    /// <param name="content">The content folder.</param>
    /// <param name="others">Addresses of pages that no link leads to.</param>
    public static Task<SiteProcess> Start(string folder, string content, params IEnumerable<string> others) =>
        Start(folder, content, ["http://127.0.0.1:0"], [], others);

    /// <summary>Starts the site with TLS and the settings of a public one, and waits until it is ready.</summary>
    /// <param name="folder">The published site.</param>
    /// <param name="content">The content folder.</param>
    public static Task<SiteProcess> StartPublic(string folder, string content) => StartSecure(
        folder, content, ["https://127.0.0.1:0"], ("Site__Url", "https://www.exemple.fr"), ("Site__Contact", "contact@exemple.fr"), ("AllowedHosts", "*"));

    /// <summary>Starts the site with TLS, on IPv4 and IPv6, and waits until it is ready.</summary>
    /// <param name="folder">The published site.</param>
    /// <param name="content">The content folder.</param>
    public static Task<SiteProcess> StartSecure(string folder, string content) => StartSecure(folder, content, ["https://127.0.0.1:0", "https://[::1]:0"]);

    private static async Task<SiteProcess> StartSecure(string folder, string content, string[] urls, params (string Key, string Value)[] settings)
    {
        var certificate = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(certificate, TestCertificate.Pfx);
        return await Start(
            folder, content, urls,
            [("Kestrel__Certificates__Default__Path", certificate), ("Kestrel__Certificates__Default__Password", TestCertificate.Password), .. settings], []);
    }

    private static async Task<SiteProcess> Start(
        string folder, string content, string[] urls, (string Key, string Value)[] settings, IEnumerable<string> others)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "PlansWeb.dll"), "--urls", string.Join(';', urls)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["Content__Path"] = content;
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

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

        using var patience = new CancellationTokenSource(s_patience);
        var addresses = new List<Uri>();
        SiteProcess? site = null;
        try
        {
            // The site is asked anew whenever it says something: no clock.
            await foreach (var line in lines.Reader.ReadAllAsync(patience.Token))
            {
                if (site is null && Listening().Match(line) is { Success: true } match)
                {
                    addresses.Add(new Uri(match.Groups["address"].Value));
                    site = addresses.Count == urls.Length ? new SiteProcess(process, addresses, others) : null;
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

    [GeneratedRegex(@"(?<address>https?://(127\.0\.0\.1|\[::1\]):[1-9]\d*)")]
    private static partial Regex Listening();
}
