namespace PlansWeb.Content.Markdown.Limits;

/// <summary>Why a piece of a text is left out.</summary>
/// <param name="Line">Line of the Markdown, from 0.</param>
/// <param name="Message">What is wrong: one French sentence.</param>
/// <param name="Advice">What to do: one French sentence.</param>
internal sealed record LimitExceeded(int Line, string Message, string Advice)
{
    /// <summary>All that follows the line is left out, not only its paragraph.</summary>
    public bool IsRest { get; init; }

    /// <summary>The tree is deeper than <see cref="MarkdownDialect.MaximumDepth"/>.</summary>
    public static LimitExceeded Depth(int line) => new(
        line,
        "Trop de listes, de citations, de crochets ou d’astérisques sont emboîtés ou restent ouverts\u00a0: ce passage n’est pas affiché.",
        "Fermez les crochets et les astérisques, ou écrivez-les avec une barre oblique inverse : « \\[ », « \\* ».");

    /// <summary>A paragraph holds too many special characters for its length.</summary>
    public static LimitExceeded Cost(int line) => new(
        line,
        "Ce paragraphe contient trop de caractères spéciaux (crochets, astérisques, accents graves…) pour être mis en forme\u00a0: il n’est pas affiché.",
        "Coupez-le en plusieurs paragraphes séparés par une ligne vide.");

    /// <summary>The page has more than <see cref="SourceLimits.MaximumHeadings"/> headings.</summary>
    public static LimitExceeded Headings(int line) => new(
        line,
        $"La page compte plus de {SourceLimits.MaximumHeadings} titres\u00a0: la suite, à partir de cette ligne, n’est pas affichée.",
        "Partagez cette page en plusieurs fichiers.")
    {
        IsRest = true,
    };
}
