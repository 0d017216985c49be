namespace PlansWeb.Content.Diagnostics;

/// <summary>Where a value was written, so that a problem found later can still name the place.</summary>
/// <param name="File">Path below the content folder, with <c>/</c>; empty for defaults that no file wrote.</param>
/// <param name="Line">Line in the file, from 1; 0 where unknown.</param>
/// <param name="Column">Column, from 1; 0 where unknown.</param>
internal readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>The position of a value that no file wrote.</summary>
    public static SourcePosition None { get; } = new("", 0, 0);
}
