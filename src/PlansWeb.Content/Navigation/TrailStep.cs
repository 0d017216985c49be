using PlansWeb.Content.Site;

namespace PlansWeb.Content.Navigation;

/// <summary>A step of a breadcrumb.</summary>
/// <param name="Page">The page of the step.</param>
/// <param name="Title">Its title in the trail.</param>
/// <param name="Href">Its address, percent-encoded.</param>
internal sealed record TrailStep(ContentPage Page, string Title, string Href);
