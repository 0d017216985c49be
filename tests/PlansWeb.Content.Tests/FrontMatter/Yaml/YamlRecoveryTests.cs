using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter.Yaml;

/// <summary>What editors write that is no YAML: one problem at the right place, and the data all the same. Line 2 is the first of the front matter.</summary>
public sealed class YamlRecoveryTests
{
    [Theory]
    // Text that YAML takes for its own signs.
    [InlineData("title: Plans: x\norder: 1", "{title=Plans: x,order=1}", 2, 13)]
    [InlineData("title: L'eau : un « bien »", "{title=L'eau : un « bien »}", 2, 14)]
    [InlineData("title: Plans:", "{title=Plans:}", 2, 13)]
    [InlineData("a: 1\ntags:\n  - x: y: z\n  - w", "{a=1,tags=[{x=y: z},w]}", 4, 9)]
    [InlineData("title: **gras**", "{title=**gras**}", 2, 8)]
    [InlineData("title: *gras*", "{title=*gras*}", 2, 8)]
    [InlineData("title: @x", "{title=@x}", 2, 8)]
    [InlineData("title: %x", "{title=%x}", 2, 8)]
    [InlineData("title: `x`", "{title=`x`}", 2, 8)]
    [InlineData("title: !x", "{title=!x}", 2, 8)]
    [InlineData("title: !important x", "{title=!important x}", 2, 8)]
    [InlineData("title: &nbsp;x", "{title=&nbsp;x}", 2, 8)]
    [InlineData("title: &nbsp; x", "{title=&nbsp; x}", 2, 8)]
    [InlineData("title: - x", "{title=- x}", 2, 8)]
    [InlineData("title: > x", "{title=> x}", 2, 8)]
    [InlineData("title: [voir](/x/)", "{title=[voir](/x/)}", 2, 8)]
    [InlineData("title: {{ page.title }}", "{title={{ page.title }}}", 2, 8)]
    [InlineData("permalink: {% if a %}/x/{% endif %}", "{permalink={% if a %}/x/{% endif %}}", 2, 12)]
    [InlineData("**Note** : x\norder: 1", "{**Note**=x,order=1}", 2, 1)]
    [InlineData("description: Un : deux\n  et la suite\norder: 1", "{description=Un : deux et la suite,order=1}", 2, 17)]
    // Quotes.
    [InlineData("title: 'l'eau'", "{title=l'eau}", 2, 10)]
    [InlineData("title: \"le \"bien\"\"", "{title=le \"bien\"}", 2, 12)]
    [InlineData("title: \"Plans\" d'action", "{title=\"Plans\" d'action}", 2, 14)]
    [InlineData("title: \"Plans\norder: 1", "{title=Plans,order=1}", 2, 8)]
    [InlineData("title: 'Plans\norder: 1", "{title=Plans,order=1}", 2, 8)]
    [InlineData("title: \"Plans\ndescription: \"x\"\norder: 1", "{title=Plans,description=x,order=1}", 2, 8)]
    [InlineData("title: \"C:\\dossier\"", "{title=C:\\dossier}", 2, 11)]
    // Brackets.
    [InlineData("tags: [a, b\norder: 1", "{tags=[a,b],order=1}", 2, 7)]
    [InlineData("tags: [a,\n  b\norder: 1", "{tags=[a,b],order=1}", 2, 7)]
    // Tabs.
    [InlineData("tags:\n\t- a\n\t- b\norder: 1", "{tags=[a,b],order=1}", 3, 1)]
    [InlineData("nav:\n\tkey: a\n\torder: 1", "{nav={key=a,order=1}}", 3, 1)]
    [InlineData("nav:\n  key: a\n\torder: 1", "{nav={key=a,order=1}}", 4, 1)]
    [InlineData("nav:\n    key: a\n\torder: 1", "{nav={key=a,order=1}}", 4, 1)]
    [InlineData("nav:\n\tsub:\n\t\tkey: a", "{nav={sub={key=a}}}", 3, 1)]
    // Spaces.
    [InlineData("title:Plans\norder: 1", "{title=Plans,order=1}", 2, 6)]
    [InlineData("nav:\n  key:a\n  order: 1", "{nav={key=a,order=1}}", 3, 6)]
    [InlineData("title\u00A0: Plans", "{title=Plans}", 2, 6)]
    [InlineData("title:\u00A0Plans\norder: 1", "{title=Plans,order=1}", 2, 7)]
    [InlineData("nav:\n\u00A0\u00A0key: a\n\u00A0\u00A0order: 1\na: 1", "{nav={key=a,order=1},a=1}", 3, 1)]
    [InlineData("a: x\n b: y\nc: z", "{a=x,b=y,c=z}", 3, 2)]
    [InlineData("nav:\n  b: 1\n   c: 2\n  d: 3", "{nav={b=1,c=2,d=3}}", 4, 4)]
    [InlineData("nav:\n  b: 1\n c: 2\nd: 3", "{nav={b=1,c=2},d=3}", 4, 2)]
    [InlineData(" title: x\norder: 1", "{title=x,order=1}", 3, 1)]
    // Lines that are no keys.
    [InlineData("title: x\nbonjour\norder: 1", "{title=x,order=1}", 3, 1)]
    [InlineData("title = x\norder: 1", "{order=1}", 2, 1)]
    [InlineData("// note\norder: 1", "{order=1}", 2, 1)]
    [InlineData("tags: a\n- b\norder: 1", "{tags=a,order=1}", 3, 1)]
    [InlineData("'title: x\norder: 1", "{order=1}", 2, 1)]
    [InlineData("}\norder: 1", "{order=1}", 2, 1)]
    [InlineData("texte libre", "{}", 2, 1)]
    [InlineData("- a\n- b", "{}", 2, 1)]
    [InlineData("a: x\n...\nb: y", "{a=x,b=y}", 4, 1)]
    // What is not read: types of other programs, references to nothing.
    [InlineData("a: !!js/function 'x'\norder: 1", "{order=1}", 2, 4)]
    [InlineData("a: !!set {x}\norder: 1", "{order=1}", 2, 4)]
    [InlineData("a: !!int douze\norder: 1", "{order=1}", 2, 4)]
    [InlineData("<<: 3\norder: 1", "{order=1}", 2, 5)]
    [InlineData("a: &b [1, *b]\norder: 1", "{a=&b [1, *b],order=1}", 2, 4)]
    // Characters that cannot be seen.
    [InlineData("title: x\u2028y", "{title=x y}", 2, 9)]
    [InlineData("order: 1\ntitle: x\u0000y", "{order=1,title=x y}", 3, 9)]
    [InlineData("title: x\u0085y", "{title=x y}", 2, 9)]
    [InlineData("title: x\uFFFFy", "{title=x y}", 2, 9)]
    [InlineData("title: x\u001By", "{title=x y}", 2, 9)]
    public void Parse_BrokenYaml_ReadsWhatIsMeantAndReportsOnce(string yaml, string data, int line, int column)
    {
        var reading = Reading.OfData(yaml);

        Assert.Equal(data, reading.Shape);
        Assert.Equal((DiagnosticRules.Yaml, line, column), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
        Assert.StartsWith(reading.Diagnostic.SourceLine!, yaml.Split('\n')[line - 2], StringComparison.Ordinal);
        Assert.Equal("Corps\n", reading.Body);
        AssertIsPlainFrench(reading.Diagnostic);
    }

    [Fact]
    public void Parse_ColonInTitle_ShowsTheLineToWrite() =>
        Assert.EndsWith("title: \"Plans: x\"", Reading.OfData("title: Plans: x").Diagnostic.Advice, StringComparison.Ordinal);

    [Fact]
    public void Parse_SeveralFaults_ReportsEachAtItsLine()
    {
        var reading = Reading.OfData("title: Plans: x\ndescription: @y\nnav:\n\tkey: 'l'eau'\norder: 3");

        Assert.Equal("{title=Plans: x,description=@y,nav={key=l'eau},order=3}", reading.Shape);
        Assert.Equal([2, 3, 5, 5], reading.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Parse_ManyFaults_StopsReportingAndReadsOn()
    {
        var reading = Reading.OfData(string.Join('\n', Enumerable.Range(0, 100).Select(number => $"k{number}: a: b")));

        Assert.Equal(100, Assert.IsType<DataMap>(reading.Data).Entries.Count);
        Assert.Equal(21, reading.Problems.Count);
        Assert.StartsWith("D’autres erreurs", reading.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AThousandFaults_StopsReadingSoThatCostIsBounded()
    {
        var reading = Reading.OfData(string.Join('\n', Enumerable.Range(0, 1000).Select(number => $"k{number}: a: b")));

        Assert.InRange(Assert.IsType<DataMap>(reading.Data).Entries.Count, 100, 900);
        Assert.Equal(21, reading.Problems.Count);
    }

    [Fact]
    public void Parse_DuplicateKeys_KeepsTheFirstAndNamesBothLines()
    {
        var reading = Reading.OfData("title: a\norder: 1\ntitle: b");

        Assert.Equal("{title=a,order=1}", reading.Shape);
        Assert.Equal((DiagnosticRules.DuplicateKey, 4, 1), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
        Assert.Contains("2 et 4", reading.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DuplicateKeysInAMap_KeepsTheFirst()
    {
        var reading = Reading.OfData("key: x\nnav:\n  key: a\n  key: b");

        Assert.Equal("{key=x,nav={key=a}}", reading.Shape);
        Assert.Equal((DiagnosticRules.DuplicateKey, 5, 3), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
        Assert.Contains("4 et 5", reading.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DuplicateKeysInBrokenYaml_KeepsTheFirst()
    {
        var reading = Reading.OfData("title: a\nx: y: z\ntitle: b");

        Assert.Equal("{title=a,x=y: z}", reading.Shape);
        Assert.Equal([DiagnosticRules.Yaml, DiagnosticRules.DuplicateKey], reading.Problems.Select(problem => problem.Rule));
    }

    [Fact]
    public void Parse_SpaceBeforeColon_IsReadWithAWarning()
    {
        var reading = Reading.OfData("title : x\norder: 1");

        Assert.Equal("{title=x,order=1}", reading.Shape);
        Assert.Equal((DiagnosticRules.SpaceBeforeColon, 2, 6), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
    }

    [Fact]
    public void Parse_SpaceBeforeColonInBraces_IsNotReported() => Assert.Empty(Reading.OfData("image: { path : /x.png }").Problems);

    [Theory]
    [InlineData("a: &x [1]\nb: *x", "{a=[1],b=[1]}")]
    [InlineData("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3", "{a={p=1,q=2},b={q=3,p=1}}")]
    [InlineData("a: &x {p: 1}\nb: &y {p: 2, r: 3}\nc:\n  <<: [*x, *y]", "{a={p=1},b={p=2,r=3},c={p=1,r=3}}")]
    [InlineData("a: |\n  un: deux: trois\n  'l'eau'\nb: >-\n  x\n  y", "{a=un: deux: trois\n'l'eau'\n,b=x y}")]
    [InlineData("a: 'l''eau'\nb: \"é\\n\\u00e9\"", "{a=l'eau,b=é\né}")]
    [InlineData("? a\n: b", "{a=b}")]
    [InlineData("2022: x\ntrue: y", "{2022=x,true=y}")]
    [InlineData("a: # rien\nb: x # note\nc: x#y", "{a=null,b=x,c=x#y}")]
    [InlineData("a: http://x.fr/#y\nb: 10:00 demain", "{a=http://x.fr/#y,b=10:00 demain}")]
    public void Parse_SoundYaml_IsReadWithoutProblem(string yaml, string data)
    {
        var reading = Reading.OfData(yaml);

        Assert.Equal(data, reading.Shape);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Parse_NestingOf32_IsReadAndOneMoreIsRefused()
    {
        // The map is the first level, the innermost text the last.
        Assert.Empty(Reading.OfData("a: " + new string('[', 30) + "x" + new string(']', 30)).Problems);

        var refused = Reading.OfData("a: " + new string('[', 31) + "x" + new string(']', 31) + "\nb: 1");
        Assert.Equal("{b=1}", refused.Shape);
        Assert.Equal(DiagnosticRules.TooLarge, refused.Diagnostic.Rule);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{a: ")]
    [InlineData("[a, ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[\n")]
    [InlineData("&a ")]
    [InlineData("!")]
    [InlineData("'")]
    [InlineData("\"\\")]
    [InlineData("a: b: ")]
    [InlineData("a:\n ")]
    [InlineData("*a ")]
    [InlineData("\t")]
    [InlineData("x\n")]
    [InlineData("a: b: c\n")]
    [InlineData("  - 'l'eau'\n")]
    public void Parse_OnePieceRepeated_CostsAFractionOfASecond(string piece)
    {
        var yaml = "title: x\nb: " + string.Concat(Enumerable.Repeat(piece, 16_000 / piece.Length));
        object? title = null;

        var cost = Cost.Of(() => title = Reading.OfData(yaml).ValueOf("title"));

        Assert.True(cost.Processor < TimeSpan.FromSeconds(10) && cost.Bytes < 100_000_000, $"{cost}");
        Assert.Equal("x", title);
    }

    [Fact]
    public void Parse_AliasBomb_IsRefusedAndTheRestIsRead()
    {
        var levels = Enumerable.Range(1, 8).Select(level => $"l{level}: &l{level} [{string.Join(',', Enumerable.Repeat($"*l{level - 1}", 9))}]");

        var reading = Reading.OfData($"l0: &l0 [x]\n{string.Join('\n', levels)}\ntitle: x");

        Assert.Equal("x", reading.ValueOf("title"));
        Assert.Equal((DiagnosticRules.TooLarge, 6), (reading.Problems[0].Rule, reading.Problems[0].Line));
        Assert.Null(reading.ValueOf("l4"));
        Assert.NotNull(reading.ValueOf("l3"));
    }

    [Fact]
    public void Parse_AliasesNestedDeeply_AreRefused()
    {
        var levels = Enumerable.Range(1, 60).Select(level => $"l{level}: &l{level} [*l{level - 1}]");

        var reading = Reading.OfData($"l0: &l0 [x]\n{string.Join('\n', levels)}");

        Assert.NotNull(reading.ValueOf("l29"));
        Assert.Null(reading.ValueOf("l30"));
        Assert.Equal(DiagnosticRules.TooLarge, reading.Problems[0].Rule);
    }

    private static void AssertIsPlainFrench(Diagnostic problem)
    {
        var told = problem.Message + problem.Advice;
        Assert.DoesNotMatch("(?i)(while|scanning|expected|parsing|mapping|found|scalar)", told);
        Assert.DoesNotMatch("[a-zéèà]'[a-zé]", problem.Message.Split('«')[0]);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }
}
