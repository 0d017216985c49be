namespace PlansWeb.Content.Search;

/// <summary>The pages that answer a query.</summary>
/// <param name="Ranked">Places of the pages, best first.</param>
/// <param name="HasAllWords">Each has all the words.</param>
internal sealed record RankedPages(int[] Ranked, bool HasAllWords);
