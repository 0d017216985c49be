using System.Collections.Frozen;

namespace PlansWeb.Dsfr;

/// <summary>The classes that editors may write: those of <c>Assets/editor-classes.txt</c>, for which the style sheets keep rules.</summary>
public static class EditorClasses
{
    /// <summary>Their names. The list has elements and attributes too: a class of ours or of the DSFR has a hyphen.</summary>
    public static FrozenSet<string> Names { get; } = Read();

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(EditorClasses).Assembly.GetManifestResourceStream("PlansWeb.Dsfr.editor-classes.txt")!);
        return reader.ReadToEnd().Split('\n').Where(static line => !line.StartsWith('#'))
            .SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(static name => name.Contains('-', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
    }
}
