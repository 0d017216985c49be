using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>Redirects lead straight to something that is there. Those that cannot be read, do nothing or turn in circles are the load's own.</summary>
/// <param name="site">The site.</param>
/// <param name="root">The content folder.</param>
internal sealed class RedirectRule(SiteAddresses site, string root)
{
    private static readonly string[] s_files = ["_data/redirects.yaml", "_data/redirects.yml", "_data/redirects.json"];

    // A key that is an address with colons has seldom more.
    private const int MostColons = 4;

    private readonly List<Diagnostic> _problems = [];
    private readonly Dictionary<string, (string End, Destination Destination)?> _ends = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, (string File, SourceText Source, SourcePlace Place)>> _lines = new(() => ReadLines(root));
    private readonly Lazy<Dictionary<string, ContentPage>> _byHref = new(() =>
        site.Snapshot.Pages.DistinctBy(static page => page.Href, StringComparer.Ordinal).ToDictionary(static page => page.Href, StringComparer.Ordinal));

    /// <summary>How many addresses were followed so far.</summary>
    internal int Resolved { get; private set; }

    /// <summary>Checks all redirects.</summary>
    public IReadOnlyList<Diagnostic> Check()
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
        if (EndOf(target) is not var (end, destination))
        {
            // A circle: the load has reported it.
            return;
        }

        if (destination.Kind is DestinationKind.Nothing or DestinationKind.Hidden or DestinationKind.Refused or DestinationKind.Gone)
        {
            Report(DiagnosticRules.DeadRedirect, redirect, $"La redirection de {redirect.From} mène à {Readable(end)}, où il n’y a ni page ni document.",
                destination.Better is { } better && destination.Kind == DestinationKind.Nothing
                    ? $"Vouliez-vous dire {Words.Whole(better)}\u00a0? Sinon, écrivez 410 si la page est supprimée."
                    : "Corrigez la cible, ou écrivez 410 si la page est supprimée.");
        }
        else if (end != target || destination.Better is not null)
        {
            // The last step may leave the site.
            end = destination.Better ?? end;
            Report(DiagnosticRules.RedirectChain, redirect, $"La redirection de {redirect.From} mène à {Readable(target)}, qui mène ailleurs à son tour.",
                $"Écrivez directement l’adresse d’arrivée\u00a0: {Readable(end)}");
        }
    }

    private void Report(DiagnosticRule rule, Redirect redirect, string message, string advice)
    {
        var (file, source, place) = Find(redirect);
        _problems.Add(new Diagnostic(rule, file, place.Line, place.Column, message, advice) { SourceLine = source.LineAt(place.Line) });
    }

    // Where a target leads in the end; null in a circle. Each address is resolved once, however many redirects lead over it.
    private (string End, Destination Destination)? EndOf(string target)
    {
        var way = new List<string>();
        var at = target;
        (string, Destination)? end = null;
        while (!_ends.TryGetValue(at, out end))
        {
            // Whoever comes back to it meanwhile is in a circle.
            _ends.Add(at, null);
            way.Add(at);
            Resolved++;
            var destination = site.Resolve(at);
            if (destination.Kind is not (DestinationKind.Moved or DestinationKind.Alike) || !destination.Better!.StartsWith('/'))
            {
                end = (at, destination);
                break;
            }

            at = destination.Better;
        }

        foreach (var passed in way)
        {
            _ends[passed] = end;
        }

        return end;
    }

    // The list of redirects has one a line; what is not there is an alias of the page that it leads to.
    private (string File, SourceText Source, SourcePlace Place) Find(Redirect redirect)
    {
        if (_lines.Value.TryGetValue(redirect.From.TrimStart('/'), out var found))
        {
            return found;
        }

        if (redirect.Target is { } target && _byHref.Value.TryGetValue(target, out var page))
        {
            var source = SourceText.Read(root, page.SourcePath);
            return (page.SourcePath, source, source.FindExact(redirect.From.Trim('/')));
        }

        return (s_files[0], new SourceText(""), SourcePlace.Unknown);
    }

    // Every address that a line may be about: what stands before one of its first colons. The first line counts.
    private static Dictionary<string, (string File, SourceText Source, SourcePlace Place)> ReadLines(string root)
    {
        var lines = new Dictionary<string, (string, SourceText, SourcePlace)>(StringComparer.Ordinal);
        foreach (var file in s_files.Where(file => File.Exists(Path.Combine(root, file))))
        {
            var source = SourceText.Read(root, file);
            for (var line = 1; source.LineAt(line) is { } text; line++)
            {
                var place = new SourcePlace(line, text.Length - text.TrimStart().Length + 1);
                var key = text.Trim().TrimStart('"', '\'', '{', ' ').TrimStart('/');
                var colon = key.IndexOf(':', StringComparison.Ordinal);
                for (var colons = 0; colon >= 0 && colons < MostColons; colons++)
                {
                    lines.TryAdd(Address.Normalize(key[..colon].TrimEnd('"', '\'', ' ')), (file, source, place));
                    colon = key.IndexOf(':', colon + 1);
                }
            }
        }

        return lines;
    }

    private static string Readable(string address) => Words.Whole(address.StartsWith('/') ? Uri.UnescapeDataString(address) : address);
}
