using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>A page of a branch.</summary>
/// <param name="Page">The page.</param>
/// <param name="Depth">Steps below the page that the branch begins with; 0 for that page.</param>
internal sealed record BranchEntry(ContentPage Page, int Depth);
