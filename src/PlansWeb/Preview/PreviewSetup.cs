using Microsoft.Extensions.Options;

namespace PlansWeb.Preview;

/// <summary>Registers previews.</summary>
internal static class PreviewSetup
{
    /// <summary>Reads the settings under <c>Preview</c>; a key that is none stops the start.</summary>
    public static IServiceCollection AddPreviews(this IServiceCollection services)
    {
        // The value itself is a secret and is not repeated.
        services.AddOptions<PreviewOptions>().BindConfiguration("Preview")
            .Validate(
                static options => string.IsNullOrEmpty(options.Key) || PreviewOptions.Decode(options.Key) is not null,
                $"Preview:Key doit être un secret d’au moins {PreviewOptions.FewestKeyBytes} octets, en base64 (par exemple : openssl rand -base64 32).")
            .ValidateOnStart();
        services.AddSingleton<PreviewSnapshots>();
        return services;
    }

    /// <summary>Shows the branch of a preview link to whoever has it. Without a key there is nothing in the pipeline.</summary>
    public static IApplicationBuilder UsePreviews(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<PreviewOptions>>().Value.Key is { Length: > 0 } key
            ? app.UseMiddleware<PreviewMiddleware>(PreviewOptions.Decode(key)!)
            : app;
}
