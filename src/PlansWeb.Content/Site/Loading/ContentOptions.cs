using PlansWeb.Content.Files;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Settings under <c>Content</c>.</summary>
internal sealed class ContentOptions
{
    /// <summary>The Markdown folder: absolute, or relative to the content root or, failing that, to the working directory.</summary>
    public string Path { get; set; } = "content";

    /// <summary>French typography on rendered text.</summary>
    /// <remarks>Unset: as the Eleventy configuration of the project says, or on where there is none. So for the next three.</remarks>
    public bool? Typographer { get; set; }

    /// <summary>A single line break in Markdown breaks the line.</summary>
    public bool? Breaks { get; set; }

    /// <summary>Addresses in running text become links.</summary>
    public bool? Linkify { get; set; }

    /// <summary>Four spaces make a block of code in Markdown; off unless the configuration turns it on, as in Eleventy 2.</summary>
    public bool? IndentedCode { get; set; }

    /// <summary>
    /// <c>eleventy</c>: what is unset is as Eleventy has it by default, also where the project brings no configuration. <c>plansweb</c>: as this site has it,
    /// whatever the configuration says of Markdown. Unset: <c>eleventy</c> where there is a configuration.
    /// </summary>
    public string? Dialect { get; set; }

    /// <summary>Pages are rendered before readers ask for them, those of a large site once it is public. No setting: an export asks for those that it needs.</summary>
    internal bool IsRenderedAhead { get; set; } = true;

    /// <summary>The engine that reads pages before Markdown: <c>liquid</c>, <c>njk</c> or <c>none</c>. Unset: the configuration's, or Liquid.</summary>
    public string? TemplateEngine { get; set; }

    /// <summary>Data files, headers and the configuration in JavaScript run in the sandbox. Off: pages that such data could hide stay hidden.</summary>
    public bool Scripts { get; set; } = true;

    /// <summary>The folder of the site data, where it does not stand in the content folder as <c>_data</c>: a path from there.</summary>
    public string? Data { get; set; }

    /// <summary>The folder of fragments, where it does not stand in the content folder as <c>_includes</c>: a path from there.</summary>
    public string? Includes { get; set; }

    /// <summary>Hosts whose frames (videos) pages may show; other frames become links. Empty: none.</summary>
    public IReadOnlyList<string> FrameHosts { get; set; } = [];

    /// <summary>The most pages that a load may lose, in percent of those that were public; fewer than ten may always be lost.</summary>
    public int MostLost { get; set; } = 20;

    /// <summary>The content version that may be taken although it loses more.</summary>
    public string? ConfirmLoss { get; set; }

    /// <summary>How changes on disk are noticed.</summary>
    public ContentWatchMode Watch { get; set; } = ContentWatchMode.Auto;

    /// <summary>The whole check (<c>PlansWeb check</c>) runs in the background after each load, for metrics, the log and the page of problems.</summary>
    public bool Check { get; set; } = true;
}
