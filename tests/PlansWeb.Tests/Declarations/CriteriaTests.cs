using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PlansWeb.Content;
using PlansWeb.Declarations;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Declarations;

/// <summary>
/// What the declarations say is what the tests do: a criterion that is said to be asserted has a test with its number,
/// <c>[RgaaFact("8.5")]</c> or <c>[Trait("RGESN", "4.15")]</c>.
/// </summary>
public sealed partial class CriteriaTests(EmbeddedSite embedded)
{
    // Read from the sources: the tests stand in several projects, and a run of one project must not depend on the build of the others.
    private static readonly ILookup<string, (string Number, string File)> s_traits = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .SelectMany(static file => Mark().Matches(File.ReadAllText(file)).Select(mark => (File: Path.GetRelativePath(Repository.Root, file), Mark: mark)))
        .SelectMany(static place => place.Mark.Groups["numbers"].Value.Split(' ')
            .Select(number => (Name: place.Mark.Groups["name"].Value.ToUpperInvariant(), Number: number, place.File)))
        .ToLookup(static mark => mark.Name, static mark => (mark.Number, mark.File));

    [Fact]
    public void Rgaa_Criteria_Are106InTheirOrder() => AssertNumbers(
        "src/PlansWeb/Declarations/rgaa.json", [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12], Rgaa.Criteria.Select(static criterion => criterion.Number));

    [Fact]
    public void Rgesn_Criteria_Are78InTheirOrder() => AssertNumbers(
        "src/PlansWeb/Declarations/rgesn.json", [10, 10, 7, 15, 8, 7, 4, 10, 7], Rgesn.Criteria.Select(static criterion => criterion.Number));

    [Fact]
    public void Rgaa_AssertedCriteria_Are90()
    {
        var asserted = Rgaa.Criteria.Count(criterion => criterion.Evidence is RgaaEvidence.Test or RgaaEvidence.Absence);

        Assert.True(asserted == 90, $"src/PlansWeb/Declarations/rgaa.json declares {asserted} criteria that tests assert: if that is meant, write the number into tests/PlansWeb.Tests/Declarations/CriteriaTests.cs.");
    }

    [Fact]
    public void Rgaa_AssertedCriteria_HaveATestWithTheirNumber() => Steps.AllDone(
        Rgaa.Criteria.Where(criterion => criterion.Evidence is RgaaEvidence.Test or RgaaEvidence.Absence).Select(criterion => criterion.Number)
            .Except(s_traits["RGAA"].Select(static mark => mark.Number))
            .Select(number => $"{number}: no test carries [RgaaFact(\"{number}\")]; write one, or declare another evidence in src/PlansWeb/Declarations/rgaa.json"));

    [Fact]
    public void Rgesn_ProvenCriteria_HaveATestWithTheirNumber() => Steps.AllDone(
        Rgesn.Criteria.Where(criterion => criterion.Evidence == RgesnEvidence.Test).Select(criterion => criterion.Number)
            .Except(s_traits["RGESN"].Select(static mark => mark.Number))
            .Select(number => $"{number}: no test carries [Trait(\"RGESN\", \"{number}\")]; write one, or declare another evidence in src/PlansWeb/Declarations/rgesn.json"));

    [Fact]
    public void Rgesn_DocumentedCriteria_HaveAPartInTheDocument()
    {
        var document = File.ReadAllLines(Path.Combine(Repository.Root, "ECOCONCEPTION.md"));

        var documented = Rgesn.Criteria.Where(criterion => criterion.Evidence == RgesnEvidence.Document).Select(criterion => criterion.Number).ToArray();
        var parts = document.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToArray();

        Steps.AllDone(documented.Except(parts).Select(number => $"ECOCONCEPTION.md: write a part « ## {number} », or declare another evidence in src/PlansWeb/Declarations/rgesn.json"));
        Steps.AllDone(parts.Except(documented).Select(number => $"src/PlansWeb/Declarations/rgesn.json: {number} has a part in ECOCONCEPTION.md and is not declared as documented"));
        Assert.Equal(documented, parts);
    }

    [Fact]
    public void Traits_Numbers_AreThoseOfCriteria() => Steps.AllDone(
        Unknown("RGAA", Rgaa.Criteria.Select(static criterion => criterion.Number)).Concat(Unknown("RGESN", Rgesn.Criteria.Select(static criterion => criterion.Number))));

    [Fact]
    public void Rgaa_CriteriaThatDoNotApply_SayWhy() => Steps.AllDone(
        Rgaa.Criteria.Where(criterion => (criterion.Evidence is RgaaEvidence.Absence or RgaaEvidence.Unguarded) != (criterion.Reason is not null))
            .Select(criterion => $"src/PlansWeb/Declarations/rgaa.json: {criterion.Number} needs a « reason » if it does not apply, and none otherwise"));

    [Fact]
    public void Data_Texts_AreWrittenInFrenchTypographyAndInEnglish()
    {
        var rgaa = Rgaa.Criteria.SelectMany(criterion => new[] { (criterion.Number, criterion.Wording), (criterion.Number, criterion.Reason ?? "") })
            .Concat(Rgaa.Topics.Select(topic => ($"topic {topic.Number}", topic.Title))).Select(text => (File: "rgaa.json", Place: text.Item1, Text: text.Item2));
        var rgesn = Rgesn.Criteria.SelectMany(criterion => new[] { (criterion.Number, criterion.Wording), (criterion.Number, criterion.Reason) })
            .Concat(Rgesn.Topics.Select(topic => ($"topic {topic.Number}", topic.Title))).Select(text => (File: "rgesn.json", Place: text.Item1, Text: text.Item2));

        Steps.AllDone(rgaa.Concat(rgesn).SelectMany(static item => Faults(item.Text).Select(fault => $"src/PlansWeb/Declarations/{item.File}: {item.Place} {fault}")));
    }

    private static IEnumerable<string> Faults(LocalText text)
    {
        if (Regex.IsMatch(text.Fr, "« | [:;!?»%]|'|\\.\\.\\."))
        {
            yield return $"needs French typography: {text.Fr}";
        }

        if (text.Fr.Length == 0 != (text.En.Length == 0))
        {
            yield return $"is in one language only: {text.Fr}{text.En}";
        }

        if (Regex.IsMatch(text.En, "[àâçèéêëîïôùû«»]|\u00A0[:;!?%]|'"))
        {
            yield return $"is not written as English is: {text.En}";
        }
    }

    [Fact]
    public void Score_Weights_AreThoseOfTheFramework()
    {
        RgesnCriterion[] criteria =
        [
            new("1.1", RgesnPriority.High, "", RgesnEvidence.Test, ""),
            new("1.2", RgesnPriority.Recommended, "", RgesnEvidence.Document, ""),
            new("1.3", RgesnPriority.Moderate, "", RgesnEvidence.Todo, ""),
            new("1.4", RgesnPriority.Recommended, "", RgesnEvidence.Host, ""),
            new("1.5", RgesnPriority.High, "", RgesnEvidence.None, ""),
        ];

        Assert.Equal(new RgesnScore(2.75m, 5m), RgesnScore.Of(criteria));
        Assert.Equal(0.55m, RgesnScore.Of(criteria).Share);
        Assert.Equal(1m, RgesnScore.Of([]).Share);
        Assert.Equal(72.75m, RgesnScore.Of(Rgesn.Criteria).Applicable);
    }

    [Fact]
    public async Task Accessibility_Page_SaysWhatTheLawWants()
    {
        var page = await embedded.Client.GetPage("/accessibilite/");
        var text = page.QuerySelector("main")!.Text();

        Assert.Contains("est non conforme avec le référentiel général d’amélioration de l’accessibilité", text, StringComparison.Ordinal);
        Assert.Contains("Cette déclaration a été établie le 24 novembre 2026", text, StringComparison.Ordinal);
        Assert.Contains("Libre réponse 71120", text, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("main a[href*='defenseurdesdroits.fr']").Length);
        Assert.Equal(106, page.QuerySelectorAll("main details li").Length);
    }

    [Fact]
    public async Task Accessibility_Page_CountsWhatTheDataSays()
    {
        var page = await embedded.Client.GetPage("/accessibilite/");

        var counts = page.QuerySelectorAll("main > ul > li > strong").Select(count => int.Parse(count.Text(), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(106, counts.Sum());
        Assert.Equal(Rgaa.Count(RgaaEvidence.Test), counts[0]);
    }

    [Fact]
    public async Task Ecodesign_Page_ShowsTheScoreThatFollowsFromTheData()
    {
        var page = await embedded.Client.GetPage("/ecoconception/");

        var score = RgesnScore.Of(Rgesn.Criteria);
        Assert.StartsWith(French.Percent(score.Share), page.QuerySelector(".fr-callout__text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(French.Number(score.Validated), page.QuerySelector("main table tr:last-child td")!.Text());
        Assert.Equal(78, page.QuerySelectorAll("main details li").Length);
        Assert.Equal(Rgesn.Criteria.Count(criterion => criterion.IsValidated), page.QuerySelectorAll(".fr-badge--success").Length);
    }

    [Fact]
    public async Task Footer_EveryPage_SaysTheStateOfAccessibility() =>
        Assert.Equal("Accessibilité : non conforme", (await embedded.Client.GetPage("/")).QuerySelector("footer a[href='/accessibilite/']")!.Text());

    private static IEnumerable<string> Unknown(string name, IEnumerable<string> numbers) => s_traits[name]
        .ExceptBy(numbers, static mark => mark.Number).Select(mark => $"{mark.File}: a test carries {name} {mark.Number}, which is no criterion");

    private static void AssertNumbers(string file, int[] counts, IEnumerable<string> numbers)
    {
        var expected = counts.SelectMany((count, topic) => Numbers(topic, count)).ToList();
        var found = numbers.ToList();
        Steps.AllDone(expected.Except(found).Select(number => $"{file}: criterion {number} is missing")
            .Concat(found.Except(expected).Select(number => $"{file}: {number} is no criterion")));
        Assert.True(expected.SequenceEqual(found), $"{file}: the criteria are twice there, or not in their order: {string.Join(' ', found)}");
    }

    private static IEnumerable<string> Numbers(int topic, int count) => Enumerable.Range(1, count).Select(number => $"{topic + 1}.{number}");

    [GeneratedRegex(@"^ *\[(?:(?<name>Rgaa)Fact\(|Trait\(""(?<name>RGESN|RGAA)"", )""(?<numbers>[\d. ]+)""", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
