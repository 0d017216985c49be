using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>What the rows of the register may name, and what they may not show.</summary>
internal sealed record RegisterContext
{
    /// <summary>The administrations by key.</summary>
    public required IReadOnlyDictionary<string, Administration> Administrations { get; init; }

    /// <summary>Keys of administrations whose page is hidden: nothing of them is shown.</summary>
    public required IReadOnlySet<string> HiddenAdministrations { get; init; }

    /// <summary>The themes by key, and by the key of their name.</summary>
    public required IReadOnlyDictionary<string, Theme> Themes { get; init; }

    /// <summary>Keys of the plans' pages that readers may see: of their files' names and of their titles.</summary>
    public required IReadOnlySet<string> Plans { get; init; }

    /// <summary>The same of those that are hidden.</summary>
    public required IReadOnlySet<string> HiddenPlans { get; init; }
}

/// <summary>Reads the rows of the register's files. A row is shown, or it is reported; what is hidden is neither.</summary>
/// <param name="context">What rows may name.</param>
internal sealed class RegisterRows(RegisterContext context)
{
    private static readonly string[] s_actionColumns =
        ["id", "administration", "plan", "titre", "thematique", "niveau", "debut", "echeance", "indicateur", "unite", "depart", "cible", "service", "source", "page_source"];

    private static readonly string[] s_readingColumns = ["action", "date", "statut", "valeur", "commentaire", "source", "page_source"];

    private static readonly string[] s_paperColumns = ["administration", "titre", "date", "adresse", "taille", "etat", "source", "page_source"];

    private static readonly string[] s_indicatorColumns =
        ["indicateur", "titre", "administration", "unite", "serie", "categorie", "date", "valeur", "cible", "echeance", "commentaire", "source", "page_source"];

    private static readonly string[] s_sourceColumns = ["adresse", "titre"];

    // Cells of a column say the same few things over and over: each is understood once.
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegisterDate?> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Text, char Separator), RegisterNumber?> _numbers = [];
    private readonly Dictionary<(string Text, string Page), Source> _sources = [];
    private readonly List<PlanPaper> _papers = [];
    private readonly HashSet<string> _paperKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PlanAction Action, List<(Reading Reading, CsvRow Row)> Readings)> _actions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Indicator> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sourceTitles = new(StringComparer.Ordinal);

    /// <summary>The ids of all rows of actions, of those too that are hidden or cannot be shown.</summary>
    public IReadOnlySet<string> Written => _written;

    /// <summary>The documents.</summary>
    public IReadOnlyList<PlanPaper> Papers => _papers;

    /// <summary>The indicators.</summary>
    public IReadOnlyList<Indicator> Indicators => [.. _indicators.Values];

    /// <summary>Titles of sources by their address.</summary>
    public IReadOnlyDictionary<string, string> SourceTitles => _sourceTitles;

    /// <summary>The columns of each kind of file, by the word that its name begins with.</summary>
    public static IReadOnlyDictionary<string, string[]> Columns { get; } = new Dictionary<string, string[]>
    {
        ["sources"] = s_sourceColumns,
        ["documents"] = s_paperColumns,
        ["actions"] = s_actionColumns,
        ["releves"] = s_readingColumns,
        ["indicateurs"] = s_indicatorColumns,
    };

    /// <summary>The kind of file that a name stands for: <c>actions</c> for <c>actions.csv</c> and <c>actions-2026.csv</c>; <see langword="null"/> for others.</summary>
    public static string? KindOf(string path)
    {
        var name = Names.Key(Path.GetFileNameWithoutExtension(path));
        return Columns.Keys.FirstOrDefault(kind => name == kind || name.StartsWith(kind + "-", StringComparison.Ordinal));
    }

    /// <summary>Reads titles of sources.</summary>
    public void ReadSources(SourceFile file, ICollection<Diagnostic> problems)
    {
        foreach (var row in Rows(file, s_sourceColumns, ["adresse", "titre"], problems))
        {
            if (Required(row, "adresse") && Required(row, "titre"))
            {
                _sourceTitles.TryAdd(row["adresse"], row["titre"]);
            }
        }
    }

    /// <summary>Reads documents.</summary>
    public void ReadPapers(SourceFile file, ICollection<Diagnostic> problems)
    {
        foreach (var row in Rows(file, s_paperColumns, ["administration", "titre", "source"], problems))
        {
            if (AdministrationOf(row, out var isHidden) is not { } administration || !Required(row, "titre") || SourceOf(row) is not { } source)
            {
                continue;
            }

            if (!isHidden && !context.HiddenPlans.Contains(Names.Key(row["titre"])))
            {
                _papers.Add(new PlanPaper(administration, row["titre"], Date(row, "date"), row["adresse"], row["taille"], row["etat"], source));
                _paperKeys.Add(Names.Key(row["titre"]));
            }
        }
    }

    /// <summary>Reads actions; after the documents, which they name.</summary>
    public void ReadActions(SourceFile file, ICollection<Diagnostic> problems)
    {
        foreach (var row in Rows(file, s_actionColumns, ["id", "administration", "titre", "source"], problems))
        {
            _written.Add(row["id"]);
            ReadAction(row);
        }
    }

    /// <summary>Reads readings; after the actions.</summary>
    public void ReadReadings(SourceFile file, ICollection<Diagnostic> problems)
    {
        foreach (var row in Rows(file, s_readingColumns, ["action", "date", "source"], problems))
        {
            ReadReading(row);
        }
    }

    /// <summary>Reads indicators.</summary>
    public void ReadIndicators(SourceFile file, ICollection<Diagnostic> problems)
    {
        foreach (var row in Rows(file, s_indicatorColumns, ["indicateur", "titre", "source"], problems))
        {
            ReadIndicator(row);
        }
    }

    /// <summary>The actions with their readings in the order of time; tells of statuses that go back.</summary>
    public IReadOnlyList<PlanAction> Actions(IReadOnlyList<Administration> administrations)
    {
        var actions = new List<PlanAction>(_order.Count);
        foreach (var id in _order)
        {
            var (action, found) = _actions[id];
            var readings = found.OrderBy(static reading => reading.Reading.Date).ToArray();
            var last = default(ActionStatus?);
            foreach (var (reading, row) in readings)
            {
                if (reading.Status is { } status)
                {
                    if (status < last && reading.Comment.Length == 0)
                    {
                        row.Report(DiagnosticRules.RegisterStatus, "statut",
                            $"L’action {French.Quoted(id)} passe de {French.Quoted(RegisterTexts.StatusName(last.Value))} à {French.Quoted(RegisterTexts.StatusName(status))}\u00A0: elle recule, et rien ne dit pourquoi.",
                            "Vérifiez le statut et la date\u00A0; si c’est juste, dites pourquoi dans «\u00A0commentaire\u00A0».");
                    }

                    last = status;
                }
            }

            actions.Add(action with { Readings = [.. readings.Select(static reading => reading.Reading)] });
        }

        var places = administrations.Select(static (administration, i) => (administration.Key, i)).ToDictionary(static pair => pair.Key, static pair => pair.i, StringComparer.Ordinal);
        return [.. actions.OrderBy(action => places[action.Administration.Key])];
    }

    private void ReadAction(CsvRow row)
    {
        if (!Required(row, "id") || AdministrationOf(row, out var isHidden) is not { } administration || !Required(row, "titre"))
        {
            return;
        }

        var id = row["id"];
        if (Names.Key(id) != id)
        {
            row.Report(DiagnosticRules.RegisterName, "id", $"L’identifiant {French.Quoted(id)} ne peut pas finir une adresse\u00A0: la ligne n’est pas montrée.",
                $"Prenez des minuscules sans accent, des chiffres et des tirets, par exemple {French.Quoted(administration.Key + "-1")}.");
            return;
        }

        if (!_ids.Add(id))
        {
            row.Report(DiagnosticRules.RegisterDuplicate, "id", $"L’identifiant {French.Quoted(id)} est déjà celui d’une autre action\u00A0: cette ligne n’est pas montrée.",
                "Donnez-lui le numéro suivant\u00A0; un identifiant qui a servi n’est jamais repris.");
            return;
        }

        if (SourceOf(row) is not { } source || PlanOf(row, ref isHidden) is not { } plan || isHidden)
        {
            return;
        }

        var unit = row["unite"];
        var (start, target) = (Number(row, "depart"), Number(row, "cible"));
        if (unit.Length == 0 && (start ?? target) is not null)
        {
            row.Report(DiagnosticRules.RegisterUnit, target is null ? "depart" : "cible", "Ce nombre n’a pas d’unité\u00A0: il n’est pas montré.",
                "Écrivez l’unité dans «\u00A0unite\u00A0»\u00A0: %, kWh, postes…");
            (start, target) = (null, null);
        }

        var theme = Lookup(row, "thematique", context.Themes, "thème", "_data/thematiques.yaml");
        _order.Add(id);
        _actions[id] = (new PlanAction
        {
            Id = id,
            Administration = administration,
            Plan = plan,
            Title = row["titre"],
            Theme = theme,
            Level = Word<ActionLevel>(row, "niveau", RegisterTexts.LevelKey),
            Start = Date(row, "debut"),
            Due = Date(row, "echeance"),
            Indicator = row["indicateur"],
            Unit = unit,
            Base = start,
            Target = target,
            Service = row["service"],
            Source = source,
            Searched = Names.Words($"{id} {row["titre"]} {string.Join(' ', administration.Names.Select(static name => name.Name))} {administration.Short} {theme?.Name} {row["indicateur"]} {row["service"]} {plan}"),
        }, []);
    }

    private void ReadReading(CsvRow row)
    {
        if (!Required(row, "action") || !Required(row, "date"))
        {
            return;
        }

        if (!_actions.TryGetValue(row["action"], out var action))
        {
            // A row whose action is hidden, or was reported itself, is not shown either.
            if (!_ids.Contains(row["action"]))
            {
                row.Report(DiagnosticRules.RegisterName, "action", $"Aucune action n’a l’identifiant {French.Quoted(row["action"])}\u00A0: ce relevé n’est pas montré.",
                    "Reprenez l’identifiant tel qu’il est écrit dans la colonne «\u00A0id\u00A0» de actions.csv.");
            }

            return;
        }

        if (Date(row, "date") is not { } date || SourceOf(row) is not { } source)
        {
            return;
        }

        var status = Word<ActionStatus>(row, "statut", RegisterTexts.StatusKey);
        var value = Number(row, "valeur");
        if (value is not null && action.Action.Unit.Length == 0)
        {
            row.Report(DiagnosticRules.RegisterUnit, "valeur", "Cette valeur n’a pas d’unité\u00A0: elle n’est pas montrée.",
                $"Écrivez l’unité dans la colonne «\u00A0unite\u00A0» de l’action {French.Quoted(row["action"])}, dans actions.csv.");
            value = null;
        }

        if (status is not null || value is not null || row["commentaire"].Length > 0)
        {
            action.Readings.Add((new Reading(date, status, value, row["commentaire"], source), row));
        }
        else if (row["statut"].Length == 0 && row["valeur"].Length == 0)
        {
            row.Report(DiagnosticRules.RegisterMissing, "statut", "Ce relevé ne dit rien\u00A0: ni statut, ni valeur, ni commentaire. Il n’est pas montré.",
                "Remplissez l’une de ces cases, ou supprimez la ligne.");
        }
    }

    private void ReadIndicator(CsvRow row)
    {
        if (!Required(row, "indicateur") || !Required(row, "titre") || SourceOf(row) is not { } source)
        {
            return;
        }

        Administration? administration = null;
        if (row["administration"].Length > 0)
        {
            administration = AdministrationOf(row, out var isHidden);
            if (administration is null || isHidden)
            {
                return;
            }
        }

        var (value, target) = (Number(row, "valeur", mayHaveSign: true), Number(row, "cible", mayHaveSign: true));
        if (row["unite"].Length == 0 && (value ?? target) is not null)
        {
            row.Report(DiagnosticRules.RegisterUnit, value is null ? "cible" : "valeur", "Ce nombre n’a pas d’unité\u00A0: la ligne n’est pas montrée.",
                "Écrivez l’unité dans «\u00A0unite\u00A0»\u00A0: %, kg, postes…");
            return;
        }

        var id = Names.Key(row["indicateur"]);
        var added = new IndicatorRow(row["serie"], row["categorie"], Date(row, "date"), value, target, Date(row, "echeance"), row["commentaire"], source);
        _indicators[id] = _indicators.TryGetValue(id, out var indicator)
            ? indicator with { Rows = [.. indicator.Rows, added] }
            : new Indicator(id, row["titre"], row["unite"], administration, [added]);
    }

    private static IReadOnlyList<CsvRow> Rows(SourceFile file, string[] columns, string[] required, ICollection<Diagnostic> problems) =>
        CsvTable.Read(file, columns, required, problems) is { } table ? [.. table.Rows] : [];

    private static bool Required(CsvRow row, string column)
    {
        if (row[column].Length > 0)
        {
            return true;
        }

        row.Report(DiagnosticRules.RegisterMissing, column, $"La case {French.Quoted(column)} est vide\u00A0: la ligne n’est pas montrée.", "Remplissez-la, ou supprimez la ligne.");
        return false;
    }

    private Source? SourceOf(CsvRow row)
    {
        if (row["source"] is { Length: > 0 } text)
        {
            var key = (text, row["page_source"]);
            return _sources.TryGetValue(key, out var known) ? known : _sources[key] = new Source(text, key.Item2);
        }

        row.Report(DiagnosticRules.RegisterSource, "source", "Cette ligne n’a pas de source\u00A0: elle n’est pas montrée.",
            "Écrivez dans «\u00A0source\u00A0» l’adresse ou le titre du document qui le dit, et la page dans «\u00A0page_source\u00A0».");
        return null;
    }

    // Null where the administration is not known, which is reported.
    private Administration? AdministrationOf(CsvRow row, out bool isHidden)
    {
        isHidden = false;
        if (!Required(row, "administration"))
        {
            return null;
        }

        isHidden = context.HiddenAdministrations.Contains(row["administration"]);
        return Lookup(row, "administration", context.Administrations, "administration", "_data/administrations.yaml");
    }

    // Null where the plan is not known, which is reported; empty where the row names none.
    private string? PlanOf(CsvRow row, ref bool isHidden)
    {
        var key = Names.Key(row["plan"]);
        isHidden |= key.Length > 0 && context.HiddenPlans.Contains(key);
        if (key.Length == 0 || isHidden || _paperKeys.Contains(key) || context.Plans.Contains(key))
        {
            return row["plan"];
        }

        row.Report(DiagnosticRules.RegisterName, "plan", $"Le plan {French.Quoted(row["plan"])} n’est ni une page du dossier «\u00A0plans\u00A0», ni un titre de documents.csv\u00A0: la ligne n’est pas montrée.",
            "Reprenez le nom du fichier de la page, sans «\u00A0.md\u00A0», ou le titre du document tel qu’il est écrit\u00A0; laissez vide ce qui ne vient d’aucun plan.");
        return null;
    }

    private string KeyOf(string text) => _keys.TryGetValue(text, out var key) ? key : _keys[text] = Names.Key(text);

    private T? Lookup<T>(CsvRow row, string column, IReadOnlyDictionary<string, T> known, string what, string where)
        where T : class
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (known.TryGetValue(KeyOf(row[column]), out var value))
        {
            return value;
        }

        row.Report(DiagnosticRules.RegisterName, column, $"{RegisterTexts.Capital(what)} inconnu{(what == "administration" ? "e" : "")}\u00A0: {French.Quoted(row[column])}.",
            known.Count == 0 ? $"Aucun nom n’est connu\u00A0: écrivez-les dans {where}." : $"Les noms connus sont dans {where}\u00A0: {string.Join(", ", known.Keys.Take(12))}.");
        return null;
    }

    // A word of a closed list; reported where it is none of them.
    private T? Word<T>(CsvRow row, string column, Func<T, string> keyOf)
        where T : struct, Enum
    {
        var key = KeyOf(row[column]);
        if (key.Length == 0)
        {
            return null;
        }

        foreach (var value in Values<T>.All)
        {
            if (keyOf(value) == key)
            {
                return value;
            }
        }

        row.Report(DiagnosticRules.RegisterName, column, $"{RegisterTexts.Capital(column)} inconnu\u00A0: {French.Quoted(row[column])}.", $"Les mots connus sont\u00A0: {string.Join(", ", Enum.GetValues<T>().Select(keyOf))}.");
        return null;
    }

    private static class Values<T>
        where T : struct, Enum
    {
        public static readonly T[] All = Enum.GetValues<T>();
    }

    private RegisterDate? Date(CsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (!_dates.TryGetValue(row[column], out var date))
        {
            _dates[row[column]] = date = RegisterDate.Parse(row[column]);
        }

        if (date is null)
        {
            row.Report(DiagnosticRules.RegisterDate, column, $"{French.Quoted(row[column])} n’est pas une date{(column == "date" ? "\u00A0: la ligne n’est pas montrée" : "")}.",
                "Écrivez JJ/MM/AAAA ou AAAA-MM-JJ, un jour qui existe\u00A0; MM/AAAA ou AAAA si l’on n’en sait pas plus.");
        }

        return date;
    }

    // Only indicators know « plus de » and « moins de ».
    private RegisterNumber? Number(CsvRow row, string column, bool mayHaveSign = false)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        var key = (row[column], row.Separator);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = RegisterNumber.Parse(key.Item1, key.Separator);
        }

        if (number is null || (number.Value.Sign != default && !mayHaveSign))
        {
            row.Report(DiagnosticRules.RegisterNumber, column, $"{French.Quoted(row[column])} n’est pas un nombre, ou peut se lire de deux façons\u00A0: il n’est pas montré.",
                "Écrivez 1 234,5\u00A0: une espace entre les milliers, une seule virgule, et l’unité dans sa colonne.");
            return null;
        }

        return number;
    }
}
