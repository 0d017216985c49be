using System.Security.Cryptography;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;

namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// Reads the files of the register, the data files whose lines are told to editors, and the history of the pages. What stands in them is for the rooms of the
/// plans, the search and the history.
/// </summary>
internal static class RegisterFileReader
{
    /// <summary>The largest file that is read, in bytes: some 100,000 rows.</summary>
    public const long MostBytes = 16_000_000;

    /// <summary>
    /// Reads the CSV files of folders named <c>registre</c>, <c>administrations.*</c>, <c>thematiques.*</c> and <c>synonymes.*</c> of <c>_data</c>, and
    /// <c>_history/changes.jsonl</c>.
    /// </summary>
    /// <param name="listing">All files of the content folder.</param>
    /// <param name="known">The files of the last load: one that looks unchanged is not read again.</param>
    /// <param name="isThorough">Read all files, whatever they look like.</param>
    /// <param name="problems">Where problems are added: a file that is too large, that is no text or that cannot be read.</param>
    public static Dictionary<string, SourceFile> Read(
        FolderListing listing, IReadOnlyDictionary<string, SourceFile> known, bool isThorough, ICollection<Diagnostic> problems)
    {
        var sources = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var entry in listing.Entries.Where(IsSource))
        {
            if (!isThorough && known.GetValueOrDefault(entry.Path) is { } last && last.Entry == entry && !listing.HasChanged(entry))
            {
                sources.Add(entry.Path, last);
            }
            else if (Read(entry, problems) is { } file)
            {
                // The very same object where nothing changed: whoever compares loads sees at once that the register is the same.
                sources.Add(entry.Path, known.GetValueOrDefault(entry.Path) is { } before && before.Entry == entry && before.Hash.AsSpan().SequenceEqual(file.Hash) ? before : file);
            }
        }

        return sources;
    }

    private static bool IsSource(FolderEntry entry) =>
        entry.Path == ContentFolder.ChangesFile || (entry.IsRegister
            ? !entry.IsPrivate && entry.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            : Path.GetDirectoryName(entry.Path) == ContentFolder.DataFolder
                && Path.GetFileNameWithoutExtension(entry.Path) is "administrations" or "thematiques" or "synonymes"
                && Path.GetExtension(entry.Path) is ".yaml" or ".yml" or ".json"
                && entry.Path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal));

    private static SourceFile? Read(FolderEntry entry, ICollection<Diagnostic> problems)
    {
        try
        {
            if (entry.Length > MostBytes)
            {
                problems.Add(new Diagnostic(DiagnosticRules.TooLarge, entry.Path, 0, 0, "Le fichier du registre est trop grand et n’est pas lu.",
                    "Répartissez ses lignes dans des fichiers de moins de 16\u00A0Mo, ou retirez les colonnes vides."));
                return null;
            }

            // What a spreadsheet saves as Windows-1252 is read as it is: here an encoding is no mistake, unless nothing can be made of the bytes.
            var bytes = File.ReadAllBytes(entry.PhysicalPath);
            var decoded = TextDecoder.Decode(bytes);
            if (decoded.IsRefused)
            {
                problems.Add(new Diagnostic(DiagnosticRules.RegisterFile, entry.Path, 0, 0, "Ce fichier du registre n’est pas du texte\u00A0: il n’est pas lu.",
                    "Dans le tableur, choisissez « Enregistrer sous », puis le format CSV."));
                return null;
            }

            return new SourceFile(entry, bytes, SHA256.HashData(bytes));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Diagnostic(DiagnosticRules.Unreadable, entry.Path, 0, 0, "Le fichier ne peut pas être lu.",
                "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie."));
            return null;
        }
    }
}
