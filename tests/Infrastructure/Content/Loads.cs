using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Loads a content folder without a host around it.</summary>
internal static class Loads
{
    /// <summary>What a load of the folder gives.</summary>
    public static SiteContent Content(this SiteBuilder site, ContentOptions? options = null) =>
        new ContentLoader(options ?? new ContentOptions(), TimeProvider.System).Load(site.Root);

    /// <summary>The folder as a snapshot with its navigation.</summary>
    public static Snapshot Load(this SiteBuilder site, ContentOptions? options = null) =>
        Snapshot.Create(site.Content(options), [new NavigationBuilder()], default);

    /// <summary>The page of a file.</summary>
    public static ContentPage Page(this Snapshot snapshot, string path) => Assert.Single(snapshot.Pages, page => page.SourcePath == path);

    /// <summary>The places of all problems of a kind, as an editor's program shows them.</summary>
    public static string[] Places(this Snapshot snapshot, DiagnosticRule rule) =>
        [.. snapshot.Problems.Where(problem => problem.Rule == rule).Select(problem => problem.Location)];
}
