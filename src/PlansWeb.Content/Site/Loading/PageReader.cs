using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Repair;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Reads Markdown files: decodes them, splits off the front matter, lays it over the inherited data, finds date and address.</summary>
internal sealed partial class PageReader(SiteData site, PageDates dates, TemplateRenderer? templates, HidingKeys hiding)
{
    // A text of a megabyte with the photographs that an office suite put into it. What of the text itself is too much, the renderer leaves out.
    private const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Reads a file. Never throws: what cannot be read becomes a problem.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="known">What was read last, to be kept where the bytes are the same; <see langword="null"/> to read in any case.</param>
    public ParsedFile Read(FolderEntry entry, ParsedFile? known)
    {
        try
        {
            return ReadFile(entry, known);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A mistake of ours must cost this page, not the site. The fuzz tests never come here.
            return Refused(entry, DiagnosticRules.RenderFailure, $"Ce fichier n’a pas pu être lu ({exception.GetType().Name}).",
                "Signalez cette page aux développeurs du site.");
        }
    }

    /// <summary>The page that was read has the date that it would have now. The rest comes from the bytes of its file and of data files.</summary>
    public bool IsDateCurrent(ParsedFile known, FolderEntry entry) => dates.IsCurrent(known.Page?.FrontMatter, entry);

    private ParsedFile ReadFile(FolderEntry entry, ParsedFile? known)
    {
        byte[] bytes;
        try
        {
            if (entry.Length > MostBytes)
            {
                return Refused(entry, DiagnosticRules.TooLarge, "Le fichier est trop grand et n’est pas lu.", "Répartissez le texte en plusieurs pages.");
            }

            // What has no bytes is not opened: a named pipe would wait for a writer for ever.
            bytes = entry.Length == 0 ? [] : File.ReadAllBytes(entry.PhysicalPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(entry, DiagnosticRules.Unreadable, "Le fichier ne peut pas être lu.",
                "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie.");
        }

        var hash = SHA256.HashData(bytes);
        if (known is not null && hash.AsSpan().SequenceEqual(known.Hash) && IsDateCurrent(known, entry))
        {
            return known with { Entry = entry };
        }

        var decoded = TextDecoder.Decode(bytes);
        var text = PastedImages.TakeOut(decoded.Text, out var images);
        var problems = new DiagnosticLog(entry.Path, text);
        if (decoded.Fault is { } fault)
        {
            problems.Add(fault);
        }

        if (decoded.IsRefused)
        {
            return new ParsedFile(entry, null, problems.Problems, hash);
        }

        if (GitConflict.Find(text, isMarkdown: true) is { } conflict)
        {
            conflict.ReportTo(problems);
            return Disputed(entry, conflict, problems, hash);
        }

        PastedImages.Report(images, problems);
        var block = FrontMatterParser.Parse(text, entry.Path, problems, site.Scripts);
        if (entry.IsTemplate && (block.BodyStart == 0 || LayoutTag().IsMatch(text) || IsOtherFormat(block.Data)))
        {
            problems.Report(DiagnosticRules.TemplateFile, 0, 0,
                $"Le fichier {Wording.Quoted(entry.Path[(entry.Path.LastIndexOf('/') + 1)..])} est un gabarit, qu’Eleventy servirait\u00a0: il n’est pas servi ici.",
                "Écrivez la page en Markdown\u00a0; les plans du site, les flux et les gabarits sont faits par le site lui-même.");
            return new ParsedFile(entry, null, problems.Problems, hash);
        }

        var source = Parse(new SourceFile(entry, images.Count == 0 ? bytes : Encoding.UTF8.GetBytes(text), hash), block, problems);
        return new ParsedFile(entry, source, problems.Problems, hash) { IsDamaged = block.IsDamaged && source.FrontMatter.Publication == Publication.Always };
    }

    // Without an older version the first of the two is shown, and where the front matter is concerned nothing: it may have hidden the page.
    private ParsedFile Disputed(FolderEntry entry, GitConflict conflict, DiagnosticLog problems, byte[] hash)
    {
        var others = new DiagnosticLog(entry.Path, conflict.Resolved);
        var block = FrontMatterParser.Parse(conflict.Resolved, entry.Path, others, site.Scripts);
        var source = Parse(new SourceFile(entry, Encoding.UTF8.GetBytes(conflict.Resolved), hash), block, others);

        // The version that was public stays only where nothing, disputed or not, says that it should not be.
        var isHeader = conflict.Line < block.BodyLine || (block.BodyStart == 0 && hiding.HasHidingLine(conflict.Disputed));
        var mayHide = source.FrontMatter.Publication != Publication.Always || (isHeader && hiding.HasHidingLine(conflict.Disputed));
        return new ParsedFile(entry, isHeader ? source with { FrontMatter = source.FrontMatter with { Publication = Publication.Draft } } : source, problems.Problems, hash)
        {
            IsDamaged = !mayHide,
        };
    }

    /// <summary>Reads the pages of a file that makes several.</summary>
    /// <param name="whole">The file.</param>
    /// <param name="collections">The collections, of which the list may be one.</param>
    /// <param name="problems">Where problems are reported.</param>
    public IReadOnlyList<ParsedPage> ReadParts(ParsedPage whole, IReadOnlyDictionary<string, object?> collections, DiagnosticLog problems)
    {
        var pagination = whole.Pagination!;
        var list = new PaginatedList(pagination, whole.Data);
        var count = list.Parts(collections, null)?.Count;
        if (count is null or > Pagination.MostPages)
        {
            problems.ReportAt(
                count is null ? DiagnosticRules.EleventyKey : DiagnosticRules.TooLarge, pagination.Position,
                count is null ? $"« pagination » fait une page pour chaque partie de « {pagination.Path} », qui n’existe pas ici\u00a0: la page est servie une fois."
                    : $"« pagination » ferait plus de {Pagination.MostPages} pages de ce fichier\u00a0: la page est servie une fois.",
                count is null ? "Nommez une liste de l’en-tête ou de « _data », ou une collection («\u00a0collections.actualites\u00a0» pour les pages qui ont ce mot dans « tags »)."
                    : "Augmentez « size ».");
            return [whole with { Url = Address(whole, collections, new DiagnosticLog(whole.Entry.Path, "")) }];
        }

        var block = FrontMatterParser.Parse(whole.File.Text(), whole.Entry.Path, new DiagnosticLog(whole.Entry.Path, ""), site.Scripts);
        var isComputed = ComputedData.Waits(site.Inherit(whole.Entry, block.Data));
        var quiet = new DiagnosticLog(whole.Entry.Path, "");
        var made = new List<ParsedPage>();
        IEnumerable<string?> tags = pagination.IsList ? [null, .. list.Tags(collections)] : [null];
        foreach (var tag in tags)
        {
            var first = made.Count;
            for (var number = 0; number < list.Parts(collections, tag)!.Count; number++)
            {
                made.Add(Part(new PagePart(list, number, tag, []), first + number == 0 ? problems : quiet));
            }

            // Each page may name the addresses of the others. Engines keep what they made of a list: it is another one than the empty one.
            string[] hrefs = [.. made.Skip(first).Select(static page => page.Page.Url ?? "")];
            for (var at = first; at < made.Count; at++)
            {
                // Computed data may name them too, and was computed before they were known.
                var part = made[at].Part! with { Hrefs = hrefs };
                made[at] = isComputed ? Part(part, quiet) : made[at] with { Part = part };
            }
        }

        return made;

        ParsedPage Part(PagePart part, DiagnosticLog log)
        {
            // Where nothing is computed for a part, its data is the file's: reading it again for each would take time with the square of their number.
            var source = isComputed ? Parse(whole.File, block, log, part, collections)
                : whole with { Pagination = null, Part = part, ShowsOtherPages = whole.ShowsOtherPages || pagination.IsOfPages };
            source = isComputed ? source : source with { Url = Address(source, collections, log) };
            var frontMatter = source.FrontMatter;
            using var language = InterfaceLanguage.Enter(frontMatter.Lang ?? "fr");
            frontMatter = part.Tag is null ? frontMatter : frontMatter with { Title = ContentTexts.ListOfTag(frontMatter.Title, part.Tag), Description = null };
            frontMatter = part.Number == 0 ? frontMatter : frontMatter with { Title = ContentTexts.ListPage(frontMatter.Title, part.Number + 1, pagination.IsList) };
            return (part.Number == 0 && part.Tag is null) || pagination.AreAllListed ? source with { FrontMatter = frontMatter } : source with { FrontMatter = frontMatter with { ExcludedFromAll = true } };
        }
    }

    private ParsedPage Parse(
        SourceFile file, FrontMatterBlock block, DiagnosticLog problems, PagePart? part = null,
        IReadOnlyDictionary<string, object?>? collections = null)
    {
        var entry = file.Entry;
        collections ??= LiquidContext.NoCollections;
        var own = hiding.MendLines(hiding.Mend(block.Data, problems), block.Header, block.HeaderLine, problems);
        var inherited = site.Inherit(entry, own);
        var pagination = part is null ? Pagination.Of(inherited) : null;
        var data = pagination is null ? Computed(entry, inherited, part, collections, problems) : inherited;
        var frontMatter = new FrontMatterReader(data, entry, dates, problems).Read().In(site.Identity.Lang);
        var plain = site.ToPlain(data);
        var source = new ParsedPage
        {
            File = file,
            InputPath = InputPath(entry),
            ShowsPlainUrl = IsExact,
            BodyLength = block.Text.Length - block.BodyStart,
            BodyLine = block.BodyLine,
            Pagination = pagination,
            Part = part,
            ShowsOtherPages = part is { Pagination.IsOfPages: true } || (templates?.ShowsOtherPages(block.Text.AsSpan(block.BodyStart)) ?? false),
            HeaderHash = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(block.Text.AsSpan(0, block.BodyStart)))),
            IsOfItsFileAlone = part is null && pagination is null && !TemplateRenderer.HasTags(block.Text) && !ComputedData.Waits(inherited),
            FrontMatter = frontMatter,
            Data = plain,
            Url = null,
        };
        source = pagination is null ? source with { Url = Address(source, collections, problems) } : source;
        return source with { FileNames = FileNameScanner.Scan(block.Text, block.Data, name => ValueOf(source, name)) };
    }

    private bool IsExact => templates is { Site.Project.IsExact: true };

    private string InputPath(FolderEntry entry) => "./" + templates?.Site.Project.InputFolder + entry.Path;

    // What a template writes for a variable alone; a filter may make anything of it.
    private static string? ValueOf(ParsedPage source, string name)
    {
        switch (name)
        {
            case "page.url":
                return source.Page.Url;
            case "page.fileSlug":
                return source.Page.FileSlug;
            case "page.filePathStem":
                return source.Page.FilePathStem;
        }

        object? value = source.Data;
        foreach (var part in name.Split('.'))
        {
            value = (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(part);
        }

        return value is string or long ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }

    // A feed, a site map or a script: the site makes its own.
    private static bool IsOtherFormat(DataMap data) =>
        data["permalink"] is DataScalar { Value: string permalink } && Path.GetExtension(permalink) is { Length: > 1 } extension and not ".html";

    [System.Text.RegularExpressions.GeneratedRegex(@"\{%-?\s*(?:extends|block|layout)\b")]
    private static partial System.Text.RegularExpressions.Regex LayoutTag();

    // Functions and computed keys see the page with the address that its path gives: its own may come of them.
    private DataMap Computed(
        FolderEntry entry, DataMap data, PagePart? part, IReadOnlyDictionary<string, object?> collections, DiagnosticLog problems)
    {
        if (!ComputedData.Waits(data))
        {
            return data;
        }

        var quiet = new DiagnosticLog(entry.Path, "");
        return new ComputedData(templates is null ? null : templates.Render).Compute(data, now =>
        {
            var frontMatter = new FrontMatterReader(now, entry, dates, quiet).Read().In(site.Identity.Lang);
            var url = PageAddress.FromPath(entry.NormalizedPath);
            var page = new LiquidPage(
                IsExact ? url : Site.Address.Encode(url), frontMatter.Date, PageAddress.FileSlug(entry.NormalizedPath), InputPath(entry),
                PageAddress.FilePathStem(entry.NormalizedPath), frontMatter.Lang ?? "fr");
            var plain = site.ToPlain(now);
            return new LiquidContext(part is null ? plain : part.Over(plain, collections), page, collections);
        }, problems);
    }

    private string? Address(ParsedPage source, IReadOnlyDictionary<string, object?> collections, DiagnosticLog problems)
    {
        var fromPath = PageAddress.FromPath(source.Entry.NormalizedPath) + source.Part?.Suffix;
        switch (source.FrontMatter.Permalink)
        {
            case null or { Value: null }:
                return fromPath;
            case { Value: false }:
                return null;
            case { Value: string or long } permalink when Answer.Of(permalink) is false:
                problems.ReportAt(DiagnosticRules.Permalink, permalink.Position,
                    $"« permalink: {permalink.Text} » veut dire non\u00a0: par prudence, la page n’est pas publiée, comme avec « permalink: false ».",
                    "Écrivez « permalink: false », sans guillemets, ou un chemin comme « /dossier/page/ ».");
                return null;
            case { Value: string } permalink when PageAddress.FromPermalink(Resolve(permalink, source, collections, problems)) is { } url:
                ReportSpace(url, permalink, problems);
                return source.Part is { Pagination.IsList: true } part ? url + (url.EndsWith('/') ? "" : "/") + part.Suffix : url;
            case var permalink:
                problems.ReportAt(DiagnosticRules.Permalink, permalink.Position,
                    $"« permalink: {permalink.Text} » n’est pas une adresse du site : la page garde l’adresse de son fichier, {fromPath}",
                    "Écrivez un chemin comme « /dossier/page/ », ou « false » pour ne pas publier la page.");
                return fromPath;
        }
    }

    // Browsers write « %20 »; in an e-mail, the link ends before the space.
    private static void ReportSpace(string url, DataScalar permalink, DiagnosticLog problems)
    {
        if (url.Any(char.IsWhiteSpace))
        {
            problems.ReportAt(DiagnosticRules.SpacedAddress, permalink.Position,
                $"L’adresse de la page, « {url} », contient une espace : dans un courriel, un lien vers elle s’arrête là.",
                $"Écrivez des tirets : « permalink: {string.Join('-', url.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} », et gardez l’ancienne adresse dans « aliases » si elle est déjà connue.");
        }
    }

    // A permalink is a template too; collections exist for the pages of a list alone: others are in them, with their addresses.
    private string Resolve(DataScalar permalink, ParsedPage source, IReadOnlyDictionary<string, object?> collections, DiagnosticLog problems) =>
        templates?.Render(permalink.Text, permalink.Position.Line, source.Context(collections), problems) ?? permalink.Text;

    private static ParsedFile Refused(FolderEntry entry, DiagnosticRule rule, string message, string advice)
    {
        var problems = new DiagnosticLog(entry.Path, "");
        problems.Report(rule, 0, 0, message, advice);
        return new ParsedFile(entry, null, problems.Problems, []);
    }
}
