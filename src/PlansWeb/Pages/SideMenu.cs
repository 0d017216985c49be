using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>The menu of the section that a page belongs to.</summary>
/// <param name="Title">Name of the section.</param>
/// <param name="Items">The section's index first, then its pages by order.</param>
public sealed record SideMenu(string Title, IReadOnlyList<MenuItem> Items);
