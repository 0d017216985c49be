using System.Globalization;
using System.Text;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>Made-up content with a register and a page of twelve charts: every kind, one to four series, values that are tiny, huge, unknown or none.</summary>
public static class ChartedSite
{
    /// <summary>The address of the page of charts.</summary>
    public const string Charts = "/graphiques/";

    /// <summary>The address of a page of parts that readers open, with another below it.</summary>
    public const string Folded = "/volets/";

    /// <summary>The number of charts on it.</summary>
    public const int Count = 12;

    private const string Folds = """
        ??? Une question
        Réponse une.
        ???

        ???accordionsgroup
        ??? Une autre question
        Réponse deux.
        ???
        ???

        <details><summary>En HTML</summary><p>Réponse trois.</p></details>
        """;

    /// <summary>The folder of an address. Made-up pages of one folder, such as the ministries, have the same markup.</summary>
    public static string Folder(string path) => path[..(path.TrimEnd('/').LastIndexOf('/') + 1)];

    /// <summary>Writes the content into a folder.</summary>
    public static SiteBuilder Make()
    {
        var page = new StringBuilder("Des tableaux d’essai.\n");
        var number = 0;
        Add("", "Lot | Climat (t)", "Écrans | 54,9", "Ordiphones | 25,5", "Serveurs | 17,1");
        Add("", "Lot | Outil A (kg) | Outil B (kg)", "Écrans | 510 671 | 786 317", "Stockage | – | 56", "Réseau | 400 | 9 129");
        Add("", "Lot | Un | Deux | Trois | Quatre", "A | 1 | 2 | 3 | 4", "B | 4 | 3 | 2 | 1");
        Add("", "Lot | Part (%)", "Seul | 0,5");
        Add("", "Lot | Parc", "Presque rien | 0,001", "Énorme | 123 456 789 012", "Rien | 0");
        Add("", "Lot | Nombre", [.. Enumerable.Range(1, 24).Select(i => $"Ligne {i} | {i * i}")]);
        Add("", "Lot | Quantité", "Direction interministérielle chargée des systèmes d’information et de communication de l’État, sous-direction des infrastructures | 12", "Autre | non publié");
        Add(".barres-empilees", "Année | Faites | En cours", "2024 | 3 | 7", "2025 | 8 | 2");
        Add(".barres-empilees", "Année | Un | Deux | Trois | Quatre", "2024 | 10,5 | 20 | – | 5", "2025 | 0 | 1 | 2 | 3", "2026 | – | – | – | –");
        Add(".courbe", "Année | Part (%)", "2022 | 2,5", "2025 | 4,4");
        Add(".courbe", "Mois | Prévu | Fait", "Janvier | 10 | 8", "Février | 20 | –", "Mars | 30 | 31");
        Add(".courbe", "Année | Valeur (kWh)", [.. Enumerable.Range(2015, 12).Select(year => string.Create(CultureInfo.InvariantCulture, $"{year} | {year - 2000} 000"))]);
        return new SiteBuilder().WithRegister()
            .With("_history/changes.jsonl", """
                {"url":"/graphiques/","date":"2026-03-12","kind":"changed","title":"Des graphiques","notes":["Le total est corrigé."],"passages":[["=Les écrans pèsent ","-45","+54,9","= tonnes."],["+Une phrase de plus."],[]]}
                {"url":"/rubrique/administrations/forets/","date":"2026-03-12","kind":"reading","title":"Planter des serveurs sobres","action":"forets-1","notes":[],"passages":[["-20 mars 2025 : 1 000 serveurs. Source : bilan","+20 mars 2025 : 1 100 serveurs. Source : bilan"]]}

                """)
            .WithPage("volets.md", "title: Des volets\ndescription: Des volets.\nlayout: page\neleventyNavigation: {key: volets, parent: haut, title: Volets}", Folds)
            .WithPage("volets-bas.md", "title: Plus bas\ndescription: Plus bas.\nlayout: page\neleventyNavigation: {parent: volets}", "??? Une dernière question\nRéponse quatre.\n???")
            .WithPage("graphiques.md", "title: Des graphiques\ndescription: Des graphiques.\nlayout: page\neleventyNavigation: {parent: haut, title: Graphiques}", page.ToString());

        void Add(string kind, string header, params string[] rows) => page.Append(CultureInfo.InvariantCulture,
            $"\n## Graphique {++number}\n\n| {header} |\n|{string.Concat(Enumerable.Repeat("---|", header.Split('|').Length))}\n{string.Concat(rows.Select(row => $"| {row} |\n"))}\n{{.graphique{(kind.Length > 0 ? " " + kind : "")}}}\n");
    }
}

/// <summary>What axe says of charts and of a made-up register.</summary>
public sealed class ChartedAxeSurvey(PublishedSite published, BrowserFixture browser) : AxeSurvey(published, browser)
{
    private protected override Task<SiteProcess> Site(PublishedSite published) => published.Charted;

    private protected override string Kind(string path) => ChartedSite.Folder(base.Kind(path));
}

/// <summary>axe over charts and a made-up register.</summary>
public sealed class ChartedAxeTests(ChartedAxeSurvey survey) : AxeTests(survey), IClassFixture<ChartedAxeSurvey>;

/// <summary>The windows and sizes of charts and of a made-up register.</summary>
public sealed class ChartedReflowSurvey(PublishedSite published, BrowserFixture browser) : ReflowSurvey(published, browser)
{
    private protected override Task<SiteProcess> Site(PublishedSite published) => published.Charted;

    private protected override string Kind(string path) => ChartedSite.Folder(base.Kind(path));
}

/// <summary>Charts and a made-up register in all windows.</summary>
public sealed class ChartedReflowTests(ChartedReflowSurvey survey) : ReflowTests(survey), IClassFixture<ChartedReflowSurvey>;
