using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Every section of a real site as one document, and every feed of it.</summary>
public sealed class WholeBranchCorpusTests(CorpusSite corpus) : IClassFixture<CorpusSite>
{
    [Fact]
    public async Task Whole_EverySection_HasAllItsPagesAndNoIdTwice()
    {
        var sections = 0;
        foreach (var index in corpus.Snapshot.Listed)
        {
            var page = await corpus.Client.GetPage(index.Href + "?vue=complete");
            if (page.QuerySelector(".site-contents") is not { } contents)
            {
                continue;
            }

            sections++;
            var own = index.Body.Value.Length == 0 ? [] : Dom.Parse(index.Body.Value).QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            var ids = page.QuerySelectorAll("main [id]").Select(element => element.Id!).ToList();
            Assert.Distinct(ids.Except(own.Where(id => own.Count(other => other == id) > 1)!));
            Assert.All(contents.QuerySelectorAll("a"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        }

        Assert.InRange(sections, 5, 100);
    }
}
