using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using PlansWeb.Hosting;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>What those who watch the site see, and where.</summary>
public sealed partial class OpsPortTests
{
    [GeneratedRegex("plansweb_(?!version)[a-z_]+|http_server_[a-z_]+")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"(?m)^http_server_request_duration_seconds_count\{[^}]*\}")]
    private static partial Regex Requests();

    [Fact]
    public void AlertRules_EachAlert_HasARowInOperations()
    {
        var rules = File.ReadAllText(Path.Combine(Repository.Root, ".github", "examples", "prometheus-rules.yaml"));
        var operations = File.ReadAllText(Path.Combine(Repository.Root, "OPERATIONS.md"));

        Assert.All(Regex.Matches(rules, @"alert: (\w+)").Select(match => match.Groups[1].Value), alert => Assert.Contains($"| `{alert}` |", operations, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WithOpsPort_HealthAndMetricsAreThereOnly()
    {
        var port = FreePort();
        using var site = await SiteProgram.Start(2, ["--urls=http://127.0.0.1:0", $"--Ops:Port={port}", "--AllowedHosts=www.example.fr", "--Content:Watch=off", "--Site:Url=https://www.example.fr"]);
        var ops = site.Addresses.ToList().FindIndex(address => address.Port.ToString(CultureInfo.InvariantCulture) == port);
        var main = 1 - ops;

        Assert.Equal(200, await Status(site.Get("/", main, "www.example.fr")));
        Assert.Equal(200, await Status(site.Get("/", main, "www.example.fr")));
        Assert.Equal(404, await Status(site.Get("/", ops)));
        Assert.Equal(404, await Status(site.Get("/health/ready", main, "www.example.fr")));
        Assert.Equal(404, await Status(site.Get("/metrics", main, "www.example.fr")));
        Assert.Equal(200, await Status(site.Get("/health/live", ops, "10.1.2.3")));
        var ready = await site.Get("/health/ready", ops, "10.1.2.3");
        Assert.Equal(200, (int)ready.StatusCode);
        Assert.Contains("\"contentVersion\":", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var response = await site.Get("/metrics", ops);
        var metrics = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.All(
            [
                "http_server_request_duration_seconds_bucket", "kestrel_active_connections", "plansweb_cache_lookups_total", "plansweb_cache_shared_state",
                "plansweb_content_version", "plansweb_content_pages", "plansweb_content_problems", "plansweb_content_load_duration_seconds_count",
                "plansweb_content_stale", "dotnet_gc_collections_total", "dotnet_process_memory_working_set_bytes",
            ],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.Contains("result=\"memory\"", metrics, StringComparison.Ordinal);

        // What the alert rules ask for is there from the start: increase() misses a series that appears with its first event.
        var rules = await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".github", "examples", "prometheus-rules.yaml"), TestContext.Current.CancellationToken);
        Assert.All(Instrument().Matches(rules).Select(match => match.Value).Distinct(), name => Assert.Matches($"(?m)^{name}[ {{]", metrics));
        Assert.All(
            ["plansweb_content_load_failures_total", "plansweb_cache_shared_changes_total", "plansweb_cache_shared_damaged_total"],
            name => Assert.Matches($"(?m)^{name}({{[^}}]*}})? 0( |$)", metrics));

        // Answered from memory, by a page, by nothing, by health: each request has a route.
        var requests = Requests().Matches(metrics).Select(match => match.Value).ToArray();
        Assert.All(requests, series => Assert.Contains("http_route=\"", series, StringComparison.Ordinal));
        Assert.All(["/health/live", "/health/ready", "none"], route => Assert.Contains(requests, series => series.Contains($"http_route=\"{route}\"", StringComparison.Ordinal)));
        Assert.Contains("severity=\"warning\"", metrics, StringComparison.Ordinal);

        // The probe of an image without a shell finds it by the settings.
        Assert.Equal(0, (await SiteProgram.Run("health", $"--url=http://127.0.0.1:{port}")).Status);
    }

    [Fact]
    public async Task Get_WithoutOpsPort_HealthIsOnTheMainPortAndMetricsNowhere()
    {
        using var site = await SiteProgram.Start(1, ["--urls=http://127.0.0.1:0", "--AllowedHosts=www.example.fr", "--Content:Watch=off"]);

        Assert.Equal(200, await Status(site.Get("/health/ready")));
        Assert.Equal(400, await Status(site.Get("/")));
        Assert.Equal(404, await Status(site.Get("/metrics", host: "www.example.fr")));
        Assert.Equal(0, (await SiteProgram.Run("health", $"--url={site.Addresses[0]}")).Status);
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:8080")]
    [InlineData("http_ports=9000", "http://127.0.0.1:9000")]
    [InlineData("http_ports=9000;9001", "http://127.0.0.1:9000")]
    [InlineData("urls=http://*:9000", "http://127.0.0.1:9000")]
    [InlineData("urls=http://+:9000", "http://127.0.0.1:9000")]
    [InlineData("urls=http://0.0.0.0:9000", "http://127.0.0.1:9000")]
    [InlineData("urls=http://[::]:9000", "http://127.0.0.1:9000")]
    [InlineData("urls=https://localhost:9001;http://localhost:9000", "http://localhost:9000")]
    [InlineData("urls=http://localhost:9000&Ops:Port=9090", "http://127.0.0.1:9090")]
    public void ProbeAddress_Settings_IsWhereHealthAnswers(string? settings, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection((settings?.Split('&') ?? []).Select(static setting => KeyValuePair.Create(setting.Split('=')[0], (string?)setting.Split('=')[1]))).Build();

        Assert.Equal(expected, OpsPort.ProbeAddress(configuration));
    }

    private static async Task<int> Status(Task<HttpResponseMessage> response) => (int)(await response).StatusCode;

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
