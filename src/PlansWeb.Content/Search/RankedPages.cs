namespace PlansWeb.Content.Search;

/// <summary>The pages that answer a query.</summary>
/// <param name="Ranked">Places of the pages, best first.</param>
/// <param name="WithAllWords">How many of them have all the words.</param>
internal sealed record RankedPages(int[] Ranked, int WithAllWords);
