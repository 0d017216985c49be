using System.ComponentModel;
using System.Diagnostics;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Runs the real Git to make repositories for tests, without the configuration of the machine and of the user.</summary>
public static class GitSandbox
{
    private static readonly Lazy<bool> s_isThere = new(() => Run(Path.GetTempPath(), default, ["--version"]) is not null);

    /// <summary>Makes a repository of a folder, and commits all its files.</summary>
    public static void Init(string root, DateTimeOffset time)
    {
        Git(root, time, "init", "-q", "-b", "main");
        Commit(root, time);
    }

    /// <summary>Commits all files of the work tree.</summary>
    public static void Commit(string root, DateTimeOffset time)
    {
        Git(root, time, "add", "-A");
        Git(root, time, "commit", "-q", "--allow-empty", "-m", "Essai");
    }

    /// <summary>Runs a command of Git; skips the test where there is no Git.</summary>
    /// <returns>What it wrote.</returns>
    public static string Git(string root, DateTimeOffset time, params string[] arguments)
    {
        Needs.That(s_isThere.Value, "Git is not installed");
        return Run(root, time, arguments)!;
    }

    private static string? Run(string root, DateTimeOffset time, string[] arguments)
    {
        var start = new ProcessStartInfo("git",
        [
            "-C", root, "-c", "user.name=Essai", "-c", "user.email=essai@exemple.fr", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always",
            .. arguments,
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["GIT_COMMITTER_DATE"] = start.Environment["GIT_AUTHOR_DATE"] = time.ToString("O");
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            Assert.True(git.ExitCode == 0, error.Result);
            return output;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
