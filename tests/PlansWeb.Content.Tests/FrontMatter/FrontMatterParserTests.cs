using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;

namespace PlansWeb.Content.Tests.FrontMatter;

public sealed class FrontMatterParserTests
{
    [Theory]
    [InlineData("---\ntitle: x\n---\nCorps\n", "{title=x}", "Corps\n", 4)]
    [InlineData("---yaml\ntitle: x\n---\nCorps", "{title=x}", "Corps", 4)]
    [InlineData("---   \ntitle: x\n---\nCorps", "{title=x}", "Corps", 4)]
    [InlineData("--- YML\ntitle: x\n---\nCorps", "{title=x}", "Corps", 4)]
    [InlineData("---json\n{\"title\": \"x\"}\n---\nCorps", "{title=x}", "Corps", 4)]
    [InlineData("---\n---\nCorps", "{}", "Corps", 3)]
    [InlineData("---\n\n# rien\n---\nCorps", "{}", "Corps", 5)]
    [InlineData("---\ntitle: x\n---", "{title=x}", "", 3)]
    [InlineData("---\ntitle: x\n---\n", "{title=x}", "", 4)]
    [InlineData("---\ntitle: x\n---\n\nCorps", "{title=x}", "\nCorps", 4)]
    [InlineData("---\ntitle: x\n---\nA\n---\nB", "{title=x}", "A\n---\nB", 4)]
    [InlineData("---\ntitle: x\n---  \nCorps", "{title=x}", "  \nCorps", 3)]
    public void Parse_FrontMatter_SplitsAsGrayMatter(string text, string data, string body, int line)
    {
        var reading = Reading.Of(text);

        Assert.Equal((data, body, line), (reading.Shape, reading.Body, reading.BodyLine));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Corps")]
    [InlineData("# Titre\n\n---\n\nCorps")]
    [InlineData(" ---\nCorps")]
    [InlineData("----\nCorps\n----\n")]
    [InlineData("--\ntitre\n")]
    public void Parse_NoFrontMatter_IsAPageWithBodyAlone(string text)
    {
        var reading = Reading.Of(text);

        Assert.Equal(("{}", text, 1), (reading.Shape, reading.Body, reading.BodyLine));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Parse_ByteOrderMarkAndWindowsLines_AreAccepted()
    {
        var reading = Reading.Of("\uFEFF---\r\ntitle: é\r\ndate: 2022-04-01\r\n---\r\nCorps\r\n");

        Assert.Equal("{title=é,date=2022-04-01T00:00:00Z}", reading.Shape);
        Assert.Equal(("Corps\r\n", 5), (reading.Body, reading.BodyLine));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Parse_WindowsLines_GivesTheFilesLineAndColumn()
    {
        var problem = Reading.Of("---\r\ntitle: x\r\ndescription: a: b\r\n---\r\n").Diagnostic;

        Assert.Equal((3, 15), (problem.Line, problem.Column));
        Assert.Equal("description: a: b", problem.SourceLine);
    }

    [Fact]
    public void Parse_Values_CarryTheFilesLineAndColumn()
    {
        var map = Assert.IsType<DataMap>(Reading.Of("---\n# commentaire\ntitle: x\nnav:\n  order: 3\n---\n").Data);

        Assert.Equal(new SourcePosition("dossier/page.md", 3, 8), map["title"]!.Position);
        Assert.Equal(new SourcePosition("dossier/page.md", 5, 10), Assert.IsType<DataMap>(map["nav"])["order"]!.Position);
    }

    [Fact]
    public void Parse_JsonFrontMatter_CarriesTheFilesLineAndColumn()
    {
        var map = Assert.IsType<DataMap>(Reading.Of("---json\n{\n  \"title\": \"x\"\n}\n---\n").Data);

        Assert.Equal(new SourcePosition("dossier/page.md", 3, 12), map["title"]!.Position);
    }

    [Fact]
    public void Parse_UnclosedButAllYaml_ReadsItAndReportsTheOpeningLine()
    {
        var reading = Reading.Of("---\ntitle: x\ndate: 2022-04-01\n");

        Assert.Equal(("{title=x,date=2022-04-01T00:00:00Z}", ""), (reading.Shape, reading.Body));
        Assert.Equal((DiagnosticRules.FrontMatterFence, 1, 1), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
        Assert.Equal("---", reading.Diagnostic.SourceLine);
    }

    [Theory]
    [InlineData("---\ntitle: x\n\nUn texte: long\nsuite\n", "{title=x}", "\nUn texte: long\nsuite\n", 3)]
    [InlineData("---\ntitle: x\ntags:\n- a\n  - b\n# Titre\nUn texte\n", "{title=x,tags=[a - b]}", "# Titre\nUn texte\n", 6)]
    [InlineData("---\ntitle: x\nUn texte sans ligne vide.\n", "{title=x}", "Un texte sans ligne vide.\n", 3)]
    [InlineData("---\ntitle: x\n—\nCorps", "{title=x}", "Corps", 4)]
    [InlineData("---\ntitle: x\n--\nCorps", "{title=x}", "Corps", 4)]
    [InlineData("---\ntitle: x\n ---\nCorps", "{title=x}", "Corps", 4)]
    [InlineData("---\nBonjour\n", "{}", "Bonjour\n", 2)]
    public void Parse_UnclosedBeforeText_ServesTheTextAsBody(string text, string data, string body, int line)
    {
        var reading = Reading.Of(text);

        Assert.Equal((data, body, line), (reading.Shape, reading.Body, reading.BodyLine));
        Assert.Equal((DiagnosticRules.FrontMatterFence, 1), (reading.Diagnostic.Rule, reading.Diagnostic.Line));
    }

    [Theory]
    [InlineData("\n---\ntitle: x\n---\nCorps", 2)]
    [InlineData(" ---\ntitle: x\n---\nCorps", 1)]
    [InlineData(" ---\n title: x\n ---\nCorps", 1)]
    [InlineData("—\ntitle: x\n—\nCorps", 1)]
    [InlineData("----\ntitle: x\n----\nCorps", 1)]
    [InlineData("+++\ntitle = x\n+++\nCorps", 1)]
    [InlineData("***\ntitle: x\n***\nCorps", 1)]
    [InlineData("```yaml\ntitle: x\n```\nCorps", 1)]
    [InlineData("<!-- a -->\n---\ntitle: x\n---\nCorps", 2)]
    [InlineData("<!-- a\nb -->\n\n---\ntitle: x\n---\nCorps", 4)]
    [InlineData("title: x\n---\nCorps", 1)]
    [InlineData("title: x\nCorps", 1)]
    public void Parse_FrontMatterThatIsMisfenced_IsReadAndReported(string text, int line)
    {
        var reading = Reading.Of(text);

        Assert.Equal(("{title=x}", "Corps"), (reading.Shape, reading.Body));
        Assert.Equal((DiagnosticRules.FrontMatterFence, line), (reading.Diagnostic.Rule, reading.Diagnostic.Line));
    }

    [Theory]
    [InlineData("Texte : suite\n\n---\n\nCorps")]
    [InlineData("Texte : suite\n---\nCorps")]
    [InlineData("Date : 12 mars\nLieu : Paris\n---\nCorps")]
    [InlineData("***\n\nTexte : suite\n\n***\nCorps")]
    [InlineData("***\nTexte : suite\n***\nCorps")]
    [InlineData("<!-- a -->\n\nTexte : suite\n")]
    [InlineData("```yaml\ncouleur: bleu\n```\n\nCorps")]
    [InlineData("# Écrire un brouillon\n\n```\n---\ndraft: true\n---\n```\n")]
    [InlineData("Draft 2 de la note\n---\nCorps")]
    [InlineData("Craft : le bois\n\nCorps")]
    [InlineData("# Titre\n\n---\n\nTexte : suite\n\n---\n")]
    [InlineData("> Une citation.\n\nCorps")]
    [InlineData("> title: x\n\nCorps")]
    [InlineData("> Note : ceci n’est pas un brouillon.\n\nCorps")]
    [InlineData("Brouillon : la version de mars est en ligne.\n\nCorps")]
    [InlineData("Draft: the March version\n\nCorps")]
    [InlineData("- Titre : x\n- Publié : non\n\nCorps")]
    [InlineData("| Clé | Valeur |\n|---|---|\n| couleur | bleu |\n")]
    [InlineData("**Public :** non\n\nCorps")]
    [InlineData("Statut : brouillon\n\nCorps")]
    [InlineData("<!-- un commentaire : ne pas publier avant relecture -->\n\nCorps")]
    [InlineData("```yaml\ncouleur: bleu\n```\n\ndraft: un mot anglais.\n")]
    [InlineData("Un texte.\n\ndraft: true\n")]
    [InlineData("Un texte.\n\n> draft: true\n")]
    [InlineData("Un texte.\n\n```\n---\ntitle: x\ndraft: true\n---\n```\n")]
    [InlineData("Un texte.\n\n~~~yaml\n---\ndraft: true\n---\n~~~\n")]
    [InlineData("Un texte.\n\n---\n\nUne publication : texte, draft compris.\n\n---\n")]
    public void Parse_PageThatOnlyLooksAlike_IsBodyAlone(string text)
    {
        var reading = Reading.Of(text);

        Assert.Equal(("{}", text), (reading.Shape, reading.Body));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("```yaml\ndraft: true\n```\n")]
    [InlineData("> draft: true\n")]
    [InlineData("    draft: true\n")]
    [InlineData("- draft: true\n")]
    [InlineData("| draft | true |\n|---|---|\n")]
    [InlineData("`draft: true` cache une page.\n")]
    [InlineData("Écrivez draft: true.\n\ndraft: true\n")]
    [InlineData("Brouillon : la version de mars.\n")]
    [InlineData("Un texte.\n\n```\n---\ndraft: true\n---\n```\n")]
    [InlineData("Un texte.\n\n---\n\nLe mot draft.\n\n---\n")]
    public void Parse_ExampleBelowTheHeader_IsBody(string body)
    {
        var reading = Reading.Of("---\ntitle: x\n---\n" + body);

        Assert.Equal(("{title=x}", body), (reading.Shape, reading.Body));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("---\ntitle: x\n----\nCorps")]
    [InlineData("---\ntitle: x\n---—\nCorps")]
    [InlineData("---\ntitle: x\n...\nCorps")]
    [InlineData("---\ntitle: x\n...\nCorps\n\n---\n\nSuite")]
    [InlineData("---\ntitle: x\n—\nCorps\n\n---\n\nSuite")]
    public void Parse_ClosedByAnotherLine_IsReadAndReported(string text)
    {
        var reading = Reading.Of(text);

        Assert.Equal("{title=x}", reading.Shape);
        Assert.StartsWith("Corps", reading.Body, StringComparison.Ordinal);
        Assert.Equal(DiagnosticRules.FrontMatterFence, reading.Diagnostic.Rule);
    }

    [Fact]
    public void Parse_MoreThanDashesOnTheClosingLine_IsBodyAndReported()
    {
        var reading = Reading.Of("---\ntitle: x\n--- suite\nCorps");

        Assert.Equal(("{title=x}", " suite\nCorps", 3), (reading.Shape, reading.Body, reading.BodyLine));
        Assert.Equal((DiagnosticRules.FrontMatterFence, 3, 4), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
    }

    [Fact]
    public void Parse_KeyOnTheOpeningLine_IsReadAndReported()
    {
        var reading = Reading.Of("--- title: x\norder: 1\n---\nCorps");

        Assert.Equal(("{title=x,order=1}", "Corps"), (reading.Shape, reading.Body));
        Assert.Equal((DiagnosticRules.FrontMatterFence, 1, 4), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
    }

    [Theory]
    [InlineData("js")]
    [InlineData("toml")]
    public void Parse_LanguageThatCannotBeRead_ServesTheBodyAndReports(string language)
    {
        var reading = Reading.Of($"---{language}\ntitle = 1\n---\nCorps");

        Assert.Equal(("{}", "Corps"), (reading.Shape, reading.Body));
        Assert.Contains(language, reading.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_FrontMatterOf16Kilobytes_IsReadAndOfOneMoreTheKeysThatFit()
    {
        var fits = "title: x\na: " + new string('a', (16 * 1024) - 13);

        Assert.NotNull(Reading.OfData(fits).ValueOf("a"));
        var cut = Reading.OfData(fits + "a" + "\nlang: en");
        Assert.Equal("Corps\n", cut.Body);
        Assert.Equal(("x", "en", (string?)null), (cut.ValueOf("title"), cut.ValueOf("lang"), cut.ValueOf("a")));
        Assert.Equal((DiagnosticRules.TooLarge, 3), (cut.Diagnostic.Rule, cut.Diagnostic.Line));
    }

    [Theory]
    [InlineData("title: x\ndescription: LONG\ndraft: true", "{title=x,draft=true}")]
    [InlineData("title: x\ndescription: LONG\nlang: en", "{title=x,lang=en}")]
    [InlineData("title: x\ndescription: >\n  LONG\n  LONG\nlang: en", "{title=x,lang=en}")]
    [InlineData("title: x\npublishDate: LONG", "{title=x,draft=true}")]
    [InlineData("title: x\nDraft: LONG", "{title=x,draft=true}")]
    [InlineData("LONG\ntitle: x", "{title=x,draft=true}")]
    [InlineData("title: x\na: HALF\nb: HALF\nc: HALF", "{title=x,draft=true}")]
    public void Parse_FrontMatterTooLong_HidesThePageWhereTheRestMayHideIt(string yaml, string shape)
    {
        var reading = Reading.OfData(yaml.Replace("LONG", new string('a', 17_000), StringComparison.Ordinal).Replace("HALF", new string('a', 8_000), StringComparison.Ordinal));

        var kept = System.Text.RegularExpressions.Regex.Replace(reading.Shape, "[a-z]=a{8000},", "");
        Assert.Equal(shape, kept);
        Assert.Equal(DiagnosticRules.TooLarge, reading.Diagnostic.Rule);
    }

    [Fact]
    public void Parse_JsonFrontMatterTooLong_HidesThePage() =>
        Assert.Equal("{draft=true}", Reading.Of("---json\n{\"title\": \"" + new string('a', 17_000) + "\"}\n---\nCorps").Shape);

    [Theory]
    [InlineData("---\rtitle: x\r---\rCorps\rfin\r")]
    [InlineData("---\rtitle: x\r---\nCorps\rfin\n")]
    [InlineData("---\r\ntitle: x\r---\r\nCorps\rfin\r\n")]
    public void Parse_CarriageReturnsAlone_EndLines(string text)
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text;

        var reading = Reading.Of(decoded);

        Assert.Equal(("{title=x}", "Corps\nfin\n", 4), (reading.Shape, reading.Body, reading.BodyLine));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void Parse_LineSeparatorsOfUnicode_EndNoLineAndLoseNothing(char separator)
    {
        var reading = Reading.Of($"---\ntitle: x\n---\nCorps{separator}---{separator}fin\n");

        Assert.Equal(("{title=x}", $"Corps{separator}---{separator}fin\n"), (reading.Shape, reading.Body));
    }

    [Fact]
    public void Parse_EveryPageOfTheOldSite_IsReadWithoutProblem()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PlansWeb.sln")))
        {
            root = root.Parent;
        }

        var corpus = Path.Combine(root?.Parent?.FullName ?? "", "shared", "corpus", "minumeco-2022", "content");
        Assert.SkipUnless(Directory.Exists(corpus), "The corpus ../shared/corpus is absent.");

        var files = Directory.GetFiles(corpus, "*.md", SearchOption.AllDirectories);

        Assert.True(files.Length > 140);
        Assert.All(files, file => Assert.Empty(Reading.Of(File.ReadAllText(file)).Problems));
    }
}
