using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Files.Names;

/// <summary>
/// Tells copies and leavings by their names: what file managers, synchronizing programs, office programs and editors put beside the file that is
/// meant. They are not published: an old state of a text, or one that nobody has read over, must not become public by itself.
/// </summary>
internal static partial class CopyNames
{
    private const int MostCompared = 512 * 1024;

    /// <summary>Takes the copies out of a listing, and reports each.</summary>
    /// <param name="entries">All files of the content folder.</param>
    /// <param name="problems">Where problems are added.</param>
    public static void TakeOut(List<FolderEntry> entries, ICollection<Diagnostic> problems)
    {
        var suspects = entries.Where(static entry => !entry.IsPrivate && Suspicious().IsMatch(Name(entry.NormalizedPath))).ToArray();
        if (suspects.Length == 0)
        {
            return;
        }

        var places = new Dictionary<string, FolderEntry>(entries.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            places.TryAdd(entry.NormalizedPath, entry);
        }

        var copies = new HashSet<FolderEntry>();
        foreach (var entry in suspects)
        {
            if (Reported(entry, places) is { } problem)
            {
                copies.Add(entry);
                problems.Add(problem);
            }
        }

        entries.RemoveAll(copies.Contains);
    }

    private static Diagnostic? Reported(FolderEntry entry, Dictionary<string, FolderEntry> places)
    {
        var name = Name(entry.NormalizedPath);
        if (Leaving().IsMatch(name))
        {
            return new Diagnostic(DiagnosticRules.Copy, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» est un reste laissé par un programme\u00a0: il n’est pas publié.",
                "Supprimez ce fichier, quand plus personne ne travaille sur celui dont il vient.");
        }

        if (entry.IsMarkdown && DraftName().IsMatch(name))
        {
            return new Diagnostic(DiagnosticRules.Copy, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» porte le nom d’un brouillon\u00a0: il n’est pas publié.",
                "Écrivez «\u00a0draft: true\u00a0» dans son en-tête et renommez-le\u00a0; ou renommez-le seulement, pour le publier.");
        }

        if (Conflict().IsMatch(name) && (entry.IsMarkdown || MediaTypes.Of(name) is not null))
        {
            return new Diagnostic(DiagnosticRules.Copy, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» est la copie que la synchronisation a faite d’un fichier changé à deux endroits\u00a0: elle n’est pas publiée.",
                "Reportez dans le fichier d’origine ce qui manque, puis supprimez cette copie.");
        }

        // A document may be linked by such a name. A page by it was never meant, and a copy of private data would be a public document.
        var original = Originals(name, [Marked(), Prefixed(), Computer()]).FirstOrDefault(IsCopied)
            ?? (entry.IsMarkdown ? Originals(name, [Named()]).FirstOrDefault(other => IsCopied(other) && IsSameText(entry, Place(other)!)) : null);
        if (original is null)
        {
            return null;
        }

        return new Diagnostic(DiagnosticRules.Copy, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» semble être une copie de «\u00a0{original}\u00a0»\u00a0: elle n’est pas publiée.",
            "Supprimez-la, ou renommez-la si c’est une page à part entière.");

        bool IsCopied(string other) => Place(other) is { } first && first != entry && (entry.IsMarkdown || first.IsData);

        FolderEntry? Place(string other) => places.GetValueOrDefault(entry.NormalizedPath[..^name.Length] + other);
    }

    // The names of the files that this one would be a copy of: of a copy of a copy, both.
    private static IEnumerable<string> Originals(string name, Regex[] patterns)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        for (var depth = 0; depth < 4 && Array.Find(patterns, pattern => pattern.IsMatch(stem)) is { } pattern; depth++)
        {
            stem = pattern.Match(stem).Groups["stem"].Value.Trim();
            yield return stem + extension;
        }
    }

    // A name that a page of its own may have as well (« plan-DGFIP », « plan 2 ») is a copy's where both have the same title and most of their lines.
    private static bool IsSameText(FolderEntry entry, FolderEntry other)
    {
        try
        {
            var (lines, others) = (Lines(entry), Lines(other));
            var titles = lines.Where(IsTitle).ToList();
            return titles.Count > 0 && titles.SequenceEqual(others.Where(IsTitle))
                && 2 * lines.Intersect(others, StringComparer.Ordinal).Count() >= Math.Min(lines.Distinct(StringComparer.Ordinal).Count(), others.Distinct(StringComparer.Ordinal).Count());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        static bool IsTitle(string line) => line.StartsWith("title:", StringComparison.Ordinal);
    }

    private static List<string> Lines(FolderEntry entry)
    {
        if (entry.Length is 0 or > MostCompared)
        {
            return [];
        }

        return [.. TextDecoder.Decode(File.ReadAllBytes(entry.PhysicalPath)).Text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)];
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    // Nearly every name passes this one look.
    [GeneratedRegex(@"(?i:[()~#\[]|cop[iy]|conflict|sync-|\.md\.|\.markdown\.|[ _.-](?:old|bak|backup|orig|save|sauvegarde|draft|brouillon|wip)\.|[_.](?:BACKUP|BASE|LOCAL|REMOTE)[_.])|[-_ ][\p{Lu}\p{N}][\p{Lu}\p{N}a_-]|[ _-]\p{N}\.|-iMac")]
    private static partial Regex Suspicious();

    // Office's owner files (~$x.docx), Emacs' #x#, backups (x~), and what follows the extension of a page.
    [GeneratedRegex(@"^~\$|^~.*\.tmp$|^\#.*\#$|\.[A-Za-z0-9]+~$|\.(?:md|markdown)\.(?:bak|orig|rej|sw[a-z]|tmp|temp|old|save|backup|part|crdownload|download|lock|\d+)~?$", RegexOptions.IgnoreCase)]
    private static partial Regex Leaving();

    // « x.draft.md », as other generators have it.
    [GeneratedRegex(@"\.(?:draft|brouillon|wip)\.md$", RegexOptions.IgnoreCase)]
    private static partial Regex DraftName();

    // Left by Git's merge tools; and Dropbox, Nextcloud, ownCloud, Seafile, Syncthing: with the date of the conflict.
    [GeneratedRegex(@"\([^()]*(?:conflicted copy|copie en conflit|copie conflictuelle|case conflict|conflit|conflict)[^()]*\d{4}[^()]*\)|_conflict-\d{8}|\.sync-conflict-\d{8}|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.|\.(?:BACKUP|BASE|LOCAL|REMOTE)\.\d+\.", RegexOptions.IgnoreCase)]
    private static partial Regex Conflict();

    // « x - Copie (2) », « x (1) », « x copy 2 », « x (copie) », « x (3e copie) », « x_copie ».
    [GeneratedRegex(
        @"^(?<stem>.+?)(?:\s+-\s+(?:copie|copy)(?:\s*\(\d{1,3}\))?|[\s_-]+(?:copie|copy)(?:[\s_-]*\d{1,3})?|\.conflict|\s*\[(?:[^\[\]]*\b(?:copie|copy|conflit|conflict|conflicted)\b[^\[\]]*)\]|\s*\((?:[^()]*\b(?:copie|copy|conflit|conflict|conflicted)\b[^()]*|\d{1,2})\))+$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    // « Copie de x », « Copy (2) of x ».
    [GeneratedRegex(@"^(?:copie|copy)(?:\s*\(?\d{1,3}\)?)?\s+(?:de|d’|d'|of)\s*(?<stem>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixed();

    // OneDrive adds the name of the computer, which most often says what it is. Capitals: « demande-pc » is an ordinary name.
    [GeneratedRegex(
        @"^(?<stem>.+?)-(?:(?:PC|DESKTOP|LAPTOP|PORTABLE|POSTE|SURFACE|WIN|WKS|WS|SRV)(?:-[\p{Lu}\p{N}]+)+|(?:PC|DESKTOP|LAPTOP|PORTABLE|POSTE|WIN|WKS|WS|SRV)\p{N}+|[\p{Lu}\p{N}]+-(?:PC|DESKTOP|LAPTOP|PORTABLE)|(?:Mac[Bb]ook|iMac|Mac[- ]?(?:mini|Pro|Studio))(?:[- ][\p{L}\p{N}’']+)*(?:\.local)?)(?:-\d{1,2})?$")]
    private static partial Regex Computer();

    // A computer of any name, a number as macOS and iCloud add, what people call an older state.
    [GeneratedRegex(@"^(?<stem>.+?)(?:[-_ ](?=[\p{Lu}\p{N}_-]*\p{Lu})[\p{Lu}\p{N}][\p{Lu}\p{N}_-]+|\s\d{1,2}|[\s._-](?i:old|bak|backup|orig|save|sauvegarde))$")]
    private static partial Regex Named();
}
