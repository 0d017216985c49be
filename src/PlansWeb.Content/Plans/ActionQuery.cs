using System.Globalization;
using PlansWeb.Content.Html.Media.Headers;

namespace PlansWeb.Content.Plans;

/// <summary>In which order actions are listed.</summary>
internal enum ActionOrder
{
    /// <summary>By administration, as their file has them.</summary>
    Administration,

    /// <summary>The latest news first.</summary>
    Recent,

    /// <summary>What is done first, what is not known last.</summary>
    Status,
}

/// <summary>What actions can be filtered by, words apart.</summary>
internal enum ActionFilter
{
    /// <summary>Their administration.</summary>
    Administration,

    /// <summary>Their theme.</summary>
    Theme,

    /// <summary>How far they are.</summary>
    Status,

    /// <summary>The year of a reading.</summary>
    Year,
}

/// <summary>A question about the actions: filters, words, order and page, as an address has them.</summary>
internal sealed record ActionQuery
{
    /// <summary>The actions on one page.</summary>
    public const int PageSize = 20;

    /// <summary>The value of the filter by status for actions of which nothing was published.</summary>
    public const string NoStatus = "non-publie";

    /// <summary>The longest text that is looked for; the rest is left out.</summary>
    public const int MostCharacters = 100;

    private const int MostWords = 8;

    /// <summary>The administration; <see langword="null"/> for all.</summary>
    public Administration? Administration { get; init; }

    /// <summary>The theme; <see langword="null"/> for all.</summary>
    public Theme? Theme { get; init; }

    /// <summary>The key of a status, or <see cref="NoStatus"/>; empty for all.</summary>
    public string Status { get; init; } = "";

    /// <summary>The year of a reading; <see langword="null"/> for all.</summary>
    public int? Year { get; init; }

    /// <summary>Words that must stand in the action, as they were typed; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The order.</summary>
    public ActionOrder Order { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Values that were asked for and that no filter has.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>The pages of a list of so many actions: one at least.</summary>
    public static int PageCount(int actions) => Math.Max(1, (actions + PageSize - 1) / PageSize);

    /// <summary>Nothing is asked for but the list.</summary>
    public bool IsPlain => FilterCount == 0 && Text.Length == 0 && Order == ActionOrder.Administration && Page == 1 && Unknown.Count == 0;

    /// <summary>How many filters are set, the text not counted.</summary>
    public int FilterCount => (Administration is null ? 0 : 1) + (Theme is null ? 0 : 1) + (Status.Length > 0 ? 1 : 0) + (Year is null ? 0 : 1);

    /// <summary>
    /// The name of the question in a closed list: the whole list, or one filter alone, on its first page. <see langword="null"/> for all others.
    /// </summary>
    public string? ClosedName => FilterCount > 1 || Text.Length > 0 || Order != ActionOrder.Administration || Page != 1 || Unknown.Count > 0 ? null : Address("");

    /// <summary>Reads a question. Nothing in it is trusted; what no filter has is <see cref="Unknown"/>.</summary>
    /// <param name="value">The first value of a key of the query; <see langword="null"/> where it has none.</param>
    /// <param name="register">What can be asked for.</param>
    public static ActionQuery Parse(Func<string, string?> value, Register register)
    {
        var unknown = new List<string>();
        var statuses = Enum.GetValues<ActionStatus>().Select(RegisterTexts.StatusKey).Append(NoStatus).ToArray();
        var text = (value("q") ?? "").Trim();
        return new ActionQuery
        {
            Administration = Filter("ministere", key => register.Find(key)),
            Theme = Filter("thematique", key => register.Themes.FirstOrDefault(theme => theme.Key == key || Names.Key(theme.Name) == key)),
            Status = Filter("statut", key => statuses.FirstOrDefault(status => status == key)) ?? "",
            Year = Filter("annee", key => register.Years.Select(static year => year.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(year => year == key)) is { } year
                ? int.Parse(year, CultureInfo.InvariantCulture) : null,
            Order = value("tri") switch
            {
                "recent" => ActionOrder.Recent,
                "statut" => ActionOrder.Status,
                _ => ActionOrder.Administration,
            },
            Text = text.Length > MostCharacters ? text[..MostCharacters] : text,
            Page = int.TryParse(value("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            Unknown = unknown,
        };

        T? Filter<T>(string name, Func<string, T?> find)
            where T : class
        {
            var written = (value(name) ?? "").Trim();
            if (written.Length == 0)
            {
                return null;
            }

            var found = find(Names.Key(written[..Math.Min(written.Length, MostCharacters)]));
            if (found is null)
            {
                unknown.Add(written[..Math.Min(written.Length, MostCharacters)]);
            }

            return found;
        }
    }

    /// <summary>All questions of one filter alone, by filter, each with the name of its value.</summary>
    public static IEnumerable<(ActionFilter Filter, string Name, ActionQuery Query)> SingleFilters(Register register) =>
    [
        .. register.Administrations.Select(static administration => (ActionFilter.Administration, administration.Short, new ActionQuery { Administration = administration })),
        .. register.Themes.Select(static theme => (ActionFilter.Theme, theme.Name, new ActionQuery { Theme = theme })),
        .. Enum.GetValues<ActionStatus>().Select(static status => (ActionFilter.Status, RegisterTexts.StatusName(status), new ActionQuery { Status = RegisterTexts.StatusKey(status) })),
        (ActionFilter.Status, RegisterTexts.NotPublished, new ActionQuery { Status = NoStatus }),
        .. register.Years.Select(static year => (ActionFilter.Year, year.ToString(CultureInfo.InvariantCulture), new ActionQuery { Year = year })),
    ];

    /// <summary>The actions that the question is about, all pages, in order; linear in the number of actions.</summary>
    public IReadOnlyList<PlanAction> Find(Register register)
    {
        string[] words = [.. Names.Words(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
        var found = (Administration is null ? register.Actions : register.ActionsOf(Administration)).Where(action =>
            (Theme is null || action.Theme == Theme)
            && (Status.Length == 0 || (action.Status is { } status ? RegisterTexts.StatusKey(status) : NoStatus) == Status)
            && (Year is null || action.Readings.Any(reading => reading.Date.Year == Year))
            && Array.TrueForAll(words, word => action.Searched.Contains(" " + word, StringComparison.Ordinal)));
        return Order switch
        {
            ActionOrder.Recent => [.. found.OrderByDescending(static action => action.LastNews ?? default)],
            ActionOrder.Status => [.. found.OrderByDescending(static action => action.Status is { } status && status != ActionStatus.Dropped ? (int)status : -1)],
            _ => [.. found],
        };
    }

    /// <summary>The address of the question, percent-encoded; keys in one order, empty ones left out.</summary>
    /// <param name="page">The address of the list.</param>
    public string Address(string page)
    {
        var parts = new List<string>();
        Add("ministere", Administration?.Key);
        Add("thematique", Theme?.Key);
        Add("statut", Status);
        Add("annee", Year?.ToString(CultureInfo.InvariantCulture));
        Add("q", Text);
        Add("tri", Order switch { ActionOrder.Recent => "recent", ActionOrder.Status => "statut", _ => "" });
        Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : "");
        return parts.Count == 0 ? page : $"{page}?{string.Join('&', parts)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
