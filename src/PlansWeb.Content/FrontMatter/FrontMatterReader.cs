using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Html;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter;

/// <summary>Reads the merged data of a page into <see cref="PageFrontMatter"/>; what has the wrong type is reported and left out.</summary>
/// <param name="data">The data of the page after the cascade.</param>
/// <param name="file">The file, and its times where the front matter asks for them.</param>
/// <param name="dates">Reads dates.</param>
/// <param name="problems">Where problems are reported.</param>
internal sealed class FrontMatterReader(DataMap data, FolderEntry file, PageDates dates, DiagnosticLog problems)
{
    /// <summary>The keys that are read here and that the site's data may give to all pages: not those that hide a page.</summary>
    public static readonly IReadOnlySet<string> Keys = new HashSet<string>(StringComparer.Ordinal)
    {
        "title", "description", "layout", "lang", "date", "updated", "reviewDate", "tags", "permalink", "aliases", NavigationKey, ExclusionKey, "toc",
    };

    /// <summary>The keys that hide a page.</summary>
    public static readonly IReadOnlySet<string> HidingKeys = new HashSet<string>(["draft", "unlisted", "publishDate", "expiryDate"], StringComparer.OrdinalIgnoreCase);

    // « title » is a key of the page too.
    private static readonly string[] s_navigationKeys = ["key", "parent", "order"];

    private const string NavigationKey = "eleventyNavigation";
    private const string ExclusionKey = "eleventyExcludeFromCollections";

    /// <summary>Reads everything.</summary>
    public PageFrontMatter Read()
    {
        var read = ReadAll();
        if (read is { Date: { } date, Updated: { } updated } && data["date"] is DataScalar written && WrittenDate.Read(written.Text) is not null
            && updated.Date < date.Date)
        {
            problems.ReportAt(DiagnosticRules.ContradictoryDates, data["updated"]!.Position,
                $"La page aurait été mise à jour (« updated », {French.Date(updated)}) avant d’exister (« date », {French.Date(date)}).",
                "Corrigez l’une des deux dates, ou retirez « updated ».");
        }

        return read;
    }

    private PageFrontMatter ReadAll() => new()
    {
        Title = Text("title"),
        TitleLine = data["title"] is { } title && Line(title) is > 0 and var line ? line : null,
        Description = Text("description"),
        Layout = Scalar("layout"),
        Lang = Language(),
        Date = dates.PageDate(data["date"], file, problems),
        DateFrom = PageDates.From(data["date"]),
        Updated = PageDates.ReadShown(data["updated"], "updated", problems),
        ReviewDate = PageDates.ReadShown(data["reviewDate"], "reviewDate", problems),
        Changes = Changes(),
        Tags = Words("tags", isOneWord: true),
        Permalink = Scalar("permalink"),
        Aliases = Scalars("aliases", isOneWord: true),
        Navigation = Navigation(),
        ExcludedFromAll = data[ExclusionKey] is { } excluded && Answer.Of(excluded) is true,
        ExcludedFrom = data[ExclusionKey] is { } collections && Answer.Of(collections) is null ? Words(ExclusionKey) : [],
        Toc = Flag("toc") ?? true,
        Publication = new PublicationReader(data, problems).Read(),
    };

    // What was surely meant is read; a page whose language cannot be told has that of the site.
    private string? Language()
    {
        if (Text("lang") is not { } tag)
        {
            return null;
        }

        if (LanguageTag.IsKnown(tag))
        {
            return tag;
        }

        problems.ReportAt(DiagnosticRules.UnknownLanguage, data["lang"]!.Position, LanguageTag.Message("lang", tag), LanguageTag.Advice(tag));
        return LanguageTag.Meant(tag);
    }

    private NavigationEntry? Navigation()
    {
        switch (data[NavigationKey])
        {
            case DataScalar { Value: null } empty when s_navigationKeys.Where(key => data[key] is DataScalar outside && outside.Position.File == empty.Position.File).ToArray() is [_, ..] outside:
                problems.ReportAt(DiagnosticRules.NavigationPlace, empty.Position,
                    $"« eleventyNavigation » est vide, et {string.Join(", ", outside.Select(static key => $"« {key} »"))} {(outside.Length == 1 ? "est" : "sont")} au bord : la page n’est dans aucun menu.",
                    "Décalez ces lignes de deux espaces, sous « eleventyNavigation: ».");
                return null;
            case null when data["parent"] is DataScalar { Value: string } parent && parent.Position.File == file.Path:
                problems.ReportAt(DiagnosticRules.NavigationPlace, parent.Position,
                    "« parent » n’est pas sous « eleventyNavigation » : la page n’est dans aucun menu.",
                    "Écrivez une ligne « eleventyNavigation: », et « parent » dessous, décalé de deux espaces.");
                return null;
            case null or DataScalar { Value: null or false }:
                return null;
            case DataMap map:
                return new NavigationEntry(
                    Text(map, "key"), Text(map, "parent"), Text(map, "title"), Order(map), LinkTo(map), Line(map["key"] ?? map))
                {
                    ParentLine = map["parent"] is { } above ? Line(above) : 0,
                };
            case var other:
                Report(other, "« eleventyNavigation » doit contenir des clés (key, parent, title, order).",
                    "Écrivez les clés en dessous, décalées de deux espaces.");
                return null;
        }
    }

    // An entry without an address of its own leads to its page.
    private string? LinkTo(DataMap map)
    {
        if (Text(map, "url") is not { } url || SafeAddress.IsAllowed(url))
        {
            return Text(map, "url");
        }

        Report(map["url"]!, $"L’adresse « {url} » n’est pas permise : elle est ignorée.", "Écrivez une adresse du site, ou en https, mailto ou tel.");
        return null;
    }

    // Problems of the navigation name the page's file; an entry that a data file wrote has no line there.
    private int Line(DataNode node) => node.Position.File == file.Path ? node.Position.Line : 0;

    private IReadOnlyList<PageChange> Changes()
    {
        switch (data["changes"])
        {
            case null or DataScalar { Value: null }:
                return [];
            case DataList list:
                // The sort is stable: of one day, the order is the writer's.
                return [.. list.Items.Select(Change).OfType<PageChange>().OrderByDescending(static change => change.Date)];
            case var other:
                ReportChange(other);
                return [];
        }
    }

    private PageChange? Change(DataNode node)
    {
        if (node is not DataMap map || map["date"] is null || map["note"] is not DataScalar { Value: not null } note || note.Text.Trim() is not { Length: > 0 } text)
        {
            ReportChange(node);
            return null;
        }

        return PageDates.ReadShown(map["date"], "date", problems) is { } date ? new PageChange(date, text) : null;
    }

    private void ReportChange(DataNode node) => Report(node, "« changes » doit être une liste de changements, chacun avec une « date » et une « note ».",
        "Écrivez par exemple « - {date: 2026-03-12, note: Le budget est corrigé} » sous « changes: ».");

    private bool? Flag(string key)
    {
        if (data[key] is not { } node || node is DataScalar { Value: null })
        {
            return null;
        }

        if (Answer.Of(node) is not { } isYes)
        {
            Report(node, $"« {key} » doit valoir true ou false.", $"Écrivez « {key}: true » ou « {key}: false ».");
            return null;
        }

        return isYes;
    }

    // A missing order counts as 0, and JavaScript compares numbers: text that is a number counts as that number.
    private double Order(DataMap map)
    {
        switch (map["order"])
        {
            case null or DataScalar { Value: null } or DataScalar { Text.Length: 0 }:
                return 0;
            case DataScalar { Value: long number }:
                return number;
            case DataScalar { Value: double number } when double.IsFinite(number):
                return number;
            case DataScalar { Value: string } scalar when Number(scalar.Text) is { } number:
                return number;
            case var other:
                Report(other, "L’ordre (« order ») doit être un nombre.", "Écrivez par exemple « order: 10 », sans guillemets.");
                return 0;
        }
    }

    // Without a thousands separator: « 1,5 » is not fifteen.
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private DataScalar? Scalar(string key)
    {
        if (data[key] is { } node and not DataScalar)
        {
            ReportList(node, key);
        }

        return data[key] as DataScalar;
    }

    private string? Text(string key) => Text(data, key);

    private string? Text(DataMap map, string key)
    {
        switch (map[key])
        {
            case null or DataScalar { Value: null }:
                return null;
            case DataScalar scalar:
                var text = TextDirection.WithoutControls(scalar.Text).Trim();
                if (text.Length < scalar.Text.Length && scalar.Text.FirstOrDefault(TextDirection.IsControl) is > '\0' and var control)
                {
                    problems.ReportAt(DiagnosticRules.YamlAmbiguous, scalar.Position,
                        $"« {key} » contient un caractère invisible (U+{(int)control:X4}) qui change le sens de lecture du texte autour de lui : il est retiré.",
                        "Effacez ce caractère : retapez le texte au lieu de le coller.");
                }

                return text.Length == 0 ? null : text;
            case var other:
                ReportList(other, key);
                return null;
        }
    }

    private void ReportList(DataNode node, string key) =>
        Report(node, $"« {key} » doit être un texte.", $"Écrivez une seule valeur, par exemple « {key}: texte ».");

    private IReadOnlyList<string> Words(string key, bool isOneWord = false) =>
        [.. Scalars(key, isOneWord).Select(scalar => scalar.Text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];

    // One value counts as a list of one (Eleventy: tags).
    private DataScalar[] Scalars(string key, bool isOneWord = false)
    {
        switch (data[key])
        {
            case null or DataScalar { Value: null }:
                return [];
            case DataScalar scalar:
                return Whole(key, [scalar], isOneWord);
            case DataList list:
                return Whole(key, [.. list.Items.OfType<DataScalar>()], isOneWord);
            case var other:
                Report(other, $"« {key} » doit être un texte ou une liste.", $"Écrivez par exemple « {key}: [un, deux] ».");
                return [];
        }
    }

    // « tags: a, b » is one tag to YAML, as to Eleventy.
    private DataScalar[] Whole(string key, DataScalar[] values, bool isOneWord)
    {
        foreach (var value in values)
        {
            if (isOneWord && value.Text.Contains(',', StringComparison.Ordinal))
            {
                problems.ReportAt(DiagnosticRules.YamlAmbiguous, value.Position,
                    $"« {value.Text} » est lu comme une seule valeur : la virgule ne sépare que des valeurs entre crochets.",
                    $"Mettez la liste entre crochets : « {key}: [{string.Join(", ", value.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}] ».");
            }
        }

        return values;
    }

    private void Report(DataNode node, string message, string advice) =>
        problems.ReportAt(DiagnosticRules.WrongType, node.Position, message, advice);
}
