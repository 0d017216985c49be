using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Site;
using PlansWeb.Declarations;
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
            options.SetParameterPolicy<SiteMapRouteConstraint>("plandusite");
            options.SetParameterPolicy<Registre.RegisterRouteConstraint>("registre");
            options.SetParameterPolicy<Registre.RegisterDocumentConstraint>("registrefichier");
        });
        services.AddOptions<SiteOptions>().BindConfiguration("Site");
        services.AddOptions<SecurityOptions>().BindConfiguration("Security");
        services.AddSettings(
            new Setting("Site:Url", Texts.PublicAddressAllowed, SiteOptions.IsUrl) { MayBeEmpty = true },
            new Setting("Site:Contact", Texts.ContactAllowed, SiteContact.IsValid) { MayBeEmpty = true },
            Named("Site:Name"), Named("Site:Tagline"), Named("Site:Description"), Named("Site:Organisation"), Named("Site:Licence"), Named("Site:Icon"),
            Setting.WebAddress("Site:LicenceAddress") with { MayBeEmpty = true },
            new Setting("Security:Contact", Texts.SecurityContactAllowed, SecurityOptions.IsContact) { MayBeEmpty = true });
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<SiteOptions>>().Value.Address());
        services.AddSingleton<ISnapshotPart, DeclarationTexts>().AddSingleton<ISnapshotPart, DeclarationPages.Builder>();
        services.AddSingleton(new ViewLinks(isStatic: false));
        services.AddSingleton<Feeds.PageTexts>();
        services.AddHostedService<SiteAddressWarning>();

        // Razor Pages brings data protection for forms that are posted, and makes a key at the start. Nothing is posted here: the key stays in memory,
        // for nothing may be written to a disk that is read-only, nor warned of.
        services.Configure<KeyManagementOptions>(static options =>
        {
            options.XmlRepository = new KeysInMemory();
            options.XmlEncryptor = new NullXmlEncryptor();
        });
        return services;
    }

    private static Setting Named(string key) => new(key, Texts.AnyTextAllowed, static _ => true) { MayBeEmpty = true };

    /// <summary>Maps the pages; the stylesheet's address in them carries its fingerprint.</summary>
    public static IEndpointConventionBuilder MapSitePages(this WebApplication app) =>
        app.MapRazorPages().WithStaticAssets();

    private sealed class KeysInMemory : IXmlRepository
    {
        private readonly ConcurrentQueue<XElement> _keys = new();

        public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys.Select(static key => new XElement(key))];

        public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(new XElement(element));
    }
}
