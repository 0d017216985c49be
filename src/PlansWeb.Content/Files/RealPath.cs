namespace PlansWeb.Content.Files;

/// <summary>Follows symbolic links in every part of a path, where .NET follows only the last one: <c>out/x.md</c> leaves the folder when <c>out</c> does.</summary>
internal static class RealPath
{
    // As many as Linux follows before it gives up.
    private const int MostLinks = 40;

    /// <summary>The path without links, or <see langword="null"/> where they lead in a circle.</summary>
    /// <param name="path">An absolute path; it need not exist.</param>
    /// <exception cref="IOException">A part cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A part cannot be read.</exception>
    public static string? Of(string path)
    {
        var resolved = Path.GetPathRoot(path)!;
        var parts = new Stack<string>();
        Push(path[resolved.Length..], parts);
        var links = 0;
        while (parts.TryPop(out var part))
        {
            if (part is "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Join(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                resolved = Path.GetPathRoot(target)!;
                target = target[resolved.Length..];
            }

            Push(target, parts);
        }

        return resolved;
    }

    private static void Push(string path, Stack<string> parts)
    {
        var split = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in split.Reverse().Where(static part => part is not "."))
        {
            parts.Push(part);
        }
    }
}
