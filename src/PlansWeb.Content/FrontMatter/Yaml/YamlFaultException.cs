namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>A YAML text cannot be read as it stands. Never leaves this folder: the reader's caller mends the text or reports.</summary>
/// <param name="kind">Why.</param>
/// <param name="line">Line in the file, from 1.</param>
/// <param name="column">Column, from 1.</param>
internal sealed class YamlFaultException(YamlFaultKind kind, int line, int column) : Exception
{
    /// <summary>Why the text cannot be read.</summary>
    public YamlFaultKind Kind { get; } = kind;

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public int Column { get; } = column;
}
