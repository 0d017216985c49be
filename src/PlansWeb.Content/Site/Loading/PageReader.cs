using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Repair;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Reads Markdown files: decodes them, splits off the front matter, lays it over the inherited data, finds date and address.</summary>
internal sealed class PageReader(SiteData site, PageDates dates, LiquidRenderer? liquid, HidingKeys hiding)
{
    // A text of a megabyte with the photographs that an office suite put into it. What of the text itself is too much, the renderer leaves out.
    private const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Reads a file. Never throws: what cannot be read becomes a problem.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="known">What was read last, to be kept where the bytes are the same; <see langword="null"/> to read in any case.</param>
    public ReadPage Read(FolderEntry entry, ReadPage? known)
    {
        try
        {
            return ReadFile(entry, known);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A mistake of ours must cost this page, not the site. The fuzz tests never come here.
            return Refused(entry, ProblemRules.RenderFailure, $"Ce fichier n’a pas pu être lu ({exception.GetType().Name}).",
                "Signalez cette page aux développeurs du site.");
        }
    }

    /// <summary>The page that was read has the date that it would have now. The rest comes from the bytes of its file and of data files.</summary>
    public bool IsDateCurrent(ReadPage known, FolderEntry entry) => dates.IsCurrent(known.Source?.FrontMatter, entry);

    private ReadPage ReadFile(FolderEntry entry, ReadPage? known)
    {
        byte[] bytes;
        try
        {
            if (entry.Length > MostBytes)
            {
                return Refused(entry, ProblemRules.TooLarge, "Le fichier est trop grand et n’est pas lu.", "Répartissez le texte en plusieurs pages.");
            }

            // What has no bytes is not opened: a named pipe would wait for a writer for ever.
            bytes = entry.Length == 0 ? [] : File.ReadAllBytes(entry.PhysicalPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(entry, ProblemRules.Unreadable, "Le fichier ne peut pas être lu.",
                "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie.");
        }

        var hash = SHA256.HashData(bytes);
        if (known is not null && hash.AsSpan().SequenceEqual(known.Hash) && IsDateCurrent(known, entry))
        {
            return known with { Entry = entry };
        }

        var decoded = TextDecoder.Decode(bytes);
        var text = PastedImages.TakeOut(decoded.Text, out var images);
        var problems = new ProblemLog(entry.Path, text);
        decoded.Fault?.ReportTo(problems);
        if (decoded.IsRefused)
        {
            return new ReadPage(entry, null, problems.Problems, hash);
        }

        if (GitConflict.Find(text, isMarkdown: true) is { } conflict)
        {
            conflict.ReportTo(problems);
            return Disputed(entry, conflict, problems, hash);
        }

        PastedImages.Report(images, problems);
        var block = FrontMatterParser.Parse(text, entry.Path, problems);
        var source = Source(entry, images.Count == 0 ? bytes : Encoding.UTF8.GetBytes(text), block, problems);
        return new ReadPage(entry, source, problems.Problems, hash) { IsDamaged = block.IsDamaged && source.FrontMatter.Publication == Publication.Always };
    }

    // Without an older version the first of the two is shown, and where the front matter is concerned nothing: it may have hidden the page.
    private ReadPage Disputed(FolderEntry entry, GitConflict conflict, ProblemLog problems, byte[] hash)
    {
        var others = new ProblemLog(entry.Path, conflict.Resolved);
        var block = FrontMatterParser.Parse(conflict.Resolved, entry.Path, others);
        var source = Source(entry, Encoding.UTF8.GetBytes(conflict.Resolved), block, others);

        // The version that was public stays only where nothing, disputed or not, says that it should not be.
        var isHeader = conflict.Line < block.BodyLine || (block.BodyStart == 0 && hiding.HasHidingLine(conflict.Disputed));
        var mayHide = source.FrontMatter.Publication != Publication.Always || (isHeader && hiding.HasHidingLine(conflict.Disputed));
        return new ReadPage(entry, isHeader ? source with { FrontMatter = source.FrontMatter with { Publication = Publication.Draft } } : source, problems.Problems, hash)
        {
            IsDamaged = !mayHide,
        };
    }

    private PageSource Source(FolderEntry entry, byte[] bytes, FrontMatterBlock block, ProblemLog problems)
    {
        var own = hiding.MendLines(hiding.Mend(block.Data, problems), block.Header, block.HeaderLine, problems);
        var data = site.Inherit(entry, own);
        var frontMatter = new FrontMatterReader(data, entry, dates, problems).Read();
        var plain = site.ToPlain(data);
        var source = new PageSource
        {
            Entry = entry,
            Bytes = bytes,
            BodyLength = block.Text.Length - block.BodyStart,
            BodyLine = block.BodyLine,
            ShowsOtherPages = block.Text.AsSpan(block.BodyStart).Contains("collections", StringComparison.Ordinal),
            FrontMatter = frontMatter,
            Data = plain,
            Url = null,
        };
        source = source with { Url = Address(source, problems) };
        return source with { FileNames = FileNameScanner.Scan(block.Text, block.Data, name => ValueOf(source, name)) };
    }

    // What a template writes for a variable alone; a filter may make anything of it.
    private static string? ValueOf(PageSource source, string name)
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

    private string? Address(PageSource source, ProblemLog problems)
    {
        var fromPath = PageAddress.FromPath(source.Entry.NormalizedPath);
        switch (source.FrontMatter.Permalink)
        {
            case null or { Value: null }:
                return fromPath;
            case { Value: false }:
                return null;
            case { Value: string or long } permalink when Answer.Of(permalink) is false:
                problems.ReportAt(ProblemRules.Permalink, permalink.Position,
                    $"« permalink: {permalink.Text} » veut dire non\u00a0: par prudence, la page n’est pas publiée, comme avec « permalink: false ».",
                    "Écrivez « permalink: false », sans guillemets, ou un chemin comme « /dossier/page/ ».");
                return null;
            case { Value: string } permalink when PageAddress.FromPermalink(Resolve(permalink, source, problems)) is { } url:
                return url;
            case var permalink:
                problems.ReportAt(ProblemRules.Permalink, permalink.Position,
                    $"« permalink: {permalink.Text} » n’est pas une adresse du site : la page garde l’adresse de son fichier, {fromPath}",
                    "Écrivez un chemin comme « /dossier/page/ », ou « false » pour ne pas publier la page.");
                return fromPath;
        }
    }

    // A permalink is a template too; there are no collections yet when addresses are made.
    private string Resolve(DataScalar permalink, PageSource source, ProblemLog problems) =>
        liquid?.Render(permalink.Text, permalink.Position.Line, source.Context(LiquidContext.NoCollections), problems) ?? permalink.Text;

    private static ReadPage Refused(FolderEntry entry, ProblemRule rule, string message, string advice)
    {
        var problems = new ProblemLog(entry.Path, "");
        problems.Report(rule, 0, 0, message, advice);
        return new ReadPage(entry, null, problems.Problems, []);
    }
}
