using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Site;

namespace PlansWeb.Benchmarks;

/// <summary>A page of a site of 1,000, asked of the whole site in memory, without sockets.</summary>
[MemoryDiagnoser]
public class PageBenchmarks : IDisposable
{
    private const int RendersInARow = 64;

    private readonly string[] _paths = new string[RendersInARow];
    private MadeContent _folder = null!;
    private SiteHost _host = null!;
    private HttpClient _client = null!;
    private PageStore _store = null!;
    private SiteContent _content = null!;
    private int _version;
    private int _next;

    /// <summary>Starts the site.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _folder = new MadeContent(1_000);
        _content = _folder.Load();
        _host = new SiteHost(_folder.Folder);
        _client = _host.CreateClient();
        _client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        _store = _host.Services.GetRequiredService<PageStore>();
        for (var i = 0; i < RendersInARow; i++)
        {
            _paths[i] = _content.Pages[i * 10].Href;
        }
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _client.Dispose();
        _host.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another version: nothing that is cached can be used.</summary>
    [IterationSetup(Target = nameof(Miss))]
    public void Forget()
    {
        _next = 0;
        _store.Publish(_content with { Version = $"v{++_version}" });
    }

    /// <summary>A page that is rendered, compressed and kept.</summary>
    [Benchmark(OperationsPerInvoke = RendersInARow)]
    public async Task Miss()
    {
        while (_next < RendersInARow)
        {
            await _client.GetByteArrayAsync(new Uri(_paths[_next++], UriKind.Relative));
        }
    }

    /// <summary>A page that is cached.</summary>
    [Benchmark]
    public Task<byte[]> Hit() => _client.GetByteArrayAsync(new Uri(_paths[0], UriKind.Relative));

    private sealed class SiteHost(string content) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSolutionRelativeContentRoot(".", "PlansWeb.sln");
            builder.UseSetting("Content:Path", content);
            builder.UseSetting("Content:Watch", "off");
            builder.UseSetting("Logging:LogLevel:Default", "Error");
        }
    }
}
