using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Yaml;
using PlansWeb.Content.Html;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>Computes what waits for a page's data: <c>eleventyComputed</c>, and functions of data files.</summary>
/// <param name="render">Renders a text as a template.</param>
internal sealed class ComputedData(Func<string, int, LiquidContext, ProblemLog, string>? render)
{
    private const string Key = "eleventyComputed";

    /// <summary>The data with what was computed over it. Never throws.</summary>
    /// <param name="data">The data after the cascade.</param>
    /// <param name="context">Makes what functions and templates may name, of data.</param>
    /// <param name="problems">Where problems are reported.</param>
    public DataMap Compute(DataMap data, Func<DataMap, LiquidContext> context, ProblemLog problems)
    {
        var isHidden = false;
        var isDone = data[Key] is not DataMap;
        for (var pass = 0; pass < 2 && !isDone; pass++)
        {
            // Eleventy orders the keys by what they name; two turns give what one key takes from another.
            var log = pass == 0 ? new ProblemLog("", "") : problems;
            foreach (var (key, node) in ((DataMap)data[Key]!).Entries.OrderBy(static pair => pair.Key == "permalink"))
            {
                data = With(data, key, Value(node, context(data), log, ref isHidden) ?? new DataScalar(null, "", node.Position));
            }
        }

        if (data["permalink"] is DataMap { } build && build["build"] is { } inner)
        {
            data = With(data, "permalink", inner);
        }

        if (data["permalink"] is DataScalar { Value: ScriptFunction } function)
        {
            var permalink = Value(function, context(data), problems, ref isHidden);
            data = permalink is DataMap map ? With(data, "permalink", map["build"]) : With(data, "permalink", permalink);
        }

        foreach (var (key, node) in data.Entries)
        {
            if (node is DataScalar { Value: ScriptFunction } && key is "draft" or "unlisted" or "publishDate" or "expiryDate")
            {
                data = With(data, key, Value(node, context(data), problems, ref isHidden));
            }
        }

        // What is left of functions has no meaning to templates.
        foreach (var (key, _) in data.Entries.Where(static pair => pair.Key == Key || pair.Value is DataScalar { Value: ScriptFunction }).ToArray())
        {
            data = With(data, key, null);
        }

        return isHidden ? With(data, "draft", new DataScalar(true, "true", data.Position)) : data;
    }

    private DataNode? Value(DataNode node, LiquidContext context, ProblemLog problems, ref bool isHidden)
    {
        switch (node)
        {
            case DataScalar { Value: ScriptFunction function }:
                try
                {
                    return function.Module.Call(function.Path, context) is { } result ? ScriptData.ToNode(result, node.Position, null, "") : null;
                }
                catch (SandboxException e)
                {
                    // Where the address, or whether the page shows at all, is what could not be told, it does not show.
                    var key = function.Path.Split('/').Last(static part => part != "build");
                    var hides = key is "permalink" or "draft" or "unlisted" or "publishDate" or "expiryDate";
                    isHidden |= hides;
                    problems.Report(hides ? ProblemRules.HidingScript : ProblemRules.ScriptData, 1, 0,
                        $"La fonction «\u00a0{key}\u00a0» de «\u00a0{node.Position.File}\u00a0» (ligne {Math.Max(1, e.Line)}) ne peut pas être calculée pour cette page\u00a0: {(e.IsLimit ? "elle demande trop de calcul ou de mémoire" : e.Message.Split('\n')[0])}"
                            + (hides ? "\u00a0; par prudence, la page reste masquée." : "."),
                        $"Écrivez «\u00a0{key}: …\u00a0» dans l’en-tête de la page.");
                    return null;
                }

            case DataScalar { Value: string text } when render is not null && text.Contains('{', StringComparison.Ordinal):
                var rendered = render(text, node.Position.Line, context, problems);
                return new DataScalar(rendered, rendered, node.Position);
            case DataMap map:
                var entries = new Dictionary<string, DataNode>(StringComparer.Ordinal);
                foreach (var (name, value) in map.Entries)
                {
                    entries[name] = Value(value, context, problems, ref isHidden) ?? new DataScalar(null, "", node.Position);
                }

                return new DataMap(entries, node.Position);
            case DataList list:
                var items = new List<DataNode>();
                foreach (var item in list.Items)
                {
                    items.Add(Value(item, context, problems, ref isHidden) ?? new DataScalar(null, "", node.Position));
                }

                return new DataList(items, node.Position);
            default:
                return node;
        }
    }

    private static DataMap With(DataMap data, string key, DataNode? value)
    {
        var entries = new Dictionary<string, DataNode>(data.Entries, StringComparer.Ordinal);
        if (value is null)
        {
            entries.Remove(key);
        }
        else
        {
            entries[key] = value is DataMap above && entries.GetValueOrDefault(key) is DataMap below ? DataCascade.Merge(below, above) : value;
        }

        return new DataMap(entries, data.Position);
    }
}
