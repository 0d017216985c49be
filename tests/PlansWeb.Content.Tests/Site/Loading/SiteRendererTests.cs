using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

public class SiteRendererTests
{
    [Fact]
    public void Render_PagesThatALoadLeftToBeRendered_AreRenderedSideBySide()
    {
        Assert.SkipWhen(Environment.ProcessorCount == 1, "one processor renders one page after the other");
        using var folder = new SiteBuilder();
        folder.WithPage("a.md", "title: A").WithPage("b.md", "title: B");
        var entries = new ContentFolder(folder.Root).List();
        var reader = new PageReader(new SiteData("content", entries, new HidingKeys(TimeProvider.System)), new PageDates(new GitHistory(folder.Root)), null, new HidingKeys(TimeProvider.System));
        var sources = entries.Select(entry => reader.Read(entry, null).Page!).ToArray();
        using var together = new Barrier(sources.Length);
        var met = new bool[sources.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            var place = i;
            sources[i].Keep(StorePages.Page(sources[i].Url!) with
            {
                Text = new OnDemand<PageBody>(() =>
                {
                    met[place] = together.SignalAndWait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
                    return PageBody.None.Value;
                }),
            });
        }

        var pages = new SiteRenderer(new(typographer: false), new([]), null, new PageMedia(new Dictionary<string, ReadFile>()), sources, sources)
            .Render(default, isLater: false);

        Assert.All(pages, static page => Assert.True(page.Text.IsMade));
        Assert.All(met, Assert.True);
    }
}
