namespace PlansWeb.Content.Search;

/// <summary>For each word, the pages where it stands, ascending, and what it is worth in each.</summary>
/// <param name="Starts">Where the pages of a word begin; one more than there are words.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Worths">The worths, beside the pages.</param>
internal sealed record Postings(int[] Starts, int[] Pages, float[] Worths)
{
    /// <summary>The number of pages where a word stands.</summary>
    public int Count(int word) => Starts[word + 1] - Starts[word];
}
