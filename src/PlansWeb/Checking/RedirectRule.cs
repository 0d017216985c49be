using PlansWeb.Store;

namespace PlansWeb.Checking;

/// <summary>Redirects lead straight to something that is there. Those that cannot be read, do nothing or turn in circles are the load's own.</summary>
/// <param name="site">The site.</param>
/// <param name="root">The content folder.</param>
internal sealed class RedirectRule(SiteAddresses site, string root)
{
    private static readonly string[] s_files = ["_data/redirects.yaml", "_data/redirects.yml", "_data/redirects.json"];

    private readonly List<Problem> _problems = [];

    /// <summary>Checks all redirects.</summary>
    public IReadOnlyList<Problem> Check()
    {
        foreach (var redirect in site.Snapshot.Redirects)
        {
            if (redirect.Target is { } target && target.StartsWith('/'))
            {
                Follow(redirect, target);
            }
        }

        return _problems;
    }

    private void Follow(Redirect redirect, string target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { target };
        var end = target;
        var destination = site.Resolve(end);
        while (destination.Kind is DestinationKind.Moved or DestinationKind.Alike && destination.Better!.StartsWith('/'))
        {
            end = destination.Better;
            if (!seen.Add(end))
            {
                // A circle: the load has reported it.
                return;
            }

            destination = site.Resolve(end);
        }

        if (destination.Kind is DestinationKind.Nothing or DestinationKind.Hidden or DestinationKind.Refused or DestinationKind.Gone)
        {
            Report(ProblemRules.DeadRedirect, redirect, $"La redirection de {redirect.From} mène à {Readable(end)}, où il n’y a ni page ni document.",
                destination.Better is { } better && destination.Kind == DestinationKind.Nothing
                    ? $"Vouliez-vous dire {Words.Whole(better)}\u00a0? Sinon, écrivez 410 si la page est supprimée."
                    : "Corrigez la cible, ou écrivez 410 si la page est supprimée.");
        }
        else if (seen.Count > 1 || destination.Better is not null)
        {
            // The last step may leave the site.
            end = destination.Better ?? end;
            Report(ProblemRules.RedirectChain, redirect, $"La redirection de {redirect.From} mène à {Readable(target)}, qui mène ailleurs à son tour.",
                $"Écrivez directement l’adresse d’arrivée\u00a0: {Readable(end)}");
        }
    }

    private void Report(ProblemRule rule, Redirect redirect, string message, string advice)
    {
        var (file, source, place) = Find(redirect);
        _problems.Add(new Problem(rule, file, place.Line, place.Column, message, advice) { SourceLine = source.LineAt(place.Line) });
    }

    // The list of redirects has one a line; what is not there is an alias of the page that it leads to.
    private (string File, SourceText Source, SourcePlace Place) Find(Redirect redirect)
    {
        foreach (var file in s_files.Where(file => File.Exists(Path.Combine(root, file))))
        {
            var source = SourceText.Read(root, file);
            for (var line = 1; source.LineAt(line) is { } text; line++)
            {
                var key = text.Trim().TrimStart('"', '\'', '{', ' ').TrimStart('/');
                var from = redirect.From.TrimStart('/');
                if (Address.Normalize(key).StartsWith(from, StringComparison.Ordinal) && key[from.Length..].TrimStart('"', '\'', ' ').StartsWith(':'))
                {
                    return (file, source, new SourcePlace(line, text.Length - text.TrimStart().Length + 1));
                }
            }
        }

        if (site.Snapshot.Pages.FirstOrDefault(page => page.Href == redirect.Target) is { } page)
        {
            var source = SourceText.Read(root, page.SourcePath);
            return (page.SourcePath, source, source.FindExact(redirect.From.Trim('/')));
        }

        return (s_files[0], new SourceText(""), SourcePlace.Unknown);
    }

    private static string Readable(string address) => Words.Whole(address.StartsWith('/') ? Uri.UnescapeDataString(address) : address);
}
