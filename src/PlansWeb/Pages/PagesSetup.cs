using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace PlansWeb.Pages;

/// <summary>Registers the public pages.</summary>
internal static class PagesSetup
{
    /// <summary>Adds Razor Pages, with an encoder that leaves French letters as they are: an « é » is two bytes, not eight.</summary>
    public static IServiceCollection AddSitePages(this IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(static options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages();
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateOnStart();
        services.AddOptions<SecurityOptions>().BindConfiguration("Security").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        services.AddSingleton(static provider => SiteOptionsValidator.Address(provider.GetRequiredService<IOptions<SiteOptions>>().Value));
        services.AddSingleton<SiteContact>();
        services.AddHostedService<SiteAddressWarning>();

        // Razor Pages brings data protection for forms that are posted. Nothing is posted here: no key may be written to disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services;
    }

    /// <summary>Maps the pages; the stylesheet's address in them carries its fingerprint.</summary>
    public static IEndpointConventionBuilder MapSitePages(this WebApplication app) =>
        app.MapRazorPages().WithStaticAssets();
}
