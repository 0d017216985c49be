using System.ComponentModel;
using System.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Loading.Git;

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
        Git(site.Root, s_first, "init", "-q");
        Commit(site.Root, s_first);
        site.WithPage("dossier/été.md", "title: y\ndate: git Last Modified").WithPage("creee.md", "title: y\ndate: git Created")
            .WithPage("dossier/d'\"un\" é.md", "title: y\ndate: git Last Modified");
        Commit(site.Root, s_second);
        site.WithPage("nouvelle.md", "title: x\ndate: git Last Modified");

        var snapshot = site.Load();

        Assert.Equal(s_second, snapshot.Page("dossier/été.md").Date);
        Assert.Equal(s_second, snapshot.Page("dossier/d'\"un\" é.md").Date);
        Assert.Equal(s_first, snapshot.Page("creee.md").Date);
        Assert.Equal(s_first, snapshot.Page("inchangee.md").Date);
        Assert.Null(snapshot.Page("nouvelle.md").Date);
    }

    [Fact]
    public void Load_ContentBelowTheRepositorysRoot_FindsItsFiles()
    {
        using var repository = new SiteBuilder().WithPage("site/content/a.md", "title: x\ndate: git Last Modified");
        Git(repository.Root, s_first, "init", "-q");
        Commit(repository.Root, s_first);

        var content = new PlansWeb.Loading.ContentLoader(new(), TimeProvider.System).Load(Path.Combine(repository.Root, "site", "content"));

        Assert.Equal(s_first, Assert.Single(content.Pages).Date);
    }

    [Fact]
    public void Load_NoRepository_GivesNoDate()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: x\ndate: git Last Modified");

        Assert.Null(Assert.Single(site.Load().Pages).Date);
    }

    private static void Commit(string root, DateTimeOffset time)
    {
        Git(root, time, "add", "-A");
        Git(root, time, "-c", "user.name=Essai", "-c", "user.email=essai@exemple.fr", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Essai");
    }

    private static void Git(string root, DateTimeOffset time, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", root, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["GIT_COMMITTER_DATE"] = start.Environment["GIT_AUTHOR_DATE"] = time.ToString("O");
        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEnd();
            git.WaitForExit();
            Assert.True(git.ExitCode == 0, error);
        }
        catch (Win32Exception)
        {
            Needs.That(false, "Git is not installed");
        }
    }
}
