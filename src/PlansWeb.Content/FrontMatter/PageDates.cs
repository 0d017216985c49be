using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter;

/// <summary>
/// Reads dates as Eleventy does (Template.js, getMappedDate), with one exception: a page without date has none,
/// since in a container the file's own time says nothing.
/// </summary>
/// <param name="history">Dates from Git, asked for only when a page wants them.</param>
internal sealed class PageDates(GitHistory history)
{
    private const string Advice = "Écrivez la date sous la forme AAAA-MM-JJ, par exemple 2022-04-01.";

    private const string LastModified = "last modified";
    private const string Created = "created";
    private const string GitLastModified = "git last modified";
    private const string GitCreated = "git created";

    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyyMMdd",
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>The date of a page: the front matter's, else the first one in the path, else none.</summary>
    public DateTimeOffset? PageDate(DataNode? node, FolderEntry file, DiagnosticLog problems)
    {
        if (node is null or DataScalar { Value: null })
        {
            return FromPath(file.NormalizedPath);
        }

        return From(node) is { } from ? Elsewhere(from, file) : ReadDate(node, problems);
    }

    /// <summary>The scalar, where it is one of Eleventy's names for a time that is not written in the file; else <see langword="null"/>.</summary>
    public static DataScalar? From(DataNode? node) =>
        node is DataScalar { Value: string } scalar && Keyword(scalar) is LastModified or Created or GitLastModified or GitCreated ? scalar : null;

    /// <summary>The scalar asks Git.</summary>
    public static bool IsFromGit(DataScalar from) => Keyword(from) is GitLastModified or GitCreated;

    /// <summary>The date that was read is still that of the page: the file may have been touched, or a commit made, while its text stayed.</summary>
    /// <param name="frontMatter">What was read; <see langword="null"/> where nothing could be.</param>
    /// <param name="file">The file as it is now.</param>
    public bool IsCurrent(PageFrontMatter? frontMatter, FolderEntry file) =>
        frontMatter?.DateFrom is not { } from || Elsewhere(from, file) == frontMatter.Date;

    private DateTimeOffset? Elsewhere(DataScalar from, FolderEntry file) => Keyword(from) switch
    {
        LastModified => new DateTimeOffset(file.LastWrite, TimeSpan.Zero),
        GitLastModified => history.LastChange(file),
        GitCreated => history.FirstChange(file),
        _ => null,
    };

    private static string Keyword(DataScalar scalar) => scalar.Text.Trim().ToLowerInvariant();

    /// <summary>A day that readers are shown. The date itself is read as Eleventy reads it: <see cref="PageDate"/>.</summary>
    /// <param name="node">The value, or <see langword="null"/>.</param>
    /// <param name="key">The key, for the message.</param>
    /// <param name="problems">Where a date that does not exist is reported.</param>
    public static DateTimeOffset? ReadShown(DataNode? node, string key, DiagnosticLog problems)
    {
        switch (node)
        {
            case null or DataScalar { Value: null }:
                return null;
            case var _ when Written(node, key, problems) is { } written:
                return written.Shown;
            default:
                ReportImpossible(node, key, problems);
                return null;
        }
    }

    /// <summary>The date that a value spells, as it was written; a French form is read and reported. <see langword="null"/> where it is none.</summary>
    public static WrittenDate? Written(DataNode? node, string key, DiagnosticLog problems)
    {
        if (node is not DataScalar scalar || WrittenDate.Read(scalar.Text) is not { } written)
        {
            return null;
        }

        if (!written.IsIso)
        {
            problems.ReportAt(DiagnosticRules.DateForm, node.Position, $"« {scalar.Text} » est lu comme {written.Iso} (année-mois-jour).",
                $"Écrivez « {key}: {written.Iso} ».");
        }

        return written;
    }

    // `date`, as js-yaml and Eleventy take it: without time zone it is UTC.
    private static DateTimeOffset? ReadDate(DataNode node, DiagnosticLog problems)
    {
        switch (node)
        {
            case DataScalar { Value: DateTimeOffset date }:
                return date;
            case DataScalar scalar when Parse(scalar.Text) is { } date:
                return date;
            default:
                ReportImpossible(node, "date", problems);
                return null;
        }
    }

    private static void ReportImpossible(DataNode node, string key, DiagnosticLog problems) => problems.ReportAt(
        DiagnosticRules.ImpossibleDate, node.Position,
        node is DataScalar scalar ? $"« {scalar.Text} » n’est pas une date : la clé « {key} » est ignorée." : $"La clé « {key} » doit être une date.", Advice);

    private static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), s_formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>The first <c>YYYY-MM-DD</c> anywhere in a path that is a date, at midnight UTC.</summary>
    private static DateTimeOffset? FromPath(string path)
    {
        const int Length = 10;
        for (var i = 0; i + Length <= path.Length; i++)
        {
            if (path[i + 4] == '-' && path[i + 7] == '-'
                && DateTimeOffset.TryParseExact(path.AsSpan(i, Length), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal, out var date))
            {
                return date;
            }
        }

        return null;
    }
}
