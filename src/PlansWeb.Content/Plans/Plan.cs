using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>The plan of an administration: a small page with the layout <c>plan</c>.</summary>
/// <param name="Page">The page.</param>
/// <param name="Administration">Whose plan it is: front matter <c>administration</c>; <see langword="null"/> where it does not say.</param>
/// <param name="Documents">The documents that the front matter names and that are there, in its order.</param>
internal sealed record Plan(ContentPage Page, string? Administration, IReadOnlyList<PlanDocument> Documents)
{
    /// <summary>The layout of a plan's page.</summary>
    public const string Layout = "plan";

    /// <summary>What the plan is called among others: the administration and the title, which often has it already.</summary>
    public string Name => Administration is null || Page.Title.Contains(Administration, StringComparison.CurrentCultureIgnoreCase)
        ? Page.Title
        : ContentTexts.PlanName(Administration, Page.Title);

    /// <summary>A text of the front matter; <see langword="null"/> where it is missing or blank.</summary>
    internal static string? TextOf(ContentPage page, string key) => DataTexts.Of(page.Data.GetValueOrDefault(key));

    /// <summary>The texts of the front matter under a key, which holds one or a list of them; what is blank or no text is left out.</summary>
    internal static IEnumerable<string> TextsOf(ContentPage page, string key) => DataTexts.AllOf(page.Data.GetValueOrDefault(key));

    /// <summary>The folder of a file, with its slash; empty for the content folder itself.</summary>
    internal static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
