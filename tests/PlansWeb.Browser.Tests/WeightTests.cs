using System.Diagnostics;
using System.Text.Json;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>The budget of each kind of page. A page over its budget fails here, whoever wrote it.</summary>
public class WeightTests(WeightSurvey survey) : IClassFixture<WeightSurvey>
{
    private const string Section = "/publications/plans-action-ministeres/";
    private const string Article = Section + "a-propos/";
    private const string Home = "/";

    // Over HTTP/1.1 most of it are headers, which HTTP/2 compresses.
    private protected virtual int BytesOfAReload => 1_000;

    [Fact]
    [Trait("RGESN", "1.5")]
    [Trait("RGESN", "2.3")]
    [Trait("RGESN", "6.1")]
    public Task FirstVisit_PlanPage_IsWithinTheBudget() => Within(IsPlan, visit =>
        Over("requests", visit.First.Count, Brand.IsState ? 5 : 3)
            .Concat(Over("bytes", visit.Bytes, Brand.IsState ? 140_000 : 20_000))

            // HTML and style fit into the first window that TCP opens.
            .Concat(Over("bytes of HTML and CSS", visit.BytesOf("Document") + visit.BytesOf("Stylesheet"), Brand.IsState ? 20_000 : 14_600)));

    [Fact]
    [Trait("RGESN", "6.1")]
    public Task FirstVisit_AnyPage_IsWithinTheBudget() => Within(_ => true, visit =>
        Over("requests", visit.First.Count, 8).Concat(Over("bytes", visit.Bytes, Brand.IsState ? 180_000 : 60_000)));

    [Fact]
    [Trait("RGESN", "6.2")]
    public async Task NextPage_AnyPageButTheFirst_CostsOnlyItsText()
    {
        await Within(path => path is not Home && IsPlan(path), visit => Over("requests", visit.Next.Count, 1));
        await Within(path => IsPlan(path) && !ShowsData(path), visit => Over("bytes", visit.Next.Sum(request => request.Bytes), 5_000));
        await Within(ShowsData, visit => Over("bytes", visit.Next.Sum(request => request.Bytes), 6_000));
    }

    [Fact]
    [Trait("RGESN", "6.2")]
    public Task Reload_AnyPage_CostsOneRequestWithoutABody() => Within(path => path != SiteCrawl.Unknown, visit =>
        Over("requests", visit.Reload.Count, 1).Concat(Over("bytes", visit.Reload.Sum(request => request.Bytes), BytesOfAReload)));

    [Fact]
    [Trait("RGESN", "2.2")]
    [Trait("RGESN", "4.8")]
    public Task FirstVisit_AnyPage_LoadsNoScriptAndNoFont() => Within(_ => true, visit => visit.First
        .Where(request => request.Type == "Script" || (request.Type == "Font" && !Brand.IsState)).Select(request => request.Url.ToString()));

    [Fact]
    [Trait("RGESN", "1.6")]
    [Trait("RGESN", "6.7")]
    public Task FirstVisit_AnyPage_AsksNoOtherHostAndLeavesNothingBehind() => Within(_ => true, visit =>
        visit.First.Where(request => request.Url.Host != "127.0.0.1").Select(request => request.Url.ToString())
            .Concat(Over("cookies and stored entries", visit.Cookies, 0)));

    [Fact]
    public Task FirstVisit_AnyPage_MissesNoFile() => Within(path => path != SiteCrawl.Unknown, visit =>
        visit.First.Where(request => request.Status != 200).Select(request => $"{request.Status} {request.Url}"));

    [Fact]
    [Trait("RGESN", "6.1")]
    public async Task Document_AnyPage_HasFewElements()
    {
        await Within(path => IsPlan(path) && !ShowsData(path), visit => Over("elements", visit.Elements, 235));
        await Within(path => path == Home, visit => Over("elements", visit.Elements, 200));
        await Within(path => !IsWhole(path), visit => Over("elements", visit.Elements, 390));
        await Within(IsWhole, visit => Over("elements", visit.Elements, 620));
    }

    [Fact]
    [Trait("RGESN", "6.5")]
    [Trait("RGESN", "2.9")]
    public async Task StyleSheet_Article_IsUsedByHalf() =>
        Assert.InRange((await survey.All).Single(page => page.Path == Article).Seen.CssUse, 50, 100);

    [Fact]
    [Trait("RGESN", "1.5")]
    public async Task EcoIndex_AnyPage_IsAnA()
    {
        var pages = await survey.All;
        var scores = await EcoIndex(pages.Select(page => page.Seen));
        var scored = pages.Zip(scores, (page, score) => (page.Path, Score: score)).ToList();

        Assert.All(scored, page => Assert.InRange(page.Score, IsWhole(page.Path) ? 70 : page.Path == Home || (IsPlan(page.Path) && !ShowsData(page.Path)) ? 86 : 80, 100));
    }

    // The reference figures of EcoIndex may not be copied: its own package computes, where it is installed.
    private static async Task<double[]> EcoIndex(IEnumerable<WeightVisit> visits)
    {
        var folder = Path.Combine(Repository.Root, "tests", "measure");
        Needs.That(Directory.Exists(Path.Combine(folder, "node_modules", "ecoindex")), "the package ecoindex is not installed: run `npm ci` in tests/measure");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "ecoindex.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(visits.Select(visit => (double[])[visit.ElementsOfEcoIndex, visit.First.Count, visit.Bytes / 1000.0])));
        node.StandardInput.Close();
        return JsonSerializer.Deserialize<double[]>(await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))!;
    }

    private static bool IsPlan(string path) => path.StartsWith(Section, StringComparison.Ordinal) && !path.Contains('?', StringComparison.Ordinal);

    // A section for print: all its pages in one, as long as they are together.
    private static bool IsWhole(string path) => path.EndsWith("?vue=complete", StringComparison.Ordinal);

    // The register's pages, and those whose text is tables: a row is six elements, and their budget is that of any page.
    private static bool ShowsData(string path) => IsPlan(path) && (path == Section
        || path.StartsWith(Section + "administrations/", StringComparison.Ordinal)
        || path[Section.Length..] is "actions/" or "comparer/" or "indicateurs/" or "donnees/" or "ce-que-l-on-ne-sait-pas/" or "les-gains-possibles/");

    private static IEnumerable<string> Over(string what, int amount, int budget) => amount > budget ? [$"{amount} {what}, budget {budget}"] : [];

    private async Task Within(Func<string, bool> which, Func<WeightVisit, IEnumerable<string>> judge)
    {
        Assert.Contains(await survey.All, page => which(page.Path));
        await survey.AssertNothingWrong((path, visit) => which(path) ? judge(visit) : []);
    }
}
