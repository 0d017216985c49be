using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

namespace PlansWeb.Authoring;

/// <summary>A page as its editors look at it.</summary>
/// <param name="Page">The page.</param>
/// <param name="State">How it stands towards readers.</param>
/// <param name="StateFrom">The page above that the state comes from; <see langword="null"/> where it is the page's own.</param>
/// <param name="Weight">Bytes of its text as HTML, uncompressed, and of the images of the site that it shows.</param>
/// <param name="Problems">What should be mended in its file.</param>
internal sealed record ReviewedPage(ContentPage Page, PageState State, ContentPage? StateFrom, long Weight, IReadOnlyList<Diagnostic> Problems);
