namespace PlansWeb.Pages.Weight;

/// <summary>Registers the scales.</summary>
internal static class WeightSetup
{
    /// <summary>Adds what pages are weighed with.</summary>
    public static IServiceCollection AddPageWeight(this IServiceCollection services) =>
        services.AddSingleton<AssetSizes>().AddSingleton<PageWeigher>();

    /// <summary>Whoever sends the page will weigh it, so that a layout may write <see cref="PageWeigher.Marker"/>.</summary>
    public static void WillBeWeighed(this HttpContext context, PageWeigher weigher) => context.Features.Set(weigher);

    /// <summary>Somebody will put a weight in the place of <see cref="PageWeigher.Marker"/>.</summary>
    public static bool IsWeighed(this HttpContext context) => context.Features.Get<PageWeigher>() is not null;
}
