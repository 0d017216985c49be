namespace PlansWeb.Content.Search;

/// <summary>
/// Cuts a folded French word down to what its forms share, so that « achats » finds « achat » and « numérisation » finds « numériser ».
/// A light stemmer in the spirit of J. Savoy's for French (« Light Stemming Approaches for the French, Portuguese, German and Hungarian
/// Languages », 2006): plural, feminine and the commonest endings of nouns and verbs, by a table of our own, chosen on the words of public
/// administration. It may join too much rather than too little: exact forms rank first anyway.
/// </summary>
internal static class FrenchStemmer
{
    // Ending, what stands in its place, letters that must be left before it. The first that fits is taken, so longer endings come first;
    // one that stands twice leaves less of a short word.
    private static readonly (string Ending, string Replacement, int Least)[] s_endings =
    [
        ("iquement", "", 5),
        ("issement", "", 4),
        ("issante", "", 4),
        ("issant", "", 4),
        ("issent", "", 4),
        ("issez", "", 4),
        ("ementale", "", 5),
        ("emental", "", 5),
        ("abilite", "abl", 3),
        ("ibilite", "ibl", 3),
        ("ication", "i", 4),
        ("uctrice", "ui", 2),
        ("ucteur", "ui", 2),
        ("uction", "ui", 2),
        ("uisant", "ui", 2),
        ("amment", "ant", 3),
        ("emment", "ent", 3),
        ("atrice", "", 5),
        ("ateur", "", 5),
        ("ation", "", 5),
        ("ative", "", 5),
        ("alite", "al", 5),
        ("ivite", "iv", 6),
        ("acite", "ac", 3),
        ("trice", "t", 4),
        ("trice", "teu", 2),
        ("ement", "", 5),
        ("atif", "", 5),
        ("iere", "ier", 3),
        ("ique", "", 5),
        ("euse", "", 5),
        ("euse", "eu", 3),
        ("eur", "", 5),
        ("eur", "eu", 3),
        ("ail", "al", 4),
        ("iau", "ial", 4),
        ("if", "iv", 3),
        ("ez", "", 4),
        ("ir", "", 5),
        ("ie", "", 5),
        ("eu", "", 5),
        ("i", "", 5),
    ];

    // The same, for what is left without its final e: nouns and participles of verbs, which stand behind other endings too (« implantation »).
    private static readonly (string Ending, string Replacement, int Least)[] s_verbEndings =
    [
        ("endr", "end", 1),
        ("endu", "end", 1),
        ("ondr", "ond", 1),
        ("ondu", "ond", 1),
        ("ageant", "", 5),
        ("eant", "", 4),
        ("ant", "", 4),
        ("uir", "ui", 3),
        ("uit", "ui", 3),
        ("ag", "", 5),
    ];

    /// <summary>The stem of a folded word. Short words, and words with digits, are their own.</summary>
    public static string Stem(ReadOnlySpan<char> word)
    {
        if (word.Length < 4 || word.ContainsAnyInRange('0', '9'))
        {
            return word.ToString();
        }

        Span<char> letters = stackalloc char[word.Length + 2];
        word.CopyTo(letters);
        var length = Singular(letters, word.Length);
        length = ReplaceEnding(letters, length, s_endings);
        length = WithoutFinalE(letters, length);
        if (length >= 5 && letters[..length].EndsWith("er"))
        {
            length = WithoutFinalE(letters, length - 2);
        }

        length = ReplaceEnding(letters, length, s_verbEndings);

        // public and publique; pratiquer and pratique.
        if (length >= 5 && letters[..length].EndsWith("iqu"))
        {
            letters[length - 2] = 'c';
            length--;
        }

        if (length > 3 && letters[length - 1] == letters[length - 2])
        {
            length--;
        }

        return letters[..length].ToString();
    }

    private static int Singular(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (word.EndsWith("eaux"))
        {
            return length - 1;
        }

        // taux and faux are no plurals of tal and fal.
        if (length >= 6 && word.EndsWith("aux"))
        {
            letters[length - 2] = 'l';
            return length - 1;
        }

        return word.EndsWith("ux") || (word[^1] == 's' && word[^2] != 's') ? length - 1 : length;
    }

    private static int ReplaceEnding(Span<char> letters, int length, (string Ending, string Replacement, int Least)[] endings)
    {
        foreach (var (ending, replacement, least) in endings)
        {
            if (length - ending.Length >= least && ((ReadOnlySpan<char>)letters[..length]).EndsWith(ending))
            {
                replacement.CopyTo(letters[(length - ending.Length)..]);
                return length - ending.Length + replacement.Length;
            }
        }

        return length;
    }

    private static int WithoutFinalE(Span<char> letters, int length)
    {
        while (length > 3 && letters[length - 1] == 'e')
        {
            length--;
        }

        return length;
    }
}
