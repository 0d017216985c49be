using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>A part of the site with a menu of its own.</summary>
/// <param name="Index">The section's first page; <see langword="null"/> where no page owns the key that its pages name.</param>
/// <param name="Title">Name of the section.</param>
/// <param name="Nodes">The pages below the index, in order.</param>
internal sealed record Section(ContentPage? Index, string Title, IReadOnlyList<NavigationNode> Nodes);
