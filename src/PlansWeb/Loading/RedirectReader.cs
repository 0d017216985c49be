using PlansWeb.Loading.Data;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>Gathers the redirects: <c>aliases</c> of pages, and <c>_data/redirects.yaml</c>.</summary>
/// <param name="pages">The pages that have an address.</param>
/// <param name="entries">The files of the content folder.</param>
/// <param name="problems">Where problems are added.</param>
internal sealed class RedirectReader(IReadOnlyList<PageSource> pages, IReadOnlyList<FolderEntry> entries, List<Problem> problems)
{
    private const string File = ContentFolder.DataFolder + "/redirects.";
    private const string Gone = "410";

    private readonly Dictionary<string, Redirect> _redirects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pageUrls = new(pages.Select(page => page.Url!), StringComparer.Ordinal);

    /// <summary>The file that lists redirects which belong to no page.</summary>
    public static bool IsRedirectFile(FolderEntry entry) => entry.Path is File + "yaml" or File + "yml" or File + "json";

    /// <summary>Reads all redirects; a page is never shadowed by one.</summary>
    public IReadOnlyList<Redirect> Read()
    {
        foreach (var page in pages)
        {
            foreach (var alias in page.FrontMatter.Aliases)
            {
                Add(alias.Text, Address.Encode(page.Url!), alias.Position with { File = page.Entry.Path });
            }
        }

        foreach (var entry in entries.Where(entry => entry.Path.StartsWith(File, StringComparison.Ordinal)))
        {
            var file = DataFileReader.Load(entry);
            if (file.Data is DataMap map)
            {
                foreach (var (from, target) in map.Entries)
                {
                    Add(from, target is DataScalar scalar ? scalar.Text.Trim() : "", target.Position);
                }
            }

            problems.AddRange(file.Problems);
        }

        return [.. _redirects.Values.OrderBy(redirect => redirect.From, StringComparer.Ordinal)];
    }

    private void Add(string from, string target, SourcePosition position)
    {
        var address = PageAddress.FromPermalink(from);
        if (address is null)
        {
            Report(position, $"« {from} » n’est pas une adresse du site.", "Écrivez un chemin comme « /ancienne/page/ ».");
            return;
        }

        if (_pageUrls.Contains(address))
        {
            Report(position, $"Une page est publiée à l’adresse {address} : la redirection n’a pas d’effet.",
                "Supprimez la redirection, ou déplacez la page.");
            return;
        }

        var redirect = new Redirect(address, target == Gone ? null : Location(target));
        if (redirect.Target is null && target != Gone)
        {
            Report(position, $"La redirection de {address} n’a pas de cible valable : « {target} ».",
                "Écrivez un chemin du site, une adresse en https, ou 410 pour une page supprimée.");
            return;
        }

        if (!_redirects.TryAdd(address, redirect))
        {
            Report(position, $"L’adresse {address} est redirigée deux fois ; la première redirection compte.", "Gardez une seule des deux.");
        }
    }

    private static string? Location(string target)
    {
        if (target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) && !target.Contains('\\', StringComparison.Ordinal))
        {
            return target.Contains('%', StringComparison.Ordinal) ? target : Address.Encode(Address.Normalize(target));
        }

        return Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null;
    }

    private void Report(SourcePosition position, string message, string advice) =>
        problems.Add(new Problem(ProblemRules.Redirect, position.File, position.Line, position.Column, message, advice));
}
