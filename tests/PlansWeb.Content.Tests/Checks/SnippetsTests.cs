using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Markdown.Containers;
using PlansWeb.Content.Markdown.Extras;
using PlansWeb.Content.Plans;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Checks;

/// <summary>
/// The snippets for writers in <c>.vscode/plansweb.code-snippets</c> and the table of the guide: made here, from what the site reads
/// (<see cref="GeneratedText"/>).
/// </summary>
public sealed partial class SnippetsTests
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What is proposed in a cell, where it is one of a few words.
    private static readonly Dictionary<string, string> s_cells = new(StringComparer.Ordinal)
    {
        ["statut"] = Choice(Enum.GetValues<ActionStatus>().Select(RegisterTexts.StatusKey)),
        ["niveau"] = Choice(Enum.GetValues<ActionLevel>().Select(RegisterTexts.LevelKey)),
    };

    [Fact]
    public void Snippets_File_IsWhatTheSiteReads() =>
        GeneratedText.Hold(Path.Combine(".vscode", "plansweb.code-snippets"), JsonSerializer.Serialize(Snippets(), s_json) + "\n");

    [Fact]
    public void Guide_Table_IsWhatTheSiteReads() => GeneratedText.Hold("GUIDE.md", Table(), static guide =>
    {
        var heading = guide.IndexOf("\n### Toutes les clés, tous les blocs\n", StringComparison.Ordinal);
        Assert.True(heading >= 0, "GUIDE.md has no heading « ### Toutes les clés, tous les blocs », under which the table stands.");
        var start = guide.IndexOf("\n|", heading, StringComparison.Ordinal) + 1;
        return start..(guide.IndexOf("|\n\n", start, StringComparison.Ordinal) + 2);
    });

    [Fact]
    public void Snippets_EveryDefinition_HasOne()
    {
        var prefixes = Snippets().Values.Select(snippet => snippet.Prefix).ToArray();

        Assert.Equal(prefixes.Length, prefixes.Distinct().Count());
        Assert.All(KnownKeys.OfPage.Where(key => key != KnownKeys.Navigation), key => Assert.Contains(key, prefixes));
        Assert.All(ContainerFence.Blocks, block => Assert.Contains("bloc-" + block.Name, prefixes));
        Assert.All(RegisterRows.Columns.Keys, kind => Assert.Contains("registre-" + kind, prefixes));
    }

    private static Dictionary<string, Snippet> Snippets()
    {
        var navigation = KnownKeys.InNavigation.Where(static key => key.Name != "url").Select(static (key, i) => $"  {key.Name}: {key.Value.Replace("${1:", $"${{{i + 4}:", StringComparison.Ordinal)}");
        var snippets = new Dictionary<string, Snippet>
        {
            ["Page"] = new("markdown", "page", ["---", "title: ${1:Titre de la page}", "description: ${2:Une phrase pour les moteurs de recherche.}", "date: " + Day(3), "---", "", "$0"], "En-tête d’une page"),
            ["Rubrique"] = new(
                "markdown", "rubrique", ["---", "title: ${1:Titre de la rubrique}", "description: ${2:Une phrase pour les moteurs de recherche.}", "date: " + Day(3), KnownKeys.Navigation + ":", .. navigation, "---", "", "$0"],
                "En-tête d’une page qui a sa place dans un menu"),
            ["Plan"] = new(
                "markdown", "plan",
                ["---", "title: ${1:Plan d’action}", "administration: ${2:Ministère}", "description: ${3:Ce que fait le ministère.}", "document: ${4:plan.pdf}", "date: " + Day(5), "---", "", "$0"],
                "En-tête d’un plan"),
        };
        foreach (var key in KnownKeys.Page.Where(static key => key.Value.Length > 0))
        {
            snippets["Clé " + key.Name] = new("markdown,yaml", key.Name, [$"{key.Name}: {key.Value}"], "Clé de l’en-tête : " + Link().Replace(key.Meaning, "${words}"));
        }

        foreach (var block in ContainerFence.Blocks)
        {
            var marks = new string(block.Opening[0], ContainerFence.MinimumMarks);
            var opening = block.Opening.Split('\n');
            snippets["Bloc " + block.Name] = new("markdown", "bloc-" + block.Name, [.. opening, "$0", .. Enumerable.Repeat(marks, opening.Length)], "Bloc : " + block.Meaning);
        }

        foreach (var (kind, columns) in RegisterRows.Columns)
        {
            snippets["Registre " + kind] = new(
                "plaintext,csv", "registre-" + kind, [string.Join(';', columns.Select(static (column, i) => string.Format(null, s_cells.GetValueOrDefault(column, "${{{0}:" + column + "}}"), i + 1)))],
                "Ligne du registre : " + kind + ".csv");
            snippets["Colonnes " + kind] = new("plaintext,csv", "colonnes-" + kind, [string.Join(';', columns)], "Première ligne de " + kind + ".csv");
        }

        return snippets;
    }

    // Every key, every block: what to write, and what it says.
    private static string Table()
    {
        var rows = KnownKeys.Page.SelectMany(static key => key.Name == KnownKeys.Navigation
                ? KnownKeys.InNavigation.Select(static below => Row($"`{below.Name}`, sous `{KnownKeys.Navigation}`", $"{below.Name}: {below.Value}", below.Meaning)).Prepend(Row($"`{key.Name}`", key.Name + ":", key.Meaning))
                : [Row($"`{key.Name}`", $"{key.Name}: {key.Value}", key.Meaning)])
            .Concat(ContainerFence.Blocks.Select(static block => Row("bloc", block.Opening, block.Meaning)))
            .Concat(AlertRenderer.Kinds.Select(static kind => Row("bloc", $"> [!{kind.Key}]", $"le même encadré que `:::{kind.Value}`, sans titre, comme sur GitHub ; chaque ligne commence par `>`")));
        return "| clé ou bloc | par exemple | ce que cela dit |\n| --- | --- | --- |\n" + string.Concat(rows);
    }

    private static string Row(string name, string example, string meaning) =>
        $"| {name} | {string.Join(" puis ", Plain(example).Split('\n').Select(static line => $"`{line}`"))} | {meaning} |\n";

    // A snippet as a writer would have filled it.
    private static string Plain(string snippet) =>
        Place().Replace(snippet.Replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-24", StringComparison.Ordinal), static place =>
            place.Groups["words"].Success ? place.Groups["words"].Value : place.Groups["choices"].Value.Split(',') is var choices && choices.Contains("page") ? "page" : choices[0]);

    private static string Day(int place) => $"${{{place}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}";

    private static string Choice(IEnumerable<string> words) => "${{{0}|" + string.Join(',', words) + "|}}";

    private sealed record Snippet(
        [property: System.Text.Json.Serialization.JsonPropertyName("scope")] string Scope,
        [property: System.Text.Json.Serialization.JsonPropertyName("prefix")] string Prefix,
        [property: System.Text.Json.Serialization.JsonPropertyName("body")] IReadOnlyList<string> Body,
        [property: System.Text.Json.Serialization.JsonPropertyName("description")] string Description);

    [GeneratedRegex(@"\$\{\d(?::(?<words>[^}]*)|\|(?<choices>[^|]*)\|)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\(\#[^)]*\)|`(?<words>[^`]*)`")]
    private static partial Regex Link();
}
