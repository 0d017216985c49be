using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Hosting;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>What leaves the site by OTLP.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Otlp_EndpointSet_GetsMetricsAndTracesWithoutPersonalData()
    {
        var bodies = new ConcurrentDictionary<string, string>();
        var seen = new SemaphoreSlim(0);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        await using var collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            bodies.AddOrUpdate(kind, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
            seen.Release();
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var site = await SiteProgram.Start(
            1, ["--urls=http://127.0.0.1:0", "--AllowedHosts=*", "--Content:Watch=off"],
            ("OTEL_EXPORTER_OTLP_ENDPOINT", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "300"), ("OTEL_BSP_SCHEDULE_DELAY", "300"));
        site.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "agent-personnel");
        site.Client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "198.51.100.7");
        await site.Get("/recherche/?q=mot-personnel");
        await site.Get("/health/ready");

        while (!(bodies.TryGetValue("traces", out var traces) && traces.Contains("recherche", StringComparison.OrdinalIgnoreCase)
            && bodies.TryGetValue("metrics", out var metrics) && metrics.Contains("plansweb.content.pages", StringComparison.Ordinal) && metrics.Contains("http.server.request.duration", StringComparison.Ordinal)))
        {
            Assert.True(await seen.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }

        var all = string.Concat(bodies.Values);
        Assert.DoesNotContain("personnel", all, StringComparison.Ordinal);
        Assert.DoesNotContain("198.51.100.7", all, StringComparison.Ordinal);
        Assert.DoesNotContain("/health/ready", bodies["traces"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("a", false)]
    [InlineData("a-1", false)]
    public void Number_Version_IsExactInADouble(string version, bool isZero)
    {
        var number = ContentMetrics.Number(version);

        Assert.Equal(isZero, number == 0);
        Assert.Equal(number, (long)(double)number);
        Assert.Equal(number, ContentMetrics.Number(version));
        Assert.NotEqual(number, ContentMetrics.Number(version + "x"));
    }
}
