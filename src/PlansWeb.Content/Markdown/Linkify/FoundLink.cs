namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>An address in running text.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last.</param>
/// <param name="Kind">How it was recognised.</param>
internal readonly record struct FoundLink(int Start, int End, FoundLinkKind Kind);
