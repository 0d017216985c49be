using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Checks a small site as the command does.</summary>
internal static class SiteChecks
{
    public static IReadOnlyList<Diagnostic> Check(this SiteBuilder site) => Check(site.Root);

    public static IReadOnlyList<Diagnostic> Check(string root)
    {
        var content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(root);
        return new SiteChecker(TimeProvider.System).Check(Snapshot.Create(content, [new NavigationBuilder(), new TranslationBuilder(), new UsualPages.Builder(), new RegisterBuilder(), new SearchIndexBuilder()], DateTimeOffset.UtcNow), root);
    }

    public static IEnumerable<string> CheckFor(this SiteBuilder site, DiagnosticRule rule) =>
        site.Check().Where(problem => problem.Rule == rule).Select(problem => problem.Location);
}
