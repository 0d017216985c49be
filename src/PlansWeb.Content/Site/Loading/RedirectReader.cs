using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Gathers the redirects: <c>aliases</c> of pages, and <c>_data/redirects.yaml</c>.</summary>
/// <param name="pages">The pages that have an address.</param>
/// <param name="files">The images and documents, which have one too.</param>
/// <param name="problems">Where problems are added.</param>
internal sealed class RedirectReader(IReadOnlyList<ParsedPage> pages, IReadOnlyList<ContentFile> files, List<Diagnostic> problems)
{
    private const string File = ContentFolder.DataFolder + "/redirects.";
    private const string Gone = "410";

    private readonly Dictionary<string, (Redirect Redirect, SourcePosition Position)> _redirects = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _taken = new(() => new(pages.Select(page => page.Url!).Concat(files.Select(file => file.Url)), StringComparer.Ordinal));

    /// <summary>The file that lists redirects which belong to no page.</summary>
    public static bool IsRedirectFile(FolderEntry entry) => entry.Path is File + "yaml" or File + "yml" or File + "json";

    /// <summary>Reads all redirects; a page is never shadowed by one, and none leads in a circle.</summary>
    /// <param name="entries">The files of the content folder.</param>
    /// <param name="read">The bytes of the data files, by path; those that are missing are read from disk.</param>
    public IReadOnlyList<Redirect> Read(IReadOnlyList<FolderEntry> entries, IReadOnlyDictionary<string, byte[]>? read = null)
    {
        foreach (var page in pages)
        {
            foreach (var alias in page.FrontMatter.Aliases)
            {
                Add(alias.Text, Address.Encode(page.Url!), alias.Position);
            }
        }

        foreach (var entry in entries.Where(IsRedirectFile))
        {
            var file = DataFileReader.Load(entry, read);
            problems.AddRange(file.Problems);
            if (file.Data is DataMap map)
            {
                foreach (var (from, target) in map.Entries)
                {
                    Add(from, target is DataScalar scalar ? scalar.Text.Trim() : "", target.Position);
                }
            }
            else
            {
                Report(file.Data.Position, "Les redirections ne sont pas une liste de clés.", "Écrivez une ligne « /ancienne/page/: /nouvelle/page/ » par redirection.");
            }
        }

        RemoveCircles();
        return [.. _redirects.Values.Select(static entry => entry.Redirect).OrderBy(redirect => redirect.From, StringComparer.Ordinal)];
    }

    private void Add(string from, string target, SourcePosition position)
    {
        // What was copied from a browser is percent-encoded.
        var address = PageAddress.FromPermalink(Uri.UnescapeDataString(from));
        if (address is null)
        {
            Report(position, $"« {from} » n’est pas une adresse du site.", "Écrivez un chemin comme « /ancienne/page/ ».");
            return;
        }

        if (_taken.Value.Contains(address))
        {
            Report(position, $"Une page ou un fichier est publié à l’adresse {address} : la redirection n’a pas d’effet.",
                "Supprimez la redirection, ou déplacez la page.");
            return;
        }

        var redirect = new Redirect(address, target == Gone ? null : Location(target)) { File = position.File };
        if (redirect.Target is null && target != Gone)
        {
            Report(position, $"La redirection de {address} n’a pas de cible valable : « {target} ».",
                "Écrivez un chemin du site, une adresse en https, ou 410 pour une page supprimée.");
            return;
        }

        if (!_redirects.TryAdd(address, (redirect, position)))
        {
            Report(position, $"L’adresse {address} est redirigée deux fois ; la première redirection compte.", "Gardez une seule des deux.");
        }
    }

    // Only characters that a Location header may carry leave this place.
    private static string? Location(string target)
    {
        if (target.StartsWith('/'))
        {
            return target.StartsWith("//", StringComparison.Ordinal) || target.Contains('\\', StringComparison.Ordinal) ? null : Address.EncodeReference(target);
        }

        if (!Uri.TryCreate(target, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return null;
        }

        return Ascii.IsValid(uri.AbsoluteUri) ? uri.AbsoluteUri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
    }

    // Followed as the site answers: an address that is nearly right leads on too. Each redirect is walked once.
    private void RemoveCircles()
    {
        if (_redirects.Count == 0)
        {
            return;
        }

        var ends = _taken.Value.Select(AddressFolding.Fold).ToHashSet(StringComparer.Ordinal);
        var byFolding = new Dictionary<string, (Redirect Redirect, SourcePosition Position)>(StringComparer.Ordinal);
        foreach (var entry in _redirects.Values)
        {
            byFolding.TryAdd(AddressFolding.Fold(entry.Redirect.From), entry);
        }

        foreach (var start in byFolding.Keys)
        {
            var way = new List<string>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var at = start;
            while (!ends.Contains(at) && byFolding.TryGetValue(at, out var entry) && seen.Add(at))
            {
                way.Add(at);
                at = entry.Redirect.Target is ['/', ..] target ? AddressFolding.Fold(Uri.UnescapeDataString(target.Split('?', '#')[0])) : "";
            }

            if (seen.Contains(at))
            {
                foreach (var (redirect, position) in way[way.IndexOf(at)..].Select(folding => byFolding[folding]))
                {
                    _redirects.Remove(redirect.From);
                    problems.Add(new Diagnostic(DiagnosticRules.RedirectLoop, position.File, position.Line, position.Column,
                        $"La redirection de {redirect.From} mène, de cible en cible, à elle-même.", "Choisissez pour cible une page qui existe."));
                }
            }

            ends.UnionWith(way);
        }
    }

    private void Report(SourcePosition position, string message, string advice) =>
        problems.Add(new Diagnostic(DiagnosticRules.Redirect, position.File, position.Line, position.Column, message, advice));
}
