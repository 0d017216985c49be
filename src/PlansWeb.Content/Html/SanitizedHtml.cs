namespace PlansWeb.Content.Html;

/// <summary>HTML that may stand in a page.</summary>
/// <param name="Html">The fragment, well formed.</param>
/// <param name="RenamedIds">Ids that the layout needs for itself, with what they became.</param>
internal sealed record SanitizedHtml(string Html, IReadOnlyDictionary<string, string> RenamedIds);
