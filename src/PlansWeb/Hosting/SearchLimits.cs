using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PlansWeb.Pages;

namespace PlansWeb.Hosting;

/// <summary>
/// Limits searches and filtered lists, the only answers that cost a calculation each time: so many per second from one address, so many at once in all. Addresses
/// are kept in memory for seconds, and are written nowhere. Pages are never limited: they come out of the cache.
/// </summary>
internal static class SearchLimits
{
    private const string SearchPath = "/recherche";
    private const int Burst = 5;

    /// <summary>Sets the limits, and what is answered beyond them: 429.</summary>
    public static IServiceCollection AddSearchLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(static options => options.OnRejected = static async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            await ErrorPage.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, static () => (Texts.TooManyTitle, Texts.TooManyLead, Texts.ErrorAdvice));
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>, IHostApplicationLifetime>(static (options, limits, lifetime) =>
        {
            var limiter = Create(limits.Value.SearchesPerSecond);
            options.GlobalLimiter = limiter;
            lifetime.ApplicationStopped.Register(limiter.Dispose);
        });
        return services;
    }

    /// <summary>Refuses a search too many: one program could take the processors from all readers. Other requests do not pass here.</summary>
    public static IApplicationBuilder UseSearchLimits(this IApplicationBuilder app) => app.UseWhen(
        static context => context.Request.Path.StartsWithSegments(SearchPath, StringComparison.OrdinalIgnoreCase) || context.QueryVariant() is null,
        static searches => searches.UseRequestTimeouts().UseRateLimiter());

    private static PartitionedRateLimiter<HttpContext> Create(int perSecond) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Network(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * Burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        })),
        PartitionedRateLimiter.Create<HttpContext, int>(static _ => RateLimitPartition.GetConcurrencyLimiter(0, static _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = 2 * Environment.ProcessorCount,
            QueueLimit = 64,
        })));

    // One subscriber has a whole /64 of IPv6 addresses.
    private static string Network(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
