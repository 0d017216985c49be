using Microsoft.Extensions.Options;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Previews;

/// <summary>Registers previews.</summary>
internal static class PreviewSetup
{
    /// <summary>Reads the settings under <c>Preview</c>; a key that is none stops the start.</summary>
    public static IServiceCollection AddPreviews(this IServiceCollection services)
    {
        services.AddOptions<PreviewOptions>().BindConfiguration("Preview");
        services.AddSettings(
            new Setting("Preview:Key", Texts.PreviewKeyAllowed(PreviewOptions.FewestKeyBytes), static text => PreviewOptions.Decode(text) is not null) { IsSecret = true, MayBeEmpty = true });
        services.AddSingleton<PreviewSnapshots>();
        return services;
    }

    /// <summary>Shows the branch of a preview link to whoever has it. Without a key there is nothing in the pipeline.</summary>
    public static IApplicationBuilder UsePreviews(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<PreviewOptions>>().Value.Key is { Length: > 0 } key
            ? app.UseMiddleware<PreviewMiddleware>(PreviewOptions.Decode(key)!)
            : app;
}
