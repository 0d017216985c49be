using System.Diagnostics;
using System.Globalization;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Benchmarks;

/// <summary>A folder of pages made by <c>tests/bench/content.mjs</c>, deleted at the end.</summary>
internal sealed class MadeContent : IDisposable
{
    /// <summary>Makes a site.</summary>
    /// <param name="pages">How many pages; 10 or more.</param>
    /// <exception cref="InvalidOperationException">Node.js is missing or fails.</exception>
    public MadeContent(int pages)
    {
        Folder = Directory.CreateTempSubdirectory("plansweb-benchmarks-").FullName;
        using var process = Process.Start("node", [Path.Combine(Root(), "tests", "bench", "content.mjs"), Folder, pages.ToString(CultureInfo.InvariantCulture)]);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The pages were not made.");
        }
    }

    /// <summary>The content folder.</summary>
    public string Folder { get; }

    /// <summary>Loads the folder.</summary>
    public SiteContent Load() => new ContentLoader(new ContentOptions(), TimeProvider.System).Load(Folder);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The root of the clone that the program was built in.</summary>
    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlansWeb.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The program does not stand in a clone.");
    }
}
