using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Benchmarks;

/// <summary>A register of 3,000 actions with 12 readings each, made up.</summary>
[MemoryDiagnoser]
public class RegisterBenchmarks
{
    private const int Administrations = 11;

    private static readonly string[] s_statuses = ["annoncee", "experimentation", "en-cours", "realisee"];

    private readonly string _folder = Directory.CreateTempSubdirectory("plansweb-register-").FullName;
    private SiteContent _content = null!;
    private Register _register = Register.None;

    /// <summary>Writes and loads the content.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Write("index.md", "---\ntitle: Accueil\n---\n");
        Write("plans/index.md", "---\ntitle: Plans\n---\n");
        Write("_data/administrations.yaml", string.Concat(Enumerable.Range(0, Administrations).Select(static i => string.Create(CultureInfo.InvariantCulture, $"a{i}: Ministère {i}\n"))));
        Write("_data/thematiques.yaml", string.Concat(Enumerable.Range(0, 7).Select(static i => string.Create(CultureInfo.InvariantCulture, $"t{i}: Thème {i}\n"))));
        var actions = new StringBuilder("id;administration;titre;thematique;unite;cible;source;page_source\n");
        var readings = new StringBuilder("action;date;statut;valeur;commentaire;source;page_source\n");
        for (var i = 0; i < 3_000; i++)
        {
            actions.Append(CultureInfo.InvariantCulture, $"x-{i};a{i % Administrations};Mesurer et réduire le parc des écrans du service {i};t{i % 7};%;50;https://example.org/plan-{i % 60}.pdf;p. {i % 90}\n");
            for (var month = 1; month <= 12; month++)
            {
                readings.Append(CultureInfo.InvariantCulture, $"x-{i};{i % 28 + 1:00}/{month:00}/{2020 + i % 6};{s_statuses[month / 4]};{month},5;Ce que la source en dit au mois {month}.;https://example.org/bilan-{month}.pdf;p. {month}\n");
            }
        }

        Write("plans/registre/actions.csv", actions.ToString());
        Write("plans/registre/releves.csv", readings.ToString());
        _content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(_folder);
        _register = (Register)new RegisterBuilder().Build(_content, []);
    }

    /// <summary>Removes the content.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    /// <summary>Reads all rows.</summary>
    [Benchmark]
    public object Build() => new RegisterBuilder().Build(_content, []);

    /// <summary>One question with three filters and a word.</summary>
    [Benchmark]
    public object Filter() => new ActionQuery { Theme = _register.Themes[2], Status = "realisee", Year = 2023, Text = "ecrans" }.Find(_register);

    /// <summary>The workbook of all of it.</summary>
    [Benchmark]
    public object Workbook() => RegisterExports.Ods(RegisterTable.All(_register));

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
