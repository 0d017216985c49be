namespace PlansWeb.Content.FrontMatter;

/// <summary>
/// Eleventy's data cascade: what is nearer to the page is laid over what is farther. The rules are those of its src/Util/Merge.js and, for
/// <c>tags</c>, of cleanupData in src/TemplateData.js. Lists that are joined may repeat a value, tags too: both files then give it.
/// </summary>
internal static class DataCascade
{
    /// <summary>Before a key: what it says replaces what is inherited, and is not joined to it.</summary>
    public const string Override = "override:";

    private const string Tags = "tags";

    /// <summary>Lays one map over another. Maps merge, lists are joined, <c>override:key</c> replaces; neither map is changed.</summary>
    /// <param name="lower">What is farther from the page.</param>
    /// <param name="higher">What is nearer, and wins.</param>
    public static DataMap Merge(DataMap lower, DataMap higher)
    {
        var merged = WithTagList(MergeMaps(WithTagList(WithoutPrefixes(lower)), WithTagList(higher)));
        return merged.Entries.Count == 0 ? DataMap.Empty : merged;
    }

    private static DataMap MergeMaps(DataMap lower, DataMap higher)
    {
        var entries = new Dictionary<string, DataNode>(lower.Entries.Count + higher.Entries.Count, StringComparer.Ordinal);
        foreach (var (key, value) in lower.Entries)
        {
            entries[key] = value;
        }

        foreach (var (key, value) in higher.Entries)
        {
            if (key.StartsWith(Override, StringComparison.Ordinal))
            {
                entries[key[Override.Length..]] = value;
            }
            else
            {
                entries[key] = entries.TryGetValue(key, out var below) ? MergeNodes(below, value) : WithoutInnerPrefixes(value);
            }
        }

        return new DataMap(entries, higher.Entries.Count == 0 ? lower.Position : higher.Position);
    }

    // A map is not replaced by a single value: there as here, `eleventyNavigation: false` leaves the inherited map as it is.
    private static DataNode MergeNodes(DataNode lower, DataNode higher) => (lower, higher) switch
    {
        (DataMap below, DataMap above) => MergeMaps(below, above),
        (DataMap, _) => lower,
        (DataList below, DataList above) => new DataList([.. below.Items, .. above.Items], above.Position),
        _ => WithoutInnerPrefixes(higher),
    };

    private static DataNode WithoutInnerPrefixes(DataNode node) => node is DataMap map ? MergeMaps(DataMap.Empty, map) : node;

    private static DataMap WithoutPrefixes(DataMap map)
    {
        foreach (var key in map.Entries.Keys)
        {
            if (key.StartsWith(Override, StringComparison.Ordinal))
            {
                return MergeMaps(DataMap.Empty, map);
            }
        }

        return map;
    }

    // `tags: x` is a list of one, and nothing is an empty list.
    private static DataMap WithTagList(DataMap map)
    {
        if (map[Tags] is not DataScalar tag)
        {
            return map;
        }

        DataNode[] items = tag.Text.Length == 0 || tag.Value is null ? [] : [tag];
        var entries = new Dictionary<string, DataNode>(map.Entries, StringComparer.Ordinal) { [Tags] = new DataList(items, tag.Position) };
        return new DataMap(entries, map.Position);
    }
}
