using System.Text;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Commands;

/// <summary>Adds redirects to <c>_data/redirects.yaml</c>.</summary>
internal static class RedirectWriter
{
    private const string Name = "redirects.yaml";

    /// <summary>Adds a line for each address whose new place is known. Where nothing is known an editor must choose: that a page is gone is not guessed.</summary>
    /// <param name="folder">The folder of the site's data.</param>
    /// <param name="lost">The lost addresses.</param>
    /// <returns>How many lines were added.</returns>
    /// <exception cref="UsageException">The file that is there cannot take them.</exception>
    public static int Add(string folder, IEnumerable<LostAddress> lost)
    {
        string[] lines = [.. lost.Where(static address => address is { Place: not null, Hidden: null }).Select(static address => address.Line)];
        if (lines.Length == 0)
        {
            return 0;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, Name) is var yaml && !File.Exists(yaml) && Path.Combine(folder, "redirects.yml") is var yml && File.Exists(yml) ? yml : yaml;
            var before = File.Exists(file) ? File.ReadAllText(file) : "";
            var end = before.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            var after = before + (before.Length == 0 || before.EndsWith('\n') ? "" : end) + string.Concat(lines.Select(line => line + end));
            if (Keys(after, out var keys) && keys - (Keys(before, out var had) ? had : 0) == lines.Length)
            {
                File.WriteAllText(file, after, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                return lines.Length;
            }

            throw new UsageException($"Les redirections ne peuvent pas être ajoutées à «\u00a0{file}\u00a0»\u00a0: corrigez d’abord ce fichier («\u00a0PlansWeb check\u00a0» dit ce qui ne va pas), ou ajoutez les lignes à la main.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Le dossier «\u00a0{folder}\u00a0» ne peut pas être écrit\u00a0: {exception.Message}");
        }
    }

    // As the site will read it: a list in braces, or a mistake further up, would take the new lines for something else.
    private static bool Keys(string text, out int count)
    {
        var problems = new DiagnosticLog(ContentFolder.DataFolder + "/" + Name, text);
        var data = DataFileReader.Read(text, ContentFolder.DataFolder + "/" + Name, problems) as DataMap;
        count = data?.Entries.Count ?? 0;
        return data is not null && problems.Problems.Count == 0;
    }
}
