using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>Reads the names that the register uses: <c>_data/administrations.yaml</c> and <c>_data/thematiques.yaml</c>.</summary>
internal static partial class RegisterNames
{
    private const string AdministrationsKey = "administrations";
    private const string ThemesKey = "thematiques";

    /// <summary>
    /// The administrations: a map from key to a name, to a list of names with <c>depuis</c>, or to a map with <c>noms</c> and <c>court</c>.
    /// </summary>
    /// <param name="section">A page: the site's data is part of its own.</param>
    /// <param name="files">The files, in which the lines of problems are looked for.</param>
    /// <param name="problems">Where problems are added.</param>
    public static IReadOnlyList<Administration> Administrations(ContentPage section, IReadOnlyList<SourceFile> files, ICollection<Diagnostic> problems)
    {
        var administrations = new List<Administration>();
        foreach (var (key, value) in Map(section.Data.GetValueOrDefault(AdministrationsKey)))
        {
            var names = NamesOf(value);
            if (names.Count == 0 || !PlainKey().IsMatch(key))
            {
                problems.Add(ProblemAt(files, AdministrationsKey, key,
                    names.Count == 0 ? $"L’administration {French.Quoted(key)} n’a pas de nom\u00A0: elle n’est pas montrée."
                        : $"La clé {French.Quoted(key)} ne peut pas être une adresse\u00A0: cette administration n’est pas montrée.",
                    names.Count == 0 ? "Ajoutez «\u00A0noms\u00A0» avec au moins un «\u00A0nom\u00A0»." : "Prenez des minuscules sans accent, des chiffres et des tirets."));
                continue;
            }

            var shortName = (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("court") as string;
            administrations.Add(new Administration(key, names, shortName ?? Administration.ShortOf(names[^1].Name)));
        }

        return administrations;
    }

    /// <summary>The themes in order: a map from key to name, or a list of names.</summary>
    public static IReadOnlyList<Theme> Themes(ContentPage section) =>
        section.Data.GetValueOrDefault(ThemesKey) is IReadOnlyList<object?> list
            ? [.. list.Select(static item => item switch
            {
                string name => new Theme(Names.Key(name), name),
                IReadOnlyDictionary<string, object?> map when Text(map, "nom") is { } name => new Theme(Text(map, "cle") ?? Names.Key(name), name),
                _ => null,
            }).OfType<Theme>()]
            : [.. Map(section.Data.GetValueOrDefault(ThemesKey)).Select(static pair => pair.Value switch
            {
                string name => new Theme(pair.Key, name),
                IReadOnlyDictionary<string, object?> map when Text(map, "nom") is { } name => new Theme(pair.Key, name),
                _ => null,
            }).OfType<Theme>()];

    /// <summary>A problem with what a key of <c>_data/administrations</c> says, at its line.</summary>
    public static Diagnostic ProblemOf(IReadOnlyList<SourceFile> files, Administration administration, string message, string advice) =>
        ProblemAt(files, AdministrationsKey, administration.Key, message, advice);

    private static Diagnostic ProblemAt(IReadOnlyList<SourceFile> files, string data, string key, string message, string advice)
    {
        var file = files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file.Path) == data);
        var lines = file?.Text().Split('\n') ?? [];
        var line = Array.FindIndex(lines, line => line.AsSpan().TrimStart(" -\"'").StartsWith(key) && line.Contains(':', StringComparison.Ordinal));
        return new Diagnostic(DiagnosticRules.AdministrationName, file?.Path ?? $"_data/{data}.yaml", line + 1, 0, message, advice);
    }

    // A list of maps with « cle » is a map too.
    private static IEnumerable<KeyValuePair<string, object?>> Map(object? data) => data switch
    {
        IReadOnlyDictionary<string, object?> map => map,
        IReadOnlyList<object?> list => list.OfType<IReadOnlyDictionary<string, object?>>().Where(static item => Text(item, "cle") is not null)
            .Select(static item => KeyValuePair.Create(Text(item, "cle")!, (object?)item)),
        _ => [],
    };

    private static List<DatedName> NamesOf(object? value) => value switch
    {
        string name when name.Trim().Length > 0 => [new DatedName(name.Trim(), null)],
        IReadOnlyList<object?> list =>
        [
            .. list.Select(static item => item switch
            {
                string name when name.Trim().Length > 0 => new DatedName(name.Trim(), null),
                IReadOnlyDictionary<string, object?> map when Text(map, "nom") is { } name => new DatedName(name, DateOf(map.GetValueOrDefault("depuis"))),
                _ => null,
            }).OfType<DatedName>().OrderBy(static name => name.Since ?? default),
        ],
        IReadOnlyDictionary<string, object?> map when map.GetValueOrDefault("noms") is { } names => NamesOf(names),
        IReadOnlyDictionary<string, object?> map when Text(map, "nom") is { } name => [new DatedName(name, DateOf(map.GetValueOrDefault("depuis")))],
        _ => [],
    };

    private static RegisterDate? DateOf(object? value) => value switch
    {
        DateTimeOffset date => RegisterDate.Of(date),
        string text => RegisterDate.Parse(text),
        long year and >= 1990 and <= 2100 => new RegisterDate((int)year, 0, 0),
        _ => null,
    };

    private static string? Text(IReadOnlyDictionary<string, object?> map, string key) => map.GetValueOrDefault(key) is string text && text.Trim().Length > 0 ? text.Trim() : null;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PlainKey();
}
