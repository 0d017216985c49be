namespace PlansWeb.Browser.Tests;

/// <summary>A page by keyboard.</summary>
/// <param name="Window">The window's width and scheme.</param>
/// <param name="Stops">All stops of Tab, to the end of the page or the first met again.</param>
/// <param name="Missed">What can be operated and was not reached.</param>
/// <param name="SkipLink">Where the first stop leads: in a word, or nothing where it leads into the content.</param>
/// <param name="Menus">What is wrong with the menus that open: submenus, on a phone the section's menu and the summary too.</param>
public sealed record KeyboardVisit(
    string Window, IReadOnlyList<KeyboardStop> Stops, IReadOnlyList<string> Missed, string? SkipLink, IReadOnlyList<string> Menus);
