using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>Registers the plans of the administrations.</summary>
internal static class PlansSetup
{
    /// <summary>Makes each snapshot carry a <see cref="PlanBook"/> and a <see cref="Register"/>.</summary>
    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddSingleton<ISnapshotPart, PlanBookBuilder>().AddSingleton<ISnapshotPart, RegisterBuilder>();
}
