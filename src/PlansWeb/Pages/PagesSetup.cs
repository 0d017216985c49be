using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PlansWeb.Dsfr;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Pages;

/// <summary>Registers the public pages.</summary>
internal static class PagesSetup
{
    /// <summary>Adds Razor Pages; they write with the encoder that kept HTML is made with.</summary>
    public static IServiceCollection AddSitePages(this IServiceCollection services)
    {
        services.AddSingleton(HtmlText.Encoder);
        services.AddRazorPages();
        services.AddRouting(static options =>
        {
            options.SetParameterPolicy<Registre.RegisterRouteConstraint>("registre");
            options.SetParameterPolicy<Registre.RegisterDocumentConstraint>("registrefichier");
        });
        services.AddOptions<SiteOptions>().BindConfiguration("Site");
        services.AddOptions<SecurityOptions>().BindConfiguration("Security");
        services.AddSettings(
            new Setting("Site:Url", Texts.PublicAddressAllowed, SiteOptions.IsUrl) { MayBeEmpty = true },
            new Setting("Site:Contact", Texts.ContactAllowed, SiteContact.IsValid) { MayBeEmpty = true },
            new Setting("Security:Contact", Texts.SecurityContactAllowed, SecurityOptions.IsContact) { MayBeEmpty = true });
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<SiteOptions>>().Value.Address());
        services.AddSingleton<SiteContact>();
        services.AddHostedService<SiteAddressWarning>();

        // Razor Pages brings data protection for forms that are posted. Nothing is posted here: no key may be written to disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();

        // Nor looked for: reading the key ring at the start warns of a file system that is read-only, and nothing ever asks for a key.
        services.Remove(services.Single(static service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService"));
        return services;
    }

    /// <summary>Maps the pages; the stylesheet's address in them carries its fingerprint.</summary>
    public static IEndpointConventionBuilder MapSitePages(this WebApplication app) =>
        app.MapRazorPages().WithStaticAssets();
}
