using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter;

/// <summary>
/// Whose site it is: what stands in the header, the footer, titles and feeds. From <c>_data/site.yaml</c>, else from Eleventy's usual <c>metadata</c> data;
/// settings overrule both. What nobody says is not shown.
/// </summary>
internal sealed record SiteIdentity
{
    /// <summary>Name of the data that says it: <c>_data/site.yaml</c>, or another extension.</summary>
    public const string DataName = "site";

    private const string AddressAdvice = "Écrivez une adresse entière, «\u00a0https://…\u00a0», ou celle d’une page de ce site depuis la racine.";
    private const string LinkAdvice = "Écrivez une entrée par lien, avec «\u00a0text\u00a0» et «\u00a0url\u00a0»\u00a0: «\u00a0- {text: Contact, url: /contact/}\u00a0».";

    private static readonly string[] s_languageKeys = ["lang", "language"];
    private static readonly string[] s_iconKeys = ["icon", "favicon"];

    /// <summary>The name; without one, the title of the home page.</summary>
    public string? Name { get; init; }

    /// <summary>What the site is for, in a few words, below its name.</summary>
    public string? Tagline { get; init; }

    /// <summary>What the site is, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Who publishes it, as the content or the settings say.</summary>
    public string? Organisation { get; init; }

    /// <summary>An e-mail address, or the address of a contact page.</summary>
    public string? Contact { get; init; }

    /// <summary>Name of the licence of the texts.</summary>
    public string? Licence { get; init; }

    /// <summary>Address of the licence.</summary>
    public string? LicenceAddress { get; init; }

    /// <summary>The licence of the data that the site publishes: that of its texts, else the Licence Ouverte, which the State's open data has by default.</summary>
    public FrontMatter.Licence DataLicence => Licence is null or ContentTexts.LicenceName
        ? new FrontMatter.Licence(ContentTexts.LicenceName, LicenceAddress ?? ContentTexts.LicenceAddress)
        : new FrontMatter.Licence(Licence, LicenceAddress);

    /// <summary>Language of pages that name none, a BCP 47 tag; French where it is not said.</summary>
    public string? Lang { get; init; }

    /// <summary>Address of the icon.</summary>
    public string? Icon { get; init; }

    /// <summary>Further links of the footer: text and address.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Links { get; init; } = [];

    /// <summary>The language of the name and of what stands beside it, and of pages that name none.</summary>
    public string Language => Lang ?? "fr";

    /// <summary>The name to show.</summary>
    public string Title => Name ?? ContentTexts.Home;

    /// <summary>Who publishes it, to show: the site's name where nobody is named.</summary>
    public string Publisher => Organisation ?? Title;

    /// <summary>The <c>title</c> of a document: the page, then the site (RGAA 8.6).</summary>
    public string DocumentTitle(string page) => $"{page} - {Title}";

    /// <summary>This, and what is below it where this says nothing.</summary>
    public SiteIdentity Over(SiteIdentity below) => new()
    {
        Name = Name ?? below.Name,
        Tagline = Tagline ?? below.Tagline,
        Description = Description ?? below.Description,
        Organisation = Organisation ?? below.Organisation,
        Contact = Contact ?? below.Contact,
        Licence = Licence ?? below.Licence,

        // A licence and its address come from one place.
        LicenceAddress = Licence is null ? below.LicenceAddress : LicenceAddress,
        Lang = Lang ?? below.Lang,
        Icon = Icon ?? below.Icon,
        Links = Links.Count > 0 ? Links : below.Links,
    };

    /// <summary>Reads the site's data; what has another shape is left out.</summary>
    /// <param name="data">The data of <c>_data/</c> by name.</param>
    public static SiteIdentity Read(IReadOnlyDictionary<string, object?> data) => Of(data.GetValueOrDefault(DataName)).Over(Of(data.GetValueOrDefault("metadata")));

    /// <summary>Reports what <see cref="Read"/> leaves out of <c>_data/site.yaml</c>. Other keys are the templates': they are not looked at.</summary>
    /// <param name="data">What the file holds.</param>
    /// <param name="problems">The problems of that file.</param>
    public static void Check(DataNode data, DiagnosticLog problems)
    {
        if (data is not DataMap map)
        {
            return;
        }

        foreach (var key in s_languageKeys)
        {
            if (map[key] is DataScalar { Value: string tag } lang && !LanguageTag.IsKnown(tag))
            {
                problems.ReportAt(DiagnosticRules.UnknownLanguage, lang.Position, LanguageTag.Message(key, tag), LanguageTag.Advice(tag));
            }
        }

        foreach (var key in s_iconKeys)
        {
            if (map[key] is DataScalar { Value: string icon } node && !IsIcon(icon))
            {
                problems.ReportAt(DiagnosticRules.SiteIdentity, node.Position, $"L’icône {French.Quoted(icon)} n’est pas un fichier de ce site\u00a0: elle n’est pas montrée.",
                    "Mettez l’image dans le dossier du site et écrivez son adresse depuis la racine, par exemple «\u00a0/icone.svg\u00a0».");
            }
        }

        var licence = map["licence"] ?? map["license"];
        if (licence is DataMap named && named["url"] is DataScalar { Value: string address } url && !SafeAddress.IsFixed(address))
        {
            problems.ReportAt(DiagnosticRules.SiteIdentity, url.Position, $"{French.Quoted(address)} n’est pas une adresse\u00a0: le nom de la licence n’est pas un lien.", AddressAdvice);
        }

        if (map["footer"] is DataNode footer and not DataList)
        {
            problems.ReportAt(DiagnosticRules.SiteIdentity, footer.Position, "«\u00a0footer\u00a0» n’est pas une liste\u00a0: aucun de ces liens n’est montré.", LinkAdvice);
        }

        foreach (var item in (map["footer"] as DataList)?.Items ?? [])
        {
            if (LinkOf(item.ToPlain()) is null)
            {
                problems.ReportAt(DiagnosticRules.SiteIdentity, item.Position, "Ce lien du pied de page n’a pas de texte, ou pas d’adresse\u00a0: il n’est pas montré.", LinkAdvice);
            }
        }
    }

    private static SiteIdentity Of(object? data)
    {
        if (data is not IReadOnlyDictionary<string, object?> map)
        {
            return new SiteIdentity();
        }

        var author = map.GetValueOrDefault("author");
        var licence = map.GetValueOrDefault("licence") ?? map.GetValueOrDefault("license");
        return new SiteIdentity
        {
            Name = Text(map, "name", "title", "nom", "titre"),
            Tagline = Text(map, "tagline", "subtitle"),
            Description = Text(map, "description"),
            Organisation = Text(map, "organisation", "organization") ?? DataTexts.Of(author) ?? Text(author, "name"),
            Contact = Text(map, "contact", "email") ?? Text(author, "email"),
            Licence = DataTexts.Of(licence) ?? Text(licence, "name", "title"),
            LicenceAddress = Text(licence, "url") is { } url && SafeAddress.IsFixed(url) ? url : null,
            Lang = Text(map, s_languageKeys) is { } tag ? LanguageTag.IsKnown(tag) ? tag : LanguageTag.Meant(tag) : null,
            Icon = Text(map, s_iconKeys) is { } icon && IsIcon(icon) ? icon : null,
            Links = map.GetValueOrDefault("footer") is IEnumerable<object?> links
                ? [.. links.Select(LinkOf).OfType<KeyValuePair<string, string>>()]
                : [],
        };
    }

    private static KeyValuePair<string, string>? LinkOf(object? data) =>
        Text(data, "text", "title") is { } text && Text(data, "url") is { } url && SafeAddress.IsFixed(url) ? KeyValuePair.Create(text, url) : null;

    // Other hosts' images are not loaded: the policy of pages forbids them.
    private static bool IsIcon(string address) => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);

    private static string? Text(object? data, params string[] keys) =>
        data is IReadOnlyDictionary<string, object?> map ? keys.Select(key => DataTexts.Of(map.GetValueOrDefault(key))).FirstOrDefault(static text => text is not null) : null;
}

/// <summary>A licence.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where it can be read; <see langword="null"/> where nobody says.</param>
internal sealed record Licence(string Name, string? Address);
