using PlansWeb.Content.History;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.History;

/// <summary>What is noted of a site from one publication to the next, and what a snapshot tells of it.</summary>
public sealed class SiteRecordTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 12, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly s_day = new(2026, 3, 12);

    private readonly SiteBuilder _site = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("a.md", "title: A", "L’objectif est de 45 %.");

    public void Dispose() => _site.Dispose();

    public static TheoryData<string, string, string> Changes => new()
    {
        { "nothing", "", "" },
        { "a space that breaks no line", "", "" },
        { "other words", "Changed /a/", "=L’objectif est de |-45|+40|= %." },
        { "another title", "Changed /a/", "-A|+B" },
        { "deleted", "Withdrawn /a/", "" },
        { "draft", "Withdrawn /a/", "" },
        { "expired", "Withdrawn /a/", "" },
        { "unlisted", "", "" },
        { "moved with an alias", "Moved /b/", "" },
        { "moved with a redirect", "Moved /b/", "" },
        { "moved and edited", "Moved /b/", "=L’objectif est de |-45|+40|= %." },
        { "moved without a redirect", "Published /b/;Withdrawn /a/", "" },
        { "joined to another page", "", "" },
        { "another page", "Published /b/", "" },
        { "a draft beside", "", "" },
        { "a draft above", "Withdrawn /a/", "" },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void After_AChange_IsNoted(string change, string noted, string words)
    {
        const string Text = "L’objectif est de 45 %.";
        var before = First();
        var path = Path.Combine(_site.Root, "a.md");
        switch (change)
        {
            case "a space that breaks no line":
                _site.WithPage("a.md", "title: A", "L’objectif est de 45\u00A0%.");
                break;
            case "other words":
                _site.WithPage("a.md", "title: A", "L’objectif est de 40 %.");
                break;
            case "another title":
                _site.WithPage("a.md", "title: B", Text);
                break;
            case "deleted":
                File.Delete(path);
                break;
            case "draft":
                _site.WithPage("a.md", "title: A\ndraft: true", Text);
                break;
            case "expired":
                _site.WithPage("a.md", "title: A\nexpiryDate: 2026-03-11", Text);
                break;
            case "unlisted":
                _site.WithPage("a.md", "title: A\nunlisted: true", Text);
                break;
            case "moved with an alias":
                File.Delete(path);
                _site.WithPage("b.md", "title: A\naliases: [/a/]", Text);
                break;
            case "moved with a redirect":
                File.Delete(path);
                _site.WithPage("b.md", "title: A", Text).With("_data/redirects.yaml", "/a/: /b/\n");
                break;
            case "moved and edited":
                File.Delete(path);
                _site.WithPage("b.md", "title: A\naliases: [/a/]", "L’objectif est de 40 %.");
                break;
            case "moved without a redirect":
                File.Delete(path);
                _site.WithPage("b.md", "title: A", Text);
                break;
            case "joined to another page":
                File.Delete(path);
                _site.WithPage("index.md", "title: Accueil\naliases: [/a/]");
                break;
            case "another page":
                _site.WithPage("b.md", "title: B", Text);
                break;
            case "a draft beside":
                _site.WithPage("b.md", "title: B\ndraft: true", Text).WithPage("c.md", "title: C\npublishDate: 2026-03-13");
                break;
            case "a draft above":
                _site.WithPage("b.md", "title: B\ndraft: true\neleventyNavigation: {key: b}").WithPage("a.md", "title: A\neleventyNavigation: {key: a, parent: b}", Text);
                break;
        }

        var (_, added) = before.After(Now(), s_day);

        Assert.Equal(noted, string.Join(';', added.Select(static change => $"{change.Kind} {change.Url}")));
        Assert.Equal(words, string.Join("||", added.SelectMany(static change => change.Passages).Select(static passage => string.Join('|', passage))));
        Assert.All(added, static change => Assert.Equal(s_day, change.Date));
    }

    [Fact]
    public void After_TheFirstTime_NotesNoChange()
    {
        var (next, added) = new SiteRecord().After(Now(), s_day);

        Assert.Empty(added);
        Assert.Equal(["/", "/a/"], next.Pages!.Select(static page => page.Url));
    }

    [Fact]
    public void After_NotesOfTheFrontMatterThatCame_StandWithTheChange()
    {
        _site.WithPage("a.md", "title: A\nchanges: [{date: 2025-01-01, note: Création}]", "Un.");
        var before = First();
        _site.WithPage("a.md", "title: A\nchanges: [{date: 2026-03-12, note: Corrigé}, {date: 2025-01-01, note: Création}]", "Deux.");

        Assert.Equal(["Corrigé"], Assert.Single(before.After(Now(), s_day).Added).Notes);
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("publishDate: 2026-03-12T11:00:00Z")]
    [InlineData("expiryDate: 2026-03-12T09:00:00Z")]
    [InlineData("unlisted: true")]
    public void After_WhatIsHidden_IsKeptNowhere(string hides)
    {
        // Never public; public before; hidden, edited and public again: of the words of the hidden time nothing stays.
        var record = First();
        _site.WithPage("secret.md", $"title: TitreCaché\n{hides}\nchanges: [{{date: 2026-03-12, note: NoteCachée}}]", "MotCaché.")
            .WithPage("a.md", $"title: TitreCaché\n{hides}", "MotCaché.")
            .With("_includes/vide.njk", "").WithPage("tout.md", "title: Tout", "{% for page in collections.all %}{{ page.data.title }} {% endfor %}");
        (record, _) = record.After(Now(), s_day);
        Assert.DoesNotContain("Caché", All(record), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("45", All(record), StringComparison.Ordinal);

        _site.WithPage("a.md", "title: A", "L’objectif est de 30 %.");
        (record, var added) = record.After(Now(), s_day);

        Assert.Equal(ChangeKind.Published, added.Single(static change => change.Url == "/a/").Kind);
        Assert.DoesNotContain("Caché", All(record), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void After_AReadingThatWasCorrected_TellsOldAndNewWithTheirSources()
    {
        _site.WithRegister();
        var before = First();
        _site.With(RegisterSite.Folder + "releves.csv", $"{RegisterSite.ReadingsHeader}\nforets-1;31/03/2022;annoncee;;;https://example.org/plan.pdf;p. 3\nforets-1;20/03/2025;realisee;900;Fait presque partout.;https://example.org/autre;p. 7\n");

        var (_, added) = before.After(Now(), s_day);

        Assert.Equal(["forets-1", "mers-1"], added.Select(static change => change.Action));
        Assert.Equal("/rubrique/administrations/forets/", added[0].Url);
        Assert.Equal(["-20 mars 2025 : Réalisée. Serveurs : 1 100 serveurs. Fait partout. Source : example.org (bilan), p. 5", "+20 mars 2025 : Réalisée. Serveurs : 900 serveurs. Fait presque partout. Source : example.org (autre), p. 7"],
            Assert.Single(added[0].Passages).Select(static part => part.Replace('\u00A0', ' ').Replace('\u202F', ' ')));
        Assert.StartsWith("-", Assert.Single(Assert.Single(added[1].Passages)), StringComparison.Ordinal);
    }

    [Fact]
    public void After_AReadingThatCame_IsNoCorrection()
    {
        _site.WithRegister();
        var before = First();
        File.AppendAllText(Path.Combine(_site.Root, RegisterSite.Folder, "releves.csv"), "mers-1;2025-06-01;realisee;;;Rapport annuel;p. 9\n");

        Assert.DoesNotContain(before.After(Now(), s_day).Added, static change => change.Kind == ChangeKind.Reading);
    }

    // Of three actions in the file.
    [Theory]
    [InlineData("one row deleted", "forets-2")]
    [InlineData("one with readings deleted", "forets-1")]
    [InlineData("the file deleted", "forets-1 forets-2 mers-1")]
    [InlineData("another id", "forets-2")]
    [InlineData("row that cannot be shown", "")]
    [InlineData("row without administration", "")]
    [InlineData("plan hidden", "")]
    [InlineData("administration hidden", "")]
    [InlineData("section hidden", "")]
    [InlineData("file without its columns", "")]
    public void After_AnActionThatIsShownNoMore_IsToldOnlyWhereItWentFromTheFiles(string change, string gone)
    {
        const string Actions = RegisterSite.Folder + "actions.csv";
        _site.WithRegister().WithPage("rubrique/plan-des-arbres.md", "title: Plan des arbres\nlayout: plan-ministere").WithPage("rubrique/administrations/forets.md", "title: Forêts");
        var before = First();
        Assert.Equal(["forets-1", "forets-2", "mers-1"], before.Readings.Where(static reading => reading.Url is not null).Select(static reading => reading.Action));
        var rows = File.ReadAllText(Path.Combine(_site.Root, Actions));
        switch (change)
        {
            case "one row deleted":
                _site.With(Actions, Without(rows, "forets-2;"));
                break;
            case "one with readings deleted":
                _site.With(Actions, Without(rows, "forets-1;"));
                break;
            case "the file deleted":
                File.Delete(Path.Combine(_site.Root, Actions));
                break;
            case "another id":
                _site.With(Actions, rows.Replace("forets-2;", "forets-9;", StringComparison.Ordinal));
                break;
            case "row that cannot be shown":
                _site.With(Actions, rows.Replace("https://example.org/bilan", "", StringComparison.Ordinal));
                break;
            case "row without administration":
                _site.With(Actions, rows.Replace("forets-2;forets;", "forets-2;;", StringComparison.Ordinal));
                break;
            case "plan hidden":
                _site.WithPage("rubrique/plan-des-arbres.md", "title: Plan des arbres\nlayout: plan-ministere\ndraft: true");
                break;
            case "administration hidden" or "section hidden":
                Hide(change);
                break;
            default:
                _site.With(Actions, rows[rows.IndexOf('\n', StringComparison.Ordinal)..]);
                break;
        }

        var added = before.After(Now(), s_day).Added.Where(static change => change is { Kind: ChangeKind.Withdrawn, Action: not null }).ToArray();

        Assert.Equal(gone, string.Join(' ', added.Select(static change => change.Action)));
        Assert.All(added, static change => Assert.Empty(change.Passages));
        Assert.All(added, static change => Assert.Contains("/administrations/", change.Url, StringComparison.Ordinal));

        static string Without(string rows, string start) => string.Join('\n', rows.Split('\n').Where(row => !row.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void After_AnActionWithAnotherTitle_TellsBoth()
    {
        _site.WithRegister();
        var before = First();
        var actions = Path.Combine(_site.Root, RegisterSite.Folder, "actions.csv");
        File.WriteAllText(actions, File.ReadAllText(actions).Replace("Garder les téléphones", "Garder les écrans", StringComparison.Ordinal));

        var change = Assert.Single(before.After(Now(), s_day).Added);

        Assert.Equal((ChangeKind.Reading, "forets-2"), (change.Kind, change.Action));
        Assert.Equal(["-Garder les téléphones", "+Garder les écrans"], Assert.Single(change.Passages));
    }

    // Hidden after it went: nothing names it any more.
    [Theory]
    [InlineData("", 1)]
    [InlineData("row again", 0)]
    [InlineData("row again, hidden", 0)]
    [InlineData("administration hidden", 0)]
    [InlineData("section hidden", 0)]
    public void ActionsGone_FollowWhatReadersMaySee(string change, int told)
    {
        const string Page = "/rubrique/administrations/forets/";
        _site.WithRegister().WithPage("rubrique/plan-des-rives.md", "title: Plan des rives\nlayout: plan-ministere\ndraft: true").WithPage("rubrique/administrations/forets.md", "title: Forêts")
            .With("_history/changes.jsonl", HistoryFiles.Write([new RecordedChange(Page, s_day, ChangeKind.Withdrawn, "Garder les radios") { Action = "forets-7" }]));
        switch (change)
        {
            case "row again" or "row again, hidden":
                File.AppendAllText(Path.Combine(_site.Root, RegisterSite.Folder, "actions.csv"), $"forets-7;forets;{(change == "row again" ? "" : "Plan des rives")};Garder les radios;;;;;;;;;;https://example.org/a;\n");
                break;
            case "administration hidden" or "section hidden":
                Hide(change);
                break;
        }

        var now = Now();
        var history = now.Part<SiteHistory>();

        Assert.Equal(told, now.Find(Page) is { } page ? history.ActionsGone(page, now.Part<Register>()).Count() : 0);
        Assert.True(now.Find(Page) is not null || history.All.Count == 0);
        Assert.Empty(history.OfAction("forets-7"));
    }

    [Theory]
    [InlineData("de 45 %")]
    [InlineData("DE\u00A045 %")]
    [InlineData("l'objectif est de 45")]
    [InlineData("de 4540 %")]
    public void Forget_APassage_LeavesItNowhere(string text)
    {
        var record = First();
        _site.WithPage("a.md", "title: A", "L’objectif est de 40 %.").WithPage("b.md", "title: B", "Un.");
        (record, _) = record.After(Now(), s_day);
        _site.WithPage("b.md", "title: B", "Deux.");
        (record, _) = record.After(Now(), s_day);

        var (next, count, shown) = record.Forget(text, Now());

        Assert.Equal(1, count);
        Assert.Empty(shown);
        Assert.DoesNotContain("45", All(next), StringComparison.Ordinal);
        Assert.Empty(Assert.Single(next.Changes[0].Passages));
        Assert.Equal(["-Un", "+Deux", "=."], Assert.Single(next.Changes[^1].Passages));
    }

    [Fact]
    public void Forget_WhatThePageLostSinceTheLastRun_IsNotNotedByTheNext()
    {
        var record = First();
        _site.WithPage("a.md", "title: A", "L’objectif est de 40 %.");

        (record, var count, _) = record.Forget("45", Now());
        (record, _) = record.After(Now(), s_day);

        Assert.Equal(1, count);
        Assert.DoesNotContain("45", All(record), StringComparison.Ordinal);
    }

    [Fact]
    public void Forget_WhatReadersStillSee_SaysWhere()
    {
        var record = First();

        var (next, count, shown) = record.Forget("objectif", Now());

        Assert.Equal((0, "/a/"), (count, Assert.Single(shown)));
        Assert.Empty(next.After(Now(), s_day).Added);
    }

    [Fact]
    public void After_MoreChangesThanAreKept_LosesTheOldest()
    {
        var record = First() with { Changes = [.. Enumerable.Range(0, SiteRecord.MostChangesOfPage + 5).Select(i => new RecordedChange("/a/", s_day.AddDays(i - 500), ChangeKind.Changed, "A")), new("/b/", s_day, ChangeKind.Changed, "B")] };
        _site.WithPage("a.md", "title: A", "Autre.");

        var (next, _) = record.After(Now(), s_day);

        Assert.Equal(SiteRecord.MostChangesOfPage, next.Changes.Count(static change => change.Url == "/a/"));
        Assert.Equal(["Autre", "/b/"], [next.Changes[^1].Passages.SelectMany(static passage => passage).Single(static part => part[0] == '+')[1..].TrimEnd('.'), next.Changes[^2].Url]);
        Assert.Equal(s_day.AddDays(6 - 500), next.Changes[0].Date);
    }

    [Fact]
    public void After_MoreCharactersThanAreKept_LosesTheOldest()
    {
        var large = new string('x', SiteRecord.MostCharacters / 10);
        var record = First() with { Changes = [.. Enumerable.Range(0, 20).Select(i => new RecordedChange($"/{i}/", s_day, ChangeKind.Changed, "A") { Passages = [["+" + large]] })] };

        var kept = record.After(Now(), s_day).Next.Changes;

        Assert.Equal("/19/", kept[^1].Url);
        Assert.Equal(9, kept.Count);
    }

    [Fact]
    public void History_OfAPageThatMoved_FollowsIt()
    {
        File.Delete(Path.Combine(_site.Root, "a.md"));
        _site.WithPage("c.md", "title: C\naliases: [/b/]").With("_data/redirects.yaml", "/a/: /b/\n");

        var history = History(new("/a/", s_day, ChangeKind.Changed, "A"), new("/c/", s_day, ChangeKind.Changed, "C"), new("/c/", s_day.AddDays(1), ChangeKind.Changed, "C"));

        Assert.Equal(["2026-03-13", "2026-03-12-2", "2026-03-12"], history.All.Select(static change => change.Id));
        Assert.All(history.All, static change => Assert.Equal("/c/", change.Page?.Url));
    }

    [Theory]
    [InlineData("draft: true", nameof(ChangeKind.Changed), false)]
    [InlineData("draft: true", nameof(ChangeKind.Withdrawn), false)]
    [InlineData("publishDate: 2026-03-13", nameof(ChangeKind.Withdrawn), false)]
    [InlineData("expiryDate: 2026-03-11", nameof(ChangeKind.Withdrawn), false)]
    [InlineData(null, nameof(ChangeKind.Withdrawn), true)]
    [InlineData(null, nameof(ChangeKind.Changed), false)]
    [InlineData("layout: page", nameof(ChangeKind.Changed), true)]
    public void History_OfAPageThatReadersMayNotSee_TellsNothing(string? frontMatter, string kind, bool isTold)
    {
        File.Delete(Path.Combine(_site.Root, "a.md"));
        if (frontMatter is not null)
        {
            _site.WithPage("a.md", "title: A\n" + frontMatter);
        }

        Assert.Equal(isTold, History(new RecordedChange("/a/", s_day, Enum.Parse<ChangeKind>(kind), "A")).All.Count == 1);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"url\":\"/a/\",\"date\":\"hier\",\"kind\":\"changed\",\"title\":\"A\"}")]
    [InlineData("{\"url\":\"/a/\",\"date\":\"2026-03-12\",\"kind\":\"changed\",\"title\":\"A\",\"passages\":[[\"x\"]]}")]
    [InlineData("{\"url\":\"/a/\",\"date\":\"2026-03-12\",\"kind\":\"changed\",\"title\":\"A\",\"passages\":[null]}")]
    [InlineData("{\"url\":\"/a/\",\"date\":\"2026-03-12\",\"kind\":\"changed\",\"title\":null}")]
    [InlineData("{\"url\":\"/a/\",\"date\":\"2026-03-12\",\"kind\":\"changed\",\"title\":\"A\",\"notes\":[null]}")]
    public void History_ALineThatCannotBeRead_IsReportedAndTheOthersAreTold(string line)
    {
        _site.With("_history/changes.jsonl", HistoryFiles.Write([new RecordedChange("/a/", s_day, ChangeKind.Changed, "A")]) + line + "\n");

        var now = Now();

        Assert.Single(now.Part<SiteHistory>().All);
        Assert.Equal("_history/changes.jsonl:2", Assert.Single(now.Problems).Location);
    }

    [Fact]
    public void Files_OfTheHistory_AreNoContent()
    {
        _site.With("_history/page.md", "# Page").With("_history/image.png", "x").With("_history/notes.txt", "x").With("_history/_history.json", "{}").With("_history/pages.jsonl", "x")
            .WithPage("b.md", "title: B", "{{ history }}{{ pages }}");

        var now = Now();

        Assert.Equal(["/", "/a/", "/b/"], now.Pages.Select(static page => page.Url).Order(StringComparer.Ordinal));
        Assert.Empty(now.Files);
    }

    private void Hide(string what) => _ = what == "section hidden"
        ? _site.WithPage("rubrique/index.md", "title: Les plans\nlayout: plans-action\ndraft: true")
        : _site.WithPage("rubrique/administrations/forets.md", "title: Forêts\ndraft: true");

    private SiteHistory History(params RecordedChange[] changes)
    {
        _site.With("_history/changes.jsonl", HistoryFiles.Write(changes));
        return Now().Part<SiteHistory>();
    }

    private static string All(SiteRecord record) => HistoryFiles.Write(record.Pages!) + HistoryFiles.Write(record.Readings) + HistoryFiles.Write(record.Changes);

    private SiteRecord First() => new SiteRecord().After(Now(), s_day).Next;

    private Snapshot Now()
    {
        var content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(_site.Root);
        return Snapshot.Create(content, [new NavigationBuilder(), new RegisterBuilder(), new SiteHistoryBuilder()], s_now);
    }
}
