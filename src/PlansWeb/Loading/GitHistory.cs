using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PlansWeb.Loading;

/// <summary>
/// When files were committed, for pages whose date is <c>git Last Modified</c> or <c>git Created</c>.
/// Read once and only when a page asks; without Git or without history nothing is known.
/// </summary>
/// <param name="root">The content folder.</param>
internal sealed class GitHistory(string root)
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(10);

    private readonly Lazy<Dictionary<string, (DateTimeOffset First, DateTimeOffset Last)>> _changes = new(() => Read(root));

    /// <summary>Time of the last commit that changed the file.</summary>
    public DateTimeOffset? LastChange(FolderEntry file) =>
        _changes.Value.TryGetValue(file.Path, out var change) ? change.Last : null;

    /// <summary>Time of the first commit that has the file.</summary>
    public DateTimeOffset? FirstChange(FolderEntry file) =>
        _changes.Value.TryGetValue(file.Path, out var change) ? change.First : null;

    private static Dictionary<string, (DateTimeOffset First, DateTimeOffset Last)> Read(string root)
    {
        var changes = new Dictionary<string, (DateTimeOffset First, DateTimeOffset Last)>(StringComparer.Ordinal);
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git")
            {
                // One walk through history, newest first: a line "\u0001<time>" for each commit, then its files. Parts end with NUL (-z),
                // for otherwise Git quotes names with quotes or backslashes.
                ArgumentList =
                {
                    "-C", root, "log", "-z", "--format=%x01%cI", "--name-only", "--relative", "--no-renames", "--", ".",
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            });
            if (git is null)
            {
                return changes;
            }

            using var stop = new Timer(_ => Kill(git), null, s_timeLimit, Timeout.InfiniteTimeSpan);
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            var time = default(DateTimeOffset);
            foreach (var part in git.StandardOutput.ReadToEnd().Split('\0'))
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

            git.WaitForExit();
        }
        catch (Win32Exception)
        {
            // Git is not installed, as in the container: the pages have no date.
        }

        return changes;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
        }
    }
}
