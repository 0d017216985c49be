namespace PlansWeb.Content.Diagnostics;

/// <summary>A place in a source file.</summary>
/// <param name="Line">Line, from 1; 0 where the place is not known.</param>
/// <param name="Column">Column, from 1; 0 where it is not known.</param>
internal readonly record struct SourcePlace(int Line, int Column)
{
    /// <summary>The file as a whole.</summary>
    public static SourcePlace Unknown { get; } = new(0, 0);

    /// <summary>The top of the file, where the front matter begins.</summary>
    public static SourcePlace Top { get; } = new(1, 0);
}
