using System.Globalization;
using System.Text;
using PlansWeb.Content.Site;
using PlansWeb.Declarations;
using PlansWeb.Hosting.Settings;
using PlansWeb.Pages;

namespace PlansWeb.Export;

/// <summary>
/// Names what an answer is made of, without making it: where the last export made it of the same, it is the same. That is the program, the settings, all of the
/// content but the bodies of its pages, and the files of the pages whose bodies the answer shows.
/// </summary>
internal sealed class AnswerKeys
{
    private readonly Snapshot _snapshot;
    private readonly string? _surroundings;

    /// <summary>Keys for the answers of a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="services">The services of its site.</param>
    /// <param name="isSmallest">The export compresses as far as possible.</param>
    public AnswerKeys(Snapshot snapshot, IServiceProvider services, bool isSmallest)
    {
        _snapshot = snapshot;
        if (snapshot.Surroundings is not { } surroundings)
        {
            return;
        }

        var all = new StringBuilder(surroundings).Append(isSmallest).Append('\n');
        foreach (var file in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles().OrderBy(static file => file.Name, StringComparer.Ordinal))
        {
            all.Append(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
        }

        // Those of the server and of the log too: fewer exports are quick then, and none is wrong.
        var configuration = services.GetRequiredService<IConfiguration>();
        foreach (var (key, value) in services.GetServices<Setting>().Where(static setting => !setting.IsSecret)
            .SelectMany(setting => configuration.GetSection(setting.Key.Split(":*")[0]).AsEnumerable()).Distinct().OrderBy(static setting => setting.Key, StringComparer.OrdinalIgnoreCase))
        {
            all.Append(CultureInfo.InvariantCulture, $"{key}={value}\n");
        }

        foreach (var page in snapshot.Pages)
        {
            all.Append(CultureInfo.InvariantCulture, $"{page.Url} {page.IsListed} {page.NoIndex}\n");
        }

        // The one thing that every page shows of the text of another.
        foreach (var (url, state) in snapshot.Part<DeclarationPages>().States)
        {
            all.Append(CultureInfo.InvariantCulture, $"{url} {state}\n");
        }

        foreach (var file in snapshot.Files)
        {
            all.Append(file.Url).Append('\n');
        }

        foreach (var redirect in snapshot.Redirects)
        {
            all.Append(CultureInfo.InvariantCulture, $"{redirect.From} {redirect.Target}\n");
        }

        _surroundings = Hash(all.ToString());
    }

    /// <summary>The key of an answer; <see langword="null"/> where it must be made to be known.</summary>
    public string? Of(ExportedAddress address)
    {
        if (_surroundings is null || address.Shown is not { } pages || !pages.All(static page => page.SourceHash is not null))
        {
            return null;
        }

        // Whether an index offers its whole section hangs on the length of the texts below it.
        var all = new StringBuilder(_surroundings).Append(address.Target).Append(' ').Append(address.Accept).Append(pages is [var only] && WholeBranchBuilder.IsOffered(only, _snapshot));
        foreach (var page in pages)
        {
            all.Append(Convert.ToHexStringLower(page.SourceHash!));
        }

        return Hash(all.ToString());
    }

    private static string Hash(string text) => ExportFolder.StateOf(Encoding.UTF8.GetBytes(text));
}
