namespace PlansWeb.Browser.Tests;

/// <summary>What goes wrong when a page is shown otherwise than its style sheet expects; each list is empty where nothing does.</summary>
/// <param name="Overflow">Wider than the window, by the window's size.</param>
/// <param name="LostWords">Words of the content that a size of the window loses.</param>
/// <param name="CutWords">Words of headings of which a size of the window shows a part on one line and the rest on the next, without hyphenation.</param>
/// <param name="LargeText">Overflow or clipped text with letters twice as large.</param>
/// <param name="Spacing">Overflow or clipped text with the spacing of WCAG 1.4.12.</param>
/// <param name="Scrollers">Boxes that scroll sideways and have no name, or that the keyboard cannot reach.</param>
/// <param name="Colours">Text whose colour is set while no background is, itself or around it.</param>
/// <param name="Generated">Words that the style sheet writes.</param>
/// <param name="Reordered">Elements that the style sheet shows at another place than theirs.</param>
/// <param name="WithoutCss">Texts that are shown with the style sheet and not without it.</param>
public sealed record ReflowVisit(
    IReadOnlyList<string> Overflow, IReadOnlyList<string> LostWords, IReadOnlyList<string> CutWords, IReadOnlyList<string> LargeText,
    IReadOnlyList<string> Spacing, IReadOnlyList<string> Scrollers, IReadOnlyList<string> Colours, IReadOnlyList<string> Generated, IReadOnlyList<string> Reordered,
    IReadOnlyList<string> WithoutCss);
