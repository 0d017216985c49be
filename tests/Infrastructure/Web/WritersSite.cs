using Microsoft.AspNetCore.Hosting;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>The site as those see it who write it on their own computer: in Development.</summary>
public static class WritersSite
{
    /// <summary>Makes the site.</summary>
    public static Site Over(SiteBuilder folder, Action<IWebHostBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Site(folder.Root, builder =>
        {
            builder.UseEnvironment("Development");
            configure?.Invoke(builder);
        });
    }
}
