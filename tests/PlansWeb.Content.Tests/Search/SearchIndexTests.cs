using PlansWeb.Content.Html;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Tests.Search;

/// <summary>What is found, in which order.</summary>
public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("ecologie")]
    [InlineData("ÉCOLOGIE")]
    [InlineData("écologiques")]
    [InlineData("l’écologie")]
    [InlineData("l'ecologie")]
    [InlineData("écolo")]
    [InlineData("  de  l’écologie !")]
    public async Task Search_AnySpelling_FindsThePage(string query) =>
        Assert.Equal(["Une"], await SearchPages.Index(SearchPages.Page("Une", "<p>Penser l’écologie</p>"), SearchPages.Page("Deux", "<p>Autre chose</p>")).Titles(query));

    [Fact]
    public async Task Search_ReadingFailedOnce_IsReadAgain()
    {
        var times = 0;
        var body = new PageBody(new("<p>Penser l’écologie</p>"), [], PackedText.Empty);
        var page = new ContentPage
        {
            SourcePath = "une.md",
            Url = "/une/",
            Href = "/une/",
            FileSlug = "une",
            Title = "Une",
            Layout = "page",
            Text = new OnDemand<PageBody>(() => ++times == 1 ? throw new InsufficientMemoryException() : body),
            Data = new Dictionary<string, object?>(),
        };
        var index = SearchPages.Index(page);

        await Assert.ThrowsAnyAsync<Exception>(() => index.Search("écologie"));

        Assert.Equal(["Une"], await index.Titles("écologie"));
        Assert.Equal(2, times);
    }

    [Theory]
    [InlineData("écoconception")]
    [InlineData("éco-conception")]
    [InlineData("eco conception")]
    public async Task Search_Compound_IsFoundInEitherSpelling(string query)
    {
        var titles = await SearchPages.Index(SearchPages.Page("Trait", "éco-conception"), SearchPages.Page("Un mot", "écoconception")).Titles(query);

        Assert.Contains("Trait", titles);
        Assert.Equal(2, titles.Length);
    }

    [Fact]
    public async Task Search_Places_RankTitleHeadingDescriptionBody()
    {
        var index = SearchPages.Index(
            SearchPages.Page("Corps", string.Concat(Enumerable.Repeat("<p>achat achat achat</p>", 30))),
            SearchPages.Page("Description", "texte", "un achat"),
            SearchPages.Page("Rubrique", "<h2>achat</h2>", headings: "achat"),
            SearchPages.Page("Achat et autres sujets de la page", "texte"),
            SearchPages.Page("Achat", "texte"));

        Assert.Equal(["Achat", "Achat et autres sujets de la page", "Rubrique", "Description", "Corps"], await index.Titles("achat"));
    }

    [Theory]
    [InlineData("économiseurs", "économiseur", "économiser")]
    [InlineData("réparation", "réparations", "réparer")]
    [InlineData("acheteuse", "acheteuses", "acheter")]
    [InlineData("imprimantes", "imprimante", "imprimer")]
    public async Task Search_OtherNumber_ComesBeforeOtherWordsOfTheFamily(string query, string same, string other) =>
        Assert.Equal(["B", "A"], await SearchPages.Index(SearchPages.Page("A", $"<p>{other}</p>"), SearchPages.Page("B", $"<p>{same}</p>")).Titles(query));

    [Fact]
    public async Task Search_Forms_ComeAfterTheWordItselfAndPrefixesLast()
    {
        var index = SearchPages.Index(SearchPages.Page("1", "planète"), SearchPages.Page("2", "plans"), SearchPages.Page("3", "plan"));

        Assert.Equal(["3", "2", "1"], await index.Titles("plan"));
    }

    [Theory]
    [InlineData("numérique resp", true)]
    [InlineData("numérique respons", true)]
    [InlineData("clim responsable", true)]
    [InlineData("clima numérique resp", true)]
    [InlineData("pla responsable", false)]
    [InlineData("plan responsable", false)]
    public async Task Search_Prefix_IsForTheLastWordAndForOneThatNoPageHas(string query, bool isFound)
    {
        var index = SearchPages.Index(SearchPages.Page("Une", "numérique responsable, climatiseur, planète"), SearchPages.Page("Deux", "plan"));

        Assert.Equal(isFound, (await index.Search(query)).HasAllWords);
        Assert.Empty(await index.Titles("r"));
    }

    [Fact]
    public async Task Search_SeveralWords_WantsAllOfThemWhereAPageHasAll()
    {
        var index = SearchPages.Index(SearchPages.Page("Un", "alpha"), SearchPages.Page("Tous", "bravo alpha"), SearchPages.Page("Deux", "bravo charlie"));

        var all = await index.Search("alpha bravo");
        Assert.Equal((1, "Tous"), (all.WithAllWords, all.Hits[0].Page.Title));

        var some = await index.Search("alpha bravo charlie");
        Assert.False(some.HasAllWords);
        Assert.Equal(["Deux", "Tous"], some.Hits.Select(hit => hit.Page.Title).Take(2).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("l’")]
    [InlineData("?!…")]
    [InlineData("xyzzy")]
    [InlineData("🙂")]
    [InlineData("* OR title:* AND \"(")]
    public async Task Search_NothingToFind_IsNothing(string query)
    {
        var results = await SearchPages.Index(SearchPages.Page("Une", "de la l’ texte")).Search(query);

        Assert.Equal((0, 1, 1), (results.Total, results.Page, results.PageCount));
        Assert.Empty(results.Hits);
    }

    [Fact]
    public async Task Search_EmptySite_IsNothing() => Assert.Empty(await SearchPages.Index().Titles("mot"));

    [Fact]
    public async Task Search_UnlistedPage_IsNeverFound() =>
        Assert.Equal(["Vue"], await SearchPages.Index(SearchPages.Page("Cachée", "mot", isListed: false), SearchPages.Page("Vue", "mot")).Titles("mot"));

    [Fact]
    public async Task Search_Equals_ComeInTheOrderOfTheFiles() =>
        Assert.Equal(["a", "b", "c"], await SearchPages.Index(SearchPages.Page("a", "mot"), SearchPages.Page("b", "mot"), SearchPages.Page("c", "mot")).Titles("mot"));

    [Theory]
    [InlineData("été", "Horaires d’été")]
    [InlineData("ete", "Horaires d’été")]
    [InlineData("maïs", "Le maïs")]
    [InlineData("MAÏS", "Le maïs")]
    [InlineData("mais", "Le maïs")]
    [InlineData("sûr", "Un code sûr")]
    [InlineData("code sûr", "Un code sûr")]
    [InlineData("où", "Où aller")]
    [InlineData("dû", "Le montant dû")]
    [InlineData("le dû", "Le montant dû")]
    [InlineData("son", "Le son")]
    [InlineData("pas à pas", "Pas à pas")]
    [InlineData("Est", "Grand Est")]
    [InlineData("comment est-ce que le son", "Le son")]
    public async Task Search_StopWordsAndTheirHomographs_FindTheTitle(string query, string title)
    {
        string[] titles = ["Horaires d’été", "Le maïs", "Un code sûr", "Où aller", "Le montant dû", "Le son", "Pas à pas", "Grand Est"];
        var others = Enumerable.Range(0, 20).Select(i => SearchPages.Page($"Page {i}", "mais il est sur la page, pas à son tour, du jour ou non"));

        Assert.Equal(title, (await SearchPages.Index([.. others, .. titles.Select(name => SearchPages.Page(name, "Rien."))]).Titles(query))[0]);
    }

    [Theory]
    [InlineData("prudhommes", "Saisir les prud’hommes")]
    [InlineData("prudhomme", "Saisir les prud’hommes")]
    [InlineData("prud'hommes", "Saisir les prud’hommes")]
    [InlineData("prud hommes", "Saisir les prud’hommes")]
    [InlineData("presquile", "La presqu’île")]
    [InlineData("presqu'ile", "La presqu’île")]
    [InlineData("grand-mère", "Grandmère")]
    [InlineData("grand mère", "Grandmère")]
    [InlineData("centredonnées", "Un centre et ses données")]
    [InlineData("lordinateur", "L’ordinateur")]
    [InlineData("dordinateur", "L’ordinateur")]
    [InlineData("SNCF", "La S.N.C.F.")]
    [InlineData("s.n.c.f", "La S.N.C.F.")]
    [InlineData("R.G.A.A.", "Le RGAA")]
    [InlineData("12500", "Les 12\u00A0500 agents")]
    [InlineData("12 500", "Les 12\u00A0500 agents")]
    [InlineData("12.500", "Les 12\u00A0500 agents")]
    [InlineData("12\u202F500", "Les 12\u00A0500 agents")]
    [InlineData("1000000", "1.000.000 de pages")]
    [InlineData("0102030405", "Appeler le 01 02 03 04 05")]
    [InlineData("01.02.03.04.05", "Appeler le 01 02 03 04 05")]
    [InlineData("circulaire numéro 77", "Circulaire n°\u00A077")]
    [InlineData("circulaire n°77", "Circulaire n°\u00A077")]
    [InlineData("circulaire nº 77", "Circulaire n°\u00A077")]
    public async Task Search_WordWrittenOtherwise_FindsTheTitle(string query, string title)
    {
        string[] titles =
        [
            "Saisir les prud’hommes", "La presqu’île", "Grandmère", "Un centre et ses données", "L’ordinateur", "La S.N.C.F.", "Le RGAA", "Les 12\u00A0500 agents",
            "1.000.000 de pages", "Appeler le 01 02 03 04 05", "Circulaire n°\u00A077", "Circulaire n°\u00A078",
        ];

        Assert.Equal(title, (await SearchPages.Index([.. titles.Select(name => SearchPages.Page(name, "Rien."))]).Titles(query))[0]);
    }

    [Theory]
    [InlineData("PC", "Ordinateur")]
    [InlineData("poste de travail", "Ordinateur")]
    [InlineData("postes de travail", "Ordinateur")]
    [InlineData("mails", "Le courriel")]
    [InlineData("clim", "Le refroidissement")]
    [InlineData("revente", "Vendre")]
    [InlineData("remplacer", "Changer")]
    [InlineData("addon", "Une extension")]
    [InlineData("bidule", "Le truc muche")]
    public async Task Search_Synonym_FindsThePage(string query, string title)
    {
        var data = new Dictionary<string, object?> { ["synonymes"] = new List<object?> { "bidule, truc muche" } };
        var pages = new[] { "Ordinateur", "Le courriel", "Le refroidissement", "Vendre", "Changer", "Une extension", "Le truc muche", "Le truc" }.Select(name => SearchPages.Page(name, "Rien.") with { Data = data });

        Assert.Equal(title, (await SearchPages.Index([.. pages]).Titles(query))[0]);
    }

    [Fact]
    public async Task Search_QueryIsATitle_ComesFirst()
    {
        var index = SearchPages.Index(
            SearchPages.Page("Gérer l’énergie", "énergie gérer " + string.Concat(Enumerable.Repeat("énergie gérer ", 9)), "énergie gérer", true, "énergie", "gérer"), SearchPages.Page("L’énergie à gérer"));

        Assert.Equal("L’énergie à gérer", (await index.Titles("énergie gérer"))[0]);
        Assert.Equal("Gérer l’énergie", (await index.Titles("Comment gérer l'energie ?"))[0]);
    }

    [Fact]
    public async Task Search_WholeQuestion_FindsThePageThatLacksOneWord()
    {
        var results = await SearchPages.Index(SearchPages.Page("Réparer une imprimante", "Texte."), SearchPages.Page("Autre", "seul")).Search("réparer imprimante seul");

        Assert.Equal((0, "Réparer une imprimante"), (results.WithAllWords, results.Hits[0].Page.Title));
    }

    [Theory]
    [InlineData("plutôt le train")]
    [InlineData("selon les autres trains")]
    [InlineData("aussi avant chaque train")]
    [InlineData("trop de train")]
    public async Task Search_FunctionWords_AreNotLookedForBesideOthers(string query) =>
        Assert.Equal(["Une"], await SearchPages.Index(SearchPages.Page("Une", "le train"), SearchPages.Page("Deux", "plutôt selon autres aussi avant chaque trop")).Titles(query));

    [Fact]
    public async Task Search_FewVeryLongPages_DoNotMakeAListAsGoodAsAPageAboutIt()
    {
        var index = SearchPages.Index(
        [
            SearchPages.Page("Liste", Words(75) + string.Concat(Enumerable.Repeat("<p>vélo</p>" + Words(75), 4))),
            SearchPages.Page("Sujet", $"{Words(20)}<p>vélo</p>{Words(20)}<p>vélo</p>"),
            .. Enumerable.Range(0, 10).Select(i => SearchPages.Page("Page " + i, Words(40))),
            SearchPages.Page("Longue", Words(20_000)),
        ]);

        Assert.Equal(["Sujet", "Liste"], await index.Titles("vélo"));

        static string Words(int count) => $"<p>{string.Join(' ', Enumerable.Repeat("train", count))}</p>";
    }

    [Theory]
    [InlineData("ange bleu", "Liste")]
    [InlineData("l’ange bleu", "Liste")]
    [InlineData("Les anges bleus", "Courte")]
    [InlineData("papier ange bleu", "Courte")]
    public async Task Search_QueryIsAHeading_ComesBeforePagesThatOnlyNameIt(string query, string first)
    {
        var index = SearchPages.Index(
        [
            SearchPages.Page("Liste", "<h2>L’ange bleu</h2>" + string.Concat(Enumerable.Repeat("<p>Un autre mot acheté.</p>", 300)), headings: "L’ange bleu"),
            SearchPages.Page("Courte", "<p>Un papier de l’ange bleu, acheté.</p><p>Les anges bleus.</p>"),
            .. Enumerable.Range(0, 9).Select(static i => SearchPages.Page("Page " + i, "<p>Un mot sur autre chose, et un autre.</p>")),
        ]);

        Assert.Equal(first, (await index.Titles(query))[0]);
    }

    [Fact]
    public async Task Search_HeadingOfManyPages_WeighsAsItsBody()
    {
        var template = Enumerable.Range(0, 12).Select(i => SearchPages.Page($"Page {i}", "<h2>Licence</h2>", headings: "Licence"));

        Assert.Equal("Droits", (await SearchPages.Index([.. template, SearchPages.Page("Droits", "licence licence", "La licence")]).Titles("licence"))[0]);
    }

    [Theory]
    [InlineData(1, 1, "page 00", 10)]
    [InlineData(3, 3, "page 20", 5)]
    [InlineData(0, 1, "page 00", 10)]
    [InlineData(-7, 1, "page 00", 10)]
    [InlineData(4, 3, "page 20", 5)]
    [InlineData(int.MaxValue, 3, "page 20", 5)]
    public async Task Search_ManyResults_ComeInPagesOfTen(int asked, int shown, string first, int hits)
    {
        var index = SearchPages.Index([.. Enumerable.Range(0, 25).Select(i => SearchPages.Page($"page {i:00}", "mot"))]);

        var results = await index.Search("mot", asked);

        Assert.Equal((25, 3, shown, hits), (results.Total, results.PageCount, results.Page, results.Hits.Count));
        Assert.Equal(first, results.Hits[0].Page.Title);
    }

    [Theory]
    [InlineData("numeriqe", "numérique")]
    [InlineData("numréique", "numérique")]
    [InlineData("numerqiue responsable", "numérique responsable")]
    [InlineData("l’envirronnement", "l’environnement")]
    [InlineData("achta", "achat")]
    [InlineData("numérique", null)]
    [InlineData("numériques", null)]
    [InlineData("numé", null)]
    [InlineData("xyzzyx", null)]
    [InlineData("abc", null)]
    [InlineData("de la", null)]
    [InlineData("uniquefoix", null)]
    [InlineData("ochat", null)]
    [InlineData("vironnemant", null)]
    [InlineData("visioconférence", null)]
    [InlineData("péage", null)]
    [InlineData("ligne", null)]
    [InlineData("paje", "page")]
    [InlineData("lein", "lien")]
    [InlineData("vendange", null)]
    [InlineData("mariages", null)]
    [InlineData("hypothèque", null)]
    [InlineData("framboise", null)]
    [InlineData("expulsion", null)]
    [InlineData("telefone", "téléphone")]
    [InlineData("hypothaise", "hypothèse")]
    [InlineData("hypothède", "hypothèse")]
    [InlineData("vote", null)]
    [InlineData("canton", null)]
    [InlineData("orage", null)]
    [InlineData("carron", "carton")]
    [InlineData("serbeur", "serveur")]
    [InlineData("clinat", "climat")]
    public async Task Search_UnknownWord_SuggestsTheNearestWithItsAccents(string query, string? suggestion)
    {
        // Words that look like others by chance (« péage » and « page », « vendange » and « vendant », « hypothèque » and « hypothèse », « vote » and « voie ») are not taken for them; letters side by side on the keyboard are.
        var text = "environnement, achat, page, lien, vendant, marchés, hypothèse, françoise, exclusion, téléphone, voie, carton, orale, serveur, climat";
        var index = SearchPages.Index(SearchPages.Page("Numérique responsable", "Numerique, uniquefois, " + text), SearchPages.Page("Deux", text));

        Assert.Equal(suggestion, (await index.Search(query)).Suggestion);
    }

    [Theory]
    [InlineData("imprimnate", "Régler une imprimante")]
    [InlineData("régler imprimnate", "Régler une imprimante")]
    [InlineData("rgler imprimante", "Régler une imprimante")]
    [InlineData("prix imprimnate", "Régler une imprimante")]
    [InlineData("\"imprimnate\"")]
    public async Task Search_MisspeltWord_AnswersWithTheCorrectedQuery(string query, params string[] titles)
    {
        var results = await SearchPages.Index(SearchPages.Page("Régler un écran", "Régler."), SearchPages.Page("Régler une imprimante", "Le prix.")).Search(query);

        Assert.Equal(titles, results.Hits.Take(1).Select(hit => hit.Page.Title));
        Assert.False(results.HasAllWords);
        Assert.NotNull(results.Suggestion);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(20)]
    public void Suggestion_MisspeltWords_LooksForAFewAndComparesFew(int misspelt)
    {
        // Five thousand words of the same letters: none is told apart at a glance.
        var known = string.Join(' ', Enumerable.Range(0, 5_000).Select(i => string.Concat(i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture).Select(digit => "abcdefghij"[digit - '0'])) + "abcdefghij"));
        var index = WordIndexWriter.Write([SearchPages.Page("Une", $"<p>{known}</p>"), SearchPages.Page("Deux", $"<p>{known}</p>")], static _ => null);
        var query = string.Join(' ', Enumerable.Repeat("jihgfedcbaabcde", misspelt));

        Suggestion.For(query, index, out var words, out var compared);

        Assert.Equal(Math.Min(misspelt, Suggestion.MostWords), words);
        Assert.InRange(compared, 1, Suggestion.MostComparisons);
    }

    [Fact]
    public async Task Search_ManyWords_ReadsTheFirst()
    {
        var words = string.Join(' ', Enumerable.Range('b', 24).Where(c => !"cdjlmnstuy".Contains((char)c, StringComparison.Ordinal)).Select(c => (char)c + "1"));

        Assert.True((await SearchPages.Index(SearchPages.Page("Une", words)).Search(words + " inconnu")).HasAllWords);
    }

    [Fact]
    public async Task Search_NewWordsAreBeingRead_AnswersFromTheLastWithoutWhatWasHidden()
    {
        using var gate = new ManualResetEventSlim();
        var builder = new SearchIndexBuilder();
        var pages = Enumerable.Range(0, SearchIndex.MostWaited + 10).Select(i => SearchPages.Page($"Page {i}", "mot")).ToArray();
        var before = (SearchIndex)builder.Build(new SiteContent { Pages = [SearchPages.Page("Bientôt cachée", "mot unique"), SearchPages.Page("Vue", "mot unique"), .. pages], Version = "1" }, []);
        Assert.Equal(2, (await before.Search("unique")).Total);

        var waits = SearchPages.Page("Vue", "") with
        {
            Title = "Vue autrement",
            Text = new OnDemand<PageBody>(() =>
            {
                gate.Wait(TestContext.Current.CancellationToken);
                return PageBody.Of("mot unique nouveau").Value;
            }),
        };
        var after = (SearchIndex)builder.Build(new SiteContent { Pages = [.. pages, SearchPages.Page("Autre", "nouveau")], Version = "2" }, []);
        var blocked = (SearchIndex)builder.Build(new SiteContent { Pages = [waits, .. pages], Version = "3" }, []);

        var meanwhile = await blocked.Search("mot page");
        Assert.Equal((pages.Length, pages.Length), (meanwhile.Total, meanwhile.WithAllWords));
        Assert.Equal((0, null), ((await blocked.Search("cachée")).Total, (await blocked.Search("cachze")).Suggestion));
        gate.Set();
        await blocked.Prepare();
        Assert.Equal(["Vue autrement"], await blocked.Titles("nouveau"));

        // A snapshot that was replaced holds no words: the newer ones answer for the pages that it lists.
        await after.Prepare();
        Assert.Equal((pages.Length, 0), ((await after.Search("mot page")).Total, (await after.Search("nouveau")).Total));
    }

    [Fact]
    public async Task Search_PreviewWasSearched_AnswersByItsOwnWords()
    {
        var builder = new SearchIndexBuilder();
        var pages = Enumerable.Range(0, SearchIndex.MostWaited + 10).Select(i => SearchPages.Page($"Page {i}", "mot")).ToArray();
        var content = new SiteContent { Pages = [SearchPages.Page("Réutilisation", "mot"), .. pages], Version = "1" };
        var current = (SearchIndex)builder.Build(content, []);
        await current.Prepare();
        var draft = SearchPages.Page("Brouillonnement", "mot");
        var preview = (SearchIndex)builder.Build((content with { Pages = [draft, .. content.Pages] }).WithPublic(new HashSet<string> { draft.Url }), []);

        Assert.Equal(["Brouillonnement"], await preview.Titles("brouillonnement"));

        var misspelt = await current.Search("réutilisatoin");
        Assert.Equal(("réutilisation", 1), (misspelt.Suggestion, misspelt.Total));
        Assert.Null((await current.Search("brouillonnemant")).Suggestion);
    }

    [Fact]
    public async Task Search_AtOnce_ReadsThePagesOnce()
    {
        var index = SearchPages.Index([.. Enumerable.Range(0, 500).Select(i => SearchPages.Page($"page {i}", "mot " + i))]);

        var totals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => (await index.Search("mot")).Total)));

        Assert.All(totals, total => Assert.Equal(500, total));
        Assert.Same(index.Prepare(), index.Prepare());
    }

    [Theory]
    [InlineData("\"plan d'action\"", "Plan d’action")]
    [InlineData("« plan d’action »", "Plan d’action")]
    [InlineData("“Plan d'Action”", "Plan d’action")]
    [InlineData("„plan d'action“", "Plan d’action")]
    [InlineData("\"action du plan\"", "Une action du plan")]
    [InlineData("\"à la carte\"", "Un menu à la carte")]
    [InlineData("\"menu\"", "Un menu à la carte")]
    [InlineData("\"menus\"")]
    [InlineData("\"carte à la\"")]
    [InlineData("\"fin début\"")]
    [InlineData("\"premier bloc second\"")]
    [InlineData("\"éco conception\"", "L’éco-conception")]
    [InlineData("menu \"plan d'action\"", "Plan d’action")]
    public async Task Search_Quotes_FindTheWordsSideBySide(string query, params string[] titles)
    {
        var index = SearchPages.Index(
            SearchPages.Page("Une action du plan", "Plan et action."), SearchPages.Page("Plan d’action", "L’action d’un plan."), SearchPages.Page("Un menu à la carte", "La carte de la ville."),
            SearchPages.Page("L’éco-conception", "Texte."), SearchPages.Page("La fin", "début", "La fin"), SearchPages.Page("Blocs", "<p>premier bloc</p><p>second</p>"));

        Assert.Equal(titles, await index.Titles(query));
    }

    [Theory]
    [InlineData("\"carte du menu\"", "carte du menu")]
    [InlineData("carte du menu", null)]
    [InlineData("\"la carte\"", null)]
    public async Task Search_QuotesFindNothing_SuggestsTheWordsWithoutThem(string query, string? suggestion) =>
        Assert.Equal(suggestion, (await SearchPages.Index(SearchPages.Page("Un menu", "Une carte et la carte du jour.")).Search(query)).Suggestion);

    [Fact]
    public async Task Search_QuoteThatIsNotClosed_IsNothing() =>
        Assert.Equal(["Écran"], await SearchPages.Index(SearchPages.Page("Écran", "Un écran de 24\" de large.")).Titles("écran 24\" large"));

    [Fact]
    public async Task Search_Phrase_IsShownAndMarkedAsOne()
    {
        var far = string.Concat(Enumerable.Repeat("plan neuf, action neuve, remplissage ", 30));

        var hit = (await SearchPages.Index(SearchPages.Page("Une", $"{far}<p>Voici le plan d’action du ministère.</p>")).Search("\"plan d'action\"")).Hits[0];

        Assert.Contains("[plan d’action]", hit.Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_PassageOfManyPages_WeighsLittle()
    {
        // Nine pages say where they come from; one is about it, and says so once.
        var pages = Enumerable.Range(0, 9).Select(i => SearchPages.Page($"Page {i}", $"<p>Texte de la page « {i} ».</p><p>Page écrite par la mission du numérique, d’après la page « Titre {i} », sous licence ouverte de la mission.</p>"));
        var about = SearchPages.Page("Organisation", "<p>" + string.Concat(Enumerable.Repeat("Des mots sur autre chose. ", 4)) + "</p><p>La mission prépare les textes.</p>");

        Assert.Equal("Organisation", (await SearchPages.Index([.. pages, about]).Titles("mission"))[0]);
    }

    [Fact]
    public async Task Search_TextBesideTheFile_IsFoundAndShown()
    {
        var pages = new[] { SearchPages.Page("Accessibilité", "Introduction."), SearchPages.Page("Autre", "Texte.") };
        var index = (SearchIndex)new SearchIndexBuilder().Build(
            new SiteContent { Pages = pages, Version = "1", TextBeside = page => page == pages[0] ? PageBody.Of("<h2>Recours</h2><p>Saisir le Défenseur des droits.</p>", new Heading(2, "r", "Recours")).Value : null }, []);

        var hit = Assert.Single((await index.Search("défenseur droits recours")).Hits);

        Assert.Equal("Accessibilité", hit.Page.Title);
        Assert.Contains("[Défenseur] des [droits]", hit.Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Le numérique durable", "Digital numérique")]
    [InlineData("en", "Digital numérique", "Le numérique durable")]
    public async Task Search_Language_PutsItsPagesFirst(string language, params string[] titles)
    {
        var pages = new[] { SearchPages.Page("Digital numérique", "Text.") with { Lang = "en-GB" }, SearchPages.Page("Le numérique durable", "Texte.") };

        Assert.Equal(titles, (await SearchPages.Index(pages).Search(SearchQuery.Parse("numérique"), 1, language)).Hits.Select(hit => hit.Page.Title));
    }

    [Fact]
    public async Task Search_OlderWordsAreReadLast_KeepsTheNewer()
    {
        using var gate = new ManualResetEventSlim();
        var builder = new SearchIndexBuilder();
        var pages = Enumerable.Range(0, SearchIndex.MostWaited + 10).Select(i => SearchPages.Page($"Page {i}", "mot")).ToArray();
        var slow = Waits(SearchPages.Page("Ancienne", ""), gate, "ancien");
        var older = (SearchIndex)builder.Build(new SiteContent { Pages = [slow, .. pages], Version = "1" }, []);
        var newer = (SearchIndex)builder.Build(new SiteContent { Pages = [SearchPages.Page("Nouvelle", "nouveau"), .. pages], Version = "2" }, []);
        var reading = older.Prepare();
        await newer.Prepare();
        gate.Set();
        await reading;
        using var never = new ManualResetEventSlim();

        var last = (SearchIndex)builder.Build(new SiteContent { Pages = [SearchPages.Page("Nouvelle", "nouveau"), Waits(SearchPages.Page("Bloque", ""), never, ""), .. pages], Version = "3" }, []);

        Assert.Equal(["Nouvelle"], await last.Titles("nouveau"));
        never.Set();
        await last.Prepare();
    }

    private static ContentPage Waits(ContentPage page, ManualResetEventSlim gate, string html) => page with
    {
        Text = new OnDemand<PageBody>(() =>
        {
            gate.Wait(TestContext.Current.CancellationToken);
            return PageBody.Of(html).Value;
        }),
    };
}
