using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter;

public sealed class DataFileReaderTests
{
    [Theory]
    [InlineData("{\"a\": \"x\", \"b\": [1, 2.5, true, null], \"c\": {\"d\": \"2022-04-01\"}}", "{a=x,b=[1,2.5,true,null],c={d=2022-04-01}}")]
    [InlineData("// note\n{\n  \"a\": 1, /* deux */ \"b\": 2,\n}\n", "{a=1,b=2}")]
    [InlineData("[\"x\", 1]", "[x,1]")]
    [InlineData("\"x\"", "x")]
    [InlineData("\uFEFF{\"a\": \"\\u00e9\"}", "{a=é}")]
    [InlineData("", "{}")]
    [InlineData(" \n", "{}")]
    public void Read_Json_GivesItsData(string json, string expected)
    {
        var reading = Reading.OfFile(json, "_data/site.json");

        Assert.Equal(expected, reading.Shape);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("a: x\nb:\n- 1\n", "{a=x,b=[1]}")]
    [InlineData("---\na: x\n", "{a=x}")]
    [InlineData("- a: x\n- b\n", "[{a=x},b]")]
    [InlineData("texte", "texte")]
    [InlineData("", "{}")]
    [InlineData("# rien\n", "{}")]
    public void Read_Yaml_GivesItsData(string yaml, string expected)
    {
        foreach (var file in (string[])["_data/site.yaml", "posts/posts.YML"])
        {
            var reading = Reading.OfFile(yaml, file);

            Assert.Equal(expected, reading.Shape);
            Assert.Empty(reading.Problems);
        }
    }

    [Fact]
    public void Read_Json_GivesPositionsInCharacters()
    {
        var map = Assert.IsType<DataMap>(Reading.OfFile("{\n  \"é🌱\": \"x\",\r\n  \"b\": {\"c\": 1}\n}", "a.json").Data);

        Assert.Equal(new SourcePosition("a.json", 2, 10), map["é🌱"]!.Position);
        Assert.Equal(new SourcePosition("a.json", 3, 14), Assert.IsType<DataMap>(map["b"])["c"]!.Position);
    }

    [Theory]
    [InlineData("{\"a\": 1,\n\"b\": 'x'}", "{a=1}", 2, 6, "apostrophe")]
    [InlineData("{\"a\": 1\n\"b\": 2}", "{a=1}", 2, 1, "virgule")]
    [InlineData("{\"a\": 1,\nb: 2}", "{a=1}", 2, 1, "guillemets")]
    [InlineData("{\"a\": 1,\n\"b\": \"x\n\"}", "{a=1}", 2, 8, "fermé")]
    [InlineData("{\"a\": 1,,\n\"b\": 2}", "{a=1}", 1, 9, "de trop")]
    [InlineData("{\"a\": 1,\n\"b\": }", "{a=1}", 2, 6, "manque")]
    [InlineData("{\"a\": 1,\n\"é\": [1, 2", "{a=1}", 2, 11, "s’arrête")]
    [InlineData("{\"a\": 1} x", "{a=1}", 1, 10, "guillemets")]
    [InlineData("{\"a\": \"\\ud800\"}", "{}", 1, 7, "\\u")]
    [InlineData("bonjour", "{}", 1, 1, "guillemets")]
    public void Read_BrokenJson_KeepsTheKeysBeforeAndReportsThePlace(string json, string data, int line, int column, string word)
    {
        var reading = Reading.OfFile(json, "_data/site.json");

        Assert.Equal(data, reading.Shape);
        Assert.Equal((DiagnosticRules.Json, line, column), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
        Assert.Contains(word, reading.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_JsonDuplicateKeys_KeepsTheLastAsJavaScriptAndReports()
    {
        var reading = Reading.OfFile("{\"a\": 1,\n\"a\": 2}", "a.json");

        Assert.Equal("{a=2}", reading.Shape);
        Assert.Equal((DiagnosticRules.DuplicateKey, 2, 1), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
    }

    [Theory]
    [InlineData("- a: x: y\n- b: 1\n", "[{a=x: y},{b=1}]", 1, 7)]
    [InlineData("a: 1\nb: 'l'eau'\nc: 2\n", "{a=1,b=l'eau,c=2}", 2, 6)]
    public void Read_BrokenYaml_ReadsWhatIsMeantAndReportsOnce(string yaml, string data, int line, int column)
    {
        var reading = Reading.OfFile(yaml, "_data/site.yaml");

        Assert.Equal(data, reading.Shape);
        Assert.Equal((DiagnosticRules.Yaml, line, column), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.yaml")]
    public void Read_DeepNesting_IsRefused(string file)
    {
        var reading = Reading.OfFile("{\"a\": 1, \"b\": " + new string('[', 100) + new string(']', 100) + "}", file);

        Assert.Equal(DiagnosticRules.TooLarge, reading.Problems[0].Rule);
    }

    [Trait("Lane", "Whole")]
    [Theory]
    [InlineData("a.json", "[")]
    [InlineData("a.json", "{\"a\":")]
    [InlineData("a.json", "[1],")]
    [InlineData("a.json", "\\")]
    [InlineData("a.yaml", "[")]
    [InlineData("a.yaml", "{a: ")]
    [InlineData("a.yaml", "- ")]
    [InlineData("a.yaml", "k: a: b\n")]
    [InlineData("a.yaml", "- 'l'eau'\n")]
    [InlineData("a.yaml", "  x: y: z\n")]
    [InlineData("a.yaml", "*a ")]
    [InlineData("a.yaml", "k: 010\n")]
    public void Read_OnePieceRepeatedOverOneMegabyte_EndsInBoundedTime(string file, string piece)
    {
        IReadOnlyList<Diagnostic> problems = [];

        var cost = Cost.Of(() => problems = [.. Reading.OfFile("a: 1\n" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), file).Problems]);

        Assert.NotEmpty(problems);
        Assert.True(cost.Processor < TimeSpan.FromSeconds(30), $"{cost}");
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.yaml")]
    public void Read_MoreThanOneMegabyte_IsRefused(string file)
    {
        var reading = Reading.OfFile("{\"a\": \"" + new string('x', 1024 * 1024) + "\"}", file);

        Assert.Equal("{}", reading.Shape);
        Assert.Equal(DiagnosticRules.TooLarge, reading.Diagnostic.Rule);
    }

    [Fact]
    public void Load_FileInWindows1252_GivesItsDataAndNamesTheEncoding()
    {
        var file = Load(System.Text.Encoding.Latin1.GetBytes("nom: été\nx: y: z\n"));

        Assert.Equal("été", Assert.IsType<DataMap>(file.Data)["nom"]!.ToPlain());
        Assert.Equal([DiagnosticRules.Encoding, DiagnosticRules.Yaml], file.Problems.Select(problem => problem.Rule));
        Assert.Equal("x: y: z", file.Problems[1].SourceLine);
    }

    [Fact]
    public void Load_FileOfManyMegabytes_IsRefusedUnread()
    {
        var file = Load(new byte[(2 * 1024 * 1024) + 1]);

        Assert.Empty(Assert.IsType<DataMap>(file.Data).Entries);
        Assert.Equal(DiagnosticRules.TooLarge, Assert.Single(file.Problems).Rule);
    }

    [Fact]
    public void Load_FileThatIsGone_IsReported()
    {
        var file = DataFileReader.Load(new FolderEntry("_data/x.yaml", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), "_data/x.yaml", default, 0));

        Assert.Equal(DiagnosticRules.Unreadable, Assert.Single(file.Problems).Rule);
    }

    private static DataFile Load(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return DataFileReader.Load(new FolderEntry("_data/x.yaml", path, "_data/x.yaml", default, 0));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
