using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>An address that was public, and at which readers find nothing now: no page, no file, no redirect, no 410.</summary>
/// <param name="Was">What stood there.</param>
/// <param name="Place">Where it probably went, as it stands in links; <see langword="null"/> where nothing is like it.</param>
/// <param name="Page">The page there; <see langword="null"/> for a file, and for another site.</param>
internal sealed record LostAddress(KnownAddress Was, string? Place, ContentPage? Page)
{
    /// <summary>The page is there, and hidden now: no redirect can stand at its address.</summary>
    public ContentPage? Hidden { get; init; }

    /// <summary>The line of <c>_data/redirects.yaml</c> that mends it.</summary>
    public string Line => RedirectLine(Was.Url, Place ?? "410");

    /// <summary>A line of <c>_data/redirects.yaml</c>; quoted where YAML would read it otherwise.</summary>
    public static string RedirectLine(string url, string target)
    {
        // The reader of that file decodes what is encoded.
        var from = url.Contains('%', StringComparison.Ordinal) ? Address.Encode(url) : url;
        var to = Uri.UnescapeDataString(target) is var readable && !readable.AsSpan().ContainsAny('%', '?', '#') && !readable.Any(char.IsControl) && target[0] == '/' ? readable : target;
        return $"{Quoted(from)}: {Quoted(to)}";
    }

    private static string Quoted(string text) =>
        text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) || text.EndsWith(':') || text.EndsWith(' ')
            ? $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : text;
}

/// <summary>Compares the addresses that a site had with those that it has.</summary>
internal sealed class LostAddresses
{
    private readonly Dictionary<string, KnownAddress> _before;
    private readonly Snapshot _now;
    private readonly Lazy<ILookup<string, ContentPage>> _byFile;
    private readonly Lazy<ILookup<string, ContentPage>> _byHash;
    private readonly Lazy<ILookup<string, ContentPage>> _byTitle;
    private readonly Lazy<ILookup<string, ContentFile>> _filesByHash;

    /// <summary>Compares.</summary>
    /// <param name="before">The addresses that were public.</param>
    /// <param name="now">The site as it is.</param>
    public LostAddresses(IReadOnlyList<KnownAddress> before, Snapshot now)
    {
        _before = before.DistinctBy(static known => known.Url).ToDictionary(static known => known.Url, StringComparer.Ordinal);
        _now = now;

        // An unlisted page is named nowhere, so no redirect should show the way to it.
        var pages = now.Pages.Where(static page => !page.NoIndex && page.Url != Address.NotFoundPage).ToArray();
        _byFile = new(() => pages.ToLookup(static page => page.SourcePath, StringComparer.Ordinal));
        _byHash = new(() => pages.Where(static page => KnownAddress.HashOf(page) is not null).ToLookup(static page => KnownAddress.HashOf(page)!, StringComparer.Ordinal));
        _byTitle = new(() => pages.ToLookup(static page => page.Title, StringComparer.OrdinalIgnoreCase));
        _filesByHash = new(() => now.Files.ToLookup(static file => file.Hash, StringComparer.Ordinal));
        var hidden = now.Hidden.DistinctBy(static page => page.Url).ToDictionary(static page => page.Url, StringComparer.Ordinal);
        All =
        [
            .. _before.Values.Where(known => !IsAnswered(now, known.Url)).OrderBy(static known => known.Url, StringComparer.Ordinal)
                .Select(known => hidden.TryGetValue(known.Url, out var page) ? new LostAddress(known, null, null) { Hidden = page } : Find(known)),
        ];
    }

    /// <summary>The lost addresses, in order.</summary>
    public IReadOnlyList<LostAddress> All { get; }

    /// <summary>Readers find something at an address, or are told that it is gone: as the site itself answers, nearly right addresses included.</summary>
    public static bool IsAnswered(Snapshot snapshot, string url) =>
        snapshot.Find(url) is not null || snapshot.FindFile(url) is not null || snapshot.FindRedirect(url) is not null || url == "/"
        || SiteAddresses.Own(url) is not null || snapshot.FindAlike(url) is not null;

    /// <summary>The places in pages that links used and that are gone, each once, with the page where they are missed.</summary>
    public IEnumerable<(KnownAddress Was, KnownAnchor Anchor, ContentPage Page)> Anchors(SiteAddresses site) =>
        from known in _before.Values.OrderBy(static known => known.Url, StringComparer.Ordinal)
        where known.Anchors.Count > 0
        let page = PageAt(site, known.Url)
        where page is not null
        from anchor in known.Anchors.DistinctBy(static anchor => anchor.Id)
        where !site.HasAnchor(page, anchor.Id)
        select (known, anchor, page);

    private static ContentPage? PageAt(SiteAddresses site, string url)
    {
        if (site.Snapshot.Find(url) is { } page)
        {
            return page;
        }

        // Redirects that turn in circles lead nowhere: a few steps are enough.
        var at = Address.Encode(url);
        for (var step = 0; step < 5; step++)
        {
            var to = site.Resolve(at);
            if (to is not { Kind: DestinationKind.Moved or DestinationKind.Alike, Better: ['/', ..] better })
            {
                return to.Kind == DestinationKind.Page ? to.Page : null;
            }

            at = Address.EncodeReference(better);
        }

        return null;
    }

    private LostAddress Find(KnownAddress known)
    {
        switch (known.Kind)
        {
            case AddressKind.Redirect:
                var target = known.Target!;
                var url = known.TargetUrl;
                return !target.StartsWith('/') || IsAnswered(_now, url) ? new LostAddress(known, target, _now.Find(url))
                    : _before.TryGetValue(url, out var end) && end.Kind == AddressKind.Page && PageFor(end) is { } moved ? new LostAddress(known, moved.Href, moved)
                    : new LostAddress(known, null, null);
            case AddressKind.File:
                return new LostAddress(known, known.Hash is not null && Best(_filesByHash.Value[known.Hash], known, static file => file.Url) is { } file ? Address.Encode(file.Url) : null, null);
            default:
                var page = PageFor(known);
                return new LostAddress(known, page?.Href, page);
        }
    }

    // The file itself at another address; else the same words; else the same title.
    private ContentPage? PageFor(KnownAddress known) =>
        Best(_byFile.Value[known.File], known, static page => page.Url)
        ?? (known.Hash is null ? null : Best(_byHash.Value[known.Hash], known, static page => page.Url))
        ?? (known.Title is null ? null : Best(_byTitle.Value[known.Title], known, static page => page.Url));

    // Of several, those whose address is new, then those whose address ends in the same name; where that leaves more than one, none is likelier.
    private T? Best<T>(IEnumerable<T> candidates, KnownAddress known, Func<T, string> urlOf)
        where T : class
    {
        T[] left = [.. candidates];
        foreach (var isLikelier in new Func<T, bool>[] { each => !_before.ContainsKey(urlOf(each)), each => NameOf(urlOf(each)).Equals(NameOf(known.Url), StringComparison.OrdinalIgnoreCase) })
        {
            if (left.Length > 1 && left.Where(isLikelier).ToArray() is { Length: > 0 } likelier)
            {
                left = likelier;
            }
        }

        return left is [var only] ? only : null;
    }

    private static string NameOf(string url) => url.TrimEnd('/') is var path ? path[(path.LastIndexOf('/') + 1)..] : "";
}

/// <summary>Every address that was public is still answered, and every place in a page that links of the site used is still there.</summary>
/// <param name="before">The addresses that were public.</param>
/// <param name="site">The site as it is.</param>
internal sealed class LostAddressRule(IReadOnlyList<KnownAddress> before, SiteAddresses site)
{
    /// <summary>Checks all addresses.</summary>
    public IEnumerable<Diagnostic> Check()
    {
        var lost = new LostAddresses(before, site.Snapshot);
        return [.. lost.All.Select(Of), .. lost.Anchors(site).Select(gone => Of(gone.Was, gone.Anchor, gone.Page))];
    }

    private static Diagnostic Of(LostAddress lost)
    {
        var shown = Words.Whole(lost.Was.Url);
        var rule = lost.Was.Kind == AddressKind.File && Files.MediaTypes.Of(lost.Was.Url)?.StartsWith("image/", StringComparison.Ordinal) == true
            ? DiagnosticRules.LostImage : DiagnosticRules.LostAddress;
        if (lost.Hidden is { } hidden)
        {
            return new Diagnostic(rule, hidden.SourcePath, 0, 0, $"L’adresse {shown} était publique\u00a0; sa page est cachée aujourd’hui, et les lecteurs voient «\u00a0Page introuvable\u00a0».",
                $"Publiez la page de nouveau\u00a0; pour la retirer, supprimez son fichier et ajoutez {Words.Whole(lost.Line)} à _data/redirects.yaml.");
        }

        var message = lost.Was.Kind == AddressKind.Redirect
            ? $"L’ancienne adresse {shown} menait à {Words.Whole(Uri.UnescapeDataString(lost.Was.Target!))}\u00a0; elle ne mène plus à rien."
            : $"L’adresse {shown} était publique\u00a0; il n’y a plus rien, ni redirection, ni 410.";
        return new Diagnostic(rule, lost.Was.File, 0, 0, message, lost switch
        {
            { Page: { } page } => $"Ajoutez {Words.Whole(lost.Line)} à _data/redirects.yaml, ou {Words.Whole($"aliases: [{lost.Was.Url}]")} à l’en-tête de {page.SourcePath}.",
            { Place: not null } => $"Ajoutez {Words.Whole(lost.Line)} à _data/redirects.yaml.",
            _ => $"Ajoutez {Words.Whole(LostAddress.RedirectLine(lost.Was.Url, "/adresse/qui/la/remplace/"))} à _data/redirects.yaml, ou {Words.Whole(lost.Line)} si rien ne la remplace.",
        });
    }

    private Diagnostic Of(KnownAddress was, KnownAnchor anchor, ContentPage page)
    {
        var near = NearestName.Find(anchor.Id, site.AnchorsOf(page), mostEdits: 8);
        var place = anchor.Line > 0 ? $"{anchor.File}, ligne {anchor.Line}" : anchor.File;
        return new Diagnostic(DiagnosticRules.LostAnchor, page.SourcePath, 0, 0,
            $"L’endroit {Words.Quote("#" + anchor.Id)} de la page {Words.Whole(was.Url)} n’existe plus\u00a0; un lien y menait ({place}), d’autres sites en ont peut-être.",
            near is null ? $"Rendez ce nom au titre qui le portait\u00a0: {Words.Whole($"{{#{anchor.Id}}}")} à la fin de sa ligne."
                : $"Le titre est peut-être devenu {Words.Quote("#" + near)}\u00a0: rendez-lui ce nom, {Words.Whole($"{{#{anchor.Id}}}")} à la fin de sa ligne.");
    }
}
