using System.Globalization;

namespace PlansWeb.Content.Plans;

/// <summary>What the pages, feeds and exports of the register say, in French.</summary>
internal static class RegisterTexts
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>A link to the lists of actions, where nothing can be searched.</summary>
    public const string ActionLists = "Listes des actions du registre";

    /// <summary>What leads to the open data, where no list can be filtered.</summary>
    public const string CombineInData = "Pour combiner des filtres ou chercher des mots\u00A0:";

    /// <summary>The link to the open data.</summary>
    public const string WholeRegister = "le registre en données ouvertes";

    /// <summary>Said of what is not known: never 0.</summary>
    public const string NotPublished = "non publié";
    public const string NoActionPublished = "Aucune action publiée";
    public const string SourceLabel = "Source\u00A0: ";
    public const string TheRegister = "le registre";
    public const string DocumentThere = "document disponible";
    public const string DocumentNotThere = "document non disponible";

    public const string RegisterTitle = "Actions des ministères pour un numérique écoresponsable";
    public const string RegisterDescription = "Qui s’est engagé à quoi, ce que des documents publics en disent, à quelle date et à quelle page. Statuts et thèmes sont le classement de ce site.";

    /// <summary>A text whose first letter is a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], s_french) + text[1..];

    /// <summary>A status as the register's files write it.</summary>
    public static string StatusKey(ActionStatus status) => status switch
    {
        ActionStatus.Announced => "annoncee",
        ActionStatus.Experiment => "experimentation",
        ActionStatus.Underway => "en-cours",
        ActionStatus.Done => "realisee",
        _ => "abandonnee",
    };

    /// <summary>The heading of the lists by the values of one filter.</summary>
    public static string ListsBy(string filter) => "Actions par " + filter;

    /// <summary>A status as readers see it.</summary>
    public static string StatusName(ActionStatus status) => status switch
    {
        ActionStatus.Announced => "annoncée",
        ActionStatus.Experiment => "en expérimentation",
        ActionStatus.Underway => "en cours",
        ActionStatus.Done => "réalisée",
        _ => "abandonnée",
    };

    /// <summary>A status, or that none was published.</summary>
    public static string StatusName(ActionStatus? status) => status is { } known ? StatusName(known) : NotPublished;

    /// <summary>A level as the register's files write it.</summary>
    public static string LevelKey(ActionLevel level) => level switch
    {
        ActionLevel.Reflexion => "reflexion",
        ActionLevel.Experimentation => "experimentation",
        _ => "realisation",
    };

    /// <summary>A level as readers see it.</summary>
    public static string LevelName(ActionLevel level) => level switch
    {
        ActionLevel.Reflexion => "réflexion",
        ActionLevel.Experimentation => "expérimentation",
        _ => "réalisation",
    };

    /// <summary>A date as precise as it is known: « 20 mars 2025 », « mars 2025 », « 2025 ».</summary>
    public static string Date(RegisterDate date) =>
        date.IsDay ? French.Date(date.Start) : date.Month > 0 ? date.Start.ToString("MMMM yyyy", s_french) : date.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with its unit: « plus de 300 actions », « −22 % ».</summary>
    public static string Value(RegisterNumber number, string unit)
    {
        var sign = number.Sign switch
        {
            '>' => "plus de ",
            '<' => "moins de ",
            _ => "",
        };
        var digits = Math.Abs(number.Value).ToString("#,0.#########", s_french).Replace('\u202F', '\u00A0');
        return sign + (number.Value < 0 ? "\u2212" : "") + digits + (unit.Length > 0 ? "\u00A0" + unit : "");
    }

    /// <summary>
    /// A figure of an indicator: « 2,5 % »; where the title is written small it goes on from the number: « 10 plans d’action validés en 2022 ».
    /// </summary>
    public static string Figure(Indicator indicator, IndicatorRow row) =>
        row.Value is not { } value ? NotPublished
        : char.IsLower(indicator.Title[0]) ? Value(value, indicator.Unit == "%" ? "%" : "") + "\u00A0" + indicator.Title
        : Value(value, indicator.Unit);

    /// <summary>Title, name in menus and description of a page of the register.</summary>
    public static (string Title, string Menu, string Description) RegisterPageTexts(RegisterPage page) => page switch
    {
        RegisterPage.Actions => ("Les actions des ministères", "Actions", "Chercher parmi les actions connues, par administration, thème, statut et année, chacune avec sa source."),
        RegisterPage.Compare => ("Comparer les administrations", "Comparer", "Combien d’actions sont connues par administration et par thème, et où elles en sont."),
        RegisterPage.Indicators => ("Les indicateurs", "Indicateurs", "Les cibles de l’État, ce que l’on sait de leur avancement, et les mesures publiées."),
        RegisterPage.Data => ("Les données ouvertes", "Données", "Le registre des actions à télécharger, ses colonnes et sa licence."),
        RegisterPage.Unknown => ("Ce que l’on ne sait pas", "Ce que l’on ne sait pas", "Les documents, les statuts et les mesures qui n’ont pas été publiés, ou que nous n’avons pas trouvés."),
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };

    /// <summary>Description of an administration's page.</summary>
    public static string AdministrationDescription(Administration administration) =>
        $"Ce que l’on sait du plan et des actions {administration.Of}, avec la source de chaque information.";

    /// <summary>An action in one line: its status, since when, what is said of it.</summary>
    public static string ActionLine(PlanAction action)
    {
        var parts = new List<string> { Capital(StatusName(action.Status)) };
        if (action.Latest is { } latest)
        {
            parts[0] += $" ({Date(latest.Date)})";
        }

        if (action.Theme is { } theme)
        {
            parts.Add(theme.Name);
        }

        if (action.Readings.Count > 0 && action.Readings[^1].Comment.Length > 0)
        {
            parts.Add(action.Readings[^1].Comment.TrimEnd('.'));
        }

        return string.Join(". ", parts) + ".";
    }

    /// <summary>A page of a source: « p. 9 » as it is written, a number alone with « p. » before it.</summary>
    public static string PageReference(string page) => (char.IsDigit(page[0]) ? "p.\u00A0" + page : page).Replace("p. ", "p.\u00A0", StringComparison.Ordinal);

    /// <summary>What was found: « 3 actions de la Justice, dont 1 réalisée ».</summary>
    public static string ActionsFound(ActionQuery query, IReadOnlyList<PlanAction> found)
    {
        var of = (query.Administration is { } administration ? " " + administration.Of : "")
            + (query.Theme is { } theme ? $", thème {French.Quoted(theme.Name)}" : "")
            + (query.Status.Length > 0 ? $", statut {French.Quoted(StatusOf(query.Status))}" : "")
            + (query.Year is { } year ? $", avec une nouvelle en {year.ToString(CultureInfo.InvariantCulture)}" : "")
            + (query.Text.Length > 0 ? $", avec {French.Quoted(query.Text)}" : "");
        var done = found.Count(static action => action.Status == ActionStatus.Done);
        var known = query.FilterCount == 0 && query.Text.Length == 0 ? " connues" : "";
        return found.Count switch
        {
            0 => $"Aucune action connue{of}. Cela ne veut pas dire qu’il n’y en a pas.",
            1 => $"1\u00A0action{of}{(query.Status.Length == 0 ? $"\u00A0: {StatusName(found[0].Status)}" : "")}.",
            _ => $"{found.Count.ToString("N0", s_french)}\u00A0actions{known}{of}{(query.Status.Length > 0 ? "" : done == 0 ? ", dont aucune réalisée" : $", dont {done.ToString("N0", s_french)}\u00A0{(done == 1 ? "réalisée" : "réalisées")}")}.",
        };
    }

    /// <summary>The title of a filtered list: each question has its own.</summary>
    public static string ActionsTitle(ActionQuery query, int pages)
    {
        var title = "Les actions" + (query.Administration is { } administration ? " " + administration.Of : "");
        var parts = new List<string>();
        if (query.Theme is { } theme)
        {
            parts.Add(theme.Name);
        }

        if (query.Status.Length > 0)
        {
            parts.Add(StatusOf(query.Status));
        }

        if (query.Year is { } year)
        {
            parts.Add(year.ToString(CultureInfo.InvariantCulture));
        }

        if (query.Text.Length > 0)
        {
            parts.Add(French.Quoted(query.Text));
        }

        parts.AddRange(query.Unknown.Select(static unknown => "filtre inconnu " + French.Quoted(unknown)));
        if (query.Order != ActionOrder.Administration)
        {
            parts.Add(query.Order == ActionOrder.Recent ? "nouvelles d’abord" : "réalisées d’abord");
        }

        if (query.Page > 1)
        {
            parts.Add(French.PageOf(query.Page, pages));
        }

        return parts.Count == 0 ? title : $"{title}\u00A0: {string.Join(", ", parts)}";
    }

    /// <summary>Says which filters are not known.</summary>
    public static string UnknownFilters(IReadOnlyList<string> unknown) =>
        unknown.Count == 1 ? $"Le filtre {French.Quoted(unknown[0])} n’est pas connu\u00A0: il n’a pas compté." : $"Ces filtres ne sont pas connus, ils n’ont pas compté\u00A0: {string.Join(", ", unknown.Select(French.Quoted))}.";

    /// <summary>How many actions are known, how far they are, and since when: « 4 actions connues, dont 1 réalisée. Dernière nouvelle : 20 mars 2025. »</summary>
    public static string ActionsKnown(IReadOnlyList<PlanAction> actions)
    {
        if (actions.Count == 0)
        {
            return "Aucune action connue\u00A0: rien n’a été publié, ou nous ne l’avons pas trouvé.";
        }

        var done = actions.Count(static action => action.Status == ActionStatus.Done);
        var last = actions.Max(static action => action.LastNews);
        return $"{Count(actions.Count, "action connue", "actions connues")}{(done == 0 ? ", dont aucune réalisée" : ", dont " + Count(done, "réalisée", "réalisées"))}."
            + (last is { } date ? $" Dernière nouvelle\u00A0: {Date(date)}." : "");
    }

    /// <summary>Actions by status, the furthest first: « 1 réalisée, 2 en cours ».</summary>
    public static string CountsByStatus(IReadOnlyList<PlanAction> actions) => string.Join(", ", actions.GroupBy(static action => action.Status)
        .OrderByDescending(static group => group.Key).Select(static group => $"{group.Count().ToString("N0", s_french)}\u00A0{Plural(group.Key, group.Count())}"));

    /// <summary>What an action is set to: its plan, level, dates, indicator and service; empty where nothing of it is known.</summary>
    public static string ActionFrame(PlanAction action)
    {
        var parts = new List<string>();
        if (action.Plan.Length > 0)
        {
            parts.Add($"Plan {French.Quoted(action.Plan)}");
        }

        if (action.Level is { } level)
        {
            parts.Add($"Niveau visé\u00A0: {LevelName(level)}");
        }

        if (action.Start is { } start)
        {
            parts.Add($"Début\u00A0: {Date(start)}");
        }

        if (action.Due is { } due)
        {
            parts.Add($"Échéance\u00A0: {Date(due)}");
        }

        if (action.Target is { } target)
        {
            parts.Add($"{(action.Indicator.Length > 0 ? action.Indicator : "Cible")}\u00A0: {(action.Base is { } from ? Value(from, "") + " au départ, " : "")}{Value(target, action.Unit)} visés");
        }

        if (action.Service.Length > 0)
        {
            parts.Add(action.Service);
        }

        return parts.Count == 0 ? "" : string.Join(". ", parts) + ".";
    }

    /// <summary>Former names of an administration.</summary>
    public static string FormerNames(IReadOnlyList<string> names) => $"Avant\u00A0: {string.Join(", puis ", names)}.";

    /// <summary>Under which name a document was published.</summary>
    public static string UnderTheName(string name) => $"Sous le nom {French.Quoted(name)}. ";

    /// <summary>The declared format and size of a document.</summary>
    public static string PaperDetail(PlanPaper paper) => paper.Size.Length > 0 ? $" ({paper.Size})" : "";

    /// <summary>What there is to read of an administration: « 1 disponible, 2 non disponibles ».</summary>
    public static string PapersState(IReadOnlyList<PlanPaper> papers)
    {
        var there = papers.Count(static paper => paper.IsThere);
        var missing = papers.Count - there;
        return papers.Count == 0 ? "aucun recensé"
            : string.Join(", ", new[] { there == 0 ? null : Count(there, "disponible", "disponibles"), missing == 0 ? null : Count(missing, "non disponible", "non disponibles") }.OfType<string>());
    }

    private static string Count(int count, string one, string many) => $"{count.ToString("N0", s_french)}\u00A0{(count == 1 ? one : many)}";

    private static string Plural(ActionStatus? status, int count) => status switch
    {
        ActionStatus.Done or ActionStatus.Announced or ActionStatus.Dropped when count > 1 => StatusName(status) + "s",
        null => count > 1 ? "sans statut publié" : "sans statut publié",
        _ => StatusName(status),
    };

    private static string StatusOf(string key) => Enum.GetValues<ActionStatus>().FirstOrDefault(status => StatusKey(status) == key) is var status && StatusKey(status) == key ? StatusName(status) : NotPublished;

    /// <summary>Between what something is called and what is said of it.</summary>
    public const string Colon = "\u00A0: ";

    /// <summary>The title of a feed of readings.</summary>
    public static string ReadingsFeed(string site, string page) => $"{site}{Colon}ce que l’on apprend, {page}";

    /// <summary>A reading in one line.</summary>
    public static string ReadingLine(PlanAction action, Reading reading)
    {
        var parts = new List<string>();
        if (reading.Status is { } status)
        {
            parts.Add(Capital(StatusName(status)));
        }

        if (reading.Value is { } value)
        {
            parts.Add((action.Indicator.Length > 0 ? action.Indicator + Colon : "") + Value(value, action.Unit));
        }

        if (reading.Comment.Length > 0)
        {
            parts.Add(reading.Comment.TrimEnd('.'));
        }

        return string.Join(". ", parts) + ".";
    }

    public const string HomeFigures = "Ce que l’on sait en trois chiffres";
    public const string HomeMinistries = "Où en est chaque administration\u00A0?";
    public const string HomeNews = "Les dernières nouvelles";
    public const string HomeMore = "Lire aussi";
}
