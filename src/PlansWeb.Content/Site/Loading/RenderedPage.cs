using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Site.Loading;

/// <summary>A page; its body is rendered by whoever asks first.</summary>
/// <param name="page">The page.</param>
/// <param name="found">What is wrong with it, as far as that is known without rendering.</param>
/// <param name="rendering">Its rendering.</param>
internal sealed class RenderedPage(ContentPage page, IReadOnlyList<Problem> found, LazyRendering rendering)
{
    /// <summary>The page.</summary>
    public ContentPage Page => page;

    /// <summary>What is wrong with it, as far as that is known without rendering.</summary>
    public IReadOnlyList<Problem> Found => found;

    /// <summary>Somebody asked for it: it is rendered.</summary>
    public bool IsRendered => rendering.IsMade;

    /// <summary>Its rendering, made now where that was not done.</summary>
    public PageRendering Rendering => rendering.Value;
}
