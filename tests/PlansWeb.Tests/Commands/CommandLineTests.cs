using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Commands;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Commands;

/// <summary>The commands as a person or a script sees them: what they write, and how they end.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Warning = "Voir [ici](/page/).";
    private const string Error = "Voir [la suite du plan](/absente/).";

    private readonly SiteBuilder _site = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _site.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("check", true)]
    [InlineData("chekc", true)]
    [InlineData("--help", true)]
    [InlineData("-h", true)]
    [InlineData("--version", true)]
    [InlineData("--Content:Path=x", false)]
    [InlineData("--urls", false)]
    [InlineData("Content:Path=x", false)]
    [InlineData("/Content:Path=x", false)]
    public void IsCommand_FirstArgument_TellsCommandsFromSettings(string argument, bool expected) =>
        Assert.Equal(expected, CommandLine.IsCommand([argument, "check"]));

    [Fact]
    public void IsCommand_NoArgument_ServesTheSite() => Assert.False(CommandLine.IsCommand([]));

    [Fact]
    public async Task Help_NamesEveryCommand()
    {
        Assert.Equal(0, await Run("--help"));
        Assert.All(["check", "export", "health", "history", "preview-link", "--version"], word => Assert.Contains(word, _output.ToString(), StringComparison.Ordinal));
        Assert.Empty(_error.ToString());
    }

    [Theory]
    [InlineData("check", "--content", "--format", "text|json|github|gitlab|sarif", "--strict", "FICHIER|DOSSIER")]
    [InlineData("history", "--content", "--forget", "_history/", "?vue=historique")]
    [InlineData("preview-link", "/adresse/", "--for", "Preview:Key")]
    [InlineData("health", "--url")]
    public async Task Help_OfACommand_NamesItsOptionsAndIsFrench(string command, params string[] words)
    {
        Assert.Equal(0, await Run(command, "--help"));
        Assert.All([.. words, "État de sortie", "cette aide"], word => Assert.Contains(word, _output.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Usage:", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Version_WritesOneLine()
    {
        Assert.Equal(0, await Run("--version"));
        Assert.Matches(@"^PlansWeb \d+\.\d+\.\d+[^\n]*\n$", _output.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("chekc")]
    [InlineData("check", "--strcit")]
    [InlineData("check", "no-such-file.md")]
    [InlineData("check", "--content", "/tmp", "/etc/hostname")]
    [InlineData("check", "--content")]
    [InlineData("check", "--strict=yes")]
    [InlineData("check", "--format", "xml")]
    [InlineData("check", "--content", "/no/such/folder")]
    [InlineData("health", "--url", "8080")]
    [InlineData("health", "now")]
    [InlineData("preview-link")]
    [InlineData("preview-link", "/page/", "--for", "7")]
    public async Task Run_BadUsage_SaysWhyAndHowAndEndsWithTwo(params string[] arguments)
    {
        Assert.Equal(2, await Run(arguments));
        var lines = _error.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.NotEmpty(lines[0]);
        Assert.Empty(lines[1]);
        Assert.Contains("--help", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Check_FolderWithoutPages_EndsWithTwo() => Assert.Equal(2, await Check());

    [Theory]
    [InlineData("Texte.", 0, 0)]
    [InlineData(Warning, 0, 1)]
    [InlineData(Error, 1, 1)]
    public async Task Check_Status_FollowsTheGravestProblem(string body, int status, int strict)
    {
        Page(body);

        Assert.Equal(status, await Check());
        Assert.Equal(status, await Check("--format=json"));
        Assert.Equal(strict, await Check("--strict"));
    }

    [Fact]
    public async Task Check_Text_ShowsPlaceLineCauseAndFix()
    {
        Page(Error);

        await Check();

        var lines = Lines();
        Assert.Equal("page.md", lines[0]);
        Assert.EndsWith("page.md:6:25  erreur  lien-mort", lines[1], StringComparison.Ordinal);
        Assert.Equal("    │ " + Error, lines[2]);
        Assert.Equal("    │ " + new string(' ', 24) + "^", lines[3]);
        Assert.StartsWith("    Le lien «", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("    → Corrigez l’adresse", lines[5], StringComparison.Ordinal);
        Assert.Contains("1 page vérifiée\u00a0: 1 erreur, 0 avertissement.", lines);
        Assert.DoesNotContain('\u001b', _output.ToString());
    }

    [Fact]
    public async Task Check_LongLine_IsCutAroundTheColumn()
    {
        Page(new string('a', 400) + " " + Error + " " + new string('b', 400));

        await Check();

        var lines = Lines();
        Assert.True(lines[2].Length < 130);
        Assert.Equal('/', lines[2][lines[3].IndexOf('^', StringComparison.Ordinal)]);
    }

    // Without the summary, which ends with an empty line.
    private string[] Lines() => [.. _output.ToString().ReplaceLineEndings("\n").Split('\n').SkipWhile(static line => line != "page.md")];

    [Fact]
    public async Task Check_Terminal_HasColours()
    {
        Page(Error);

        await CommandLine.RunAsync(["check", "--content", _site.Root], new Terminal(_output, _error, HasColours: true), TimeProvider.System);

        Assert.Contains("\u001b[31merreur\u001b[0m", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Json_HasTheDocumentedShape()
    {
        Page(Error);
        _site.WithPage("other.md", "title: Autre");

        await Check("--format", "json");

        var report = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal(["version", "content", "summary", "problems"], report.EnumerateObject().Select(property => property.Name));
        Assert.Equal(1, report.GetProperty("version").GetInt32());
        Assert.Equal("""{ "pages": 2, "served": 2, "otherAddresses": 0, "unknownTags": {}, "errors": 1, "warnings": 1 }""", string.Join(' ', report.GetProperty("summary").GetRawText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var problems = report.GetProperty("problems").EnumerateArray().ToArray();
        Assert.All(problems, problem => Assert.Equal(
            ["rule", "severity", "file", "line", "column", "source", "message", "advice"], problem.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(("description-manquante", "warning", "other.md"), Head(problems[0]));
        Assert.Equal(JsonValueKind.Null, problems[0].GetProperty("column").ValueKind);
        Assert.Equal(("lien-mort", "error", "page.md"), Head(problems[1]));
        Assert.Equal((6, 25, Error), (problems[1].GetProperty("line").GetInt32(), problems[1].GetProperty("column").GetInt32(), problems[1].GetProperty("source").GetString()));

        static (string?, string?, string?) Head(JsonElement problem) =>
            (problem.GetProperty("rule").GetString(), problem.GetProperty("severity").GetString(), problem.GetProperty("file").GetString());
    }

    [Theory]
    [InlineData(0, "other.md")]
    [InlineData(1, "page.md")]
    [InlineData(1, "other.md", "page.md")]
    [InlineData(0, "sub")]
    [InlineData(0, "sub/c d.md")]
    [InlineData(1, ".")]
    [InlineData(1, "..")]
    public async Task Check_Paths_ShowsTheirMessagesAlone(int status, params string[] paths)
    {
        Page(Error);
        _site.WithPage("other.md", "title: Autre\ndescription: Une page.").WithPage("sub/c d.md", "title: Une\ndescription: Une page.", Warning).WithPage("sub-b.md", "title: Deux\ndescription: Une page.", Warning);

        Assert.Equal(status, await Check(["--format", "json", .. paths.Select(path => Path.Combine(_site.Root, path))]));

        var all = new[] { "page.md", "sub-b.md", "sub/c d.md" };
        Assert.Equal(
            all.Where(file => paths.Any(path => path is "." or ".." || path == file || file.StartsWith(path + "/", StringComparison.Ordinal))),
            JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("problems").EnumerateArray().Select(static problem => problem.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task Check_FolderAlone_IsTheContent()
    {
        Page(Error);

        Assert.Equal(1, await Run("check", _site.Root));
        Assert.Equal(1, await Run("check", "--Content:Path=" + _site.Root));
    }

    [Fact]
    public async Task Check_GitHub_WritesAnAnnotationALine()
    {
        _site.WithPage("a,b.md", "title: Page\ndescription: Une page.", Error + "\n\nÀ 100 % [x] (/).").WithPage("c.md", "title: Autre");

        Assert.Equal(1, await Check("--format", "github"));

        var lines = _output.ToString().ReplaceLineEndings("\n").Split('\n');
        var folder = Path.GetRelativePath(Directory.GetCurrentDirectory(), _site.Root) is ['.', '.', ..] ? _site.Root : Path.GetFileName(_site.Root);
        Assert.StartsWith($"::error file={folder}/a%2Cb.md,line=6,col=25,title=lien-mort::Le lien «\u00a0/absente/\u00a0» ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"::warning file={folder}/a%2Cb.md,line=8,col=9,title=lien-mal-ecrit::", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"::warning file={folder}/c.md,line=1,title=description-manquante::", lines[2], StringComparison.Ordinal);
        Assert.Equal(["Erreurs\u00a0: 1, avertissements\u00a0: 2.", ""], lines[3..]);
    }

    [Fact]
    public async Task Check_GitLab_HasWhatCodeQualityAsksFor()
    {
        Page(Error + "\n\n" + Error);
        await Check("--format", "gitlab");
        var before = Problems();
        _output.GetStringBuilder().Clear();
        Page("Un paragraphe de plus.\n\n" + Error + "\n\n" + Error);
        await Check("--format", "gitlab");
        var after = Problems();

        Assert.Equal([6, 8], before.Select(Line));
        Assert.Equal([8, 10], after.Select(Line));
        Assert.All(before, problem => Assert.Equal(("lien-mort", "major"), (problem.GetProperty("check_name").GetString(), problem.GetProperty("severity").GetString())));
        Assert.All(before, problem => Assert.EndsWith("page.md", problem.GetProperty("location").GetProperty("path").GetString(), StringComparison.Ordinal));

        // New lines above are no new problems.
        Assert.Equal(before.Select(Fingerprint), after.Select(Fingerprint));
        Assert.Equal(2, before.Select(Fingerprint).Distinct().Count());

        JsonElement[] Problems() => [.. JsonDocument.Parse(_output.ToString()).RootElement.EnumerateArray()];
        static int Line(JsonElement problem) => problem.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32();
        static string? Fingerprint(JsonElement problem) => problem.GetProperty("fingerprint").GetString();
    }

    [Fact]
    public async Task Check_Sarif_NamesRuleAndPlace()
    {
        _site.WithPage("un été.md", "title: Page\ndescription: Une page.", Error).WithPage("c.md", "title: Autre");

        await Check("--format", "sarif");

        var log = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = log.GetProperty("runs")[0];
        Assert.Equal(["description-manquante", "lien-mort"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()));
        var result = run.GetProperty("results")[1];
        Assert.Equal(("lien-mort", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("/un%20%C3%A9t%C3%A9.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"startLine":6,"startColumn":25}""", JsonSerializer.Serialize(place.GetProperty("region")));
    }

    /// <summary>What the examples for forges run, after the name of the image, on a folder with one fault.</summary>
    [Theory]
    [InlineData("check-content.github.yaml", "page.md,line=6")]
    [InlineData("check-content.gitlab-ci.yml", "\"begin\": 6")]
    [InlineData("pre-commit", "page.md:6:25")]
    [InlineData("pre-commit-config.yaml", "page.md:6:25")]
    public async Task Check_AsTheExampleRunsIt_FailsWithTheLine(string example, string place)
    {
        Page(Error);
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".github", "examples", example), TestContext.Current.CancellationToken);
        var command = System.Text.RegularExpressions.Regex.Match(text, @"(?:plansweb:latest""?|PLANSWEB_IMAGE""|\$PLANSWEB) (check\b[^\n>]*)").Groups[1].Value;
        var words = command.Replace("\"$@\"' --", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "content" ? _site.Root : word);

        Assert.Equal(1, await Run([.. words, .. command.Contains("--content", StringComparison.Ordinal) ? [Path.Combine(_site.Root, "page.md")] : new[] { _site.Root }]));
        Assert.Contains(place, _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(503, 1)]
    public async Task Health_SiteThatAnswers_EndsWithItsState(int answer, int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        await using var server = builder.Build();
        server.MapGet("/health/ready", () => Microsoft.AspNetCore.Http.Results.StatusCode(answer));
        await server.StartAsync(TestContext.Current.CancellationToken);
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        Assert.Equal(status, await Run("health", "--url", address));
    }

    [Fact]
    public async Task Health_NothingThere_EndsWithOne() => Assert.Equal(1, await Run("health", "--url", "http://127.0.0.1:1"));

    private Task<int> Check(params string[] options) => Run(["check", "--content", _site.Root, .. options]);

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(arguments, new Terminal(_output, _error, HasColours: false), TimeProvider.System);

    private void Page(string body) => _site.WithPage("page.md", "title: Page\ndescription: Une page.", body);
}
