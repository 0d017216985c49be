using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.FrontMatter;

/// <summary>A value of front matter or of a data file: a scalar, a list or a map, with the place where it was written.</summary>
internal abstract class DataNode(SourcePosition position)
{
    /// <summary>Where the value was written.</summary>
    public SourcePosition Position { get; } = position;

    /// <summary>
    /// The value as plain objects, for templates: <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>,
    /// <see cref="DateTimeOffset"/>, <see langword="null"/>, <see cref="IReadOnlyList{T}"/> or <see cref="IReadOnlyDictionary{TKey,TValue}"/> of these.
    /// </summary>
    public abstract object? ToPlain();
}

/// <summary>A single value, typed as js-yaml 3 (the old site's YAML) types it.</summary>
internal sealed class DataScalar(object? value, string text, SourcePosition position) : DataNode(position)
{
    /// <summary><see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="DateTimeOffset"/> or <see langword="null"/>.</summary>
    public object? Value { get; } = value;

    /// <summary>The value as it was written, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>
    /// The text has the form of a date that no calendar has (2024-16-18): <see cref="Value"/> is the text, and whoever expects a date here reports it.
    /// </summary>
    public bool IsImpossibleDate { get; init; }

    /// <inheritdoc/>
    public override object? ToPlain() => Value;
}

/// <summary>A list of values.</summary>
internal sealed class DataList(IReadOnlyList<DataNode> items, SourcePosition position) : DataNode(position)
{
    /// <summary>The values, in order.</summary>
    public IReadOnlyList<DataNode> Items { get; } = items;

    /// <inheritdoc/>
    public override object? ToPlain()
    {
        var plain = new object?[Items.Count];
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = Items[i].ToPlain();
        }

        return plain;
    }
}

/// <summary>Values by key, in the order they were written. Keys are compared letter by letter.</summary>
internal sealed class DataMap(IReadOnlyDictionary<string, DataNode> entries, SourcePosition position) : DataNode(position)
{
    /// <summary>A map without entries.</summary>
    public static DataMap Empty { get; } = new(new Dictionary<string, DataNode>(), SourcePosition.None);

    /// <summary>The entries.</summary>
    public IReadOnlyDictionary<string, DataNode> Entries { get; } = entries;

    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    public DataNode? this[string key] => Entries.GetValueOrDefault(key);

    /// <inheritdoc/>
    public override object? ToPlain()
    {
        var plain = new Dictionary<string, object?>(Entries.Count, StringComparer.Ordinal);
        foreach (var (key, value) in Entries)
        {
            plain[key] = value.ToPlain();
        }

        return plain;
    }
}
