using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Reads data written in JavaScript: data files and <c>---js</c> headers. What cannot run is reported, and where it names a key that hides pages, its pages
/// are hidden: a draft must not show because a script failed.
/// </summary>
/// <param name="project">The project: whether scripts may run (<c>Content:Scripts</c>), what they take for the time, and its filters.</param>
internal sealed partial class ScriptData(EleventyProject project)
{
    private static readonly DataMap s_hidden = new(new Dictionary<string, DataNode> { ["draft"] = new DataScalar(true, "true", SourcePosition.None) }, SourcePosition.None);

    /// <summary>Whether a file is JavaScript, by its name.</summary>
    public static bool HasExtension(string path) => Path.GetExtension(path) is ".js" or ".cjs" or ".mjs";

    /// <summary>Whether a file holds data in JavaScript.</summary>
    public static bool IsScript(string path) =>
        HasExtension(path)
        && (Path.GetFileNameWithoutExtension(path).EndsWith(".11tydata", StringComparison.Ordinal) || path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal));

    /// <summary>Reads a data file. Never throws.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="files">The file, and those of the content folder that it may require.</param>
    public DataFile Read(string path, ScriptFiles files)
    {
        var source = files.Read(path);
        var problems = new DiagnosticLog(path, source ?? "");
        if (source is not null)
        {
            return new DataFile(Read(source, path, 1, files, problems), problems.Problems);
        }

        problems.Report(DiagnosticRules.HidingScript, 0, 0, "Ce fichier ne peut pas être lu, ou il est trop long\u00a0: par prudence, les pages dont il donne les données restent masquées.",
            "Vérifiez ses droits d’accès, ou écrivez ses données en YAML.");
        return new DataFile(path.StartsWith(ContentFolder.DataFolder + "/", StringComparison.Ordinal) ? DataMap.Empty : s_hidden, problems.Problems);
    }

    /// <summary>Reads the <c>---js</c> header of a page: an object, or statements whose names are the keys (Eleventy 3). Never throws.</summary>
    public DataMap ReadHeader(string text, string file, DiagnosticLog problems) =>
        Read(
            text.TrimStart().StartsWith('{') ? $"module.exports = ({text.Trim().TrimEnd(';')}\n)" : text + "\n" + ScriptRewriter.Exports(text), file, 2, ScriptFiles.None, problems) as DataMap
        ?? DataMap.Empty;

    /// <summary>JSON as a script gives it, as nodes.</summary>
    /// <param name="value">The value; a function or date is marked (sandbox.js, plain).</param>
    /// <param name="position">Where it was written.</param>
    /// <param name="module">The file whose functions it names.</param>
    /// <param name="path">Its keys in the file.</param>
    public static DataNode ToNode(JsonElement value, SourcePosition position, ScriptModule? module, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("$function", out _):
                return new DataScalar(module is null ? null : new ScriptFunction(module, path), "", position);
            case JsonValueKind.Object when value.TryGetProperty("$date", out var date):
                var instant = DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Clamp(date.GetDouble(), -6e13, 2e14));
                return new DataScalar(instant, instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), position);
            case JsonValueKind.Object:
                return new DataMap(value.EnumerateObject().DistinctBy(static each => each.Name).ToDictionary(
                    static each => each.Name, each => ToNode(each.Value, position, module, path.Length == 0 ? each.Name : $"{path}/{each.Name}"), StringComparer.Ordinal), position);
            case JsonValueKind.Array:
                return new DataList([.. value.EnumerateArray().Select((each, i) => ToNode(each, position, module, $"{path}/{i.ToString(CultureInfo.InvariantCulture)}"))], position);
            case JsonValueKind.Number:
                return value.TryGetInt64(out var whole) ? new DataScalar(whole, value.GetRawText(), position) : new DataScalar(value.GetDouble(), value.GetRawText(), position);
            case JsonValueKind.True or JsonValueKind.False:
                return new DataScalar(value.GetBoolean(), value.GetRawText(), position);
            case JsonValueKind.String:
                return new DataScalar(value.GetString(), value.GetString()!, position);
            default:
                return new DataScalar(null, "", position);
        }
    }

    private DataNode Read(string source, string path, int firstLine, ScriptFiles files, DiagnosticLog problems)
    {
        var hides = Hiding().IsMatch(source) || Hiding().IsMatch(Path.GetFileName(path));
        if (!project.MayRun)
        {
            Fail(firstLine, hides, "Ces données sont écrites en JavaScript, que le réglage «\u00a0Content:Scripts\u00a0» interdit ici\u00a0: elles manquent", path, problems);
            return hides ? s_hidden : DataMap.Empty;
        }

        try
        {
            var module = new ScriptModule(source, path, files, project.Clock, project);
            foreach (var name in module.Missing)
            {
                var at = source.IndexOf(name.Replace("import(", "", StringComparison.Ordinal).TrimEnd(')'), StringComparison.Ordinal);
                Fail(firstLine + (at < 0 ? 0 : source.AsSpan(0, at).Count('\n')), hides: false,
                    $"Ce programme demande «\u00a0{name}\u00a0», qui n’existe pas ici\u00a0: ce qui en dépend manque", path, problems);
            }

            var data = ToNode(module.Data, new SourcePosition(path, firstLine > 1 ? firstLine : 0, 0), module, "");
            if (module.Missing.Count > 0 && hides && data is DataMap partial && IsDoubtful(partial))
            {
                Fail(firstLine, hides, "Une clé de ce programme dépend de ce qui n’existe pas ici", path, problems);
                return DataCascade.Merge(partial, s_hidden);
            }

            return data;
        }
        catch (SandboxException e)
        {
            var line = firstLine + Math.Max(0, e.Line - 1);
            Fail(line, hides, e.IsLimit ? "Ce programme demande trop de calcul ou de mémoire\u00a0: ses données manquent"
                : $"Ce programme ne peut pas s’exécuter ici ({e.Message.Split('\n')[0]})\u00a0: ses données manquent", path, problems);
            return hides ? s_hidden : DataMap.Empty;
        }
    }

    // A hiding key came to nothing, because what it asks for is not here.
    private static bool IsDoubtful(DataMap data) => HidingKeys.Names.Append("permalink").Any(key => data[key] is DataScalar { Value: null or "" });

    private static void Fail(int line, bool hides, string message, string path, DiagnosticLog problems)
    {
        var yaml = path.EndsWith(".md", StringComparison.Ordinal) ? "l’en-tête, entre deux lignes «\u00a0---\u00a0»," : $"«\u00a0{path[..path.LastIndexOf('.')]}.yaml\u00a0»";
        problems.Report(hides ? DiagnosticRules.HidingScript : DiagnosticRules.ScriptData, line, 0,
            message + (hides ? "\u00a0; il nomme une clé qui peut masquer des pages\u00a0: par prudence, les siennes restent masquées." : "."),
            $"Écrivez les mêmes données dans {yaml}, une ligne «\u00a0clé: valeur\u00a0» par donnée (par exemple «\u00a0layout: layouts/page.njk\u00a0»).");
    }

    [GeneratedRegex(@"\b(?:draft|permalink|publishDate|expiryDate|unlisted|eleventyExcludeFromCollections?)\b")]
    private static partial Regex Hiding();
}
