using PlansWeb.Content.Site;

namespace PlansWeb.Pages;

/// <summary>Says once, when the site starts, that it does not know its public address. Whoever develops on it does not need one.</summary>
internal sealed class SiteAddressWarning(SiteAddress site, IHostEnvironment environment, ILogger<SiteAddressWarning> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!site.IsKnown && !environment.IsDevelopment())
        {
            LogMessages.SiteAddressMissing(logger);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
