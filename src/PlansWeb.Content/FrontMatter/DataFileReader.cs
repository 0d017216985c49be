using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Repair;
using PlansWeb.Content.FrontMatter.Yaml;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter;

/// <summary>Reads a data file: site data in <c>_data/</c>, or the data of a folder.</summary>
internal static class DataFileReader
{
    // A text of the longest length, were it written in UTF-16.
    private static readonly long s_mostBytes = 2L * DataLimits.DataFile.Length;

    /// <summary>Reads a file from disk. Never throws: what cannot be read is reported and left out.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="read">The bytes of the data files that were read already, by path.</param>
    public static DataFile Load(FolderEntry entry, IReadOnlyDictionary<string, byte[]>? read = null)
    {
        byte[] bytes;
        try
        {
            if (read is null || !read.TryGetValue(entry.Path, out bytes!))
            {
                if (new FileInfo(entry.PhysicalPath).Length > s_mostBytes)
                {
                    return TooLarge(entry);
                }

                bytes = File.ReadAllBytes(entry.PhysicalPath);
            }
            else if (bytes.Length > s_mostBytes)
            {
                return TooLarge(entry);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(entry, DiagnosticRules.Unreadable, "Le fichier ne peut pas être lu.", "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie.");
        }

        var decoded = TextDecoder.Decode(bytes);
        var problems = new DiagnosticLog(entry.Path, decoded.Text);
        if (decoded.Fault is { } fault)
        {
            problems.Add(fault);
        }

        if (GitConflict.Find(decoded.Text, isMarkdown: false) is { } conflict)
        {
            // The first version is whole; its other faults, if any, are told when the conflict is settled.
            conflict.ReportTo(problems);
            return new DataFile(Read(conflict.Resolved, entry.Path, new DiagnosticLog(entry.Path, conflict.Resolved)), problems.Problems) { Text = decoded.Text };
        }

        return new DataFile(Read(decoded.Text, entry.Path, problems), problems.Problems) { Text = decoded.Text };
    }

    /// <summary>Whether a text was cut off or broken, so that what it said before counts; not where it would hide pages, which counts at once.</summary>
    /// <param name="file">Path below the content folder.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="hiding">Finds lines that hide pages.</param>
    /// <param name="found">What is wrong with it.</param>
    public static bool IsBroken(string file, ReadOnlySpan<byte> bytes, HidingKeys hiding, out IReadOnlyList<Diagnostic> found)
    {
        var text = TextDecoder.Decode(bytes).Text;
        var problems = new DiagnosticLog(file, text);
        if (GitConflict.Find(text, isMarkdown: false) is { } conflict)
        {
            conflict.ReportTo(problems);
        }
        else if (Path.GetExtension(file) is ".json" or ".yaml" or ".yml")
        {
            _ = Read(text, file, problems);
        }

        found = problems.Problems;
        return found.Any(static problem => problem.Rule == DiagnosticRules.Yaml || problem.Rule == DiagnosticRules.Json || problem.Rule == DiagnosticRules.GitConflict) && !hiding.HasHidingLine(text);
    }

    /// <summary>Reads a text. Never throws: what cannot be read is reported and left out.</summary>
    /// <param name="text">The whole file, decoded.</param>
    /// <param name="file">Path below the content folder, with <c>/</c>; its end, <c>.json</c>, <c>.yaml</c> or <c>.yml</c>, tells the language.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static DataNode Read(string text, string file, DiagnosticLog problems)
    {
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        var data = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? new JsonData(file, DataLimits.DataFile, problems).Read(text, 1)
            : new YamlData(file, DataLimits.DataFile, problems).Read(text, 1, YamlRoot.Any);
        return data ?? DataMap.Empty;
    }

    private static DataFile TooLarge(FolderEntry entry) =>
        Refused(entry, DiagnosticRules.TooLarge, "Le fichier de données est trop grand et n’est pas lu.", "Répartissez les données dans plusieurs fichiers.");

    /// <summary>The files that data files and includes name, each with the pages that it belongs to.</summary>
    /// <param name="listing">The content folder.</param>
    /// <param name="read">The bytes that count of each, by path.</param>
    public static IReadOnlyList<FileReferences> References(FolderListing listing, IReadOnlyDictionary<string, byte[]> read)
    {
        var references = new List<FileReferences>();
        var pages = listing.Entries.Where(static entry => entry.IsMarkdown || entry.IsTemplate).DistinctBy(StemOf, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StemOf, static entry => entry.Path, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in listing.Entries.Where(SiteData.IsDataFile))
        {
            if (read.GetValueOrDefault(entry.Path) is not { Length: > 0 } bytes || bytes.Length > s_mostBytes)
            {
                continue;
            }

            var text = TextDecoder.Decode(bytes).Text;
            var isData = Path.GetExtension(entry.Path) is ".json" or ".yaml" or ".yml";
            var names = FileNameScanner.Scan(text, isData ? Read(text, entry.Path, new DiagnosticLog(entry.Path, text)) : null);
            if (names.Count > 0)
            {
                references.Add(new FileReferences(ScopeOf(entry, listing.Name, pages), null, Publication.Always, names));
            }
        }

        return references;
    }

    // Site data and includes are anybody's; other data is a folder's or a page's.
    private static string? ScopeOf(FolderEntry entry, string rootName, Dictionary<string, string> pages)
    {
        if (!entry.IsData || entry.IsPrivate || DataFileName.Of(entry, rootName) is not { } name)
        {
            return null;
        }

        return name.IsOfFolder ? entry.Path[..(entry.Path.LastIndexOf('/') + 1)] : pages.GetValueOrDefault(name.Stem) ?? name.Stem + ".md";
    }

    private static string StemOf(FolderEntry page) => page.NormalizedPath[..^Path.GetExtension(page.NormalizedPath).Length];

    private static DataFile Refused(FolderEntry entry, DiagnosticRule rule, string message, string advice)
    {
        var problems = new DiagnosticLog(entry.Path, "");
        problems.Report(rule, 0, 0, message, advice);
        return new DataFile(DataMap.Empty, problems.Problems) { IsUnread = true };
    }
}
