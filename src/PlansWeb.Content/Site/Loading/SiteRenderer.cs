using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Renders the pages of one load, in parallel; those that would be the same as before are taken over.</summary>
/// <param name="markdown">Renders Markdown.</param>
/// <param name="sanitizer">Makes editors' HTML safe.</param>
/// <param name="templates">Resolves templates; <see langword="null"/> for none.</param>
/// <param name="media">The images and documents that pages may name.</param>
/// <param name="sources">All pages.</param>
/// <param name="served">Those that have an address of their own.</param>
internal sealed class SiteRenderer(
    MarkdownRenderer markdown, BodySanitizer sanitizer, TemplateRenderer? templates, PageMedia media,
    IReadOnlyList<ParsedPage> sources, IReadOnlyList<ParsedPage> served)
{
    private static readonly ParallelOptions s_parallelism = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>A page lists others through <c>collections</c>: it may change at another instant.</summary>
    public bool ShowsOtherPages => templates is not null && served.Any(static source => source.ShowsOtherPages);

    /// <summary>How many pages must be rendered: new ones, and those that an earlier load left for later and nobody asked for yet.</summary>
    public int NewPages => served.Count(static source => source.Rendered is not { Text.IsMade: true });

    /// <summary>Makes the pages.</summary>
    /// <param name="now">The instant, for what collections hold.</param>
    /// <param name="isLater">Leave the new ones to be rendered later, or by whoever asks first.</param>
    public ContentPage[] Render(DateTimeOffset now, bool isLater)
    {
        var pages = new ContentPage[served.Count];
        var changed = new List<int>();
        for (var i = 0; i < pages.Length; i++)
        {
            // Nothing is rendered here, in a row: asking a page for its files would do that.
            if (served[i].Rendered is { Text.IsMade: true } known && media.IsCurrent(known.Text.Value.Files))
            {
                pages[i] = known;
            }
            else
            {
                changed.Add(i);
            }
        }

        var renderer = Renderer(now);
        Parallel.For(0, changed.Count, s_parallelism, at => pages[changed[at]] = Render(served[changed[at]], renderer, isLater));
        return pages;
    }

    /// <summary>The pages at another instant: only those that list others change, and their problems are known already.</summary>
    /// <param name="pages">The pages as they were made.</param>
    /// <param name="instant">The instant.</param>
    public IReadOnlyList<ContentPage> At(IReadOnlyList<ContentPage> pages, DateTimeOffset instant)
    {
        var renderer = Renderer(instant);
        return [.. served.Select((source, i) => source.ShowsOtherPages ? renderer.Make(source) : pages[i])];
    }

    private ContentPage Render(ParsedPage source, PageRenderer renderer, bool isLater)
    {
        // One that an earlier load left to be rendered later, and nobody did, knows its files only once it is rendered. An edit that comes before
        // that must not wait for all such pages: those that may name a file are made anew, to be rendered later too, and the others taken over.
        if (source.Rendered is { } known
            && (isLater && !known.Text.IsMade ? !source.NamesFiles : media.IsCurrent(known.Text.Value.Files)))
        {
            return known;
        }

        var page = renderer.Make(source);
        source.Keep(page);
        if (!isLater)
        {
            _ = page.Text.Value;
        }

        return page;
    }

    private PageRenderer Renderer(DateTimeOffset instant)
    {
        templates?.Site.Pages = new PublicPages(served, instant);
        return new(markdown, sanitizer, templates, new(() => Collections(instant)), media);
    }

    // What is not published for want of an address of its own is not listed either; `permalink: false` is, as in Eleventy.
    private IReadOnlyDictionary<string, object?> Collections(DateTimeOffset instant)
    {
        var tagged = PageCollections.Of([.. served, .. sources.Where(static source => source.Url is null)], instant);
        return templates is null ? tagged : templates.Collections(tagged, null);
    }
}
