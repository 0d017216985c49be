using Microsoft.AspNetCore.Http.Timeouts;

namespace PlansWeb.Hosting;

/// <summary>
/// Ends requests that wait too long. Only searches can: they queue for their turn. A page comes out of memory, or is rendered without waiting for
/// anything but the shared cache, which has limits of its own; a clock for each of those requests would be all cost.
/// </summary>
internal static class TimeLimit
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>Sets the limit and what is answered at its end.</summary>
    public static IServiceCollection AddTimeLimit(this IServiceCollection services) => services.AddRequestTimeouts(static options =>
        options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = s_limit,
            WriteTimeoutResponse = static context => ErrorPage.Write(
                context, StatusCodes.Status503ServiceUnavailable, static () => (Texts.TooManyTitle, Texts.TooManyLead, Texts.ErrorAdvice)),
        });
}
