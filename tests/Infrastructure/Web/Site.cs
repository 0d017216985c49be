using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>The whole site in memory, over a content folder.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly string _content;
    private readonly Action<IWebHostBuilder>? _configure;

    /// <summary>Makes a site over a folder; it starts at the first request.</summary>
    /// <param name="content">Absolute path of the content folder.</param>
    /// <param name="configure">Further settings of the host.</param>
    public Site(string content, Action<IWebHostBuilder>? configure = null)
    {
        _content = content;
        _configure = configure;
        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = false;
    }

    internal PageStore Store => Services.GetRequiredService<PageStore>();

    internal ContentLoader Loader => Services.GetRequiredService<ContentLoader>();

    /// <summary>Reads the folder again and publishes it, as a change on disk does.</summary>
    internal void Reload() => Store.Publish(Loader.Load(_content));

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSolutionRelativeContentRoot(".", "PlansWeb.sln");
        builder.UseSetting("Content:Path", _content);

        // What readers get; tests of what editors see ask for Development. The files of an unpublished build are found all the same, and the
        // container is checked as Development does.
        builder.UseEnvironment("Production");
        builder.UseStaticWebAssets();
        builder.UseDefaultServiceProvider(static options =>
        {
            options.ValidateScopes = true;
            options.ValidateOnBuild = true;
        });

        // Tests say when the folder is read again; those that are about watching turn it on.
        builder.UseSetting("Content:Watch", "off");

        // Those that are about the check in the background turn it on.
        builder.UseSetting("Content:Check", "false");

        // Static files as a published site sends them: compressed at build. The development server compresses them badly, on the fly.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        _configure?.Invoke(builder);
    }
}
