using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Site;
using PlansWeb.Content.Tests.Site;

namespace PlansWeb.Content.Tests.Navigation;

public sealed class NavigationTreeTests
{
    [Fact]
    public void Build_Siblings_AreByOrderThenDateThenPath()
    {
        var date = new DateTimeOffset(2022, 4, 1, 0, 0, 0, TimeSpan.Zero);
        var tree = Tree(
            Page("/z/", key: "z", order: 10, date: date),
            Page("/b/", key: "b", order: 10),
            Page("/a/", key: "a", order: 10),
            Page("/A/", key: "A", order: 10),
            Page("/y/", key: "y", order: 10, date: date.AddDays(-1)),
            Page("/sans/", key: "sans"),
            Page("/moins/", key: "moins", order: -1),
            Page("/demi/", key: "demi", order: 9.5));

        Assert.Equal(["moins", "sans", "demi", "y", "z", "A", "a", "b"], tree.Roots.Select(node => node.Key));
    }

    [Fact]
    public void Build_Titles_FallBackToKeyThenPage()
    {
        var tree = Tree(
            Page("/a/", new NavigationEntry("a", null, "Titre", 1, null, 0)),
            Page("/b/", new NavigationEntry("B", null, null, 2, null, 0)),
            Page("/c/", new NavigationEntry(null, null, null, 3, null, 0)));

        Assert.Equal(["Titre", "B", "Page /c/"], tree.Roots.Select(node => node.Title));
    }

    [Theory]
    [InlineData("actualites", "Page /a/")]
    [InlineData("plansAction-actions", "Page /a/")]
    [InlineData("faq_2", "Page /a/")]
    [InlineData("Actions", "Actions")]
    [InlineData("À propos", "À propos")]
    [InlineData("nos actions", "nos actions")]
    [InlineData("actualités", "actualités")]
    [InlineData("2022", "2022")]
    public void Build_KeyWithoutTitle_IsShownWhereItIsWrittenForPeople(string key, string expected) =>
        Assert.Equal(expected, Tree(Page("/a/", new NavigationEntry(key, null, null, 0, null, 0))).Roots.Single().Title);

    [Theory]
    [InlineData(null, "/%C3%A9t%C3%A9/")]
    [InlineData("", "/%C3%A9t%C3%A9/")]
    [InlineData("/autre/#fin", "/autre/#fin")]
    [InlineData("/réglementations/?a=b", "/r%C3%A9glementations/?a=b")]
    [InlineData("https://exemple.fr/", "https://exemple.fr/")]
    public void Build_Url_ReplacesThePages(string? url, string expected) =>
        Assert.Equal(expected, Tree(Page("/été/", new NavigationEntry("a", null, null, 0, url, 0))).Roots[0].Href);

    [Fact]
    public void Build_KeysAndParents_AreComparedLetterByLetter()
    {
        var tree = Tree(out var problems, Page("/2022/", key: "2022"), Page("/a/", key: "a", parent: "2022"), Page("/b/", key: "b", parent: "A"));

        Assert.Equal(["a"], tree.Roots.Single().Children.Select(node => node.Key));
        Assert.Equal("b.md:7", Assert.Single(problems).Location);
    }

    [Fact]
    public void Build_DuplicateKey_IsReportedAndChildrenStandBelowEach()
    {
        var tree = Tree(out var problems, Page("/a/", key: "k", order: 1), Page("/b/", key: "k", order: 2), Page("/c/", key: "c", parent: "k"));
        var child = tree.Roots[0].Children.Single().Page;

        Assert.Equal(["/c/"], tree.Roots[1].Children.Select(node => node.Page.Url));
        Assert.Equal(["/a/"], tree.Trail(child).Select(step => step.Page.Url));
        var problem = Assert.Single(problems);
        Assert.Equal((DiagnosticRules.NavigationDuplicateKey, "b.md:7"), (problem.Rule, problem.Location));
        Assert.Contains("« a.md »", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_EntryWithoutKeyAndTitle_IsReportedAndHasItsPagesTitle()
    {
        var tree = Tree(out var problems, Page("/a/", key: "a"), Page("/b/", parent: "a"), Page("/c/", new NavigationEntry(null, "a", "C", 0, null, 7)));

        Assert.Equal(["Page /b/", "C"], tree.Roots[0].Children.Select(node => node.Title));
        Assert.All(tree.Roots[0].Children, node => Assert.Empty(node.Children));
        var problem = Assert.Single(problems);
        Assert.Equal((DiagnosticRules.NavigationUnnamed, "b.md:7"), (problem.Rule, problem.Location));
    }

    [Fact]
    public void Trail_UnknownParent_GoesOnByTheAddress()
    {
        var page = Page("/a/b/c/d/", key: "d", parent: "rien");
        var tree = Tree(out var problems, Page("/"), Page("/a/"), Page("/a/b/c/"), page);

        Assert.Equal(["/a/", "/a/b/c/"], tree.Trail(page).Select(step => step.Page.Url));
        Assert.Equal((DiagnosticRules.NavigationUnknownParent, "a/b/c/d.md:7"), (Assert.Single(problems).Rule, problems[0].Location));
        Assert.NotNull(tree.NodeOf(page));
    }

    [Fact]
    public void Trail_PageWithoutEntry_IsByTheAddress()
    {
        var page = Page("/a/b/");
        var tree = Tree(Page("/"), Page("/a/", key: "a", parent: "x"), Page("/x/", key: "x"), page);

        Assert.Equal(["/a/"], tree.Trail(page).Select(step => step.Page.Url));
        Assert.Empty(tree.Trail(Page("/")));
        Assert.Null(tree.SectionOf(page));
    }

    [Fact]
    public void Trail_KnownAncestors_AreOutermostFirstWithoutHome()
    {
        var page = Page("/c/", key: "c", parent: "b");
        var tree = Tree(Page("/", key: "accueil"), Page("/a/", key: "a", parent: "accueil"), Page("/b/", key: "b", parent: "a"), page);

        Assert.Equal(["Page /a/", "Page /b/"], tree.Trail(page).Select(step => step.Title));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10_000)]
    public void Build_Cycle_IsReportedForEachPageAndEndsEverywhere(int length)
    {
        var pages = Enumerable.Range(0, length).Select(i => Page($"/p/{i}/", key: $"k{i}", parent: $"k{(i + 1) % length}")).ToList();
        var below = Page("/p/dessous/", key: "dessous", parent: "k0");
        var tree = Tree(out var problems, [.. pages, below, Page("/p/")]);

        Assert.Empty(tree.Roots);
        Assert.Equal(length, problems.Count(problem => problem.Rule == DiagnosticRules.NavigationCycle));
        Assert.All(problems, problem => Assert.EndsWith(":7", problem.Location, StringComparison.Ordinal));
        foreach (var page in new[] { pages[0], pages[^1], below })
        {
            Assert.InRange(tree.Trail(page).Count, length - 1, length + 1);
            Assert.NotNull(tree.SectionOf(page));
        }
    }

    [Fact]
    public void Build_ChainOfTenThousand_IsWalkedInLinearTime()
    {
        var pages = Enumerable.Range(0, 10_000).Select(i => Page($"/{i}/", key: $"k{i}", parent: i == 0 ? null : $"k{i - 1}")).Reverse().ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tree = Tree(out var problems, pages);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Empty(problems);
        Assert.Equal(9_999, tree.Trail(pages[0]).Count);
        Assert.Equal("/1/", tree.SectionOf(pages[0])!.Index!.Url);
        Assert.InRange(allocated, 0, 10_000 * 10_000);
    }

    [Fact]
    public void HasListedBelow_AnyNavigation_IsWhatTheTrailsSay()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var pages = new List<ContentPage> { Page("/") };
            for (var i = 0; i < 12; i++)
            {
                var url = (random.Next(2) == 0 ? "/" : pages[random.Next(pages.Count)].Url) + $"p{i}/";
                pages.Add(random.Next(3) == 0
                    ? Page(url, isListed: random.Next(4) > 0)
                    : Page(url, key: $"k{i}", parent: random.Next(3) == 0 ? null : $"k{random.Next(13)}", isListed: random.Next(4) > 0));
            }

            var tree = Tree([.. pages]);

            foreach (var page in pages.Where(static page => page.Url != "/"))
            {
                var expected = pages.Any(below => below.IsListed && tree.Trail(below).Any(step => step.Page == page));
                Assert.True(expected == tree.HasListedBelow(page), $"{seed} {page.Url}: {expected}");
            }
        }
    }

    [Fact]
    public void HasListedBelow_ChainOfTenThousand_IsFoundInLinearTime()
    {
        var pages = Enumerable.Range(0, 10_000).Select(i => Page($"/{i}/", key: $"k{i}", parent: i == 0 ? null : $"k{i - 1}")).ToArray();
        var tree = Tree(pages);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(9_999, pages.Count(tree.HasListedBelow));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000 * 1_000);
        before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(tree.HasListedBelow(pages[^1]));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Neighbours_AnyNavigation_AreThoseOfTheWholeSectionInOrder()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var pages = new List<ContentPage> { Page("/") };
            for (var i = 0; i < 12; i++)
            {
                var url = (random.Next(2) == 0 ? "/" : pages[random.Next(pages.Count)].Url) + $"p{i}/";
                pages.Add(random.Next(5) == 0 ? Page(url) : Page(url, key: $"k{random.Next(10)}", parent: random.Next(4) == 0 ? null : $"k{random.Next(11)}", isListed: random.Next(6) > 0));
            }

            var tree = Tree([.. pages]);

            foreach (var page in pages)
            {
                var order = tree.SectionOf(page) is { } section ? Order(section) : [];
                var place = order.IndexOf(page);
                var (previous, next) = tree.Neighbours(page);
                Assert.Same(place > 0 ? order[place - 1] : null, previous?.Page);
                Assert.Same(place >= 0 && place < order.Count - 1 ? order[place + 1] : null, next?.Page);
            }
        }

        // The index, then its entries depth first, each page once.
        static List<ContentPage> Order(Section section)
        {
            var order = new List<ContentPage>();
            if (section.Index is { } index)
            {
                order.Add(index);
            }

            Add(section.Nodes);
            return order;

            void Add(IReadOnlyList<NavigationNode> nodes)
            {
                foreach (var node in nodes.Where(node => !order.Contains(node.Page)))
                {
                    order.Add(node.Page);
                    Add(node.Children);
                }
            }
        }
    }

    [Fact]
    public void Neighbours_SectionThatWasAskedFor_IsNotWalkedAgain()
    {
        Assert.Equal(Cost(10), Cost(10_000));

        static long Cost(int length)
        {
            var pages = Enumerable.Range(0, length).Select(i => Page($"/a/{i}/", key: $"k{i}", parent: "a", order: i)).ToArray();
            var tree = Tree([Page("/", key: "top"), Page("/a/", key: "a", parent: "top"), .. pages]);
            tree.Neighbours(pages[0]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal("/a/6/", tree.Neighbours(pages[5]).Next!.Page.Url);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void SectionOf_ExcludedIndex_HasItsChildrenAsInTheCorpus()
    {
        var index = Page("/plans/", key: "plansAction", parent: "publications", isListed: false);
        var page = Page("/plans/a/", new NavigationEntry(null, "plansAction", "À propos", 10, null, 0));
        var tree = Tree(out var problems, Page("/publications/", key: "publications"), index, page,
            Page("/plans/b/", new NavigationEntry(null, "plansAction", "Gouvernance", 15, null, 0)));

        var section = tree.SectionOf(page)!;

        Assert.Same(index, section.Index);
        Assert.Equal(["À propos", "Gouvernance"], section.Nodes.Select(node => node.Title));
        Assert.Empty(tree.Roots.Single().Children);
        Assert.Equal(["/publications/", "/plans/"], tree.Trail(page).Select(step => step.Page.Url));
        Assert.Same(index, tree.SectionOf(index)!.Index);
        Assert.Empty(problems);
    }

    [Fact]
    public void SectionOf_Levels_IsTheSecondLevelsBranch()
    {
        var third = Page("/c/", key: "c", parent: "b");
        var fourth = Page("/d/", key: "d", parent: "c");
        var alone = Page("/e/", key: "e", parent: "a");
        var root = Page("/a/", key: "a");
        var tree = Tree(root, Page("/b/", key: "b", parent: "a"), third, fourth, alone);

        Assert.Equal(("/b/", "/b/"), (tree.SectionOf(third)!.Index!.Url, tree.SectionOf(fourth)!.Index!.Url));
        Assert.Null(tree.SectionOf(root));
        Assert.Null(tree.SectionOf(alone));
    }

    [Fact]
    public void SectionOf_ParentThatNobodyOwns_IsTheSiblingsWithTheIndexByAddress()
    {
        var page = Page("/guides/a/", key: "a", parent: "guides");
        var tree = Tree(Page("/guides/"), page, Page("/guides/b/", key: "b", parent: "guides"));

        var section = tree.SectionOf(page)!;

        Assert.Equal(("/guides/", "Page /guides/"), (section.Index!.Url, section.Title));
        Assert.Equal(["a", "b"], section.Nodes.Select(node => node.Key));
    }

    [Fact]
    public void Build_EntryThatIsNoPage_LeadsElsewhere()
    {
        var content = StorePages.Loaded(Page("/a/", key: "a")) with
        {
            MenuEntries = [Page("", new NavigationEntry("x", "a", "Ailleurs", 0, "https://exemple.fr/", 3))],
        };

        var tree = Snapshot.Create(content, [new NavigationBuilder()], default).Part<NavigationTree>();

        Assert.Equal(("Ailleurs", "https://exemple.fr/"), (tree.Roots[0].Children[0].Title, tree.Roots[0].Children[0].Href));
    }

    private static ContentPage Page(string url, string? key = null, string? parent = null, double order = 0, DateTimeOffset? date = null, bool isListed = true) =>
        Page(url, key is null && parent is null ? null : new NavigationEntry(key, parent, null, order, null, 7), date, isListed);

    private static ContentPage Page(string url, NavigationEntry? entry, DateTimeOffset? date = null, bool isListed = true) =>
        StorePages.Page(url, entry, date: date, isListed: isListed);

    private static NavigationTree Tree(params ContentPage[] pages) => Tree(out _, pages);

    private static NavigationTree Tree(out IReadOnlyList<Diagnostic> problems, params ContentPage[] pages)
    {
        var snapshot = Snapshot.Create(StorePages.Loaded(pages), [new NavigationBuilder()], default);
        problems = snapshot.Problems;
        return snapshot.Part<NavigationTree>();
    }
}
