using System.Globalization;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Plans;

/// <summary>
/// What the pages, feeds and exports of the register say: in <c>RegisterTexts.resx</c> (French) and <c>RegisterTexts.en.resx</c>. Those that only one page
/// shows have no member: the page asks <see cref="Of(string)"/> for them by their key.
/// </summary>
internal static class RegisterTexts
{
    private static readonly TextResource s_texts = new(typeof(RegisterTexts));

    /// <summary>Said of what is not known: never 0.</summary>
    public static string NotPublished => s_texts.Get();

    /// <summary>Before the name of a source.</summary>
    public static string SourceLabel => s_texts.Get();

    /// <summary>What the register as open data is called.</summary>
    public static string RegisterTitle => s_texts.Get();

    /// <summary>What the register as open data is.</summary>
    public static string RegisterDescription => s_texts.Get();

    /// <summary>A text of the register's files by its key.</summary>
    public static string Of(string key) => s_texts.Get(key);

    /// <summary>A text of the register's files by its key, with values in it.</summary>
    public static string Of(string key, params object?[] values) => s_texts.Format(key, values);

    /// <summary>A text whose first letter is a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], InterfaceLanguage.Current) + text[1..];

    /// <summary>A whole number.</summary>
    public static string Number(int number) => number.ToString("N0", InterfaceLanguage.Current);

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
    public static string ListsBy(ActionFilter filter) => s_texts.Get("ListsBy" + filter);

    /// <summary>A status as readers see it.</summary>
    public static string StatusName(ActionStatus status) => s_texts.Get("Status" + status);

    /// <summary>A status, or that none was published.</summary>
    public static string StatusName(ActionStatus? status) => status is { } known ? StatusName(known) : NotPublished;

    /// <summary>A level as the register's files write it.</summary>
    public static string LevelKey(ActionLevel level) => level switch
    {
        ActionLevel.Reflexion => "reflexion",
        ActionLevel.Experimentation => "experimentation",
        _ => "realisation",
    };

    /// <summary>A date as precise as it is known: « 20 mars 2025 », « mars 2025 », « 2025 ».</summary>
    public static string Date(RegisterDate date) =>
        date.IsDay ? Formats.Date(date.Start) : date.Month > 0 ? date.Start.ToString("MMMM yyyy", InterfaceLanguage.Current) : date.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with its unit: « plus de 300 actions », « −22 % ».</summary>
    public static string Value(RegisterNumber number, string unit)
    {
        var value = Quantity.WithUnit(number.Value, unit);
        return number.Sign switch
        {
            '>' => s_texts.Format("MoreThan", value),
            '<' => s_texts.Format("LessThan", value),
            _ => value,
        };
    }

    /// <summary>
    /// A figure of an indicator: « 2,5 % »; where the title is written small it goes on from the number: « 10 plans d’action validés en 2022 ».
    /// </summary>
    public static string Figure(Indicator indicator, IndicatorRow row) =>
        row.Value is not { } value ? NotPublished
        : char.IsLower(indicator.Title[0]) ? Value(value, indicator.Unit == "%" ? "%" : "") + "\u00A0" + indicator.Title
        : Value(value, indicator.Unit);

    /// <summary>Title, name in menus and description of a page of the register.</summary>
    public static (string Title, string Menu, string Description) RegisterPageTexts(RegisterPage page) =>
        (s_texts.Get(page + "Title"), s_texts.Get(page + "Menu"), s_texts.Get(page + "Description"));

    /// <summary>Description of an administration's page.</summary>
    public static string AdministrationDescription(Administration administration) => s_texts.Format("AdministrationDescription", OfAdministration(administration));

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
        var of = (query.Administration is { } administration ? s_texts.Format("FoundOf", OfAdministration(administration)) : "")
            + (query.Theme is { } theme ? s_texts.Format("FoundTheme", Formats.Quoted(theme.Name)) : "")
            + (query.Status.Length > 0 ? s_texts.Format("FoundStatus", Formats.Quoted(StatusOf(query.Status))) : "")
            + (query.Year is { } year ? s_texts.Format("FoundYear", year.ToString(CultureInfo.InvariantCulture)) : "")
            + (query.Text.Length > 0 ? s_texts.Format("FoundWords", Formats.Quoted(query.Text)) : "");
        return found.Count switch
        {
            0 => s_texts.Format("FoundNone", of),
            1 => query.Status.Length == 0 ? s_texts.Format("FoundOneStatus", of, StatusName(found[0].Status)) : s_texts.Format("FoundOne", of),
            _ => s_texts.Format(query.FilterCount == 0 && query.Text.Length == 0 ? "FoundManyKnown" : "FoundMany", Number(found.Count), of, query.Status.Length > 0 ? "" : OfWhichDone(found)),
        };
    }

    /// <summary>The title of a filtered list: each question has its own.</summary>
    public static string ActionsTitle(ActionQuery query, int pages)
    {
        var title = s_texts.Format("ActionsTitleOf", query.Administration is { } administration ? s_texts.Format("FoundOf", OfAdministration(administration)) : "");
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
            parts.Add(Formats.Quoted(query.Text));
        }

        parts.AddRange(query.Unknown.Select(static unknown => s_texts.Format("UnknownFilter", Formats.Quoted(unknown))));
        if (query.Order != ActionOrder.Administration)
        {
            parts.Add(s_texts.Get(query.Order == ActionOrder.Recent ? "NewsFirst" : "DoneFirst"));
        }

        if (query.Page > 1)
        {
            parts.Add(Formats.PageOf(query.Page, pages));
        }

        return parts.Count == 0 ? title : s_texts.Format("Named", title, string.Join(", ", parts));
    }

    /// <summary>Says which filters are not known.</summary>
    public static string UnknownFilters(IReadOnlyList<string> unknown) =>
        unknown.Count == 1 ? s_texts.Format("UnknownFilterSaid", Formats.Quoted(unknown[0])) : s_texts.Format("UnknownFiltersSaid", string.Join(", ", unknown.Select(Formats.Quoted)));

    /// <summary>How many actions are known, how far they are, and since when: « 4 actions connues, dont 1 réalisée. Dernière nouvelle : 20 mars 2025. »</summary>
    public static string ActionsKnown(IReadOnlyList<PlanAction> actions)
    {
        if (actions.Count == 0)
        {
            return s_texts.Get("ActionsKnownNone");
        }

        var last = actions.Max(static action => action.LastNews);
        return s_texts.Format(actions.Count == 1 ? "ActionsKnownOne" : "ActionsKnownMany", Number(actions.Count), OfWhichDone(actions))
            + (last is { } date ? s_texts.Format("LastNewsOf", Date(date)) : "");
    }

    /// <summary>Actions by status, the furthest first: « 1 réalisée, 2 en cours ».</summary>
    public static string CountsByStatus(IReadOnlyList<PlanAction> actions) => string.Join(", ", actions.GroupBy(static action => action.Status)
        .OrderByDescending(static group => group.Key).Select(static group => $"{Number(group.Count())}\u00A0{Plural(group.Key, group.Count())}"));

    /// <summary>What an action is set to: its plan, level, dates, indicator and service; empty where nothing of it is known.</summary>
    public static string ActionFrame(PlanAction action)
    {
        var parts = new List<string>();
        if (action.Plan.Length > 0)
        {
            parts.Add(s_texts.Format("FramePlan", Formats.Quoted(action.Plan)));
        }

        if (action.Level is { } level)
        {
            parts.Add(s_texts.Format("FrameLevel", s_texts.Get("Level" + level)));
        }

        if (action.Start is { } start)
        {
            parts.Add(s_texts.Format("FrameStart", Date(start)));
        }

        if (action.Due is { } due)
        {
            parts.Add(s_texts.Format("FrameDue", Date(due)));
        }

        if (action.Target is { } target)
        {
            var what = action.Indicator.Length > 0 ? action.Indicator : s_texts.Get("FrameTarget");
            parts.Add(action.Base is { } from ? s_texts.Format("FrameAimFrom", what, Value(from, ""), Value(target, action.Unit)) : s_texts.Format("FrameAim", what, Value(target, action.Unit)));
        }

        if (action.Service.Length > 0)
        {
            parts.Add(action.Service);
        }

        return parts.Count == 0 ? "" : string.Join(". ", parts) + ".";
    }

    /// <summary>Former names of an administration.</summary>
    public static string FormerNames(IReadOnlyList<string> names) => s_texts.Format("FormerNames", string.Join(s_texts.Get("FormerNamesThen"), names));

    /// <summary>Under which name a document was published.</summary>
    public static string UnderTheName(string name) => s_texts.Format("UnderTheName", Formats.Quoted(name));

    /// <summary>The declared format and size of a document.</summary>
    public static string PaperDetail(PlanPaper paper) => paper.Size.Length > 0 ? $" ({paper.Size})" : "";

    /// <summary>What there is to read of an administration: « 1 disponible, 2 non disponibles ».</summary>
    public static string PapersState(IReadOnlyList<PlanPaper> papers)
    {
        var there = papers.Count(static paper => paper.IsThere);
        return papers.Count == 0 ? s_texts.Get("PapersNone") : string.Join(", ", new[] { Counted("PapersThere", there), Counted("PapersMissing", papers.Count - there) }.OfType<string>());

        static string? Counted(string key, int count) => count == 0 ? null : s_texts.Format(count == 1 ? key + "One" : key + "Many", Number(count));
    }

    /// <summary>The title of a feed of readings.</summary>
    public static string ReadingsFeed(string site, string page) => s_texts.Format("ReadingsFeed", site, page);

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
            parts.Add((action.Indicator.Length > 0 ? action.Indicator + Formats.Colon : "") + Value(value, action.Unit));
        }

        if (reading.Comment.Length > 0)
        {
            parts.Add(reading.Comment.TrimEnd('.'));
        }

        return string.Join(". ", parts) + ".";
    }

    // French puts an article of its own before each name; English names the administration as it is.
    private static string OfAdministration(Administration administration) => InterfaceLanguage.IsFrench ? administration.Of : administration.Name;

    private static string OfWhichDone(IReadOnlyList<PlanAction> actions)
    {
        var done = actions.Count(static action => action.Status == ActionStatus.Done);
        return s_texts.Format(done switch { 0 => "OfWhichNoneDone", 1 => "OfWhichOneDone", _ => "OfWhichSomeDone" }, Number(done));
    }

    private static string Plural(ActionStatus? status, int count) => status switch
    {
        null => s_texts.Get("StatusUnknown"),
        ActionStatus.Done or ActionStatus.Announced or ActionStatus.Dropped when count > 1 => s_texts.Get($"Status{status}Many"),
        _ => StatusName(status),
    };

    private static string StatusOf(string key) => Enum.GetValues<ActionStatus>().FirstOrDefault(status => StatusKey(status) == key) is var status && StatusKey(status) == key ? StatusName(status) : NotPublished;
}
