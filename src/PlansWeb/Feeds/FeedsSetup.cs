using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>Registers the documents for machines.</summary>
internal static class FeedsSetup
{
    /// <summary>Makes each snapshot carry a <see cref="DocumentShelf"/>.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services.AddSingleton<ISnapshotPart, DocumentShelfBuilder>();
}
