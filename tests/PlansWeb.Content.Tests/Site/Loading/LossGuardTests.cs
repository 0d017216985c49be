using System.Globalization;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

/// <summary>Which loads are kept back for what they would lose.</summary>
public sealed class LossGuardTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly SiteBuilder _site = new();
    private readonly SiteBuilder _kept = new();

    public void Dispose()
    {
        _site.Dispose();
        _kept.Dispose();
    }

    // Lost pages of forty.
    [Theory]
    [InlineData("delete 9", null)]
    [InlineData("delete 8", null)]
    [InlineData("delete 10", 10)]
    [InlineData("delete 40", 40)]
    [InlineData("rename 12", 12)]
    [InlineData("redirect 12", null)]
    [InlineData("gone 12", null)]
    [InlineData("draft 20", null)]
    [InlineData("expire 20", null)]
    [InlineData("plan 20", null)]
    [InlineData("case 20", null)]
    [InlineData("draft parent", null)]
    [InlineData("draft 20 and delete 9", null)]
    [InlineData("draft 20 and delete 10", 10)]
    public void Refusal_Change_KeepsBackOnlyWhatLosesAddresses(string change, int? lost)
    {
        Write(40);
        var before = Snapshot(Load());
        foreach (var (what, number) in change.Split(" and ").Select(static part => (part.Split(' ')[0], part.Split(' ')[1])))
        {
            if (number == "parent")
            {
                _site.WithPage("p-0.md", "title: Page 0\neleventyNavigation:\n  key: haut\ndraft: true");
                continue;
            }

            // Drafts from the end, deleted ones from the beginning.
            var count = int.Parse(number, CultureInfo.InvariantCulture);
            for (var i = what == "draft" ? 40 - count : 0; i < (what == "draft" ? 40 : count); i++)
            {
                var file = Path.Combine(_site.Root, $"p-{i}.md");
                switch (what)
                {
                    case "delete" or "redirect" or "gone":
                        File.Delete(file);
                        break;
                    case "rename":
                        File.Move(file, Path.Combine(_site.Root, $"q-{i}.md"));
                        break;
                    case "case":
                        File.Move(file, Path.Combine(_site.Root, $"P-{i}.md"));
                        break;
                    default:
                        _site.WithPage($"p-{i}.md", $"title: Page {i}\n{(what == "draft" ? "draft: true" : what == "expire" ? "expiryDate: 2026-01-01" : "publishDate: 2027-01-01")}");
                        break;
                }
            }

            if (what is "redirect" or "gone")
            {
                _site.With("_data/redirects.yaml", string.Concat(Enumerable.Range(0, count).Select(i => $"/p-{i}/: {(what == "gone" ? "410" : "/p-39/")}\n")));
            }
        }

        var guard = Guard();
        var content = Load();
        var refusal = guard.Refusal(content, before);

        Assert.Equal(lost is not null, refusal is not null);
        Assert.Equal(lost ?? 0, guard.Lost);
        Assert.Equal(lost is null ? null : content, guard.Waiting);
        if (lost is not null)
        {
            Assert.Contains(content.Version, refusal, StringComparison.Ordinal);
            Assert.Null(Guard(new ContentOptions { ConfirmLoss = content.Version }).Refusal(content, before));
            Assert.NotNull(Guard(new ContentOptions { ConfirmLoss = "0" }).Refusal(content, before));
            Assert.Null(Guard(new ContentOptions { MostLost = 100 }).Refusal(content, before));
        }
    }

    [Fact]
    public void Refusal_SmallShareOfALargeSite_IsTaken()
    {
        Write(100);
        var before = Snapshot(Load());
        for (var i = 0; i < 20; i++)
        {
            File.Delete(Path.Combine(_site.Root, $"p-{i}.md"));
        }

        Assert.Null(Guard().Refusal(Load(), before));
        Assert.NotNull(Guard(new ContentOptions { MostLost = 19 }).Refusal(Load(), before));
    }

    // Page 7 in a load that is not taken, and what becomes of it in the one that stays.
    [Theory]
    [InlineData("p-7.md", "draft: true", "hidden")]
    [InlineData("p-7.md", "expiryDate: 2026-05-01", "hidden")]
    [InlineData("p-7.md", "publishDate: 2120-06-01", "hidden until June")]
    [InlineData("p-7.md", "unlisted: true", "unlisted")]
    [InlineData("p-7.md", "permalink: /ailleurs/\ndraft: true", "hidden")]
    [InlineData("renommee.md", "permalink: /p-7/\ndraft: true", "hidden")]
    [InlineData("haut.md", "draft: true", "hidden")]
    [InlineData("haut.md", "unlisted: true", "unlisted")]
    [InlineData("p-7.md", "draft: false", "public")]
    [InlineData("p-7.md", "publishDate: 2026-05-01", "public")]
    [InlineData("p-8.md", "draft: true", "public")]
    public void HiddenAsIn_ALoadThatIsNotTaken_HidesWhatThatHides(string file, string frontMatter, string expected)
    {
        Write(10);
        _site.WithPage("p-7.md", "title: Page 7\ndraft: false", "![Dessin](sept.png)").With("sept.png", "x").WithPage("p-9.md", "title: Page 9", "{% for page in collections.all %}[{{ page.url }}]{% endfor %}");
        var taken = Load();
        foreach (var gone in Directory.GetFiles(_site.Root, "p-[2-6].md"))
        {
            File.Delete(gone);
        }

        if (file == "renommee.md")
        {
            File.Delete(Path.Combine(_site.Root, "p-7.md"));
        }

        if (file == "haut.md")
        {
            _site.WithPage("p-7.md", "title: Page 7\neleventyNavigation:\n  key: k7\n  parent: dessus", "![Dessin](sept.png)");
        }

        _site.WithPage(file, $"title: Page 7\n{(file == "haut.md" ? "eleventyNavigation:\n  key: dessus\n" : "")}{frontMatter}", "![Dessin](sept.png)");

        var hidden = taken.HiddenAsIn(Load(), s_now);
        var now = Snapshot(hidden);

        Assert.Equal(expected, now.Find("/p-7/") switch
        {
            null => Snapshot(hidden, new DateTimeOffset(2120, 6, 2, 0, 0, 0, TimeSpan.Zero)).Find("/p-7/") is null ? "hidden" : "hidden until June",
            { NoIndex: true } => "unlisted",
            _ => "public",
        });
        Assert.NotNull(now.Find("/p-3/"));
        Assert.Equal(now.Find("/p-7/") is not null, now.FindFile("/sept.png") is not null);
        Assert.Equal(expected == "public", now.Find("/p-9/")!.Body.Value.Contains("[/p-7/]", StringComparison.Ordinal));
        Assert.Equal(expected == "public" && file == "p-7.md", ReferenceEquals(taken, hidden));
    }

    // What a template makes by the dozen follows the pages that it lists.
    [Fact]
    public void Refusal_PagesOfAList_CountOnce()
    {
        Write(40, "tags: [x]");
        _site.WithPage("liste.md", "title: Liste\npagination:\n  data: collections.x\n  size: 1\n  alias: y\npermalink: \"/liste/{{ pagination.pageNumber }}/\"");
        var before = Snapshot(Load());
        Assert.Equal(80, before.Pages.Count);
        for (var i = 0; i < 30; i++)
        {
            _site.WithPage($"p-{i}.md", $"title: Page {i}\ntags: [x]\ndraft: true");
        }

        Assert.Null(Guard().Refusal(Load(), before));
    }

    [Fact]
    public void Taken_NextProcessOnTheSameFolder_KnowsTheAddresses()
    {
        Write(40);
        Guard().Taken(Snapshot(Load()));
        for (var i = 0; i < 20; i++)
        {
            File.Delete(Path.Combine(_site.Root, $"p-{i}.md"));
        }

        var half = Load();
        Assert.NotNull(Guard().Refusal(half, PlansWeb.Content.Site.Snapshot.Empty));
        Assert.Null(new LossGuard(new ContentOptions(), static () => null).Refusal(half, PlansWeb.Content.Site.Snapshot.Empty));

        var guard = Guard();
        guard.Taken(Snapshot(half));
        Assert.Equal((0, null), (guard.Lost, guard.Waiting));
        Assert.Null(Guard().Refusal(half, PlansWeb.Content.Site.Snapshot.Empty));
    }

    [Fact]
    public void Taken_FolderThatCannotBeUsed_IsDoneWithout()
    {
        Write(2);
        var guard = new LossGuard(new ContentOptions(), () => Path.Combine(_kept.Root, "absent"));
        guard.Taken(Snapshot(Load()));

        Assert.Null(guard.Refusal(Load(), PlansWeb.Content.Site.Snapshot.Empty));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_kept.Root));
    }

    private static Snapshot Snapshot(SiteContent content, DateTimeOffset? now = null) => PlansWeb.Content.Site.Snapshot.Create(content, [new NavigationBuilder()], now ?? s_now);

    private LossGuard Guard(ContentOptions? options = null) => new(options ?? new ContentOptions(), () => _kept.Root);

    private SiteContent Load() => _site.Content();

    private void Write(int count, string more = "draft: false")
    {
        for (var i = 0; i < count; i++)
        {
            _site.WithPage($"p-{i}.md", $"title: Page {i}\neleventyNavigation:\n  key: {(i == 0 ? "haut" : "k" + i.ToString(CultureInfo.InvariantCulture))}{(i == 0 ? "" : "\n  parent: haut")}\n{more}");
        }
    }
}
