using PlansWeb.Content.Files;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Settings under <c>Content</c>.</summary>
internal sealed class ContentOptions
{
    /// <summary>The Markdown folder: absolute, or relative to the content root or, failing that, to the working directory.</summary>
    public string Path { get; set; } = "content";

    /// <summary>French typography on rendered text.</summary>
    public bool Typographer { get; set; } = true;

    /// <summary><c>{{ … }}</c> in Markdown is resolved before rendering.</summary>
    public bool Liquid { get; set; } = true;

    /// <summary>Hosts whose frames (videos) pages may show; other frames become links. Empty: none.</summary>
    public IReadOnlyList<string> FrameHosts { get; set; } = [];

    /// <summary>How changes on disk are noticed.</summary>
    public ContentWatchMode Watch { get; set; } = ContentWatchMode.Auto;
}
