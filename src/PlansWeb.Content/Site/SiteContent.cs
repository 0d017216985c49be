using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;

namespace PlansWeb.Content.Site;

/// <summary>What one load of the content folder gave.</summary>
internal sealed record SiteContent
{
    private readonly TaskCompletionSource? _rendered;

    /// <summary>
    /// The pages that have an address, drafts and pages outside their window included, in ordinal order of their files; addresses are unique.
    /// </summary>
    public required IReadOnlyList<ContentPage> Pages { get; init; }

    /// <summary>
    /// The navigation's entries that are no page: <c>permalink: false</c> and a <c>url</c> of their own, such as another site. They have no address.
    /// </summary>
    public IReadOnlyList<ContentPage> MenuEntries { get; init; } = [];

    /// <summary>Whose site it is.</summary>
    public SiteIdentity Identity { get; init; } = new();

    /// <summary>The images and documents.</summary>
    public IReadOnlyList<ContentFile> Files { get; init; } = [];

    /// <summary>Which files each source may name: those of hidden pages alone are hidden too.</summary>
    public IReadOnlyList<FileReferences> References { get; init; } = [];

    /// <summary>The files of the register, which are not served.</summary>
    public IReadOnlyList<SourceFile> Sources { get; init; } = [];

    /// <summary>The pages that readers may not see now. Parts know them by name, to tell hidden from unknown; they never show them.</summary>
    public IReadOnlyList<ContentPage> Hidden { get; init; } = [];

    /// <summary>Redirects by decoded address.</summary>
    public IReadOnlyList<Redirect> Redirects { get; init; } = [];

    /// <summary>What is shown on a page beside the text of its file; <see langword="null"/> for nothing. See <see cref="IPageMaker.TextBeside"/>.</summary>
    public Func<ContentPage, PageBody?> TextBeside { get; init; } = static _ => null;

    /// <summary>What editors should mend.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>Hash of everything that was loaded and of the settings that change what is rendered.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Hash of all that was loaded but for the bodies of the pages: what a page may show beside its own text. <see langword="null"/> where that is not known.
    /// </summary>
    public OnDemand<string>? Surroundings { get; init; }

    /// <summary>What could not be read of it, for ops: what was good of that stays. <see langword="null"/> where all was read.</summary>
    public string? Failure { get; init; }

    /// <summary>When the load ended.</summary>
    public DateTimeOffset LoadedAt { get; init; }

    /// <summary>Hidden pages are public in it: it is shown to who has the link, and never published.</summary>
    public bool IsPreview { get; private init; }

    /// <summary>The pages were left to be rendered by whoever asks for them, and by <see cref="Render"/>.</summary>
    public bool IsRenderedLater
    {
        get => _rendered is not null;
        init => _rendered = value ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
    }

    /// <summary>Ends when all pages are rendered: at once, but for a large site, which is public before.</summary>
    public Task Rendering => _rendered?.Task ?? Task.CompletedTask;

    /// <summary>
    /// Renders again the pages that show other pages through <c>collections</c>, as they are at another instant;
    /// <see langword="null"/> where no page does.
    /// </summary>
    public Func<DateTimeOffset, IReadOnlyList<ContentPage>>? PagesAt { get; init; }

    /// <summary>Renders what is left, in parallel; whoever asks for a page meanwhile does not wait for the others.</summary>
    /// <param name="stop">Ends it early; <see cref="Rendering"/> ends then too.</param>
    /// <returns>The problems that came up.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<Diagnostic> Render(CancellationToken stop)
    {
        try
        {
            Parallel.ForEach(Pages, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, static page => _ = page.Text.Value);
        }
        finally
        {
            _rendered?.TrySetResult();
        }

        return [.. Pages.SelectMany(static page => page.Text.Value.Problems)];
    }

    /// <summary>The same content with some pages public at any time, and out of the reach of hidden pages above them.</summary>
    /// <param name="addresses">The pages' decoded addresses.</param>
    public SiteContent WithPublic(IReadOnlySet<string> addresses) => this with
    {
        Pages = [.. Pages.Select(page => addresses.Contains(page.Url) ? page.Previewed() : page)],
        Problems = [],
        PagesAt = null,
        IsPreview = true,
    };

    /// <summary>
    /// The same content, less open where another load is: what is hidden or unlisted there is so here too, under its address or in its file. For a load that
    /// is not taken: what an editor hid with it must not stay public.
    /// </summary>
    /// <param name="other">The other load.</param>
    /// <param name="now">The instant.</param>
    /// <returns>This content itself, where the other load hides nothing of it.</returns>
    public SiteContent HiddenAsIn(SiteContent other, DateTimeOffset now)
    {
        var states = Visibility.At(other.Pages, static page => page.Publication, static page => page.Navigation, now);
        var closed = new Dictionary<string, Publication>(StringComparer.Ordinal);
        foreach (var (page, state) in other.Pages.Zip(states).Where(static page => page.Second != Visibility.State.Public))
        {
            // What a page has from those above it is its own here: the menus may be others.
            closed[page.SourcePath] = closed[page.Url] = state == Visibility.State.Unlisted ? Publication.Always with { IsUnlisted = true }
                : page.Publication.IsPublicAt(now) ? Publication.Draft : page.Publication;
        }

        Publication? Of(string? url, string? file) => (url is null ? null : closed.GetValueOrDefault(url)) ?? (file is null ? null : closed.GetValueOrDefault(file));
        if (!Pages.Any(page => Of(page.Url, page.SourcePath) is not null))
        {
            return this;
        }

        // A page that shows others was made there without what is hidden.
        var made = other.Pages.ToDictionary(static page => page.Url, StringComparer.Ordinal);
        return this with
        {
            Pages = [.. Pages.Select(page => Of(page.Url, page.SourcePath) is { } publication ? page with { Publication = publication }
                : page.SourceHash is null && made.TryGetValue(page.Url, out var anew) ? anew : page)],
            References = [.. References.Select(references => Of(references.Url, references.Scope) is { } publication ? references with { Publication = publication } : references)],
            PagesAt = null,
            Version = $"{Version}-{other.Version}",
        };
    }
}

/// <summary>An address that leads elsewhere, or nowhere any more.</summary>
/// <param name="From">Decoded address, Unicode NFC.</param>
/// <param name="Target">Where it leads, ready for a <c>Location</c> header; <see langword="null"/> for an address that is gone (410).</param>
internal sealed record Redirect(string From, string? Target)
{
    /// <summary>The file that says so, below the content folder.</summary>
    public string File { get; init; } = "";
}

/// <summary>A load that failed; what was loaded before stays.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why, for ops.</param>
internal sealed record LoadFailure(DateTimeOffset At, string Reason);
