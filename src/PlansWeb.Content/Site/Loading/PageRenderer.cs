using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Html.Rewriting;
using PlansWeb.Content.Markdown;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Renders pages: Liquid, then Markdown, as Eleventy does; then what the files that they name say of themselves.</summary>
internal sealed class PageRenderer(
    MarkdownRenderer markdown, BodySanitizer sanitizer, TemplateRenderer? templates,
    Lazy<IReadOnlyDictionary<string, object?>> collections, PageMedia media)
{
    /// <summary>Makes a page that has an address. Its body is rendered when somebody asks for it.</summary>
    public ContentPage Make(ParsedPage source)
    {
        var problems = new DiagnosticLog(source.Entry.Path, source.File.Text);
        var frontMatter = source.FrontMatter;
        var page = new ContentPage
        {
            SourcePath = source.Entry.Path,
            Url = source.Url!,
            Href = Address.Encode(source.Url!),
            FileSlug = PageAddress.FileSlug(source.Entry.NormalizedPath),
            Title = Title(source, problems),
            Description = frontMatter.Description,
            Date = frontMatter.Date,
            Updated = frontMatter.Updated,
            ReviewDate = frontMatter.ReviewDate,
            Changes = frontMatter.Changes,
            Layout = PageLayouts.Choose(frontMatter.Layout, problems),
            Lang = frontMatter.Lang ?? "fr",
            Tags = frontMatter.Tags,
            Navigation = MenuTitle(frontMatter),
            IsListed = source.IsListed,
            Publication = frontMatter.Publication,
            AllowsSummary = frontMatter.Toc,
            SourceLength = source.BodyLength,
            Text = new OnDemand<PageBody>(() => Render(source)),
            Data = source.Data,
            SourceHash = source.IsOfItsFileAlone && !source.ShowsOtherPages ? source.File.Hash : null,
        };
        return problems.Problems.Count == 0 ? page : page with { Problems = problems.Problems };
    }

    /// <summary>A navigation entry of a file that is no page, a link elsewhere or a heading without one: nothing of it is rendered.</summary>
    public static ContentPage MenuEntry(ParsedPage source) => new()
    {
        SourcePath = source.Entry.Path,
        Url = "",
        Href = source.FrontMatter.Navigation!.Url is { } address ? Address.EncodeReference(address) : "",
        FileSlug = PageAddress.FileSlug(source.Entry.NormalizedPath),
        Title = source.FrontMatter.Title ?? source.FrontMatter.Navigation.Title ?? "",
        Date = source.FrontMatter.Date,
        Layout = PageLayouts.Default,
        Navigation = source.FrontMatter.Navigation,
        IsListed = source.IsListed,
        Publication = source.FrontMatter.Publication,
        Text = PageBody.None,
        Data = source.Data,
    };

    private PageBody Render(ParsedPage source)
    {
        var text = source.File.Text();
        var problems = new DiagnosticLog(source.Entry.Path, text);
        using var language = InterfaceLanguage.Enter(source.FrontMatter.Lang ?? "fr");
        try
        {
            return Render(source, text[^source.BodyLength..], problems);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A mistake of ours must cost this page, not the load of all the others.
            problems.Report(DiagnosticRules.RenderFailure, 0, 0, $"Cette page n’a pas pu être mise en forme ({failure.GetType().Name}).",
                "Signalez cette page aux développeurs du site.");
            return PageBody.Of(RenderedMarkdown.Notice.Html).Value with { Problems = problems.Problems };
        }
    }

    private PageBody Render(ParsedPage source, string written, DiagnosticLog problems)
    {
        // Most pages name no collection; gathering all pages for one that was edited would take longer than the rest.
        var context = source.Context(source.ShowsOtherPages ? collections.Value : LiquidContext.NoCollections);
        var body = templates?.Render(written, source.BodyLine, context, problems) ?? written;
        var rendered = (templates?.Site.Project ?? EleventyProject.None).IsMarkdown(source.Data, source.Entry.IsTemplate) ? Rendered(body, source, context, problems)
            : new RenderedMarkdown(body, []) { HasRawHtml = true };
        var tree = rendered.HasRawHtml ? sanitizer.Sanitize(rendered.Html, body, source.BodyLine, problems) : new HtmlBody(rendered.Html);
        if (rendered.HasRawHtml && !markdown.Switches.IsExact)
        {
            tree.RemoveEmptyHeadings();
        }

        if (templates is { Site.Project.AreInputPathsLinks: true } && source.ShowsOtherPages)
        {
            tree = new HtmlBody(new HtmlRewriter(tree.Html, static tag => tag, (_, attribute, value) =>
                HtmlReferences.MapAddresses(attribute, value, address => templates.Site.ToUrl(address, source.InputPath) ?? address)).Rewrite());
        }

        var headings = rendered.HasRawHtml ? tree.Headings(rendered.Headings) : rendered.Headings;

        // Last: what they add is the site's own.
        PastedImages.ShowAlternatives(tree);
        ChartTables.Draw(tree, problems);
        var files = media.Prepare(tree, source, problems);
        var shown = source.Part is { Pagination.IsList: true } part ? tree.Html + PageListHtml.Of(part, source, context.Collections) : tree.Html;
        var pageBody = new PageBody(new RenderedHtml(shown), headings, PackedText.Of(body)) { Problems = problems.Problems, Files = files };
        source.Release(pageBody);
        return pageBody;
    }

    // An Eleventy project's Markdown is its markdown-it's; what is wrong with it is told all the same.
    private RenderedMarkdown Rendered(string body, ParsedPage source, LiquidContext context, DiagnosticLog problems)
    {
        if (templates?.Markdown(body, source.BodyLine, context, problems) is not { } rendered)
        {
            return markdown.Render(body, source.BodyLine, problems);
        }

        // What it could not render itself is shown all the same.
        var found = new DiagnosticLog(source.Entry.Path, source.File.Text);
        markdown.Render(body, source.BodyLine, found);
        foreach (var problem in found.Problems.Where(static problem => problem.Rule != DiagnosticRules.TooLarge && problem.Rule != DiagnosticRules.RenderFailure))
        {
            problems.Add(problem);
        }

        return rendered;
    }

    // Eleventy shows the key where the entry has no title, and so does its dialect. Elsewhere one that is only a name for programs (achats-durables,
    // plansAction-actions) is no text for readers: the page's title is.
    private NavigationEntry? MenuTitle(PageFrontMatter page) =>
        page is { Navigation: { Title: null, Key: { } key } entry, Title: { } title } && !markdown.Switches.IsExact
        && char.IsAsciiLetterLower(key[0]) && key.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? entry with { Title = title }
            : page.Navigation;

    // A page always has a title (RGAA 8.5): its menu entry's, else its file's name. The page for unknown addresses has the site's own.
    private static string Title(ParsedPage source, DiagnosticLog problems)
    {
        if (source.FrontMatter.Title is { } title)
        {
            return title;
        }

        using var language = InterfaceLanguage.Enter(source.FrontMatter.Lang ?? "fr");
        if (source.Url == Address.NotFoundPage)
        {
            return ContentTexts.NotFoundTitle;
        }

        var slug = TextDirection.WithoutControls(PageAddress.FileSlug(source.Entry.NormalizedPath));
        var fallback = source.FrontMatter.Navigation?.Title ?? (slug.Length > 0 ? slug : ContentTexts.Home);
        problems.Report(DiagnosticRules.MissingTitle, source.FrontMatter.TitleLine ?? 1, 0,
            $"La page n’a pas de titre ; « {fallback} » est affiché à la place.",
            "Ajoutez une ligne « title: … » dans l’en-tête du fichier.");
        return fallback;
    }
}
