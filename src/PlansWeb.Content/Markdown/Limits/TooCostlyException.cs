namespace PlansWeb.Content.Markdown.Limits;

/// <summary>Stops Markdig, which has no cancellation, when a text would cost too much. Never leaves <see cref="MarkdownRenderer"/>.</summary>
/// <param name="line">Line of the Markdown, from 0, of the paragraph that exceeds a limit.</param>
/// <param name="message">What is wrong: one French sentence.</param>
/// <param name="advice">What to do: one French sentence.</param>
/// <param name="isRest">All that follows the line is left out, not only its paragraph.</param>
internal sealed class TooCostlyException(int line, string message, string advice, bool isRest = false) : Exception(message)
{
    /// <summary>Line of the Markdown, from 0, of the paragraph that exceeds a limit.</summary>
    public int Line { get; } = line;

    /// <summary>What to do: one French sentence.</summary>
    public string Advice { get; } = advice;

    /// <summary>All that follows the line is left out, not only its paragraph.</summary>
    public bool IsRest { get; } = isRest;

    /// <summary>The tree is deeper than <see cref="MarkdownDialect.MaximumDepth"/>.</summary>
    public static TooCostlyException Depth(int line) => new(
        line,
        "Trop de listes, de citations, de crochets ou d’astérisques sont emboîtés ou restent ouverts\u00a0: ce passage n’est pas affiché.",
        "Fermez les crochets et les astérisques, ou écrivez-les avec une barre oblique inverse : « \\[ », « \\* ».");

    /// <summary>A paragraph holds too many special characters for its length.</summary>
    public static TooCostlyException Cost(int line) => new(
        line,
        "Ce paragraphe contient trop de caractères spéciaux (crochets, astérisques, accents graves…) pour être mis en forme\u00a0: il n’est pas affiché.",
        "Coupez-le en plusieurs paragraphes séparés par une ligne vide.");

    /// <summary>The page has more than <see cref="SourceLimits.MaximumHeadings"/> headings.</summary>
    public static TooCostlyException Headings(int line) => new(
        line,
        $"La page compte plus de {SourceLimits.MaximumHeadings} titres\u00a0: la suite, à partir de cette ligne, n’est pas affichée.",
        "Partagez cette page en plusieurs fichiers.",
        isRest: true);
}
