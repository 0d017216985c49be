using System.Collections.Frozen;

namespace PlansWeb.Content.Search;

/// <summary>Words that stand in every French page, so that no page is found by them.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = FrozenSet.ToFrozenSet(
        ("a ai as au aux avec c ce ceci cela celle celles celui ces cet cette ceux ci comme d dans de des donc dont du elle elles en entre est et etaient "
        + "etait ete etes etre eu fait font il ils j je l la le les leur leurs lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont or ou par pas "
        + "peut peuvent plus pour qu que quel quelle quelles quels qui s sa sans se sera ses si soi soit son sont sous sur t ta te tes toi ton tous tout toute "
        + "toutes tu un une vos votre vous y").Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => s_words.Contains(word);
}
