using System.Collections.Frozen;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>What only shows across a folder's files: two pages of one title, and texts in an office program's format that nothing leads to.</summary>
/// <param name="snapshot">The site.</param>
/// <param name="root">The content folder that it was loaded from.</param>
internal sealed class FolderRule(Snapshot snapshot, string root)
{
    private static readonly FrozenSet<string> s_texts = new[] { ".docx", ".odt" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks all folders.</summary>
    public IEnumerable<Diagnostic> Check() => SameTitles().Concat(LostTexts());

    // A translation may have the same title, and the page of a folder that of a page in it.
    private IEnumerable<Diagnostic> SameTitles()
    {
        var groups = snapshot.Pages.Concat(snapshot.Hidden).GroupBy(static page => (Folder(page.SourcePath), page.Lang, page.Title.Trim().ToUpperInvariant()));
        foreach (var group in groups)
        {
            var first = group.MinBy(static page => page.SourcePath, StringComparer.Ordinal)!;
            foreach (var page in group.Where(page => page.SourcePath != first.SourcePath))
            {
                yield return new Diagnostic(DiagnosticRules.SameTitle, page.SourcePath, 0, 0,
                    $"Le titre {Words.Quote(page.Title)} est aussi celui de {Words.Quote(Path.GetFileName(first.SourcePath))}, dans le même dossier\u00a0: rien ne les distingue dans les listes.",
                    "Donnez à chaque page un titre à elle\u00a0; si l’une est une copie de l’autre, supprimez-la.");
            }
        }
    }

    // The guide says that such a file is public as it is; its writer most often thinks that it is a page.
    private IEnumerable<Diagnostic> LostTexts()
    {
        var texts = snapshot.Files.Where(static file => s_texts.Contains(Path.GetExtension(file.Url))).ToArray();
        if (texts.Length == 0)
        {
            yield break;
        }

        var sources = snapshot.Pages.Concat(snapshot.Hidden).Select(page => Uri.UnescapeDataString(SourceText.Read(root, page.SourcePath).All)).ToArray();
        foreach (var text in texts)
        {
            var name = Path.GetFileName(text.Url);
            if (!sources.Any(source => Address.Normalize(source).Contains(name, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new Diagnostic(DiagnosticRules.PageName, text.Url.TrimStart('/'), 0, 0,
                    $"«\u00a0{name}\u00a0» n’est pas une page, et aucune page n’y mène\u00a0: seul qui connaît son adresse peut le télécharger.",
                    $"Copiez son texte dans un fichier «\u00a0{Path.GetFileNameWithoutExtension(name)}.md\u00a0», faites un lien vers lui, ou supprimez-le.");
            }
        }
    }

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}
