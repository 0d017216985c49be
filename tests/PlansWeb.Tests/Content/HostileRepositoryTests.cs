using System.Diagnostics;
using System.Net;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>
/// Content is data: folders that hold what makes Git run a program. Each trick names a script that leaves a file; neither the loader nor the
/// check nor the site may make it appear, read a repository that is not the folder's own, or stop.
/// </summary>
public sealed class HostileRepositoryTests : IDisposable
{
    private static readonly DateTimeOffset s_time = new(2021, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly SiteBuilder _elsewhere = new();
    private readonly SiteBuilder _site = new SiteBuilder().WithPage("a.md", "title: x\ndescription: y\ndate: git Last Modified");

    public void Dispose()
    {
        _site.Dispose();
        _elsewhere.Dispose();
    }

    /// <summary>What runs a program, by the lines of the configuration that name it; the history itself is sound and is read.</summary>
    public static TheoryData<string, string> Configurations => new()
    {
        { "core.fsmonitor", "[core]\n\tfsmonitor = SCRIPT" },
        { "core.hooksPath", "[core]\n\thooksPath = FOLDER" },
        { "gpg.program", "[log]\n\tshowSignature = true\n[gpg]\n\tprogram = SCRIPT\n[gpg \"ssh\"]\n\tprogram = SCRIPT\n[gpg \"x509\"]\n\tprogram = SCRIPT" },
        { "diff.external", "[diff]\n\texternal = SCRIPT" },
        { "textconv", "[diff \"x\"]\n\ttextconv = SCRIPT\n\tcommand = SCRIPT" },
        { "filters", "[filter \"x\"]\n\tclean = SCRIPT\n\tsmudge = SCRIPT\n\tprocess = SCRIPT\n\trequired = true" },
        { "merge driver", "[merge \"x\"]\n\tdriver = SCRIPT" },
        { "pager and editor", "[core]\n\tpager = SCRIPT\n\teditor = SCRIPT\n[pager]\n\tlog = SCRIPT" },
        { "sshCommand", "[core]\n\tsshCommand = SCRIPT\n\tgitProxy = SCRIPT\n\taskPass = SCRIPT" },
        { "credential.helper", "[credential]\n\thelper = !SCRIPT" },
        { "alias", "[alias]\n\tlog = !SCRIPT\n\tstatus = !SCRIPT" },
        { "uploadpack", "[remote \"origin\"]\n\turl = FOLDER\n\tuploadpack = SCRIPT\n\treceivepack = SCRIPT" },
        { "ext transport", "[remote \"origin\"]\n\turl = \"ext::SCRIPT\"\n\tvcs = SCRIPT\n[url \"ext::SCRIPT \"]\n\tinsteadOf = https://\n[protocol]\n\tallow = always" },
        { "promisor", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote \"origin\"]\n\turl = \"ext::SCRIPT\"\n\tpromisor = true\n[protocol]\n\tallow = always" },
        { "worktreeConfig", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tworktreeConfig = true" },
        { "core.worktree", "[core]\n\tworktree = /etc" },
        { "safe.directory", "[safe]\n\tdirectory = *\n\tbareRepository = all" },
        { "trailers and notes", "[trailer \"x\"]\n\tcommand = SCRIPT\n[notes]\n\tdisplayRef = *\n[interactive]\n\tdiffFilter = SCRIPT\n[maintenance]\n\tauto = true\n[gc]\n\tauto = 1" },
    };

    /// <summary>What leads to files outside the folder's own repository: nothing is read, and the check says so.</summary>
    public static TheoryData<string> Refused =>
    [
        "include", "include in capitals", "includeIf", "include in config.worktree", "alternates", "commondir", "gitfile", "gitfile to tracked files", "gitfile to a worktree of another folder",
        "link for .git", "link for objects", "link for refs", "link for HEAD", "repository in .git", "bare repository for .git", "empty .git",
    ];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Load_ConfigurationThatNamesPrograms_RunsNoneAndReadsTheHistory(string name, string configuration)
    {
        GitSandbox.Init(_site.Root, s_time);
        Plant(configuration);

        var dates = Dates();

        Assert.True(dates is [{ } date] && date == s_time, name);
        Assert.False(Ran());
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Load_TrackedFilesLaidOutAsABareRepository_AreNone(string name, string configuration)
    {
        using var bare = new SiteBuilder().WithPage("a.md", "title: x");
        GitSandbox.Init(bare.Root, s_time);
        foreach (var place in new[] { "", "dossier", "dossier.git" })
        {
            Copy(Path.Combine(bare.Root, ".git"), Path.Combine(_site.Root, place));
            File.AppendAllText(Path.Combine(_site.Root, place, "config"), Script("[core]\n\tbare = true\n" + configuration));
        }

        var problems = _site.Check().Select(problem => (problem.Rule.Id, problem.File));

        Assert.Contains(("date-git-introuvable", "a.md"), problems);
        Assert.True(Dates().All(static date => date is null), name);
        Assert.False(Ran());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Load_RepositoryThatLeadsElsewhere_IsNotRead(string trick)
    {
        // Another history of the same file: nobody may learn from the site when its commits were.
        _elsewhere.With("a.md", "x");
        GitSandbox.Init(_elsewhere.Root, s_time.AddYears(5));
        GitSandbox.Init(_site.Root, s_time);
        var git = Path.Combine(_site.Root, ".git");
        var other = Path.Combine(_elsewhere.Root, ".git");
        switch (trick)
        {
            case "include":
                Plant("[include]\n\tpath = " + Path.Combine(other, "config"));
                break;
            case "include in capitals":
                Plant("[ InClude ]\n\tpath = /dev/zero");
                break;
            case "includeIf":
                Plant("[includeIf \"gitdir:/\"]\n\tpath = /etc/passwd");
                break;
            case "include in config.worktree":
                File.WriteAllText(Path.Combine(git, "config.worktree"), "[include]\n\tpath = /etc/passwd\n");
                break;
            case "alternates":
                Directory.CreateDirectory(Path.Combine(git, "objects", "info"));
                File.WriteAllText(Path.Combine(git, "objects", "info", "alternates"), Path.Combine(other, "objects") + "\n");
                break;
            case "commondir":
                File.WriteAllText(Path.Combine(git, "commondir"), other + "\n");
                break;
            case "gitfile":
                Directory.Delete(git, recursive: true);
                File.WriteAllText(git, $"gitdir: {other}\n");
                break;
            case "gitfile to tracked files":
                Directory.Move(git, Path.Combine(_site.Root, "dossier"));
                File.WriteAllText(git, "gitdir: dossier\n");
                Plant("", Path.Combine(_site.Root, "dossier"));
                File.AppendAllText(Path.Combine(_site.Root, "dossier", "config"), "[core]\n\tworktree = /etc\n");
                break;
            case "gitfile to a worktree of another folder":
                using (var copies = new SiteBuilder())
                {
                    GitSandbox.Git(_elsewhere.Root, s_time, "worktree", "add", "-q", Path.Combine(copies.Root, "copie"));
                }

                Directory.Delete(git, recursive: true);
                File.WriteAllText(git, $"gitdir: {other}/worktrees/copie\n");
                break;
            case "link for .git":
                Directory.Delete(git, recursive: true);
                Directory.CreateSymbolicLink(git, other);
                break;
            case "link for objects" or "link for refs":
                Directory.Delete(Path.Combine(git, trick["link for ".Length..]), recursive: true);
                Directory.CreateSymbolicLink(Path.Combine(git, trick["link for ".Length..]), Path.Combine(other, trick["link for ".Length..]));
                break;
            case "link for HEAD":
                File.Delete(Path.Combine(git, "HEAD"));
                File.CreateSymbolicLink(Path.Combine(git, "HEAD"), Path.Combine(other, "refs", "heads", "main"));
                break;
            case "repository in .git":
                Copy(other, Path.Combine(git, ".git"));
                break;
            case "bare repository for .git":
                Directory.Delete(git, recursive: true);
                File.CreateSymbolicLink(git, _elsewhere.Root);
                break;
            default:
                Directory.Delete(git, recursive: true);
                Directory.CreateDirectory(git);
                break;
        }

        Assert.Contains("date-git-introuvable", _site.Check().Select(problem => problem.Rule.Id));
        Assert.All(Dates(), Assert.Null);
    }

    [Theory]
    [InlineData("HEAD", "")]
    [InlineData("HEAD", "ref: ../../../../etc/passwd\n")]
    [InlineData("HEAD", "ref: refs/heads/main/../../../config\n")]
    [InlineData("HEAD", "ref: HEAD\n")]
    [InlineData("HEAD", "\0\0\0")]
    [InlineData("config", "[core\n")]
    [InlineData("config", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n")]
    [InlineData("config", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefstorage = reftable\n")]
    [InlineData("config", "[core]\n\trepositoryformatversion = 99\n")]
    [InlineData("packed-refs", "# pack-refs with: peeled\n^^^^\n")]
    [InlineData("index", "DIRC\0\0\0\u0002ÿÿÿÿ")]
    [InlineData("shallow", "x\n")]
    [InlineData("info/grafts", "x\n")]
    [InlineData("refs/heads/main", "ref: refs/heads/main\n")]
    [InlineData("refs/heads/main", "0123456789012345678901234567890123456789\n")]
    public void Load_DamagedRepository_GivesAProblemOrADateNeverAFault(string file, string text)
    {
        GitSandbox.Init(_site.Root, s_time);
        var path = Path.Combine(_site.Root, ".git", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);

        var rules = _site.Check().Select(problem => problem.Rule.Id).ToList();

        Assert.True(Dates() is [{ } date] ? date == s_time : rules is ["date-git-introuvable"] or [], string.Join(' ', rules));
    }

    [Theory]
    [InlineData("truncate")]
    [InlineData("overwrite")]
    [InlineData("delete")]
    public void Load_DamagedObjects_AreReported(string damage)
    {
        GitSandbox.Init(_site.Root, s_time);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_site.Root, ".git", "objects"), "*", SearchOption.AllDirectories).ToList())
        {
            File.SetAttributes(file, FileAttributes.Normal);
            switch (damage)
            {
                case "truncate":
                    File.WriteAllBytes(file, File.ReadAllBytes(file)[..10]);
                    break;
                case "overwrite":
                    File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select(static each => (byte)~each)]);
                    break;
                default:
                    File.Delete(file);
                    break;
            }
        }

        Assert.Equal(["date-git-introuvable"], _site.Check().Select(problem => problem.Rule.Id));
    }

    [Fact]
    public void Read_ObjectThatNeverEnds_IsGivenUp()
    {
        GitSandbox.Init(_site.Root, s_time);
        var head = GitSandbox.Git(_site.Root, s_time, "rev-parse", "HEAD").Trim();
        var path = Path.Combine(_site.Root, ".git", "objects", head[..2], head[2..]);
        File.Delete(path);
        using (var make = Process.Start("mkfifo", [path]))
        {
            make.WaitForExit();
        }

        var history = new GitHistory(_site.Root, TimeSpan.FromMilliseconds(50));

        Assert.Null(history.LastChange(new FolderEntry("a.md", "", "a.md", default, 1)));
        Assert.Equal(GitFault.TooLong, history.Fault);
    }

    [Fact]
    public async Task CheckAndSite_EveryProgramNamed_StartNoProcess()
    {
        GitSandbox.Init(_site.Root, s_time);
        foreach (var configuration in Configurations)
        {
            Plant(configuration.Data.Item2);
        }

        // Also found first on the path, and named by the environment.
        var script = Path.Combine(_elsewhere.Root, "git");
        File.Copy(Path.Combine(_elsewhere.Root, "script"), script);
        var configuration2 = Path.Combine(_elsewhere.Root, "home", ".gitconfig");
        _elsewhere.With("home/.gitconfig", Script("[include]\n\tpath = SCRIPT\n[core]\n\tfsmonitor = SCRIPT\n\tpager = SCRIPT\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = SCRIPT\n[diff]\n\texternal = SCRIPT\n"))
            .With("home/.config/git/config", Script("[core]\n\tfsmonitor = SCRIPT\n\thooksPath = FOLDER\n")).With("home/.config/git/attributes", "* filter=x diff=x\n");
        using var other = new SiteBuilder().WithPage("a.md", "title: x");
        GitSandbox.Init(other.Root, s_time.AddYears(5));
        var otherGit = Path.Combine(other.Root, ".git");
        (string Name, string Value)[] environment =
        [
            ("HOME", Path.Combine(_elsewhere.Root, "home")), ("XDG_CONFIG_HOME", Path.Combine(_elsewhere.Root, "home", ".config")), ("GIT_CONFIG_GLOBAL", configuration2),
            ("GIT_CONFIG_SYSTEM", configuration2), ("GIT_CONFIG_PARAMETERS", $"'core.fsmonitor={script}'"), ("GIT_CONFIG", configuration2), ("GIT_WORK_TREE", other.Root),
            ("GIT_COMMON_DIR", otherGit), ("GIT_OBJECT_DIRECTORY", Path.Combine(otherGit, "objects")), ("GIT_ALTERNATE_OBJECT_DIRECTORIES", Path.Combine(otherGit, "objects")),
            ("GIT_INDEX_FILE", Path.Combine(otherGit, "index")), ("GIT_TEMPLATE_DIR", _elsewhere.Root), ("GIT_SSH", script), ("GIT_PROXY_COMMAND", script), ("SSH_ASKPASS", script),
            ("PAGER", script), ("EDITOR", script), ("VISUAL", script), ("GIT_SEQUENCE_EDITOR", script), ("GIT_DISCOVERY_ACROSS_FILESYSTEM", "1"), ("GIT_NAMESPACE", "x"),
            ("PATH", _elsewhere.Root + ":" + Environment.GetEnvironmentVariable("PATH")), ("GIT_DIR", otherGit), ("GIT_EXTERNAL_DIFF", script),
            ("GIT_PAGER", script), ("GIT_SSH_COMMAND", script), ("GIT_ASKPASS", script), ("GIT_EDITOR", script), ("GIT_EXEC_PATH", _elsewhere.Root),
            ("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "core.fsmonitor"), ("GIT_CONFIG_VALUE_0", script), ("GIT_TRACE", Path.Combine(_elsewhere.Root, "trace")),
            ("Content__Path", _site.Root),
        ];

        using var site = await SiteProgram.Start(1, [], environment);
        using var answer = await site.Get("/api/pages.json");
        var (status, output, errors) = await SiteProgram.Run(["check", "--strict"], environment);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("2021-01-02", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(status == 0, string.Join('\n', output.Concat(errors)));
        Assert.Empty(_site.Check());
        Assert.False(Ran());
    }

    // What the compiled assembly names, so that no other way to write it is missed.
    [Theory]
    [InlineData(typeof(Texts))]
    [InlineData(typeof(PlansWeb.Content.Site.Snapshot))]
    [InlineData(typeof(PlansWeb.Dsfr.Component))]
    public void Assembly_References_StartNoProcessAndLoadNoCode(Type type)
    {
        using var file = new PEReader(File.OpenRead(type.Assembly.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name));
        var members = metadata.MemberReferences.Select(handle => metadata.GetMemberReference(handle))
            .Where(static member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{metadata.GetString(member.Name)}");

        Assert.Empty(types.Intersect([nameof(ProcessStartInfo), "AssemblyLoadContext", "NativeLibrary"]));
        Assert.DoesNotContain("Process.Start", members);
        Assert.DoesNotContain("Assembly.LoadFrom", members);
    }

    // The script leaves a file beside it.
    private string Script(string configuration)
    {
        var script = Path.Combine(_elsewhere.Root, "script");
        File.WriteAllText(script, $"#!/bin/sh\necho \"$0\" >> '{Path.Combine(_elsewhere.Root, "ran")}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return "\n" + configuration.Replace("SCRIPT", script, StringComparison.Ordinal).Replace("FOLDER", _elsewhere.Root, StringComparison.Ordinal) + "\n";
    }

    private void Plant(string configuration, string? git = null)
    {
        git ??= Path.Combine(_site.Root, ".git");
        File.AppendAllText(Path.Combine(git, "config"), Script(configuration));
        _site.With(".gitattributes", "* filter=x diff=x merge=x\n");
        foreach (var hook in new[] { "post-checkout", "fsmonitor-watchman", "post-index-change", "reference-transaction", "pre-auto-gc", "query-watchman" })
        {
            Directory.CreateDirectory(Path.Combine(git, "hooks"));
            File.Copy(Path.Combine(_elsewhere.Root, "script"), Path.Combine(git, "hooks", hook), overwrite: true);
            File.Copy(Path.Combine(_elsewhere.Root, "script"), Path.Combine(_elsewhere.Root, hook), overwrite: true);
        }
    }

    private bool Ran() => File.Exists(Path.Combine(_elsewhere.Root, "ran"));

    private DateTimeOffset?[] Dates() => [.. new ContentLoader(new(), TimeProvider.System).Load(_site.Root).Pages.Select(static page => page.Date)];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
