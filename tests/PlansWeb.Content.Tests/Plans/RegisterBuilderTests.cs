using System.Text;
using CsCheck;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Plans;

/// <summary>The register as it is read from files of spreadsheets.</summary>
public sealed class RegisterBuilderTests : IDisposable
{
    private const string Actions = RegisterSite.Folder + "actions.csv";
    private const string Readings = RegisterSite.Folder + "releves.csv";

    private readonly SiteBuilder _site = new SiteBuilder().WithRegister();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Build_Register_HasActionsWithTheirReadingsInOrder()
    {
        var (register, problems) = _site.ReadRegister();

        Assert.Empty(problems);
        Assert.Equal(["forets-1", "forets-2", "mers-1"], register.Actions.Select(action => action.Id));
        var first = register.Actions[0];
        Assert.Equal(ActionStatus.Done, first.Status);
        Assert.Equal(new RegisterDate(2025, 3, 20), first.LastNews);
        Assert.Equal(1200.5m, first.Target!.Value.Value);
        Assert.Equal(ActionLevel.Realisation, first.Level);
        Assert.Equal("Ministère des Forêts et des Lacs", first.Administration.Name);
        Assert.Equal("Ministère des Forêts", first.Administration.NameAt(new RegisterDate(2022, 3, 31)));
        Assert.Null(register.Actions[1].Status);
        Assert.Equal(["forets-1", "mers-1", "forets-1"], register.News.Select(news => news.Action.Id));
    }

    public static TheoryData<string, string> Spellings => new()
    {
        { "semicolons, French dates", "action;date;statut;valeur;commentaire;source;page_source\nforets-1;20/03/2025;Réalisée;1 100,5;Fait, partout.;Le bilan;p. 5\n" },
        { "commas, ISO dates", "action,date,statut,valeur,commentaire,source,page_source\nforets-1,2025-03-20,realisee,1100.5,\"Fait, partout.\",Le bilan,p. 5\n" },
        { "commas, a decimal comma in quotes", "action,date,statut,valeur,commentaire,source,page_source\nforets-1,2025-03-20,realisee,\"1100,5\",\"Fait, partout.\",Le bilan,p. 5\n" },
        { "tabs", "action\tdate\tstatut\tvaleur\tcommentaire\tsource\tpage_source\nforets-1\t20/03/2025\trealisee\t1\u00A0100,5\tFait, partout.\tLe bilan\tp. 5\n" },
        { "columns in another order, capitals and accents in names", "Source;Page source;Action;Valeur;Statut;Commentaire;Date\nLe bilan;p. 5;forets-1;1\u202F100,50;RÉALISÉE;Fait, partout.;20/3/2025\n" },
        { "all in quotes, CRLF, empty lines, rows of separators", "\"action\";\"date\";\"statut\";\"valeur\";\"commentaire\";\"source\";\"page_source\"\r\n\r\n;;;;;;\r\n\"forets-1\";\"20/03/2025\";\"realisee\";\"1100,5\";\"Fait, partout.\";\"Le bilan\";\"p. 5\"\r\n;;;;;;\r\n" },
        { "sep= before all, empty columns after", "sep=;\naction;date;statut;valeur;commentaire;source;page_source;;\nforets-1;20/03/2025;realisee;1100,5;Fait, partout.;Le bilan;p. 5;;\n" },
        { "a time of midnight, spaces around", " action ; date ;statut;valeur;commentaire;source;page_source\n forets-1 ; 2025-03-20 00:00:00 ; en cours ;;x;y;z\nforets-1;2025-03-20 00:00;réalisée; 1100,5 ;Fait, partout.;Le bilan;p. 5\n" },
        { "lines that end in CR alone", "action;date;statut;valeur;commentaire;source;page_source\rforets-1;20/03/2025;realisee;1100,5;Fait, partout.;Le bilan;p. 5\r" },
        { "the header again in the middle and at the end", "action;date;statut;valeur;commentaire;source;page_source\nforets-2;2024;en-cours;;Avant;Le bilan;\nAction;Date;Statut;Valeur;Commentaire;Source;Page source\nforets-1;20/03/2025;realisee;1100,5;Fait, partout.;Le bilan;p. 5\naction;date;statut;valeur;commentaire;source;page_source\n" },
        { "separators after each row, more of them than columns", "action;date;statut;valeur;commentaire;source;page_source\nforets-1;20/03/2025;realisee;1100,5;Fait, partout.;Le bilan;p. 5;;;;\n" },
        { "a header alone before, no break at the end", "action;date;statut;valeur;commentaire;source;page_source\nforets-1;20/03/2025;realisee;1100,5;Fait, partout.;Le bilan;p. 5" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Build_FilesOfSpreadsheets_SayTheSame(string name, string text)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], RegisterSite.Windows1252(text.Replace('\u202F', ' ')), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] })
        {
            _site.With(Readings, bytes);

            var (register, problems) = _site.ReadRegister();

            Assert.True(problems.Count == 0, name + ": " + string.Join(" ", problems.Select(problem => problem.Message)));
            var reading = register.Actions[0].Readings[^1];
            Assert.Equal(
                new Reading(new RegisterDate(2025, 3, 20), ActionStatus.Done, new RegisterNumber(1100.5m, default), "Fait, partout.", new Source("Le bilan", "p. 5")),
                reading);
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 1")]
    [InlineData("-5 % par an")]
    [InlineData("@nom")]
    [InlineData("=HYPERLINK(\"https://example.org\";\"ici\")")]
    public void Build_TextLikeAFormula_IsTextWithOrWithoutItsApostrophe(string text)
    {
        foreach (var written in new[] { text, "'" + text })
        {
            _site.With(Readings, $"{RegisterSite.ReadingsHeader}\nforets-1;2025;realisee;;\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\";Le bilan;\n");

            var (register, problems) = _site.ReadRegister();

            Assert.Empty(problems);
            Assert.Equal(text, register.Actions[0].Readings[0].Comment);
        }
    }

    [Theory]
    [InlineData("", "fichier-illisible")]
    [InlineData("\n\n", "registre-illisible")]
    [InlineData(";;;\n;;;\n", "registre-illisible")]
    [InlineData("\uFEFF", "registre-illisible")]
    public void Build_FileWithoutARow_IsReported(string text, string rule)
    {
        _site.With(Readings, text);

        var problem = Assert.Single(_site.ReadRegister().Problems);

        Assert.Equal((rule, Readings, 0), (problem.Rule.Id, problem.File, problem.Line));
    }

    [Fact]
    public void Build_HeaderAgainInAnotherOrder_EndsTheFileThere()
    {
        _site.With(Readings, $"{RegisterSite.ReadingsHeader}\nforets-1;2022;en-cours;;;Le bilan;\ndate;action;statut;valeur;commentaire;source;page_source\n2025;forets-1;realisee;;;Le bilan;\n");

        var (register, problems) = _site.ReadRegister();

        var problem = Assert.Single(problems);
        Assert.Equal((DiagnosticRules.RegisterFile, 3), (problem.Rule, problem.Line));
        Assert.Equal(ActionStatus.Underway, register.Actions[0].Status);
        Assert.Single(register.Actions[0].Readings);
    }

    // Each mistake that a check is for: what is written, the check, and the line and column of the cell.
    public static TheoryData<string, string, string, int, int> Mistakes => new()
    {
        { "actions", "forets-3;lacs;;Titre;achats;;;;;;;;;Le bilan;", "registre-nom-inconnu", 2, 10 },
        { "actions", "forets-3;forets;;Titre;pêche;;;;;;;;;Le bilan;", "registre-nom-inconnu", 2, 24 },
        { "actions", "forets-3;forets;Plan perdu;Titre;achats;;;;;;;;;Le bilan;", "registre-nom-inconnu", 2, 17 },
        { "actions", "forets-3;forets;;Titre;achats;certaine;;;;;;;;Le bilan;", "registre-nom-inconnu", 2, 31 },
        { "actions", "Forêts 3;forets;;Titre;achats;;;;;;;;;Le bilan;", "registre-nom-inconnu", 2, 1 },
        { "actions", ";forets;;Titre;achats;;;;;;;;;Le bilan;", "registre-case-vide", 2, 1 },
        { "actions", "forets-3;;;Titre;achats;;;;;;;;;Le bilan;", "registre-case-vide", 2, 10 },
        { "actions", "forets-3;forets;;;achats;;;;;;;;;Le bilan;", "registre-case-vide", 2, 18 },
        { "actions", "forets-3;forets;;Titre;achats;;;;;;;;;;", "registre-sans-source", 2, 39 },
        { "actions", "forets-3;forets;;Titre;achats;;30/02/2025;;;;;;;Le bilan;", "registre-date", 2, 32 },
        { "actions", "forets-3;forets;;Titre;achats;;;31/04/2025;;;;;;Le bilan;", "registre-date", 2, 33 },
        { "actions", "forets-3;forets;;Titre;achats;;;;Postes;;;500;;Le bilan;", "registre-sans-unite", 2, 43 },
        { "actions", "forets-3;forets;;Titre;achats;;;;Postes;;12;;;Le bilan;", "registre-sans-unite", 2, 42 },
        { "actions", "forets-3;forets;;Titre;achats;;;;Postes;postes;;1.234,5;;Le bilan;", "registre-nombre", 2, 49 },
        { "actions", "forets-3;forets;;Titre;achats;;;;Postes;postes;=A1;;;Le bilan;", "registre-nombre", 2, 48 },
        { "actions", "forets-3;forets;;Titre;achats;;;;;;;;;Le bilan;\nforets-3;mers;;Autre;achats;;;;;;;;;Le bilan;", "registre-identifiant-en-double", 3, 1 },
        { "releves", "forets-9;2025;realisee;;;Le bilan;", "registre-nom-inconnu", 2, 1 },
        { "releves", "forets-1;2025;finie;;;Le bilan;", "registre-nom-inconnu", 2, 15 },
        { "releves", "forets-1;32/01/2025;realisee;;;Le bilan;", "registre-date", 2, 10 },
        { "releves", "forets-1;;realisee;;;Le bilan;", "registre-case-vide", 2, 10 },
        { "releves", "forets-1;2025;;;;Le bilan;", "registre-case-vide", 2, 15 },
        { "releves", "forets-1;2025;realisee;;;;", "registre-sans-source", 2, 26 },
        { "releves", "forets-1;2025;realisee;beaucoup;;Le bilan;", "registre-nombre", 2, 24 },
        { "releves", "forets-1;2025;realisee;>12;;Le bilan;", "registre-nombre", 2, 24 },
        { "releves", "forets-2;2025;realisee;12;;Le bilan;", "registre-sans-unite", 2, 24 },
        { "releves", "forets-1;2024;realisee;;;Le bilan;\nforets-1;2025;en-cours;;;Le bilan;", "registre-statut-en-recul", 3, 15 },
        { "releves", "forets-1;2025;realisee;;;Le bilan;;de trop", "registre-colonne", 2, 36 },
        { "documents", "lacs;Plan;2022;;;;Le bilan;", "registre-nom-inconnu", 2, 1 },
        { "documents", "forets;;2022;;;;Le bilan;", "registre-case-vide", 2, 8 },
        { "documents", "forets;Plan des arbres;2022;;;;;", "registre-sans-source", 2, 32 },
        { "documents", "forets;Plan des arbres;hier;;;;Le bilan;", "registre-date", 2, 24 },
        { "indicateurs", "part;Titre;;;;;2025;12;;;;Le bilan;", "registre-sans-unite", 2, 21 },
        { "indicateurs", "part;Titre;;%;;;2025;1,2,3;;;;Le bilan;", "registre-nombre", 2, 22 },
        { "indicateurs", "part;Titre;lacs;%;;;2025;1;;;;Le bilan;", "registre-nom-inconnu", 2, 12 },
        { "indicateurs", "part;Titre;;%;;;2025;1;;;;;", "registre-sans-source", 2, 27 },
        { "sources", "https://example.org;", "registre-case-vide", 2, 21 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Build_Mistake_IsReportedOnceAtItsCell(string file, string rows, string rule, int line, int column)
    {
        // The documents and the actions that the others name.
        if (file != "releves")
        {
            _site.With(Readings, RegisterSite.ReadingsHeader + "\n");
        }

        _site.With($"{RegisterSite.Folder}{file}.csv", $"{string.Join(';', RegisterRows.Columns[file])}\n{rows}\n");

        var problems = _site.ReadRegister().Problems.Where(problem => problem.File.EndsWith($"/{file}.csv", StringComparison.Ordinal)).ToList();

        Assert.Equal([(rule, line, column)], problems.Select(problem => (problem.Rule.Id, problem.Line, problem.Column)));
        Assert.All(problems, problem => Assert.NotEmpty(problem.Advice));
    }

    [Theory]
    [InlineData("12", ';', 12)]
    [InlineData("1 185 733", ';', 1185733)]
    [InlineData("1\u00A0185\u202F733,25", ';', 1185733.25)]
    [InlineData("54.9", ';', 54.9)]
    [InlineData("54,9", ',', 54.9)]
    [InlineData("-22", ';', -22)]
    [InlineData("\u221222,5", '\t', -22.5)]
    [InlineData(">300", ';', 300)]
    [InlineData("1.234", ',', 1.234)]
    [InlineData("1,234", ';', 1.234)]
    public void Number_OneReading_IsTaken(string text, char separator, double expected) =>
        Assert.Equal((decimal)expected, RegisterNumber.Parse(text, separator)!.Value.Value);

    [Theory]
    [InlineData("1.234,5", ';')]
    [InlineData("1,234.5", ',')]
    [InlineData("1.234", ';')]
    [InlineData("1,234", ',')]
    [InlineData("1.234.567", ';')]
    [InlineData("12 5", ';')]
    [InlineData("30 %", ';')]
    [InlineData("1e3", ';')]
    [InlineData(",5", ';')]
    [InlineData("5,", ';')]
    [InlineData("douze", ';')]
    [InlineData("99999999999999999999999999", ';')]
    public void Number_NoneOrTwoReadings_IsRefused(string text, char separator) => Assert.Null(RegisterNumber.Parse(text, separator));

    [Theory]
    [InlineData("31/02/2025")]
    [InlineData("2025-02-30")]
    [InlineData("2025-13")]
    [InlineData("13/2025")]
    [InlineData("00/01/2025")]
    [InlineData("20/03/25")]
    [InlineData("0025-03-20")]
    [InlineData("20.03.2025")]
    [InlineData("mars 2025")]
    [InlineData("2025-03-20T10:00")]
    public void Date_Impossible_IsRefused(string text) => Assert.Null(RegisterDate.Parse(text));

    [Theory]
    [InlineData("29/02/2024", "2024-02-29")]
    [InlineData("1/9/2021", "2021-09-01")]
    [InlineData("09/2021", "2021-09")]
    [InlineData("2021-09", "2021-09")]
    [InlineData("2022", "2022")]
    public void Date_AsPreciseAsItIs_IsTaken(string text, string iso) => Assert.Equal(iso, RegisterDate.Parse(text)!.Value.Iso);

    [Fact]
    public void Build_RowWithoutSource_IsAnErrorAndNotShown()
    {
        _site.With(Actions, $"{RegisterSite.ActionsHeader}\nforets-1;forets;;Sans source;achats;;;;;;;;;;p. 3\nforets-2;forets;;Avec source;achats;;;;;;;;;Un rapport;\n")
            .With(Readings, $"{RegisterSite.ReadingsHeader}\nforets-1;2025-01-01;realisee;;;Un rapport;\nforets-2;2025-01-01;realisee;;;;\n");

        var (register, problems) = _site.ReadRegister();

        Assert.Equal([(DiagnosticRules.RegisterSource, Actions, 2), (DiagnosticRules.RegisterSource, Readings, 3)], problems.Select(problem => (problem.Rule, problem.File, problem.Line)));
        Assert.Equal("forets-2", Assert.Single(register.Actions).Id);
        Assert.Null(register.Actions[0].Status);
    }

    [Theory]
    [InlineData("draft: true", false)]
    [InlineData("publishDate: 2999-01-01", false)]
    [InlineData("description: Public.", true)]
    public void Build_PlanOfAHiddenPage_HidesItsRows(string key, bool isShown)
    {
        _site.WithPage("rubrique/plans/lacs.md", $"title: Plan des lacs\nlayout: plan\n{key}")
            .With(Actions, $"{RegisterSite.ActionsHeader}\nforets-1;forets;lacs;Par le nom du fichier;achats;;;;;;;;;Un rapport;\nforets-2;forets;Plan des lacs;Par le titre;achats;;;;;;;;;Un rapport;\n")
            .With(Readings, $"{RegisterSite.ReadingsHeader}\nforets-1;2025-01-01;realisee;;;Un rapport;\n");

        var (register, problems) = _site.ReadRegister();

        Assert.Empty(problems);
        Assert.Equal(isShown ? 2 : 0, register.Actions.Count);
        Assert.Equal(isShown ? 1 : 0, register.News.Count);
    }

    [Fact]
    public void Build_HiddenSection_HasNoRegister()
    {
        _site.WithPage("rubrique/index.md", "title: Les plans\ndraft: true");

        var snapshot = _site.Snapshot();

        Assert.Empty(snapshot.Part<Register>().Actions);
        Assert.Null(snapshot.Part<Register>().Section);
        Assert.DoesNotContain(snapshot.Pages, page => page.Url.StartsWith("/rubrique/", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_HiddenPageOfAnAdministration_HidesAllOfIt()
    {
        _site.WithPage("rubrique/administrations/forets.md", "title: Forêts\ndraft: true");

        var (register, _) = _site.ReadRegister();

        Assert.Equal(["mers", "phares"], register.Administrations.Select(administration => administration.Key));
        Assert.Equal(["mers-1"], register.Actions.Select(action => action.Id));
        Assert.Equal(["reemploi"], register.Indicators.Select(indicator => indicator.Id));
        Assert.Empty(register.Papers);
    }

    [Fact]
    public void Files_OfTheRegister_AreNotServed()
    {
        _site.With(RegisterSite.Folder + "notes.pdf", "x").With(RegisterSite.Folder + "copie/actions.csv", "x").With("docs/registre.csv", "a;b\n");

        var snapshot = _site.Snapshot();

        Assert.Equal(["/docs/registre.csv", "/rubrique/registre/copie/actions.csv"], snapshot.Files.Select(file => file.Url).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Create_EditOfAnotherPage_KeepsTheRegisterAndItsPages()
    {
        var loader = new PlansWeb.Content.Site.Loading.ContentLoader(new PlansWeb.Content.Site.Loading.ContentOptions(), TimeProvider.System);
        var builder = new RegisterBuilder();
        var before = Snapshot.Create(loader.Load(_site.Root), [builder], DateTimeOffset.UnixEpoch);
        _site.WithPage("index.md", "title: Accueil changé\neleventyNavigation: {key: haut, title: Accueil}");
        var edited = Snapshot.Create(loader.LoadChanges(_site.Root, isThorough: true)!, [builder], DateTimeOffset.UnixEpoch, before);
        _site.With(Readings, $"{RegisterSite.ReadingsHeader}\n");
        var register = Snapshot.Create(loader.LoadChanges(_site.Root, isThorough: true)!, [builder], DateTimeOffset.UnixEpoch, edited);

        Assert.Same(before.Part<Register>(), edited.Part<Register>());
        Assert.Equal("Accueil changé", edited.Find("/")!.Title);
        Assert.Same(before.Find("/rubrique/administrations/mers/"), edited.Find("/rubrique/administrations/mers/"));
        Assert.Empty(register.Part<Register>().News);
        Assert.NotEqual(edited.Version, register.Version);
    }

    [Theory]
    [InlineData("rubrique/administrations/mers.md", "title: Les mers")]
    [InlineData("rubrique/administrations/mers.md", "title: Les mers\ndraft: true")]
    [InlineData("ailleurs.md", "title: Ailleurs\npermalink: /rubrique/actions/")]
    [InlineData("plan-forets.md", "title: Plan des arbres\nlayout: plan")]
    [InlineData("plan-forets.md", "title: Plan des arbres\nlayout: plan\ndraft: true")]
    [InlineData("rubrique/index.md", "title: Autre\nlang: en\neleventyNavigation: {key: autre}")]
    public void Create_EditOfAPageThatTheRegisterReads_IsAsReadAnew(string path, string header)
    {
        var loader = new PlansWeb.Content.Site.Loading.ContentLoader(new PlansWeb.Content.Site.Loading.ContentOptions(), TimeProvider.System);
        var builder = new RegisterBuilder();
        var before = Describe(builder, loader.Load(_site.Root));
        _site.WithPage(path, header);
        var content = loader.LoadChanges(_site.Root, isThorough: true)!;

        Assert.Equal(Describe(new RegisterBuilder(), content), Describe(builder, content));
        Assert.NotEqual(before, Describe(builder, content));

        static string[] Describe(RegisterBuilder register, SiteContent content)
        {
            var snapshot = Snapshot.Create(content, [register], DateTimeOffset.UnixEpoch);
            return
            [
                .. snapshot.Pages.Select(static page => $"{page.Url} {page.Title} {page.Lang} {page.Navigation} {page.SourcePath} {page.Body.Value}"), .. snapshot.Problems.Select(static problem => problem.ToString()),
                .. snapshot.Part<Register>().Administrations.Select(static administration => administration.Name),
            ];
        }
    }

    [Fact]
    public void Read_AnyText_NeverThrowsAndTellsLinesOfTheFile()
    {
        string[] all = [";", ",", "\t", "\n", "\r\n", "\"", "\"\"", "id", "administration", "titre", "source", "forets", "mers-1", "2025-03-20", "31/02/2025", "1,5", "\u00A0", "é", "\uFEFF", "sep=;", " ", "\0", "\uD800"];
        var piece = Gen.Int[0, all.Length - 1].Select(i => all[i]);
        piece.Array[0, 60].Select(pieces => string.Concat(pieces)).Sample(text =>
        {
            foreach (var head in new[] { "", RegisterSite.ActionsHeader + "\n" })
            {
                var problems = new List<Diagnostic>();
                var file = new SourceFile(new FolderEntry(Actions, Actions, Actions, default, 0), Encoding.UTF8.GetBytes(head + text), []);
                var table = CsvTable.Read(file, ["id", "administration", "titre", "source"], ["id"], problems);

                var lines = 1 + file.Text().ReplaceLineEndings("\n").Count(c => c == '\n');
                Assert.All(problems, problem => Assert.InRange(problem.Line, 0, lines));
                Assert.All(table?.Rows ?? [], row => Assert.InRange(row.Line, 1, lines));
            }
        });
    }

    [Fact]
    public void Read_RowAfterACellOfSeveralLines_HasItsOwnLineAndColumn()
    {
        _site.With(Actions, $"{RegisterSite.ActionsHeader}\r\n\r\nforets-1;forets;;\"Une action\r\nen deux lignes\";achats;;;;;;;;;\"Un; rapport\";\r\nforets-2;forets;;\"Une; autre\";pêche;;;;;;;;;Un rapport;\r\n")
            .With(Readings, RegisterSite.ReadingsHeader);

        var (register, problems) = _site.ReadRegister();

        var problem = Assert.Single(problems);
        Assert.Equal((DiagnosticRules.RegisterName, 5, 31), (problem.Rule, problem.Line, problem.Column));
        Assert.Equal(2, register.Actions.Count);
        Assert.Null(register.Actions[1].Theme);
    }

    [Theory]
    [InlineData("Ministère de la Culture", "Culture")]
    [InlineData("ministère des Armées", "Armées")]
    [InlineData("Ministère Territoires, Écologie, Logement", "Territoires, Écologie, Logement")]
    [InlineData("Ministry of the Sea", "Sea")]
    [InlineData("Ministry of Lighthouses", "Lighthouses")]
    [InlineData("Ministry for the Environment", "Environment")]
    [InlineData("Ministry for Children", "Children")]
    [InlineData("Ministry Offices", "Offices")]
    [InlineData("Administration of Prisons", "Administration of Prisons")]
    [InlineData("Direction interministérielle du numérique", "Direction interministérielle du numérique")]
    public void ShortOf_NameOfAMinistry_LeavesOutThatItIsOne(string name, string shortName) => Assert.Equal(shortName, Administration.ShortOf(name));
}
