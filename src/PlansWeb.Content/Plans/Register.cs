using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>The pages that the register has, below the page of its section.</summary>
internal enum RegisterPage
{
    /// <summary><c>actions/</c>: all actions, filtered.</summary>
    Actions,

    /// <summary><c>comparer/</c>: administrations by themes.</summary>
    Compare,

    /// <summary><c>indicateurs/</c>: what is measured.</summary>
    Indicators,

    /// <summary><c>donnees/</c>: the register as open data.</summary>
    Data,

    /// <summary><c>ce-que-l-on-ne-sait-pas/</c>: the holes.</summary>
    Unknown,

    /// <summary><c>administrations/KEY/</c>: an administration.</summary>
    Administration,
}

/// <summary>
/// Who committed to what, what became of it, and who says so, as readers may see it at one moment. Immutable. Without a section there is no register,
/// and nothing of it is public.
/// </summary>
internal sealed class Register
{
    private readonly Dictionary<string, (RegisterPage Kind, Administration? Administration)> _pages = new(StringComparer.Ordinal);
    private readonly ILookup<Administration, PlanAction> _actions;
    private readonly ILookup<Administration, PlanPaper> _papers;

    /// <summary>Only <see cref="RegisterBuilder"/> makes one.</summary>
    internal Register(
        ContentPage? section, IReadOnlyList<Administration> administrations, IReadOnlyList<Theme> themes, IReadOnlyList<PlanAction> actions,
        IReadOnlyList<PlanPaper> papers, IReadOnlyList<Indicator> indicators, IReadOnlyDictionary<string, string> sourceTitles)
    {
        Section = section;
        Administrations = administrations;
        Themes = themes;
        Actions = actions;
        Papers = papers;
        Indicators = indicators;
        SourceTitles = sourceTitles;
        _actions = actions.ToLookup(static action => action.Administration);
        _papers = papers.ToLookup(static paper => paper.Administration);
        News =
        [
            .. actions.SelectMany(static action => action.Readings.Select(reading => (Action: action, Reading: reading)))
                .OrderByDescending(static news => news.Reading.Date).ThenBy(static news => news.Action.Id, StringComparer.Ordinal),
        ];
        Years = [.. actions.SelectMany(static action => action.Readings).Select(static reading => reading.Date.Year).Distinct().OrderDescending()];
        if (section is not null)
        {
            foreach (var kind in Enum.GetValues<RegisterPage>().Where(static kind => kind != RegisterPage.Administration))
            {
                _pages[UrlOf(kind)] = (kind, null);
            }

            foreach (var administration in administrations)
            {
                _pages[UrlOf(administration)] = (RegisterPage.Administration, administration);
            }
        }
    }

    /// <summary>The pages that no file of the content holds: it gave them no text of their own.</summary>
    public IReadOnlyList<ContentPage> Made { get; private set; } = [];

    /// <summary>The register of content that has none.</summary>
    public static Register None { get; } = new(null, [], [], [], [], [], new Dictionary<string, string>());

    /// <summary>The page of the section that the register belongs to; <see langword="null"/> where there is no register, or its section is hidden.</summary>
    public ContentPage? Section { get; }

    /// <summary>The administrations, in the order of their file.</summary>
    public IReadOnlyList<Administration> Administrations { get; }

    /// <summary>The themes, in the order of their file.</summary>
    public IReadOnlyList<Theme> Themes { get; }

    /// <summary>The actions that may be shown, by administration, in the order of the file.</summary>
    public IReadOnlyList<PlanAction> Actions { get; }

    /// <summary>The documents of the plans, in the order of their file.</summary>
    public IReadOnlyList<PlanPaper> Papers { get; }

    /// <summary>What is measured, in the order of its file.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Titles of sources by their address.</summary>
    public IReadOnlyDictionary<string, string> SourceTitles { get; }

    /// <summary>All readings, the latest first.</summary>
    public IReadOnlyList<(PlanAction Action, Reading Reading)> News { get; }

    /// <summary>The years that readings are of, the latest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The ids of all actions that the files have; <see langword="null"/> where a file could not be read to its end.</summary>
    internal IReadOnlySet<string>? Written { private get; init; }

    /// <summary>A file may have an action of this id: one that is shown, is hidden, or cannot be shown.</summary>
    public bool IsWritten(string action) => Written?.Contains(action) is not false;

    /// <summary>Gives it its pages, once: they are made of what it knows.</summary>
    internal Register WithPages(IReadOnlyList<ContentPage> pages)
    {
        Made = pages;
        return this;
    }

    /// <summary>The actions of an administration.</summary>
    public IEnumerable<PlanAction> ActionsOf(Administration administration) => _actions[administration];

    /// <summary>The documents of an administration.</summary>
    public IEnumerable<PlanPaper> PapersOf(Administration administration) => _papers[administration];

    /// <summary>The administration of a key.</summary>
    public Administration? Find(string key) => Administrations.FirstOrDefault(administration => administration.Key == key);

    /// <summary>An indicator by its id.</summary>
    public Indicator? FindIndicator(string id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>What a source is called: the title that the register gives to its address, else its host and file, else its own text.</summary>
    public string TitleOf(Source source) =>
        SourceTitles.TryGetValue(source.Text, out var title) ? title
        : source.Href is { } href ? new Uri(href).Host + (Path.GetFileName(new Uri(href).AbsolutePath) is { Length: > 0 } file ? $" ({file})" : "")
        : source.Text;

    /// <summary>The page of the register at a decoded address.</summary>
    public (RegisterPage Kind, Administration? Administration)? PageAt(string url) => _pages.TryGetValue(url, out var page) ? page : null;

    /// <summary>The decoded address of one of the register's pages.</summary>
    public string UrlOf(RegisterPage page) => SectionUrl + page switch
    {
        RegisterPage.Actions => "actions/",
        RegisterPage.Compare => "comparer/",
        RegisterPage.Indicators => "indicateurs/",
        RegisterPage.Data => "donnees/",
        RegisterPage.Unknown => "ce-que-l-on-ne-sait-pas/",
        _ => "administrations/",
    };

    /// <summary>The decoded address of an administration.</summary>
    public string UrlOf(Administration administration) => $"{UrlOf(RegisterPage.Administration)}{administration.Key}/";

    /// <summary>The address of one of the register's pages, for a link.</summary>
    public string Href(RegisterPage page) => Address.Encode(UrlOf(page));

    /// <summary>The address of an administration, for a link.</summary>
    public string Href(Administration administration) => Address.Encode(UrlOf(administration));

    /// <summary>The address of an action, for a link: on its administration's page.</summary>
    public string Href(PlanAction action) => $"{Href(action.Administration)}#{Uri.EscapeDataString(action.Id)}";

    /// <summary>The decoded address of the section, with its slash.</summary>
    public string SectionUrl => Section is null ? "/" : Section.Url.EndsWith('/') ? Section.Url : Section.Url + "/";
}
