using PlansWeb.Authoring;
using PlansWeb.Caching;
using PlansWeb.Commands;
using PlansWeb.Content.History;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Search;
using PlansWeb.Feeds;
using PlansWeb.Hosting;
using PlansWeb.Images;
using PlansWeb.Pages;
using PlansWeb.Pages.Registre;
using PlansWeb.Pages.Weight;
using PlansWeb.Previews;

if (CommandLine.IsCommand(args))
{
    return await CommandLine.RunAsync(args);
}

return Create(args) is { } site && await site.RunSiteAsync() ? CommandLine.Success : CommandLine.Failure;

/// <summary>The site's entry point, named for the tests' host.</summary>
public partial class Program
{
    /// <summary>Makes the site; nothing runs yet.</summary>
    /// <param name="args">Settings, as on the command line.</param>
    /// <param name="adapt">Changes the services for a host that is no server of the public; <see langword="null"/> where the site is served.</param>
    /// <returns><see langword="null"/> where a setting cannot be right, which was said on standard error then.</returns>
    internal static WebApplication? Create(string[] args, Action<IServiceCollection>? adapt = null)
    {
        if (SiteHost.CreateBuilder(args) is not { } builder)
        {
            return null;
        }

        builder.AddHosting();
        builder.Services
            .AddPageStore()
            .AddNavigation()
            .AddSearch()
            .AddPlans()
            .AddHistory()
            .AddContentLoading()
            .AddImages()
            .AddPreviews()
            .AddPageWeight()
            .AddPageCache()
            .AddSitePages()
            .AddRedaction(builder.Environment);

        // All rooms' settings together, before anything starts.
        if (!builder.CheckSettings())
        {
            return null;
        }

        adapt?.Invoke(builder.Services);
        var app = builder.Build();

        // Around all of this stand, in this order (see AddOuterPipeline): security headers, error page, health and the port for ops, the check of the host.
        app.UseProxies();              // first: address and scheme are the reader's
        if (!app.Environment.IsDevelopment())
        {
            app.UseResponseCache();    // nearly all requests end here: before routing, which they do not need, after the check of the host
        }

        app.UseRouting();
        app.UseAuthentication();       // the site has no users: placed here, or the framework puts both in front of all, cached pages included
        app.UseAuthorization();
        app.UseWellFormedRequests();   // before all that reads an address
        app.UseAllowedMethods();       // before routing's endpoints, which would answer a POST
        app.UseSnapshot();             // before all that asks for a page: one request, one snapshot
        app.UseSearchLimits();
        app.UseRedaction();            // outside all that makes pages, and only in Development
        app.UseAvailability();         // 503 while there is nothing to show
        app.UsePreviews();             // before all that asks for a page: a preview sees another snapshot
        app.UseInterfaceLanguage();    // before all that writes a text around a page, after the snapshot of a preview
        app.UseContentAddresses();     // before the cache: redirects and files are not pages
        app.UsePageCache();
        app.UseErrorPage();            // inside the cache: an error is an answer that is not kept, not an exception for all who wait
        app.UsePageEncoding();         // inside the cache: what is kept is compressed

        app.MapStaticAssets();
        app.MapMachineDocuments().CachePages();
        app.MapRegisterDocuments().CachePages();
        app.MapImages();
        app.MapSitePages().CachePages();
        return app;
    }
}
