namespace PlansWeb.Dsfr;

/// <summary>An entry of a menu or breadcrumb: text and links, no page.</summary>
/// <param name="Text">The visible text, not HTML-encoded.</param>
/// <param name="Href">The address, already percent-encoded; <see langword="null"/> for an entry that is no link.</param>
public sealed record MenuItem(string Text, string? Href)
{
    /// <summary>The address of a link; none where it is empty.</summary>
    public static string? LinkOf(string href) => href.Length == 0 ? null : href;

    /// <summary>The entry is the page that is shown: <c>aria-current="page"</c> (RGAA 12.2).</summary>
    public bool IsCurrent { get; init; }

    /// <summary>The entry is the page that is shown or leads to it: its branch is open and marked.</summary>
    public bool IsActive { get; init; }

    /// <summary>Language of the text and of what it leads to, where it is not that of the interface: <c>lang</c> (RGAA 8.7) and <c>hreflang</c>.</summary>
    public string? Lang { get; init; }

    /// <summary>The entries below, in order.</summary>
    public IReadOnlyList<MenuItem> Children { get; init; } = [];
}
