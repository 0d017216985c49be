using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>Registers the navigation.</summary>
internal static class NavigationSetup
{
    /// <summary>Makes each snapshot carry a <see cref="NavigationTree"/> and a <see cref="TranslationIndex"/>.</summary>
    public static IServiceCollection AddNavigation(this IServiceCollection services) =>
        services.AddSingleton<ISnapshotPart, NavigationBuilder>().AddSingleton<ISnapshotPart, TranslationBuilder>();
}
