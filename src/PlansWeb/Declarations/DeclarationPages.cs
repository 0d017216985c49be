using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Declarations;

/// <summary>The pages of a snapshot that declare its accessibility and its eco-design, wherever they stand.</summary>
internal sealed class DeclarationPages
{
    private readonly (ContentPage Page, OnDemand<Said> State)[] _accessibility;

    private DeclarationPages(SiteContent content)
    {
        // The layout's own goes first: it says all that the law asks for.
        _accessibility =
        [
            .. content.Pages.Where(AccessibilityDeclaration.IsOf).OrderBy(static page => page.Layout == AccessibilityDeclaration.Layout ? 0 : 1).ThenBy(static page => page.Url.Length)
                .Select(page => (page, new OnDemand<Said>(() => new Said(page.Layout == AccessibilityDeclaration.Layout
                    ? AccessibilityDeclaration.Of(page, content.Identity, null).State
                    : AccessibilityDeclaration.StateIn(page))))),
        ];
        Ecodesign = [.. content.Pages.Where(static page => page.Layout == "ecoconception")];
    }

    /// <summary>The declarations of eco-design, in the order of their files.</summary>
    public IReadOnlyList<ContentPage> Ecodesign { get; }

    /// <summary>The declaration of accessibility for readers of a language, and the state that it says; <see langword="null"/> where the content has none.</summary>
    public (ContentPage Page, AccessibilityState? State)? Accessibility(string lang)
    {
        if (_accessibility.Length == 0)
        {
            return null;
        }

        var (page, state) = _accessibility.FirstOrDefault(entry => entry.Page.Lang == lang, _accessibility[0]);
        return (page, state.Value.State);
    }

    /// <summary>The states that the foot of pages may repeat, each with the address of its declaration: all that other pages show of the texts of these.</summary>
    public IEnumerable<(string Url, AccessibilityState? State)> States => _accessibility.Select(static entry => (entry.Page.Url, entry.State.Value.State));

    /// <summary>The page is one of them.</summary>
    public bool Contains(ContentPage page) => _accessibility.Any(entry => entry.Page == page) || Ecodesign.Contains(page);

    // The state is read from the text of a page, which a large site renders when somebody asks.
    private sealed record Said(AccessibilityState? State);

    /// <summary>Finds them for each snapshot.</summary>
    internal sealed class Builder : ISnapshotPart
    {
        /// <inheritdoc/>
        public object Build(SiteContent content, ICollection<Diagnostic> problems) => new DeclarationPages(content);
    }
}
