namespace PlansWeb.Content.Plans.Exports;

/// <summary>What the cells of a column hold.</summary>
internal enum CellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number, with <c>&gt;</c> or <c>&lt;</c> before it where its source says « plus de » or « moins de ».</summary>
    Signed,

    /// <summary>A date as precise as it is known: a day, a month or a year.</summary>
    Date,
}

/// <summary>A column of an exported table.</summary>
/// <param name="Name">Its name, as the files of the register have it.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Description">What it says, for readers of the data.</param>
/// <param name="IsRequired">No cell is empty.</param>
internal sealed record TableColumn(string Name, CellKind Kind, string Description, bool IsRequired = false)
{
    /// <summary>The only values that cells have; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>No two cells are the same.</summary>
    public bool IsUnique { get; init; }
}

/// <summary>
/// A table of the register as it is exported: in the columns of its own file, so that an export put back as content gives the same register. Cells are
/// <see cref="string"/>, <see cref="decimal"/>, <see cref="RegisterNumber"/>, <see cref="RegisterDate"/> or <see langword="null"/>.
/// </summary>
/// <param name="Name">The name of the file, without <c>.csv</c>.</param>
/// <param name="Title">What it is, for readers.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows that readers may see.</param>
internal sealed record RegisterTable(string Name, string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<object?[]> Rows)
{
    private const string SourceText = "Adresse ou titre du document public qui le dit.";
    private const string SourcePage = "Page de ce document, si elle est connue.";
    private const string Key = "Clé de l’administration.";

    /// <summary>The names of all tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["actions", "releves", "documents", "indicateurs", "sources"];

    /// <summary>The tables of a register.</summary>
    public static IReadOnlyList<RegisterTable> All(Register register) => [Actions(register), Readings(register), Papers(register), Indicators(register), Sources(register)];

    /// <summary>The actions.</summary>
    public static RegisterTable Actions(Register register) => new("actions", "Actions",
        [
            new("id", CellKind.Text, "Identifiant de l’action, unique et stable.", IsRequired: true) { IsUnique = true },
            new("administration", CellKind.Text, Key, IsRequired: true) { Values = [.. register.Administrations.Select(static administration => administration.Key)] },
            new("plan", CellKind.Text, "Plan d’où vient l’action\u00A0; vide si elle vient d’une déclaration plus récente."),
            new("titre", CellKind.Text, "Ce que l’administration fait ou veut faire, en peu de mots.", IsRequired: true),
            new("thematique", CellKind.Text, "Thème, selon le classement de ce site.") { Values = [.. register.Themes.Select(static theme => theme.Key)] },
            new("niveau", CellKind.Text, "Niveau visé en 2022\u00A0; ce n’est pas un avancement.") { Values = [.. Enum.GetValues<ActionLevel>().Select(RegisterTexts.LevelKey)] },
            new("debut", CellKind.Date, "Début."),
            new("echeance", CellKind.Date, "Échéance."),
            new("indicateur", CellKind.Text, "Ce qui est mesuré."),
            new("unite", CellKind.Text, "Unité de la mesure."),
            new("depart", CellKind.Number, "Valeur de départ."),
            new("cible", CellKind.Number, "Valeur visée."),
            new("service", CellKind.Text, "Service chargé de l’action."),
            new("source", CellKind.Text, SourceText, IsRequired: true),
            new("page_source", CellKind.Text, SourcePage),
        ],
        [.. register.Actions.Select(static action => new object?[]
        {
            action.Id, action.Administration.Key, action.Plan, action.Title, action.Theme?.Key, action.Level is { } level ? RegisterTexts.LevelKey(level) : null, action.Start, action.Due,
            action.Indicator, action.Unit, action.Base?.Value, action.Target?.Value, action.Service, action.Source.Text, action.Source.Page,
        })]);

    private static RegisterTable Readings(Register register) => new("releves", "Relevés",
        [
            new("action", CellKind.Text, "Identifiant de l’action.", IsRequired: true),
            new("date", CellKind.Date, "Date de la source.", IsRequired: true),
            new("statut", CellKind.Text, "Où en est l’action, d’après les mots de la source\u00A0; classement de ce site.") { Values = [.. Enum.GetValues<ActionStatus>().Select(RegisterTexts.StatusKey)] },
            new("valeur", CellKind.Number, "Valeur de l’indicateur de l’action."),
            new("commentaire", CellKind.Text, "Ce qu’il faut en savoir."),
            new("source", CellKind.Text, SourceText, IsRequired: true),
            new("page_source", CellKind.Text, SourcePage),
        ],
        [.. register.Actions.SelectMany(static action => action.Readings.Select(reading => new object?[]
        {
            action.Id, reading.Date, reading.Status is { } status ? RegisterTexts.StatusKey(status) : null, reading.Value?.Value, reading.Comment, reading.Source.Text, reading.Source.Page,
        }))]);

    private static RegisterTable Papers(Register register) => new("documents", "Documents",
        [
            new("administration", CellKind.Text, Key, IsRequired: true),
            new("titre", CellKind.Text, "Titre du document.", IsRequired: true),
            new("date", CellKind.Date, "Date du document, ou du recensement."),
            new("adresse", CellKind.Text, "Où le lire\u00A0; vide s’il n’est pas disponible."),
            new("taille", CellKind.Text, "Format et taille annoncés."),
            new("etat", CellKind.Text, "État."),
            new("source", CellKind.Text, SourceText, IsRequired: true),
            new("page_source", CellKind.Text, SourcePage),
        ],
        [.. register.Papers.Select(static paper => new object?[]
        {
            paper.Administration.Key, paper.Title, paper.Date, paper.Address, paper.Size, paper.State, paper.Source.Text, paper.Source.Page,
        })]);

    private static RegisterTable Indicators(Register register) => new("indicateurs", "Indicateurs",
        [
            new("indicateur", CellKind.Text, "Identifiant de l’indicateur.", IsRequired: true),
            new("titre", CellKind.Text, "Ce qui est mesuré.", IsRequired: true),
            new("administration", CellKind.Text, "Clé de l’administration\u00A0; vide pour l’État."),
            new("unite", CellKind.Text, "Unité."),
            new("serie", CellKind.Text, "Outil ou méthode, s’il y en a plusieurs."),
            new("categorie", CellKind.Text, "Partie mesurée."),
            new("date", CellKind.Date, "Date de la mesure."),
            new("valeur", CellKind.Signed, "Valeur\u00A0; « > » et « < » devant un nombre veulent dire « plus de » et « moins de »."),
            new("cible", CellKind.Signed, "Valeur visée."),
            new("echeance", CellKind.Date, "Échéance de la cible."),
            new("commentaire", CellKind.Text, "Ce qu’il faut en savoir."),
            new("source", CellKind.Text, SourceText, IsRequired: true),
            new("page_source", CellKind.Text, SourcePage),
        ],
        [.. register.Indicators.SelectMany(static indicator => indicator.Rows.Select(row => new object?[]
        {
            indicator.Id, indicator.Title, indicator.Administration?.Key, indicator.Unit, row.Series, row.Category, row.Date, row.Value, row.Target, row.Due, row.Comment,
            row.Source.Text, row.Source.Page,
        }))]);

    private static RegisterTable Sources(Register register) => new("sources", "Sources",
        [new("adresse", CellKind.Text, "Adresse du document.", IsRequired: true), new("titre", CellKind.Text, "Titre du document.", IsRequired: true)],
        [.. register.SourceTitles.Select(static pair => new object?[] { pair.Key, pair.Value })]);
}
