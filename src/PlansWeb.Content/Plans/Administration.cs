namespace PlansWeb.Content.Plans;

/// <summary>An administration. Its key stays, its name changes with governments.</summary>
/// <param name="Key">The stable key, such as <c>justice</c>: part of addresses and of the ids of actions.</param>
/// <param name="Names">Its names, the oldest first, each with the day from which it holds; never empty.</param>
/// <param name="Short">What it is called in lists, such as « Justice ».</param>
internal sealed record Administration(string Key, IReadOnlyList<DatedName> Names, string Short)
{
    private const string Ministry = "Ministère ";
    private const string EnglishMinistry = "Ministry ";

    private static readonly string[] s_articles = ["de la ", "de l’", "de l'", "des ", "du ", "d’", "de "];
    private static readonly string[] s_englishArticles = ["of the ", "for the ", "of ", "for "];

    /// <summary>Its name today.</summary>
    public string Name => Names[^1].Name;

    /// <summary>Its name at a date; the first one for earlier dates.</summary>
    public string NameAt(RegisterDate date) => (Names.LastOrDefault(name => name.Since is not { } since || since.CompareTo(date) <= 0) ?? Names[0]).Name;

    /// <summary>It has a name that holds at the date.</summary>
    public bool HasNameAt(RegisterDate date) => Names[0].Since is not { } since || since.CompareTo(date) <= 0;

    /// <summary>After « les actions »: « de la Justice », « des Armées », « du ministère Territoires, Écologie, Logement », « de la Direction… ».</summary>
    public string Of => Possessive(Name);

    /// <summary>What a name is called in lists: without « Ministère de », “Ministry of” or “Ministry for”.</summary>
    public static string ShortOf(string name) =>
        name.StartsWith(Ministry, StringComparison.OrdinalIgnoreCase) ? WithoutArticle(name[Ministry.Length..], s_articles)
        : name.StartsWith(EnglishMinistry, StringComparison.OrdinalIgnoreCase) ? WithoutArticle(name[EnglishMinistry.Length..], s_englishArticles)
        : name;

    private static string WithoutArticle(string rest, string[] articles) =>
        rest[(Array.Find(articles, article => rest.StartsWith(article, StringComparison.Ordinal)) ?? "").Length..];

    private static string Possessive(string name)
    {
        if (name.StartsWith(Ministry, StringComparison.OrdinalIgnoreCase))
        {
            var rest = name[Ministry.Length..];
            return Array.Exists(s_articles, article => rest.StartsWith(article, StringComparison.Ordinal)) ? rest : "du ministère " + rest;
        }

        return name.StartsWith("Ministères ", StringComparison.Ordinal) ? "des ministères " + name["Ministères ".Length..]
            : name.StartsWith("Direction ", StringComparison.Ordinal) ? "de la " + name
            : "de " + French.Quoted(name);
    }
}

/// <summary>A name of an administration.</summary>
/// <param name="Name">The name.</param>
/// <param name="Since">The day from which it holds, as far as is known; <see langword="null"/> for always.</param>
internal sealed record DatedName(string Name, RegisterDate? Since);

/// <summary>A theme of the plans.</summary>
/// <param name="Key">The stable key, such as <c>achats</c>.</param>
/// <param name="Name">What readers see.</param>
internal sealed record Theme(string Key, string Name);
