namespace PlansWeb.Loading.Markdown.Limits;

/// <summary>Why a text is refused.</summary>
/// <param name="Line">Line of the Markdown, from 0; <see langword="null"/> for the text as a whole.</param>
/// <param name="Message">What is wrong: one French sentence.</param>
/// <param name="Advice">What to do: one French sentence.</param>
internal sealed record LimitExceeded(int? Line, string Message, string Advice)
{
    /// <summary>The tree is deeper than <see cref="MarkdownDialect.MaximumDepth"/>.</summary>
    public static LimitExceeded Depth { get; } = new(
        null,
        "Trop de listes, de citations, de crochets ou d’astérisques sont emboîtés ou restent ouverts.",
        "Fermez les crochets et les astérisques, ou écrivez-les avec une barre oblique inverse : « \\[ », « \\* ».");

    /// <summary>A paragraph holds too many special characters for its length.</summary>
    public static LimitExceeded Cost(int line) => new(
        line,
        "Ce paragraphe contient trop de caractères spéciaux (crochets, astérisques, accents graves…) pour être mis en forme.",
        "Coupez-le en plusieurs paragraphes séparés par une ligne vide.");

    /// <summary>The page has more than <see cref="SourceLimits.MaximumHeadings"/> headings.</summary>
    public static LimitExceeded Headings(int line) => new(
        line,
        $"La page compte plus de {SourceLimits.MaximumHeadings} titres.",
        "Partagez cette page en plusieurs fichiers.");
}
