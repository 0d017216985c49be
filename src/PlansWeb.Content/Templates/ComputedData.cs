using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>Computes what waits for a page's data: <c>eleventyComputed</c>, and functions of data files.</summary>
/// <param name="render">Renders a text as a template.</param>
internal sealed class ComputedData(Func<string, int, LiquidContext, DiagnosticLog, string>? render)
{
    /// <summary>The key of what is computed.</summary>
    public const string Key = "eleventyComputed";

    /// <summary>The data with what was computed over it. Never throws.</summary>
    /// <param name="data">The data after the cascade.</param>
    /// <param name="context">Makes what functions and templates may name, of data.</param>
    /// <param name="problems">Where problems are reported.</param>
    public DataMap Compute(DataMap data, Func<DataMap, LiquidContext> context, DiagnosticLog problems)
    {
        var isHidden = false;
        if (data[Key] is DataMap computed)
        {
            // Eleventy orders the keys by what they name; two turns give what one key takes from another.
            foreach (var log in new[] { new DiagnosticLog("", ""), problems })
            {
                foreach (var (key, node) in computed.Entries.Where(static pair => !IsAddress(pair.Key)))
                {
                    data = With(data, key, Value(node, context(data), log, ref isHidden));
                }
            }
        }

        data = WithAddress(data, data["permalink"], context, problems, ref isHidden);
        foreach (var (key, node) in ((data[Key] as DataMap)?.Entries ?? DataMap.Empty.Entries).Where(static pair => IsAddress(pair.Key)))
        {
            // What hides drafts in Eleventy takes their address away. Here they keep it, for previews, and are hidden by their key.
            var seen = HidingKeys.Names.Aggregate(data, static (seen, name) => With(seen, name, null));
            data = key == "permalink" ? WithAddress(data, node, _ => context(seen), problems, ref isHidden) : With(data, key, Value(node, context(seen), problems, ref isHidden));
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

        return WithoutFunctions(isHidden ? With(data, "draft", new DataScalar(true, "true", data.Position)) : data) as DataMap ?? data;
    }

    /// <summary>Whether something of the data waits to be computed.</summary>
    public static bool Waits(DataMap data) => data[Key] is not null || data["permalink"] is DataMap || HasFunction(data);

    private static bool IsAddress(string key) => key is "permalink" or "eleventyExcludeFromCollections";

    private static bool HasFunction(DataNode node) => node switch
    {
        DataScalar scalar => scalar.Value is ScriptFunction,
        DataMap map => map.Entries.Values.Any(HasFunction),
        DataList list => list.Items.Any(HasFunction),
        _ => false,
    };

    // Eleventy calls no other functions of data; templates have no use for them here.
    private static DataNode? WithoutFunctions(DataNode node) => node switch
    {
        _ when !HasFunction(node) => node,
        DataMap map => new DataMap(
            map.Entries.Select(static pair => (pair.Key, Node: WithoutFunctions(pair.Value))).Where(static pair => pair.Node is not null)
                .ToDictionary(static pair => pair.Key, static pair => pair.Node!, StringComparer.Ordinal), map.Position),
        DataList list => new DataList([.. list.Items.Select(WithoutFunctions).OfType<DataNode>()], list.Position),
        _ => null,
    };

    // A permalink is a text or `false`, a function that gives one, or a map of which `build` counts.
    private DataMap WithAddress(DataMap data, DataNode? permalink, Func<DataMap, LiquidContext> context, DiagnosticLog problems, ref bool isHidden)
    {
        permalink = permalink is DataMap map ? map["build"] : permalink;
        if (permalink is DataScalar { Value: ScriptFunction } function)
        {
            permalink = Value(function, context(data), problems, ref isHidden);
            permalink = permalink is DataMap made ? made["build"] : permalink;
        }
        else if (permalink is DataScalar { Value: string } && !ReferenceEquals(permalink, data["permalink"]))
        {
            permalink = Value(permalink, context(data), problems, ref isHidden);
        }

        return With(data, "permalink", permalink is DataScalar { Value: null } ? null : permalink);
    }

    private DataNode? Value(DataNode node, LiquidContext context, DiagnosticLog problems, ref bool isHidden)
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
                    problems.Report(hides ? DiagnosticRules.HidingScript : DiagnosticRules.ScriptData, 1, 0,
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
