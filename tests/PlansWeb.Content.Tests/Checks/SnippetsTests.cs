using System.Text.Encodings.Web;
using System.Text.Json;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Markdown.Containers;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Checks;

/// <summary>
/// The snippets for writers in <c>.vscode/plansweb.code-snippets</c>: made here, from what the site reads. Where a test says that the file differs, what it should
/// be lies beside it, to be copied over.
/// </summary>
public sealed class SnippetsTests
{
    private static readonly string s_file = Path.Combine(Repository.Root, ".vscode", "plansweb.code-snippets");

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What is proposed as the value of a key; every key has one.
    private static readonly Dictionary<string, string> s_values = new(StringComparer.Ordinal)
    {
        ["title"] = "${1:Titre de la page}",
        ["description"] = "${1:Une phrase pour les moteurs de recherche.}",
        ["layout"] = "${1|" + string.Join(',', PageLayouts.Names) + "|}",
        ["date"] = Day(1),
        ["updated"] = Day(1),
        ["reviewDate"] = Day(1),
        ["changes"] = "[{date: " + Day(1) + ", note: ${2:Ce qui a changé}}]",
        ["tags"] = "[${1:étiquette}]",
        ["permalink"] = "/${1:adresse}/",
        ["image"] = "/img/${1:image.jpg}",
        ["lang"] = "${1:en}",
        ["toc"] = "${1|false,true|}",
        ["aliases"] = "[/${1:ancienne-adresse}/]",
        ["draft"] = "${1|true,false|}",
        ["unlisted"] = "${1|true,false|}",
        ["publishDate"] = Day(1),
        ["expiryDate"] = Day(1),
        ["translationKey"] = "${1:cle}",
        ["entries"] = "${1:cle-de-la-rubrique}",
        ["focus"] = "${1|true,false|}",
        ["chiffres"] = "[${1:indicateur}]",
        ["administration"] = "${1:Ministère}",
        ["document"] = "${1:plan.pdf}",
        ["documentLang"] = "${1:en}",
        ["order"] = "${1:10}",
        ["eleventyExcludeFromCollections"] = "${1|true,false|}",
        [AccessibilityDeclaration.Key] = "{entite: ${1:Organisme}, contact: ${2:contact@example.org}}",
        ["ignore"] = "[${1:lien-mort}]",
    };

    // What is proposed in a cell, where it is one of a few words.
    private static readonly Dictionary<string, string> s_cells = new(StringComparer.Ordinal)
    {
        ["statut"] = Choice(Enum.GetValues<ActionStatus>().Select(RegisterTexts.StatusKey)),
        ["niveau"] = Choice(Enum.GetValues<ActionLevel>().Select(RegisterTexts.LevelKey)),
    };

    [Fact]
    public void Snippets_File_IsWhatTheSiteReads()
    {
        var expected = JsonSerializer.Serialize(Snippets(), s_json) + "\n";
        var written = File.Exists(s_file) ? File.ReadAllText(s_file) : "";
        if (written != expected)
        {
            var made = Path.Combine(Path.GetTempPath(), "plansweb.code-snippets");
            File.WriteAllText(made, expected);
            Assert.Fail($"Copy {made} to .vscode/plansweb.code-snippets.");
        }
    }

    [Fact]
    public void Snippets_EveryDefinition_HasOne()
    {
        var prefixes = Snippets().Values.Select(snippet => snippet.Prefix).ToArray();

        Assert.Equal(prefixes.Length, prefixes.Distinct().Count());
        Assert.All(KnownKeys.OfPage.Where(key => key != KnownKeys.Navigation), key => Assert.Contains(key, prefixes));
        Assert.All(ContainerFence.Names.Keys, name => Assert.Contains("bloc-" + name, prefixes));
        Assert.All(RegisterRows.Columns.Keys, kind => Assert.Contains("registre-" + kind, prefixes));
    }

    private static Dictionary<string, Snippet> Snippets()
    {
        var navigation = KnownKeys.OfNavigation.Where(static key => key != "url").Select((key, i) => $"  {key}: ${{{i + 4}:{Sample(key)}}}");
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
        foreach (var key in KnownKeys.OfPage.Where(static key => key != KnownKeys.Navigation))
        {
            snippets["Clé " + key] = new("markdown,yaml", key, [$"{key}: {s_values[key]}"], "Clé de l’en-tête : " + key);
        }

        foreach (var (name, kind) in ContainerFence.Names)
        {
            var opening = kind is ContainerKind.Highlight or ContainerKind.Quote ? ":::" + name : $":::{name} ${{1:Titre}}";
            snippets["Bloc " + name] = new("markdown", "bloc-" + name, [opening, "$0", ":::"], "Bloc : " + name);
        }

        snippets["Bloc volet"] = new("markdown", "bloc-volet", ["??? ${1:Une question}", "$0", "???"], "Volet qui s’ouvre");
        snippets["Bloc volets"] = new("markdown", "bloc-volets", ["???accordionsgroup", "??? ${1:Une question}", "$0", "???", "???"], "Groupe de volets");
        foreach (var (kind, columns) in RegisterRows.Columns)
        {
            snippets["Registre " + kind] = new(
                "plaintext,csv", "registre-" + kind, [string.Join(';', columns.Select(static (column, i) => string.Format(null, s_cells.GetValueOrDefault(column, "${{{0}:" + column + "}}"), i + 1)))],
                "Ligne du registre : " + kind + ".csv");
            snippets["Colonnes " + kind] = new("plaintext,csv", "colonnes-" + kind, [string.Join(';', columns)], "Première ligne de " + kind + ".csv");
        }

        return snippets;
    }

    private static string Sample(string key) => key switch { "key" => "cle", "parent" => "cle-du-parent", "title" => "Titre court", _ => "10" };

    private static string Day(int place) => $"${{{place}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}";

    private static string Choice(IEnumerable<string> words) => "${{{0}|" + string.Join(',', words) + "|}}";

    private sealed record Snippet(
        [property: System.Text.Json.Serialization.JsonPropertyName("scope")] string Scope,
        [property: System.Text.Json.Serialization.JsonPropertyName("prefix")] string Prefix,
        [property: System.Text.Json.Serialization.JsonPropertyName("body")] IReadOnlyList<string> Body,
        [property: System.Text.Json.Serialization.JsonPropertyName("description")] string Description);
}
