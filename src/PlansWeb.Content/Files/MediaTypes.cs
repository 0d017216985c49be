using System.Collections.Frozen;

namespace PlansWeb.Content.Files;

/// <summary>The files beside the Markdown that may be served, by extension. What is not in this list is not public.</summary>
internal static class MediaTypes
{
    // SVG can carry scripts: it is served with a content security policy of its own (see Pages/ContentFiles).
    private static readonly FrozenDictionary<string, string> s_byExtension = new Dictionary<string, string>
    {
        [".avif"] = "image/avif",
        [".gif"] = "image/gif",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
        [".csv"] = "text/csv; charset=utf-8",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".epub"] = "application/epub+zip",
        [".ics"] = "text/calendar; charset=utf-8",
        [".json"] = "application/json",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".pdf"] = "application/pdf",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".txt"] = "text/plain; charset=utf-8",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of a file, or <see langword="null"/> where it may not be served.</summary>
    public static string? Of(string path) => s_byExtension.GetValueOrDefault(Path.GetExtension(path));
}
