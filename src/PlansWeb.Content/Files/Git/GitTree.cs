using System.Text;
using LibGit2Sharp;

namespace PlansWeb.Content.Files.Git;

/// <summary>A folder as it was at a revision, written where it can be read as any folder.</summary>
internal static class GitTree
{
    private const string DotGit = ".git";

    /// <summary>
    /// Writes all files of the repository as a revision has them, byte for byte: no filter, no hook and no line-end conversion runs, nothing is
    /// checked out and nothing in the repository changes. Submodules are left out, and symbolic links that lead out of the tree.
    /// </summary>
    /// <param name="repository">The repository.</param>
    /// <param name="revision">Anything that names a commit: a branch, a tag, a hash, <c>HEAD~3</c> (gitrevisions).</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="fault">Why it could not be written; <see cref="GitFault.None"/> too where the repository has no such revision.</param>
    /// <returns>When the revision was committed; <see langword="null"/> where it could not be written.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static DateTimeOffset? Write(GitRepository repository, string revision, string folder, out GitFault fault)
    {
        using var opened = repository.Open(out fault);
        if (opened is null)
        {
            return null;
        }

        try
        {
            if (opened.Lookup(revision)?.Peel<Commit>() is not { } commit)
            {
                return null;
            }

            var links = new List<(string Path, string Target)>();
            Write(commit.Tree, folder, links);

            // Last: until then every folder that is written to is one that was made here.
            foreach (var (path, target) in links.Where(link => !Path.Exists(link.Path)))
            {
                File.CreateSymbolicLink(path, target);
            }

            return commit.Committer.When;
        }
        catch (LibGit2SharpException)
        {
            // An object is missing or damaged, or the name means several commits.
            fault = opened.Info.IsShallow ? GitFault.Shallow : GitFault.Unreadable;
            return null;
        }
    }

    private static void Write(Tree tree, string folder, List<(string Path, string Target)> links)
    {
        Directory.CreateDirectory(folder);
        foreach (var entry in tree.Where(static entry => IsPlain(entry.Name)))
        {
            var path = Path.Join(folder, entry.Name);
            switch (entry.TargetType)
            {
                case TreeEntryTargetType.Tree:
                    Write((Tree)entry.Target, path, links);
                    break;
                case TreeEntryTargetType.Blob when entry.Mode == Mode.SymbolicLink:
                    if (Target((Blob)entry.Target, entry.Path) is { } target)
                    {
                        links.Add((path, target));
                    }

                    break;
                case TreeEntryTargetType.Blob:
                    using (var content = ((Blob)entry.Target).GetContentStream())
                    using (var file = File.Create(path))
                    {
                        content.CopyTo(file);
                    }

                    break;
            }
        }
    }

    // Git refuses such names too, but only when it checks them out.
    private static bool IsPlain(string name) =>
        name is not ("" or "." or "..") && !name.Equals(DotGit, StringComparison.OrdinalIgnoreCase) && !name.AsSpan().ContainsAny('/', '\\', '\0');

    // A link may go up only to begin with, and not above the tree: then it stays in it whatever other links it passes.
    private static string? Target(Blob blob, string path)
    {
        if (blob.Size > 4096)
        {
            return null;
        }

        using var content = blob.GetContentStream();
        using var reader = new StreamReader(content, Encoding.UTF8);
        var target = reader.ReadToEnd();
        var steps = target.Split('/');
        var up = steps.TakeWhile(static step => step is "..").Count();
        return target.Length > 0 && target[0] != '/' && !target.AsSpan().ContainsAny('\\', '\0') && !steps.Skip(up).Contains("..")
            && up <= path.Replace('\\', '/').Count(static letter => letter == '/') ? target : null;
    }
}
