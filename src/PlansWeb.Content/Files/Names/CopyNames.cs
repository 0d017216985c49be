using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Files.Names;

/// <summary>
/// Tells copies and leavings by their names: what file managers, synchronizing programs, office programs and editors put beside the file that is
/// meant. They are not published: an old state of a text, or one that nobody has read over, must not become public by itself.
/// </summary>
internal static partial class CopyNames
{
    /// <summary>Takes the copies out of a listing, and reports each.</summary>
    /// <param name="entries">All files of the content folder.</param>
    /// <param name="problems">Where problems are added.</param>
    public static void TakeOut(List<FolderEntry> entries, ICollection<Problem> problems)
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

    private static Problem? Reported(FolderEntry entry, Dictionary<string, FolderEntry> places)
    {
        var name = Name(entry.NormalizedPath);
        if (Leaving().IsMatch(name))
        {
            return new Problem(ProblemRules.Copy, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» est un reste laissé par un programme\u00a0: il n’est pas publié.",
                "Supprimez ce fichier, quand plus personne ne travaille sur celui dont il vient.");
        }

        if (Conflict().IsMatch(name) && (entry.IsMarkdown || MediaTypes.Of(name) is not null))
        {
            return new Problem(ProblemRules.Copy, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» est la copie que la synchronisation a faite d’un fichier changé à deux endroits\u00a0: elle n’est pas publiée.",
                "Reportez dans le fichier d’origine ce qui manque, puis supprimez cette copie.");
        }

        // A document may be linked by such a name. A page by it was never meant, and a copy of private data would be a public document.
        if (Original(name) is not { } original || places.GetValueOrDefault(entry.NormalizedPath[..^name.Length] + original) is not { } first
            || !(entry.IsMarkdown || first.IsData))
        {
            return null;
        }

        return new Problem(ProblemRules.Copy, entry.Path, 0, 0, $"«\u00a0{name}\u00a0» semble être une copie de «\u00a0{original}\u00a0»\u00a0: elle n’est pas publiée.",
            "Supprimez-la, ou renommez-la si c’est une page à part entière.");
    }

    // The name of the file that this one would be a copy of.
    private static string? Original(string name)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        foreach (var pattern in (Regex[])[Marked(), Prefixed(), Computer()])
        {
            if (pattern.Match(stem) is { Success: true } match)
            {
                return match.Groups["stem"].Value.Trim() + extension;
            }
        }

        return null;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    // Nearly every name passes this one look.
    [GeneratedRegex(@"(?i:[()~#]|cop[iy]|conflict|sync-|\.md\.|\.markdown\.)|-\p{Lu}[\p{Lu}\p{N}a-]|-iMac")]
    private static partial Regex Suspicious();

    // Office's owner files (~$x.docx), Emacs' #x#, backups (x~), and what follows the extension of a page.
    [GeneratedRegex(@"^~\$|^~.*\.tmp$|^\#.*\#$|\.[A-Za-z0-9]+~$|\.(?:md|markdown)\.(?:bak|orig|rej|sw[a-z]|tmp|temp|old|save|backup|part|crdownload|download|lock|\d+)~?$", RegexOptions.IgnoreCase)]
    private static partial Regex Leaving();

    // Dropbox, Nextcloud, ownCloud, Seafile, Syncthing: with the date of the conflict.
    [GeneratedRegex(@"\([^()]*(?:conflicted copy|copie en conflit|copie conflictuelle|case conflict|conflit|conflict)[^()]*\d{4}[^()]*\)|_conflict-\d{8}|\.sync-conflict-\d{8}", RegexOptions.IgnoreCase)]
    private static partial Regex Conflict();

    // « x - Copie (2) », « x (1) », « x copy 2 », « x (copie) », « x (3e copie) », « x_copie ».
    [GeneratedRegex(
        @"^(?<stem>.+?)(?:\s+-\s+(?:copie|copy)(?:\s*\(\d{1,3}\))?|[\s_-]+(?:copie|copy)(?:[\s_-]*\d{1,3})?|\s*\((?:[^()]*\b(?:copie|copy|conflit|conflict)\b[^()]*|\d{1,2})\))+$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    // « Copie de x », « Copy (2) of x ».
    [GeneratedRegex(@"^(?:copie|copy)(?:\s*\(?\d{1,3}\)?)?\s+(?:de|d’|d'|of)\s*(?<stem>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixed();

    // OneDrive adds the name of the computer, which most often says what it is. Capitals: « demande-pc » is an ordinary name.
    [GeneratedRegex(
        @"^(?<stem>.+?)-(?:(?:PC|DESKTOP|LAPTOP|PORTABLE|POSTE|SURFACE|WIN|WKS|WS|SRV)(?:-[\p{Lu}\p{N}]+)+|(?:PC|DESKTOP|LAPTOP|PORTABLE|POSTE|WIN|WKS|WS|SRV)\p{N}+|[\p{Lu}\p{N}]+-(?:PC|DESKTOP|LAPTOP|PORTABLE)|(?:Mac[Bb]ook|iMac|MacBook-(?:Pro|Air))(?:-[\p{L}\p{N}]+)*)(?:-\d{1,2})?$")]
    private static partial Regex Computer();
}
