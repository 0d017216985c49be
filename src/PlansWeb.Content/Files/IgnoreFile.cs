using System.Buffers;
using Microsoft.Extensions.FileSystemGlobbing;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Files;

/// <summary>
/// <c>.eleventyignore</c> at the root of the content folder: one path or pattern a line, from the root, <c>#</c> for comments.
/// As in Eleventy (EleventyFiles.js) a folder stands for all that is in it, and <c>!</c> is not known.
/// </summary>
internal sealed class IgnoreFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = ".eleventyignore";

    private const int MostBytes = 64 * 1024;

    // Patterns of other programs: here they would stand for themselves, which nobody means.
    private static readonly SearchValues<char> s_unknown = SearchValues.Create("!?[]{}\\");

    private readonly Matcher _matcher = new(StringComparison.Ordinal);

    private IgnoreFile()
    {
    }

    /// <summary>Reads the file of a content folder; without one, or with an empty one, there is nothing to ignore.</summary>
    /// <param name="root">The content folder.</param>
    /// <param name="last">What was read before: it counts on where the file was emptied, which a full disk does.</param>
    /// <param name="problems">Where lines that cannot be understood are reported.</param>
    /// <exception cref="IOException">It cannot be read: what it leaves out would be public.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static IgnoreFile? Read(string root, IgnoreFile? last, ICollection<Diagnostic> problems)
    {
        var info = new FileInfo(Path.Join(root, Name));

        // What is empty is not opened: it may be a pipe, which would be waited for.
        if (!info.Exists || (info.Length == 0 && last is null))
        {
            return null;
        }

        if (info.Length == 0)
        {
            problems.Add(new Diagnostic(DiagnosticRules.LastGood, Name, 0, 0, "Le fichier est vide\u00a0: ce qu’il écartait reste écarté.",
                "Enregistrez-le de nouveau\u00a0; pour ne plus rien écarter, supprimez-le."));
            return last;
        }

        if (info.Length > MostBytes)
        {
            problems.Add(new Diagnostic(DiagnosticRules.TooLarge, Name, 0, 0, "Le fichier est trop grand et n’est pas lu.",
                "Nommez des dossiers plutôt que chacun de leurs fichiers."));
            return last;
        }

        return Parse(TextDecoder.Decode(File.ReadAllBytes(info.FullName)).Text, problems);
    }

    /// <summary>The same of patterns that stand elsewhere; those that are not understood leave nothing out.</summary>
    public static IgnoreFile? Of(IEnumerable<string> patterns)
    {
        var file = new IgnoreFile();
        var isEmpty = true;
        foreach (var pattern in patterns)
        {
            isEmpty &= !file.TryAdd(pattern);
        }

        return isEmpty ? null : file;
    }

    /// <summary>The file is to be left out.</summary>
    /// <param name="path">Path below the content folder, Unicode NFC.</param>
    public bool Ignores(string path) => _matcher.Match(path).HasMatches;

    private static IgnoreFile Parse(string text, ICollection<Diagnostic> problems)
    {
        var file = new IgnoreFile();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var pattern = line.Trim().ToString();
            if (pattern.Length > 0 && pattern[0] != '#' && !file.TryAdd(pattern))
            {
                problems.Add(new Diagnostic(DiagnosticRules.IgnorePattern, Name, number, 1, $"Le motif « {pattern} » n’est pas compris : il n’écarte rien.",
                    "Écrivez un chemin depuis la racine, où « * » vaut une partie de nom et « ** » des dossiers.")
                { SourceLine = line.ToString() });
            }
        }

        return file;
    }

    private bool TryAdd(string pattern)
    {
        var path = Address.Normalize(pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern).Trim('/');
        if (path.Length == 0 || path.AsSpan().ContainsAny(s_unknown) || path.Split('/').Any(static part => part is "." or ".." or ""))
        {
            return false;
        }

        _matcher.AddInclude(path);
        _matcher.AddInclude(path + "/**");
        return true;
    }
}
