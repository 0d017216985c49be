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
    /// <summary>The names of all tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["actions", "releves", "documents", "indicateurs", "sources"];

    /// <summary>The tables of a register.</summary>
    public static IReadOnlyList<RegisterTable> All(Register register) => [Actions(register), Readings(register), Papers(register), Indicators(register), Sources(register)];

    /// <summary>The actions.</summary>
    public static RegisterTable Actions(Register register) => new("actions", RegisterTexts.Of("TableActions"),
        [
            new("id", CellKind.Text, RegisterTexts.Of("ActionId"), IsRequired: true) { IsUnique = true },
            new("administration", CellKind.Text, RegisterTexts.Of("ColumnKey"), IsRequired: true) { Values = [.. register.Administrations.Select(static administration => administration.Key)] },
            new("plan", CellKind.Text, RegisterTexts.Of("ActionPlan")),
            new("titre", CellKind.Text, RegisterTexts.Of("ActionTitle"), IsRequired: true),
            new("thematique", CellKind.Text, RegisterTexts.Of("ActionTheme")) { Values = [.. register.Themes.Select(static theme => theme.Key)] },
            new("niveau", CellKind.Text, RegisterTexts.Of("ActionLevel")) { Values = [.. Enum.GetValues<ActionLevel>().Select(RegisterTexts.LevelKey)] },
            new("debut", CellKind.Date, RegisterTexts.Of("ActionStart")),
            new("echeance", CellKind.Date, RegisterTexts.Of("ActionDue")),
            new("indicateur", CellKind.Text, RegisterTexts.Of("ActionIndicator")),
            new("unite", CellKind.Text, RegisterTexts.Of("ActionUnit")),
            new("depart", CellKind.Number, RegisterTexts.Of("ActionBase")),
            new("cible", CellKind.Number, RegisterTexts.Of("ActionTarget")),
            new("service", CellKind.Text, RegisterTexts.Of("ActionService")),
            new("source", CellKind.Text, RegisterTexts.Of("ColumnSource"), IsRequired: true),
            new("page_source", CellKind.Text, RegisterTexts.Of("ColumnPage")),
        ],
        [.. register.Actions.Select(static action => new object?[]
        {
            action.Id, action.Administration.Key, action.Plan, action.Title, action.Theme?.Key, action.Level is { } level ? RegisterTexts.LevelKey(level) : null, action.Start, action.Due,
            action.Indicator, action.Unit, action.Base?.Value, action.Target?.Value, action.Service, action.Source.Text, action.Source.Page,
        })]);

    private static RegisterTable Readings(Register register) => new("releves", RegisterTexts.Of("TableReadings"),
        [
            new("action", CellKind.Text, RegisterTexts.Of("ReadingAction"), IsRequired: true),
            new("date", CellKind.Date, RegisterTexts.Of("ReadingDate"), IsRequired: true),
            new("statut", CellKind.Text, RegisterTexts.Of("ReadingStatus")) { Values = [.. Enum.GetValues<ActionStatus>().Select(RegisterTexts.StatusKey)] },
            new("valeur", CellKind.Number, RegisterTexts.Of("ReadingValue")),
            new("commentaire", CellKind.Text, RegisterTexts.Of("Comment")),
            new("source", CellKind.Text, RegisterTexts.Of("ColumnSource"), IsRequired: true),
            new("page_source", CellKind.Text, RegisterTexts.Of("ColumnPage")),
        ],
        [.. register.Actions.SelectMany(static action => action.Readings.Select(reading => new object?[]
        {
            action.Id, reading.Date, reading.Status is { } status ? RegisterTexts.StatusKey(status) : null, reading.Value?.Value, reading.Comment, reading.Source.Text, reading.Source.Page,
        }))]);

    private static RegisterTable Papers(Register register) => new("documents", RegisterTexts.Of("TablePapers"),
        [
            new("administration", CellKind.Text, RegisterTexts.Of("ColumnKey"), IsRequired: true),
            new("titre", CellKind.Text, RegisterTexts.Of("PaperTitle"), IsRequired: true),
            new("date", CellKind.Date, RegisterTexts.Of("PaperDate")),
            new("adresse", CellKind.Text, RegisterTexts.Of("PaperAddress")),
            new("taille", CellKind.Text, RegisterTexts.Of("PaperSize")),
            new("etat", CellKind.Text, RegisterTexts.Of("PaperState")),
            new("source", CellKind.Text, RegisterTexts.Of("ColumnSource"), IsRequired: true),
            new("page_source", CellKind.Text, RegisterTexts.Of("ColumnPage")),
        ],
        [.. register.Papers.Select(static paper => new object?[]
        {
            paper.Administration.Key, paper.Title, paper.Date, paper.Address, paper.Size, paper.State, paper.Source.Text, paper.Source.Page,
        })]);

    private static RegisterTable Indicators(Register register) => new("indicateurs", RegisterTexts.Of("TableIndicators"),
        [
            new("indicateur", CellKind.Text, RegisterTexts.Of("IndicatorId"), IsRequired: true),
            new("titre", CellKind.Text, RegisterTexts.Of("ActionIndicator"), IsRequired: true),
            new("administration", CellKind.Text, RegisterTexts.Of("IndicatorAdministration")),
            new("unite", CellKind.Text, RegisterTexts.Of("IndicatorUnit")),
            new("serie", CellKind.Text, RegisterTexts.Of("IndicatorSeries")),
            new("categorie", CellKind.Text, RegisterTexts.Of("IndicatorCategory")),
            new("date", CellKind.Date, RegisterTexts.Of("IndicatorDate")),
            new("valeur", CellKind.Signed, RegisterTexts.Of("IndicatorValue")),
            new("cible", CellKind.Signed, RegisterTexts.Of("ActionTarget")),
            new("echeance", CellKind.Date, RegisterTexts.Of("IndicatorDue")),
            new("commentaire", CellKind.Text, RegisterTexts.Of("Comment")),
            new("source", CellKind.Text, RegisterTexts.Of("ColumnSource"), IsRequired: true),
            new("page_source", CellKind.Text, RegisterTexts.Of("ColumnPage")),
        ],
        [.. register.Indicators.SelectMany(static indicator => indicator.Rows.Select(row => new object?[]
        {
            indicator.Id, indicator.Title, indicator.Administration?.Key, indicator.Unit, row.Series, row.Category, row.Date, row.Value, row.Target, row.Due, row.Comment,
            row.Source.Text, row.Source.Page,
        }))]);

    private static RegisterTable Sources(Register register) => new("sources", RegisterTexts.Of("TableSources"),
        [new("adresse", CellKind.Text, RegisterTexts.Of("SourceAddress"), IsRequired: true), new("titre", CellKind.Text, RegisterTexts.Of("PaperTitle"), IsRequired: true)],
        [.. register.SourceTitles.Select(static pair => new object?[] { pair.Key, pair.Value })]);
}
