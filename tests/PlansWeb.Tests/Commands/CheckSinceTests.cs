using System.Globalization;
using System.Text.Json;
using PlansWeb.Commands;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Commands;

/// <summary>What <c>check --since</c> and <c>--addresses</c> say of addresses that are gone, over real histories of Git.</summary>
public sealed class CheckSinceTests : IDisposable
{
    private const string Words = "Un texte assez long pour qu’aucune autre page ne dise la même chose par hasard.";

    private static readonly DateTimeOffset s_time = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly SiteBuilder _site = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _site.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    public static TheoryData<string, string?> Moves => new()
    {
        // The address stays, or leads on.
        { "nothing", null },
        { "edited", null },
        { "another case", null },
        { "without its accents", null },
        { "file moved, permalink kept", null },
        { "alias", null },
        { "redirect", null },
        { "410", null },
        { "unlisted", null },
        { "deleted and restored", null },

        // It does not.
        { "deleted", "/dossier/Été/: 410" },
        { "draft", null },
        { "expired", null },
        { "permalink", "/dossier/Été/: /ailleurs/" },
        { "moved", "/dossier/Été/: /autre/ete-2025/" },
        { "moved, other words", "/dossier/Été/: /autre/ete-2025/" },
        { "moved, other title", "/dossier/Été/: /autre/ete-2025/" },
        { "moved and copied", "/dossier/Été/: 410" },
    };

    [Theory]
    [MemberData(nameof(Moves), DisableDiscoveryEnumeration = true)]
    public async Task Since_APageThatWent_IsAnErrorUnlessItsAddressIsAnswered(string move, string? line)
    {
        const string Page = "content/dossier/Été.md";
        const string Address = "/dossier/Été/";
        _site.WithPage("content/index.md", "title: Accueil\ndescription: x.").WithPage(Page, "title: L’été\ndescription: x.", Words);
        GitSandbox.Init(_site.Root, s_time);
        var path = Path.Combine(_site.Root, Page);
        switch (move)
        {
            case "edited":
                _site.WithPage(Page, "title: Autre\ndescription: x.", "Rien de pareil.");
                break;
            case "another case":
                Move("content/dossier/ÉTÉ.md");
                break;
            case "without its accents":
                Move("content/dossier/ete.md");
                break;
            case "file moved, permalink kept":
                Move("content/autre.md");
                _site.WithPage("content/autre.md", $"title: L’été\ndescription: x.\npermalink: {Address}");
                break;
            case "alias":
                Move("content/autre.md");
                _site.WithPage("content/autre.md", $"title: L’été\ndescription: x.\naliases: [{Address}]");
                break;
            case "redirect" or "410":
                File.Delete(path);
                _site.With("content/_data/redirects.yaml", $"{Address}: {(move == "410" ? "410" : "/")}\n");
                break;
            case "unlisted":
                _site.WithPage(Page, "title: L’été\ndescription: x.\nunlisted: true");
                break;
            case "deleted and restored":
                var bytes = File.ReadAllBytes(path);
                File.Delete(path);
                GitSandbox.Commit(_site.Root, s_time.AddDays(1));
                File.WriteAllBytes(path, bytes);
                break;
            case "deleted":
                File.Delete(path);
                break;
            case "draft":
                _site.WithPage(Page, "title: L’été\ndescription: x.\ndraft: true");
                break;
            case "expired":
                _site.WithPage(Page, "title: L’été\ndescription: x.\nexpiryDate: 2025-03-05");
                break;
            case "permalink":
                _site.WithPage(Page, "title: Autre\ndescription: x.\npermalink: /ailleurs/", "Rien de pareil.");
                break;
            case "moved":
                Move("content/autre/ete-2025.md");
                break;
            case "moved, other words":
                File.Delete(path);
                _site.WithPage("content/autre/ete-2025.md", "title: L’été\ndescription: x.", "Rien de pareil.");
                break;
            case "moved, other title":
                File.Delete(path);
                _site.WithPage("content/autre/ete-2025.md", "title: Autre\ndescription: x.", Words);
                break;
            case "moved and copied":
                File.Delete(path);
                _site.WithPage("content/a/b.md", "title: L’été\ndescription: x.", Words).WithPage("content/b/a.md", "title: L’été\ndescription: x.", Words);
                break;
        }

        GitSandbox.Commit(_site.Root, s_time.AddDays(2));
        var isLost = line is not null || move is "draft" or "expired";

        Assert.Equal(isLost ? 1 : 0, await Run("check", "--content", Path.Combine(_site.Root, "content"), "--since", move == "deleted and restored" ? "HEAD~2" : "HEAD~1", "--format", "json"));
        var lost = Problems("adresse-perdue");
        Assert.Equal(isLost ? ["dossier/Été.md"] : [], lost.Select(static problem => problem.File));
        if (line is not null)
        {
            Assert.Contains(line, lost[0].Advice, StringComparison.Ordinal);
        }

        void Move(string to)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_site.Root, to))!);
            File.Move(path, Path.Combine(_site.Root, to));
        }
    }

    [Fact]
    public async Task Since_DocumentsImagesAndOldAddresses_AreMissedToo()
    {
        _site.WithPage("a.md", "title: A\ndescription: x.\naliases: [/vieille/]", $"{Words} [x](/plan.csv) ![Photo](/photo.svg)")
            .With("plan.csv", "a;b\n1;2\n").With("autre.csv", "a;b\n").With("photo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        GitSandbox.Init(_site.Root, s_time);
        Directory.CreateDirectory(Path.Combine(_site.Root, "docs"));
        File.Move(Path.Combine(_site.Root, "plan.csv"), Path.Combine(_site.Root, "docs", "plan.csv"));
        File.Delete(Path.Combine(_site.Root, "autre.csv"));
        File.Delete(Path.Combine(_site.Root, "photo.svg"));
        _site.WithPage("a.md", "title: A\ndescription: x.", $"{Words} [x](/docs/plan.csv)");

        Assert.Equal(1, await Run("check", "--content", _site.Root, "--since", "HEAD", "--format", "json"));
        Assert.Equal(["a.md", "autre.csv", "plan.csv"], Problems("adresse-perdue").Select(static problem => problem.File).Order(StringComparer.Ordinal));
        Assert.Contains("/plan.csv: /docs/plan.csv", Problems("adresse-perdue").Single(static problem => problem.File == "plan.csv").Advice, StringComparison.Ordinal);
        Assert.Contains("/vieille/: /a/", Problems("adresse-perdue").Single(static problem => problem.File == "a.md").Advice, StringComparison.Ordinal);
        Assert.Equal(["photo.svg"], Problems("image-perdue").Select(static problem => problem.File));
    }

    [Theory]
    [InlineData("## Achats", true)]
    [InlineData("## Les achats", false)]
    [InlineData("## Autre {#les-achats}", false)]
    [InlineData("moved", true)]
    public async Task Since_AnAnchorThatLinksUsed_IsAWarning(string heading, bool isLost)
    {
        _site.WithPage("a.md", "title: A\ndescription: x.", $"{Words}\n\n## Les achats\n\nTexte.\n\n## Sans lien\n\nTexte.")
            .WithPage("b.md", "title: B\ndescription: x.", "Texte.\n\n[Voir les achats](/a/#les-achats)");
        GitSandbox.Init(_site.Root, s_time);
        _site.WithPage("b.md", "title: B\ndescription: x.");
        if (heading == "moved")
        {
            File.Delete(Path.Combine(_site.Root, "a.md"));
            _site.WithPage("c.md", "title: A\ndescription: x.\naliases: [/a/]", $"{Words}\n\n## Les ventes\n\nTexte.");
        }
        else
        {
            _site.WithPage("a.md", "title: A\ndescription: x.", $"{Words}\n\n{heading}\n\nTexte.");
        }

        Assert.Equal(0, await Run("check", "--content", _site.Root, "--since", "HEAD", "--format", "json"));
        Assert.Equal(isLost ? [heading == "moved" ? "c.md" : "a.md"] : [], Problems("ancre-perdue").Select(static problem => problem.File));
        Assert.All(Problems("ancre-perdue"), static problem => Assert.Contains("b.md, ligne 8", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Since_ContentThatLayElsewhere_IsNamedWithTheRevision()
    {
        _site.WithPage("pages/a.md", "title: A\ndescription: x.", Words).WithPage("pages/b.md", "title: B\ndescription: x.");
        GitSandbox.Init(_site.Root, s_time);
        GitSandbox.Git(_site.Root, s_time, "tag", "-a", "v1", "-m", "x");
        Directory.Move(Path.Combine(_site.Root, "pages"), Path.Combine(_site.Root, "contenus"));
        File.Delete(Path.Combine(_site.Root, "contenus", "b.md"));
        GitSandbox.Commit(_site.Root, s_time);
        var content = Path.Combine(_site.Root, "contenus");

        Assert.Equal(2, await Run("check", "--content", content, "--since", "v1"));
        Assert.Contains("--since v1:CHEMIN", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Run("check", "--content", content, "--since", "v1:pages", "--format", "json"));
        Assert.Equal(["b.md"], Problems("adresse-perdue").Select(static problem => problem.File));
    }

    [Fact]
    public async Task Since_WhatTheRepositoryNames_IsNotRun()
    {
        using var mark = new SiteBuilder();
        var file = Path.Combine(mark.Root, "ran");
        _site.WithPage("a.md", "title: A\ndescription: x.").With(".gitattributes", "*.md filter=x ident eol=crlf\n");
        GitSandbox.Init(_site.Root, s_time);
        foreach (var key in new[] { "filter.x.smudge", "filter.x.clean", "filter.x.process", "core.fsmonitor", "core.hooksPath", "diff.external" })
        {
            GitSandbox.Git(_site.Root, s_time, "config", key, $"touch {file}");
        }

        _site.With(".git/hooks/post-checkout", $"#!/bin/sh\ntouch {file}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(_site.Root, ".git/hooks/post-checkout"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Equal(0, await Run("check", "--content", _site.Root, "--since", "HEAD"));
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("no-such-revision")]
    [InlineData("")]
    [InlineData(":content")]
    [InlineData("HEAD:../..")]
    [InlineData("HEAD:a.md")]
    public async Task Since_WhatDoesNotExist_IsBadUsage(string since)
    {
        _site.WithPage("a.md", "title: A\ndescription: x.");
        GitSandbox.Init(_site.Root, s_time);

        Assert.Equal(2, await Run("check", "--content", _site.Root, "--since", since));
        Assert.NotEmpty(_error.ToString());
    }

    [Theory]
    [InlineData(null, "/a/: /b/\n")]
    [InlineData("# Redirections\n/x/: /b/", "# Redirections\n/x/: /b/\n/a/: /b/\n")]
    [InlineData("/x/: /b/\r\n", "/x/: /b/\r\n/a/: /b/\r\n")]
    [InlineData("{/x/: /b/}\n", null)]
    [InlineData("- /x/\n", null)]
    public async Task Write_AddsWhatIsKnown_OrLeavesTheFile(string? before, string? after)
    {
        _site.WithPage("a.md", "title: A\ndescription: x.", Words).WithPage("gone.md", "title: Partie\ndescription: x.");
        GitSandbox.Init(_site.Root, s_time);
        File.Move(Path.Combine(_site.Root, "a.md"), Path.Combine(_site.Root, "b.md"));
        File.Delete(Path.Combine(_site.Root, "gone.md"));
        var file = Path.Combine(_site.Root, "_data", "redirects.yaml");
        if (before is not null)
        {
            _site.With("_data/redirects.yaml", before);
        }

        Assert.Equal(after is null ? 2 : 1, await Run("check", "--content", _site.Root, "--since", "HEAD", "--write", "--format", "json"));
        Assert.Equal(after ?? before, File.ReadAllText(file));
        if (after is not null)
        {
            // That a page is gone for good is for an editor to say.
            Assert.Equal(["gone.md"], Problems("adresse-perdue").Select(static problem => problem.File));
        }
    }

    [Fact]
    public async Task Addresses_ListOfARunningSite_TellsTheSame()
    {
        _site.WithPage("é a.md", "title: A\ndescription: x.", Words).WithPage("b.md", "title: B\ndescription: x.").WithPage("c.md", "title: C\ndescription: x.\nunlisted: true", "[x](/secret.csv)")
            .With("secret.csv", "a\n").With("public.csv", "b\n");
        using var list = new SiteBuilder();
        string text;
        using (var site = new Site(_site.Root))
        using (var client = site.CreateClient())
        {
            text = await client.GetStringAsync("/api/addresses.json", TestContext.Current.CancellationToken);
        }

        list.With("avant.json", text);
        Assert.Equal(["/%C3%A9%20a/", "/b/", "/public.csv"], JsonDocument.Parse(text).RootElement.EnumerateArray().Select(static entry => entry.GetProperty("path").GetString()).Order(StringComparer.Ordinal));
        File.Move(Path.Combine(_site.Root, "é a.md"), Path.Combine(_site.Root, "à.md"));

        Assert.Equal(1, await Run("check", "--content", _site.Root, "--addresses", Path.Combine(list.Root, "avant.json"), "--format", "json"));
        Assert.Contains("/é a/: /à/", Assert.Single(Problems("adresse-perdue")).Advice, StringComparison.Ordinal);
        Assert.Equal(0, await Run("check", "--content", _site.Root, "--addresses", Path.Combine(list.Root, "avant.json"), "--format", "json", "--write"));
        Assert.Empty(Problems("adresse-perdue"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task Addresses_NoSuchList_IsBadUsage(string text)
    {
        _site.WithPage("a.md", "title: A\ndescription: x.").With("liste.txt", text);

        Assert.Equal(2, await Run("check", "--content", _site.Root, "--addresses", Path.Combine(_site.Root, "liste.txt")));
    }

    [Theory]
    [InlineData("--write")]
    [InlineData("--since", "HEAD", "--addresses", "x")]
    [InlineData("--addresses", "/no/such/file")]
    public async Task Options_ThatDoNotFit_AreBadUsage(params string[] options)
    {
        _site.WithPage("a.md", "title: A\ndescription: x.");

        Assert.Equal(2, await Run(["check", "--content", _site.Root, .. options]));
    }

    // A model of its own of what two hundred commits do to the addresses: what it misses is what the check must report, and nothing else.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Since_TwoHundredCommits_ReportsExactlyTheAddressesThatAreGone(int seed)
    {
        var random = new Random(seed);
        var pages = new SortedDictionary<string, (string Title, string? Permalink, bool IsDraft)>(StringComparer.Ordinal);
        var deleted = new Stack<(string File, (string Title, string? Permalink, bool IsDraft) Page)>();
        var redirects = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var history = new List<HashSet<string>>();
        _site.WithPage("content/index.md", "title: Accueil\ndescription: x.");
        for (var i = 0; i < 30; i++)
        {
            Put(NewName(), (Title(i), null, false));
        }

        GitSandbox.Init(_site.Root, s_time);
        history.Add(Public());
        for (var commit = 1; commit <= 200; commit++)
        {
            string[] files = [.. pages.Keys];
            var file = files[random.Next(files.Length)];
            var page = pages[file];
            switch (random.Next(9))
            {
                case 0:
                    Put(NewName(), (Title(1000 + commit), null, false));
                    break;
                case 1 when files.Length > 10:
                    Remove(file);
                    deleted.Push((file, page));
                    break;
                case 2 when deleted.TryPop(out var back) && !Taken(back.File, back.Page.Permalink):
                    Put(back.File, back.Page);
                    break;
                case 3 when NewName() is var name:
                    Remove(file);
                    Put(name, page);
                    break;
                case 4 when Swap(file) is var name && !pages.ContainsKey(name) && !Taken(name, page.Permalink, file):
                    Remove(file);
                    Put(name, page);
                    break;
                case 5:
                    Put(file, page with { Permalink = page.Permalink is null ? $"/fixe/{commit}/" : null });
                    break;
                case 6:
                    Put(file, page with { IsDraft = !page.IsDraft });
                    break;
                case 7 when Public() is var before:
                    Remove(file);
                    var address = AddressOf(file, page);
                    Put(NewName(), page);
                    if (!page.IsDraft)
                    {
                        redirects[address] = random.Next(2) == 0 ? "410" : "/";
                    }

                    break;
                default:
                    Put(file, page with { Title = Title(5000 + commit) });
                    break;
            }

            // A redirect that a page stands in front of would be a message of its own.
            foreach (var taken in redirects.Keys.Where(from => Folded(pages.Select(static pair => AddressOf(pair.Key, pair.Value))).Contains(Fold(from))).ToArray())
            {
                redirects.Remove(taken);
            }

            _site.With("content/_data/redirects.yaml", string.Concat(redirects.Select(static pair => $"{pair.Key}: {pair.Value}\n")));
            GitSandbox.Commit(_site.Root, s_time.AddHours(commit));
            history.Add(Public());
        }

        var answered = Folded(Public().Concat(redirects.Keys));
        var found = 0;
        for (var back = 0; back <= 200; back += 20)
        {
            var expected = history[200 - back].Where(address => !answered.Contains(Fold(address))).Order(StringComparer.Ordinal).ToArray();
            await Run("check", "--content", Path.Combine(_site.Root, "content"), "--since", "HEAD~" + back.ToString(CultureInfo.InvariantCulture), "--format", "json");
            var lost = Problems("adresse-perdue").Select(static problem => problem.Message.Split('\u00a0')[1]).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(expected, lost);
            found += expected.Length;
        }

        Assert.InRange(found, 40, int.MaxValue);

        static string Title(int number) => $"Page numéro {number}";
        static string Fold(string address) => AddressFolding.Fold(address);
        static HashSet<string> Folded(IEnumerable<string> addresses) => [.. addresses.Select(Fold)];
        static string AddressOf(string file, (string Title, string? Permalink, bool IsDraft) page) => page.Permalink ?? "/" + file[..^".md".Length] + "/";
        static string Swap(string file) => file.Any(char.IsUpper) ? file.ToLowerInvariant() : file[..2] + char.ToUpperInvariant(file[2]) + file[3..];

        // Redirects that lead somewhere count as public: their end is not looked at.
        HashSet<string> Public() => [.. pages.Where(static pair => !pair.Value.IsDraft).Select(static pair => AddressOf(pair.Key, pair.Value)), .. redirects.Where(static pair => pair.Value != "410").Select(static pair => pair.Key), "/"];

        bool Taken(string file, string? permalink, string? but = null) =>
            pages.Where(pair => pair.Key != but).Any(pair => Fold(AddressOf(pair.Key, pair.Value)) == Fold(permalink ?? "/" + file[..^3] + "/"));

        string NewName()
        {
            string name;
            do
            {
                name = $"{(char)('a' + random.Next(3))}/page-{random.Next(400)}.md";
            }
            while (Taken(name, null));
            return name;
        }

        void Put(string file, (string Title, string? Permalink, bool IsDraft) page)
        {
            pages[file] = page;
            _site.WithPage("content/" + file, $"title: {page.Title}\ndescription: x.{(page.Permalink is null ? "" : $"\npermalink: {page.Permalink}")}{(page.IsDraft ? "\ndraft: true" : "")}");
        }

        void Remove(string file)
        {
            pages.Remove(file);
            File.Delete(Path.Combine(_site.Root, "content", file));
        }
    }

    private async Task<int> Run(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        return await CommandLine.RunAsync(arguments, new Terminal(_output, _error, HasColours: false), TimeProvider.System);
    }

    private List<(string File, string Message, string Advice)> Problems(string rule) =>
        [.. JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("problems").EnumerateArray().Where(problem => problem.GetProperty("rule").GetString() == rule)
            .Select(static problem => (problem.GetProperty("file").GetString()!, problem.GetProperty("message").GetString()!, problem.GetProperty("advice").GetString()!))];
}
