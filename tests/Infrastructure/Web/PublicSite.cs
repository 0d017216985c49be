using Microsoft.AspNetCore.Hosting;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>A site with a public address, over a folder that a test writes.</summary>
public static class PublicSite
{
    /// <summary>The public address.</summary>
    public const string Origin = "https://www.exemple.fr";

    /// <summary>Makes the site.</summary>
    public static Site Over(SiteBuilder folder, Action<IWebHostBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Site(folder.Root, builder =>
        {
            builder.UseSetting("Site:Url", Origin);

            // Pages must not depend on the Host even where any is let in.
            builder.UseSetting("AllowedHosts", "*");
            configure?.Invoke(builder);
        });
    }
}
