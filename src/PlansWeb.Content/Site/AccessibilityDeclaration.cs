using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Site;

/// <summary>The states that a declaration may give (arrêté du 20 septembre 2019, RGAA, « obligations légales »).</summary>
internal enum AccessibilityState
{
    /// <summary>« Non conforme »: below half of the criteria, or no valid audit.</summary>
    None,

    /// <summary>« Partiellement conforme »: at least half of the criteria.</summary>
    Partial,

    /// <summary>« Totalement conforme »: all of them.</summary>
    Full,
}

/// <summary>An audit by a person.</summary>
/// <param name="By">Who made it.</param>
/// <param name="Date">When it ended.</param>
/// <param name="Rate">Criteria that are met, in percent, 0 to 100.</param>
internal sealed record AccessibilityAudit(string By, DateTimeOffset Date, double Rate);

/// <summary>
/// The declaration of accessibility that the décret n° 2019-768 asks for, as the front matter of a page with the layout <c>accessibilite</c> fills it in, below the
/// key <c>accessibilite</c>.
/// </summary>
internal sealed partial record AccessibilityDeclaration
{
    /// <summary>The layout that writes it.</summary>
    public const string Layout = "accessibilite";

    /// <summary>The key of the front matter that holds what is filled in.</summary>
    public const string Key = "accessibilite";

    private const int HalfOfTheCriteria = 50;
    private const int AllOfTheCriteria = 100;

    // The last part of an address, folded, where it is a declaration's in French or English.
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "accessibilite", "declaration-accessibilite", "declaration-d-accessibilite", "declaration-daccessibilite", "accessibility", "accessibility-statement",
    };

    /// <summary>The keys below <see cref="Key"/>.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["entite", "schema", "plan", "audit", "echantillon", "environnement", "outils", "non-conformites", "derogations", "exemptions", "contact"];

    /// <summary>Who is responsible: as filled in, else the site's organisation.</summary>
    public string? Entity { get; private init; }

    /// <summary>Address of the schéma pluriannuel de mise en accessibilité.</summary>
    public string? Scheme { get; private init; }

    /// <summary>Address of the action plan of the year.</summary>
    public string? ActionPlan { get; private init; }

    /// <summary>The last audit; <see langword="null"/> where there is none, or not all of it is said.</summary>
    public AccessibilityAudit? Audit { get; private init; }

    /// <summary>The pages that were audited.</summary>
    public IReadOnlyList<string> Sample { get; private init; } = [];

    /// <summary>Browsers and screen readers that it was tested with.</summary>
    public IReadOnlyList<string> Environment { get; private init; } = [];

    /// <summary>Tools that were used.</summary>
    public IReadOnlyList<string> Tools { get; private init; } = [];

    /// <summary>What does not conform.</summary>
    public IReadOnlyList<string> Gaps { get; private init; } = [];

    /// <summary>What would be a disproportionate burden to mend.</summary>
    public IReadOnlyList<string> Exceptions { get; private init; } = [];

    /// <summary>What the law exempts.</summary>
    public IReadOnlyList<string> Exemptions { get; private init; } = [];

    /// <summary>An e-mail address or that of a page: as filled in, else the site's contact.</summary>
    public string? Contact { get; private init; }

    /// <summary>The state, which follows from the audit: whoever has none declares « non conforme ».</summary>
    public AccessibilityState State => Audit?.Rate switch
    {
        >= AllOfTheCriteria => AccessibilityState.Full,
        >= HalfOfTheCriteria => AccessibilityState.Partial,
        _ => AccessibilityState.None,
    };

    /// <summary>What the decree asks for and nobody filled in, by the keys that would.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            List<string> missing = [];
            Ask(Entity is null, "entite");
            Ask(Scheme is null, "schema");
            Ask(Audit is null, "audit");
            Ask(Sample.Count == 0, "echantillon");
            Ask(Environment.Count == 0, "environnement");
            Ask(Tools.Count == 0, "outils");
            Ask(Contact is null, "contact");
            return missing;

            void Ask(bool isMissing, string key)
            {
                if (isMissing)
                {
                    missing.Add(key);
                }
            }
        }
    }

    /// <summary>Reads what a page fills in.</summary>
    /// <param name="page">The page of the declaration.</param>
    /// <param name="site">Whose site it is.</param>
    /// <param name="contact">The page by which readers reach the people behind the site, where there is one.</param>
    public static AccessibilityDeclaration Of(ContentPage page, SiteIdentity site, ContentPage? contact)
    {
        var data = page.Data.GetValueOrDefault(Key) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        return new AccessibilityDeclaration
        {
            Entity = Text(data, "entite") ?? site.Organisation,
            Scheme = Link(data, "schema"),
            ActionPlan = Link(data, "plan"),
            Audit = AuditOf(data.GetValueOrDefault("audit")),
            Sample = List(data, "echantillon"),
            Environment = List(data, "environnement"),
            Tools = List(data, "outils"),
            Gaps = List(data, "non-conformites"),
            Exceptions = List(data, "derogations"),
            Exemptions = List(data, "exemptions"),
            Contact = Text(data, "contact") ?? site.Contact ?? contact?.Href,
        };
    }

    /// <summary>
    /// The page is the site's declaration: it has the layout, or its title, or its address among the first pages of the site, or of a language of it.
    /// </summary>
    public static bool IsOf(ContentPage page) =>
        page.Layout == Layout || (page.Layout != "list" && (IsTitle(page.Title) || (UsualPages.FirstName(page) is { } name && s_names.Contains(name))));

    /// <summary>The state that a page says in its own words; <see langword="null"/> where it says none, or is none of the site's making.</summary>
    public static AccessibilityState? StateIn(ContentPage page)
    {
        var text = new StringBuilder();
        PlainText.Append(page.Body.Value, text);
        return Said().Match(text.ToString()) is { Success: true } said
            ? (said.Groups["all"].Success ? AccessibilityState.Full : said.Groups["some"].Success ? AccessibilityState.Partial : AccessibilityState.None)
            : null;
    }

    private static bool IsTitle(string title)
    {
        // Folding takes time: every page of a large site is asked.
        return title.Length is >= 23 and <= 32 && AddressFolding.Fold(title.Replace('’', '\'')) is "declaration d'accessibilite" or "accessibility statement";
    }

    private static AccessibilityAudit? AuditOf(object? data) =>
        data is IReadOnlyDictionary<string, object?> map && Text(map, "par") is { } by && map.GetValueOrDefault("date") is DateTimeOffset date
        && map.GetValueOrDefault("taux") is (long or double) and var rate && Convert.ToDouble(rate, CultureInfo.InvariantCulture) is >= 0 and <= AllOfTheCriteria and var percent
            ? new AccessibilityAudit(by, date, percent)
            : null;

    private static string? Link(IReadOnlyDictionary<string, object?> data, string key) => Text(data, key) is { } address && SafeAddress.IsFixed(address) ? address : null;

    private static IReadOnlyList<string> List(IReadOnlyDictionary<string, object?> data, string key) => [.. DataTexts.AllOf(data.GetValueOrDefault(key))];

    private static string? Text(IReadOnlyDictionary<string, object?> data, string key) => DataTexts.Of(data.GetValueOrDefault(key));

    // « Est totalement conforme », « en conformité partielle », « is not compliant ». What « n’est pas totalement conforme » means nobody knows.
    [GeneratedRegex(
        @"(?<!\bpas )(?<all>\b(?:totalement conforme|fully (?:compliant|conformant)|conformité totale)\b)|(?<!\bpas )(?<some>\b(?:partiellement conforme|partially (?:compliant|conformant)|conformité partielle)\b)"
        + @"|\b(?:non conforme|pas conforme|not (?:compliant|conformant)|non-compliant)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
