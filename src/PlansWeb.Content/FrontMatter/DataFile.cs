using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.FrontMatter;

/// <summary>A data file, read.</summary>
/// <param name="Data">Its data; an empty map when the file is empty, as in Eleventy, or when nothing of it can be read.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record DataFile(DataNode Data, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>The file as it was written; empty where it could not be read.</summary>
    public string Text { get; init; } = "";

    /// <summary>Nothing is known of what it says: it could not be read at all.</summary>
    public bool IsUnread { get; init; }
}
