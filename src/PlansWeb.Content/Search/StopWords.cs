using System.Collections.Frozen;
using System.Text;

namespace PlansWeb.Content.Search;

/// <summary>
/// Words that stand in every French page, and words of questions, so that no page is found by them; unless nothing else is asked for. A word
/// that is one of them only without its accents (« sûr », « maïs ») is another word, and keeps its accents in the index.
/// </summary>
internal static class StopWords
{
    /// <summary>What <c>n°</c> stands for: « n° 12 » and « numéro 12 » are found by either, and by 12.</summary>
    public const string Number = "numero";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = FrozenSet.ToFrozenSet(
        ("a ai as au aux avec c ce ceci cela celle celles celui ces cet cette ceux ci comme d dans de des donc dont du elle elles en entre est et etaient "
        + "etait etre eu fait font il ils j je l la le les leur leurs lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont or ou où par pas "
        + "peut peuvent plus pour qu que quel quelle quelles quels qui s sa sans se sera ses si soi soit son sont sous sur t ta te tes toi ton tous tout toute "
        + "toutes tu un une vos votre vous y à là dès combien comment pourquoi quand quoi lequel laquelle lesquels lesquelles doit dois doivent faut faire peux puis "
        + "afin ainsi alors apres aussi autre autres avait avant avez avoir avons chaque chez contre depuis durant lors lorsque pendant plutot selon tres trop vers "
        + Number).Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> s_homographs = new Dictionary<string, string[]>
    {
        ["a"] = ["à"],
        ["de"] = ["dé"],
        ["des"] = ["dés", "dès"],
        ["du"] = ["dû"],
        ["entre"] = ["entré"],
        ["la"] = ["là"],
        ["mais"] = ["maïs"],
        ["ne"] = ["né"],
        ["notre"] = ["nôtre"],
        ["ou"] = ["où"],
        ["sur"] = ["sûr"],
        ["votre"] = ["vôtre"],
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_plain =
        s_homographs.Dictionary.SelectMany(static pair => pair.Value.Select(accented => (accented, pair.Key))).ToFrozenDictionary(static pair => pair.accented, static pair => pair.Key, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => s_words.Contains(word);

    /// <summary>The words that differ from a folded one by their accents alone, written with them.</summary>
    public static IReadOnlyList<string> Homographs(ReadOnlySpan<char> word) => s_homographs.TryGetValue(word, out var accented) ? accented : [];

    /// <summary>The word of <see cref="Homographs"/> that is written here; <see langword="null"/> where it is none.</summary>
    /// <param name="folded">The word, folded.</param>
    /// <param name="written">The same, as it stands in the text.</param>
    public static string? Homograph(ReadOnlySpan<char> folded, ReadOnlySpan<char> written)
    {
        if (folded.Length > 5 || Ascii.IsValid(written) || !s_homographs.TryGetValue(folded, out var accented))
        {
            return null;
        }

        foreach (var word in accented)
        {
            if (written.Equals(word, StringComparison.OrdinalIgnoreCase)
                || (written.Length > word.Length && written.ToString().Normalize(NormalizationForm.FormC).Equals(word, StringComparison.OrdinalIgnoreCase)))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>The stem of a word of the index: stop words have no other forms, and homographs those of the word without accents.</summary>
    public static string Stem(ReadOnlySpan<char> word) =>
        Contains(word) ? string.Concat(" ", word)
        : s_plain.TryGetValue(word, out var plain) ? plain
        : FrenchStemmer.Stem(word);
}
