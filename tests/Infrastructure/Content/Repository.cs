namespace PlansWeb.Tests.Infrastructure;

/// <summary>Where things stand around the tests.</summary>
public static class Repository
{
    /// <summary>The repository's root: the nearest folder above the tests that has the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The content that is published.</summary>
    public static string Content => Path.Combine(Root, "content");

    /// <summary>
    /// The corpus: a real site of 145 pages with what Eleventy made of it. It is not part of the repository: without it the test is skipped,
    /// or fails where everything must run.
    /// </summary>
    public static string Corpus
    {
        get
        {
            var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus", "minumeco-2022"));
            Needs.That(Directory.Exists(path), "the corpus is not there: it stands beside the repository, in ../shared/corpus");
            return path;
        }
    }

    /// <summary>The C# and Razor sources of the program: path and text.</summary>
    public static IEnumerable<(string Path, string Text)> Sources => new[] { "*.cs", "*.cshtml" }
        .SelectMany(static pattern => Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories))
        .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
        .Select(static file => (file, File.ReadAllText(file)));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "PlansWeb.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests must be run from a clone: PlansWeb.sln is in no folder above them.");
    }
}
