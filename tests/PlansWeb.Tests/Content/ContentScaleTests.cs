using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>What many pages keep in memory: in a process of its own, whose heap has a ceiling. Growth and times are for the benchmarks.</summary>
public sealed class ContentScaleTests
{
    private const int Pages = 5_000;

    // 64 MiB in hexadecimal. A page that kept what its rendering allocates would need ten times as much.
    private const string MostBytes = "0x4000000";

    [Fact]
    public async Task Check_FiveThousandPages_FitIntoASmallHeap()
    {
        using var site = new SiteBuilder().With("_data/metadata.json", """{ "title": "Site" }""").With("posts/posts.json", """{ "tags": ["posts"] }""")
            .With("_includes/layouts/page.njk", "---\nlang: fr\n---\n");
        for (var i = 0; i < Pages; i++)
        {
            site.WithPage($"posts/page-{i:D5}.md",
                $"layout: layouts/page.njk\ntitle: \"Page {i}\"\ndescription: \"La page {i}.\"\ndate: 2022-04-{(i % 28) + 1:D2}\ntags: [t{i % 10}]\neleventyNavigation:\n  key: k{i}\n" + (i < 10 ? "" : $"  parent: k{i / 10}\n") + $"  order: {i}",
                $"## Titre {i}\n\nLe site {{{{ metadata.title }}}} a **{i}** pages, voir [la page](/posts/page-{i / 2:D5}/) et exemple.fr.\n\n- un\n- deux\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        }

        var (status, output, errors) = await SiteProgram.Run(["check", "--content", site.Root], ("DOTNET_GCHeapHardLimit", MostBytes), ("DOTNET_gcServer", "0"));

        Assert.True(status == 0, string.Join('\n', output.Concat(errors).TakeLast(20)));
    }
}
