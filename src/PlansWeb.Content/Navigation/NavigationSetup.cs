using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>Registers the navigation.</summary>
internal static class NavigationSetup
{
    /// <summary>Makes each snapshot carry a <see cref="NavigationTree"/>, a <see cref="TranslationIndex"/> and its <see cref="UsualPages"/>.</summary>
    public static IServiceCollection AddNavigation(this IServiceCollection services) =>
        services.AddSingleton<ISnapshotPart, NavigationBuilder>().AddSingleton<ISnapshotPart, TranslationBuilder>().AddSingleton<ISnapshotPart, UsualPages.Builder>();
}
