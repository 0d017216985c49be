using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Files.Git;

public sealed class GitHistoryTests
{
    private static readonly DateTimeOffset s_first = new(2021, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly DateTimeOffset s_second = new(2022, 6, 7, 8, 9, 10, TimeSpan.Zero);

    [Fact]
    public void Load_GitDates_AreThoseOfTheCommits()
    {
        using var site = new SiteBuilder()
            .WithPage("dossier/été.md", "title: x\ndate: git Last Modified")
            .WithPage("dossier/d'\"un\" é.md", "title: x\ndate: git Last Modified")
            .WithPage("creee.md", "title: x\ndate: Git Created")
            .WithPage("inchangee.md", "title: x\ndate: git Last Modified");
        GitSandbox.Init(site.Root, s_first);
        site.WithPage("dossier/été.md", "title: y\ndate: git Last Modified").WithPage("creee.md", "title: y\ndate: git Created")
            .WithPage("dossier/d'\"un\" é.md", "title: y\ndate: git Last Modified");
        GitSandbox.Commit(site.Root, s_second);
        site.WithPage("nouvelle.md", "title: x\ndate: git Last Modified");

        var snapshot = site.Load();

        Assert.Equal(s_second, snapshot.Page("dossier/été.md").Date);
        Assert.Equal(s_second, snapshot.Page("dossier/d'\"un\" é.md").Date);
        Assert.Equal(s_first, snapshot.Page("creee.md").Date);
        Assert.Equal(s_first, snapshot.Page("inchangee.md").Date);
        Assert.Null(snapshot.Page("nouvelle.md").Date);
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void Load_GitDatesOfTemplates_AreThoseOfTheCommits()
    {
        using var site = new SiteBuilder().With("liste.njk", "---\ntitle: x\ndate: git Last Modified\n---\nx").With("page.html", "---\ntitle: x\ndate: git Last Modified\n---\nx");
        GitSandbox.Init(site.Root, s_first);

        var snapshot = site.Load();

        Assert.Equal(s_first, snapshot.Page("liste.njk").Date);
        Assert.Equal(s_first, snapshot.Page("page.html").Date);
    }

    [Theory]
    [InlineData("as committed")]
    [InlineData("packed")]
    [InlineData("detached")]
    [InlineData("after a rename")]
    [InlineData("after git replace")]
    public void Load_ContentBelowTheRepositorysRoot_FindsItsFiles(string state)
    {
        using var repository = new SiteBuilder().WithPage("site/content/a.md", "title: x\ndate: git Last Modified").With("LISEZMOI", "x");
        GitSandbox.Init(repository.Root, s_first);
        repository.With("LISEZMOI", "y");
        GitSandbox.Commit(repository.Root, s_second);
        string[] command = state switch
        {
            "packed" => ["gc", "-q", "--prune=now"],
            "detached" => ["checkout", "-q", "--detach"],
            "after a rename" => ["branch", "-m", "une/autre"],
            "after git replace" => ["replace", "--graft", "HEAD"],
            _ => ["status"],
        };
        GitSandbox.Git(repository.Root, s_second, command);

        Assert.Equal(s_first, DateOf(Path.Combine(repository.Root, "site", "content")));
    }

    [Fact]
    public void Load_LinkedWorktree_HasTheHistoryOfItsBranch()
    {
        using var repository = Repository("date: git Last Modified");
        using var elsewhere = new SiteBuilder();
        GitSandbox.Git(repository.Root, s_second, "worktree", "add", "-q", Path.Combine(elsewhere.Root, "copie"));

        Assert.Equal(s_first, DateOf(Path.Combine(elsewhere.Root, "copie")));
    }

    [Fact]
    public void Load_Submodule_HasItsOwnHistory()
    {
        using var content = Repository("date: git Last Modified");
        using var site = new SiteBuilder().With("LISEZMOI", "x");
        GitSandbox.Init(site.Root, s_second);
        GitSandbox.Git(site.Root, s_second, "submodule", "--quiet", "add", content.Root, "pages");

        Assert.Equal(s_first, DateOf(Path.Combine(site.Root, "pages")));
    }

    // The same walk as Git's own over branches that change, keep, drop and merge files at random.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Changes_RandomHistory_AreThoseOfGitLog(int seed)
    {
        using var repository = new SiteBuilder().With("LISEZMOI", "x");
        GitSandbox.Init(repository.Root, s_first);
        var random = new Random(seed);
        var time = s_first;

        // Read after each commit, as a running site does: what it remembers must be what a reading of all would find.
        var history = new GitHistory(repository.Root + "/contenus");
        for (var i = 0; i < 40; i++)
        {
            time = time.AddHours(random.Next(1, 5));
            var branch = "b" + random.Next(3).ToString(CultureInfo.InvariantCulture);
            switch (random.Next(5))
            {
                case 0:
                    GitSandbox.Git(repository.Root, time, "checkout", "-q", "-B", branch);
                    break;
                case 1 when GitSandbox.Git(repository.Root, time, "branch", "--list", branch).Length > 0:
                    GitSandbox.Git(repository.Root, time, "merge", "-q", "--no-ff", "-X", "ours", "-s", random.Next(3) == 0 ? "ours" : "recursive", "-m", "x", branch);
                    break;
                default:
                    var file = $"contenus/{random.Next(2)}/{random.Next(4)}.md";
                    if (random.Next(6) > 0 || !File.Exists(Path.Combine(repository.Root, file)))
                    {
                        repository.With(file, $"{random.Next(3)}");
                    }

                    GitSandbox.Commit(repository.Root, time);
                    break;
            }

            history = history.Next(repository.Root + "/contenus");
            _ = history.LastChange(Entry("x"));
        }

        var root = Path.Combine(repository.Root, "contenus");
        var expected = Log(root);
        Assert.Equal(new GitHistory(root).LastChange(Entry(expected.Keys.First())), history.LastChange(Entry(expected.Keys.First())));

        Assert.NotEmpty(expected);
        Assert.All(expected, file =>
        {
            var entry = new FolderEntry(file.Key, "", file.Key, default, 1);
            Assert.Equal(file.Value, (history.FirstChange(entry), history.LastChange(entry)));
        });
    }

    [Fact]
    public void LoadChanges_Commit_GivesItsDateThoughNoFileChanged()
    {
        using var site = Repository("date: git Last Modified");
        var loader = new ContentLoader(new(), TimeProvider.System);
        site.WithPage("a.md", "title: y\ndate: git Last Modified");
        var before = loader.Load(site.Root);
        var atRest = loader.LoadChanges(site.Root, isThorough: false);
        GitSandbox.Commit(site.Root, s_second);
        var after = loader.LoadChanges(site.Root, isThorough: false);

        Assert.Equal(s_first, Assert.Single(before.Pages).Date);
        Assert.Null(atRest);
        Assert.Equal(s_second, Assert.Single(after!.Pages).Date);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Null(loader.LoadChanges(site.Root, isThorough: true));
    }

    [Fact]
    public void LoadChanges_RepositoryMadeMeanwhile_IsFound()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: x\ndate: git Last Modified");
        var loader = new ContentLoader(new(), TimeProvider.System);
        var before = loader.Load(site.Root);
        GitSandbox.Init(site.Root, s_first);
        var after = loader.LoadChanges(site.Root, isThorough: false);

        Assert.Equal(["date-git-introuvable"], before.Problems.Select(problem => problem.Rule.Id));
        Assert.Equal(s_first, Assert.Single(after!.Pages).Date);
        Assert.Empty(after.Problems);
    }

    [Fact]
    public void Next_RepositoryAtRest_IsNotReadAgain()
    {
        using var site = Repository("date: git Last Modified");
        var history = new GitHistory(site.Root);
        var unasked = history.Next(site.Root);
        _ = history.LastChange(new FolderEntry("a.md", "", "a.md", default, 1));

        Assert.Same(history, unasked);
        Assert.Same(history, history.Next(site.Root));
        Assert.NotSame(history, history.Next(Path.GetTempPath()));
    }

    [Fact]
    public void Next_OneCommitMore_ReadsThatOneOnly()
    {
        using var site = Repository("date: git Last Modified");
        for (var i = 1; i < 20; i++)
        {
            site.WithPage("a.md", $"title: {i}").WithPage($"b{i}.md", "title: x");
            GitSandbox.Commit(site.Root, s_first.AddHours(i));
        }

        var before = new GitHistory(site.Root);
        Assert.Equal(s_first.AddHours(19), before.LastChange(Entry("a.md")));
        site.WithPage("b3.md", "title: y").WithPage("c.md", "title: z");
        GitSandbox.Commit(site.Root, s_second);
        var after = before.Next(site.Root);

        Assert.Equal((s_first.AddHours(3), s_second), (after.FirstChange(Entry("b3.md")), after.LastChange(Entry("b3.md"))));
        Assert.Equal((s_first, s_first.AddHours(19)), (after.FirstChange(Entry("a.md")), after.LastChange(Entry("a.md"))));
        Assert.Equal(s_second, after.FirstChange(Entry("c.md")));
        Assert.Equal((20, 1), (before.Commits, after.Commits));
    }

    [Fact]
    public void Next_BranchMergedMeanwhile_ReadsNothingTwice()
    {
        using var site = Repository("date: git Last Modified");
        for (var i = 1; i < 10; i++)
        {
            site.WithPage("a.md", $"title: {i}");
            GitSandbox.Commit(site.Root, s_first.AddHours(i));
        }

        var before = new GitHistory(site.Root);
        _ = before.LastChange(Entry("a.md"));
        GitSandbox.Git(site.Root, s_second, "checkout", "-q", "-b", "autre", "HEAD~2");
        site.WithPage("b.md", "title: b");
        GitSandbox.Commit(site.Root, s_second);
        GitSandbox.Git(site.Root, s_second, "checkout", "-q", "main");
        GitSandbox.Git(site.Root, s_second.AddHours(1), "merge", "-q", "--no-ff", "-m", "x", "autre");
        var after = before.Next(site.Root);

        Assert.Equal((s_second, s_first.AddHours(9)), (after.LastChange(Entry("b.md")), after.LastChange(Entry("a.md"))));
        Assert.Equal(2, after.Commits);
    }

    // What was read is no longer below HEAD: nothing of it counts.
    [Theory]
    [InlineData("reset", "-q", "--hard", "HEAD~1")]
    [InlineData("checkout", "-q", "--orphan", "vide")]
    [InlineData("commit", "-q", "--amend", "-m", "autre")]
    public void Next_HistoryRewritten_IsReadAnew(params string[] command)
    {
        using var site = Repository("date: git Last Modified");
        site.WithPage("b.md", "title: b");
        GitSandbox.Commit(site.Root, s_second);
        var before = new GitHistory(site.Root);
        _ = before.LastChange(Entry("b.md"));

        GitSandbox.Git(site.Root, s_second.AddYears(1), command);
        GitSandbox.Commit(site.Root, s_second.AddYears(2));
        var (after, anew) = (before.Next(site.Root), new GitHistory(site.Root));

        Assert.All(["a.md", "b.md"], path => Assert.Equal((anew.FirstChange(Entry(path)), anew.LastChange(Entry(path))), (after.FirstChange(Entry(path)), after.LastChange(Entry(path)))));
    }

    [Fact]
    public void LoadChanges_TouchedFile_HasItsNewTimeAsLastModified()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: x\ndate: Last Modified").WithPage("b.md", "title: x");
        var loader = new ContentLoader(new(), TimeProvider.System);
        var file = Path.Combine(site.Root, "a.md");
        File.SetLastWriteTimeUtc(file, s_first.UtcDateTime);
        var before = loader.Load(site.Root);
        File.SetLastWriteTimeUtc(file, s_second.UtcDateTime);
        var after = loader.LoadChanges(site.Root, isThorough: false);

        Assert.Equal(s_first, before.Pages[0].Date);
        Assert.Equal(s_second, after!.Pages[0].Date);
        Assert.Same(before.Pages[1], after.Pages[1]);
    }

    [Theory]
    [InlineData("date: git Last Modified")]
    [InlineData("date: git Created")]
    public void Load_ShallowClone_GivesNoDateItDoesNotKnowAndSaysSo(string date)
    {
        using var site = Repository(date);
        site.WithPage("b.md", "title: x\ndate: git Last Modified");
        GitSandbox.Commit(site.Root, s_second);
        using var clone = new SiteBuilder();
        GitSandbox.Git(clone.Root, s_second, "clone", "-q", "--depth", "1", "file://" + site.Root, "copie");

        var content = new ContentLoader(new(), TimeProvider.System).Load(Path.Combine(clone.Root, "copie"));

        Assert.All(content.Pages, page => Assert.Null(page.Date));
        var problem = Assert.Single(content.Problems);
        Assert.Equal(("a.md:3:7", true), (problem.Location, problem.Message.Contains("superficiel", StringComparison.Ordinal)));
    }

    [Fact]
    public void Load_ShallowCloneThatHasTheChange_GivesItsDate()
    {
        using var site = Repository("date: git Last Modified");
        site.WithPage("a.md", "title: y\ndate: git Last Modified");
        GitSandbox.Commit(site.Root, s_second);
        using var clone = new SiteBuilder();
        site.With("b.txt", "x");
        GitSandbox.Commit(site.Root, s_second.AddDays(1));
        GitSandbox.Git(clone.Root, s_second, "clone", "-q", "--depth", "3", "file://" + site.Root, "copie");

        Assert.Equal(s_second, DateOf(Path.Combine(clone.Root, "copie")));
    }

    [Fact]
    public void Load_NoRepository_GivesNoDateAndSaysSoOnce()
    {
        using var site = new SiteBuilder().With("content.yaml", "")
            .WithPage("a.md", "title: x\ndate: 2024-01-01").WithPage("b.md", "title: x\ndate: git Created").WithPage("c.md", "title: x\ndate: git Last Modified")
            .WithPage("d.md", "title: x\ndate: git Last Modified");

        var content = site.Content();

        Assert.Equal(3, content.Pages.Count(page => page.Date is null));
        var problem = Assert.Single(content.Problems);
        Assert.Equal(DiagnosticRules.NoGitDate, problem.Rule);
        Assert.Equal("b.md:3:7", problem.Location);
        Assert.Contains("ni 2 autres pages", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_GitDateFromADirectorysData_IsReportedWhereItIsWritten()
    {
        using var site = new SiteBuilder().With("dossier/dossier.yaml", "lang: fr\ndate: git Last Modified\n")
            .WithPage("dossier/a.md", "title: x").WithPage("dossier/b.md", "title: x");

        Assert.Equal(["dossier/dossier.yaml:2:7"], site.Load().Places(DiagnosticRules.NoGitDate));
    }

    [Fact]
    public void Check_NoPageAsksGit_SaysNothingOfTheRepository()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: x\ndescription: y\ndate: 2024-01-01").With(".git", "gitdir: /nulle/part");

        Assert.Empty(site.Check());
    }

    private static FolderEntry Entry(string path) => new(path, "", path, default, 1);

    private static SiteBuilder Repository(string date)
    {
        var site = new SiteBuilder().WithPage("a.md", "title: x\n" + date);
        GitSandbox.Init(site.Root, s_first);
        return site;
    }

    private static DateTimeOffset? DateOf(string folder)
    {
        var content = new ContentLoader(new(), TimeProvider.System).Load(folder);
        return Assert.Single(content.Pages).Date;
    }

    private static Dictionary<string, (DateTimeOffset? First, DateTimeOffset? Last)> Log(string root)
    {
        var changes = new Dictionary<string, (DateTimeOffset? First, DateTimeOffset? Last)>(StringComparer.Ordinal);
        DateTimeOffset time = default;
        foreach (var part in GitSandbox.Git(root, s_first, "log", "-z", "--format=%x01%cI", "--name-only", "--relative", "--no-renames", "--", ".").Split('\0'))
        {
            var line = part.TrimStart('\n');
            if (line.StartsWith('\u0001'))
            {
                time = DateTimeOffset.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
            }
            else if (line.Length > 0)
            {
                changes[line] = changes.TryGetValue(line, out var known) ? (time, known.Last) : (time, time);
            }
        }

        return changes;
    }
}
