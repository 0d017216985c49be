using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PlansWeb.Content.Files;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Templates;

/// <summary>The fragments that pages include, and what the site tells templates of its pages. One for each state of the data files.</summary>
internal sealed class SiteTemplates
{
    private const string Folder = "_includes/";
    private static readonly string[] s_extensions = ["", ".njk", ".liquid", ".html"];

    private static readonly SearchValues<string> s_others = SearchValues.Create(["collections", "inputPathToUrl", "locale_url"], StringComparison.Ordinal);

    private const int MostBytes = 1024 * 1024;

    private readonly Dictionary<string, byte[]> _files;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <summary>Finds the fragments.</summary>
    /// <param name="files">The bytes of the data files, fragments among them, by path: those that count, where a file cannot be read now.</param>
    /// <param name="project">The project.</param>
    public SiteTemplates(IReadOnlyDictionary<string, byte[]> files, EleventyProject project)
    {
        Project = project;
        _files = files.Where(static file => file.Key.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(static file => file.Key[Folder.Length..], static file => file.Value, StringComparer.Ordinal);
        NamesCollections = _files.Keys.Any(name => Path.GetExtension(name) is ".njk" or ".liquid" or ".html" or ".md" && Fragment(name) is { } text && IsOfOtherPages(text));
    }

    /// <summary>The project around the content.</summary>
    public EleventyProject Project { get; }

    /// <summary>A fragment lists pages, or names them: whoever includes one may change with them.</summary>
    public bool NamesCollections { get; }

    /// <summary>The pages that are public; of the load and the instant at hand.</summary>
    public PublicPages Pages { get; set; } = PublicPages.None;

    /// <summary>A text names what tells of other pages.</summary>
    public static bool IsOfOtherPages(ReadOnlySpan<char> text) => text.ContainsAny(s_others);

    /// <summary>The text of a fragment, by its path below the folder of includes; nothing else of the disk can be named.</summary>
    public string? Fragment(string name)
    {
        name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        lock (_lock)
        {
            if (!_texts.TryGetValue(name, out var text))
            {
                var bytes = s_extensions.Select(extension => _files.GetValueOrDefault(name + extension)).FirstOrDefault(static bytes => bytes is not null);
                _texts[name] = text = bytes is null ? Own(name) : bytes.Length <= MostBytes ? TextDecoder.Decode(bytes).Text : "";
            }

            return text;
        }
    }

    /// <summary>What filters and shortcodes that the site brings ask for: a name and its arguments as JSON.</summary>
    public string? Help(string json, LiquidPage page)
    {
        var call = JsonDocument.Parse(json).RootElement;
        string? Argument(int i) => i < call.GetArrayLength() && call[i].ValueKind != JsonValueKind.Null ? call[i].ToString() : null;
        var first = Argument(1) ?? "";
        return call[0].GetString() switch
        {
            "readableDate" => DateOf(first) is { } date ? DateFilters.Readable(date, Argument(2) ?? (Project.IsExact ? "dd LLLL yyyy" : null), page.Lang) : first,
            "htmlDateString" => DateOf(first) is { } date ? French.IsoDate(date) : first,
            "localeUrl" => LocaleUrl(first, Argument(2) ?? page.Lang),
            "inputPathToUrl" => ToUrl(first, page.InputPath) ?? first,
            "image" => Image(first, Argument(2)),
            "imageContent" => $"<figure class=\"fr-content-media\" role=\"group\"{Attribute("aria-label", Argument(3))}>\n<div class=\"fr-content-media__img\">\n{Image(first, Argument(2))}\n</div>\n"
                + $"<figcaption class=\"fr-content-media__caption\">{Shortcodes.Escape(Argument(3) ?? "")}</figcaption>\n</figure>",
            "dailymotion" => Shortcodes.VideoIdOf(first) is { } id ? Shortcodes.Video(id, Argument(2)) : "",
            "transcription" => Shortcodes.Transcription(first),
            _ => null,
        };
    }

    /// <summary>The address of the page whose file a link names, as Eleventy's InputPathToUrl finds it: from the project, from the folder of pages, or from the file.</summary>
    /// <param name="written">The link, with what follows the path.</param>
    /// <param name="inputPath">The path of the file that holds it, from the project.</param>
    /// <returns><see langword="null"/> where it names no page.</returns>
    public string? ToUrl(string written, string inputPath)
    {
        var end = written.AsSpan().IndexOfAny('?', '#') is >= 0 and var at ? at : written.Length;
        var path = Uri.UnescapeDataString(written[..end]);
        if (path.Length == 0 || !Path.HasExtension(path) || path.StartsWith("//", StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var folder = Project.InputFolder;
        var plain = Normal(path);
        var url = (plain.StartsWith(folder, StringComparison.Ordinal) ? Pages.UrlOf(plain[folder.Length..]) : null) ?? Pages.UrlOf(plain)
            ?? (path[0] != '/' && Normal($"{inputPath[..(inputPath.LastIndexOf('/') + 1)]}{path}") is var beside && beside.StartsWith(folder, StringComparison.Ordinal) ? Pages.UrlOf(beside[folder.Length..]) : null);
        return url is null ? null : url + written[end..];

        static string Normal(string path) => Path.GetFullPath("/" + path)[1..];
    }

    // The package that resizes images in Eleventy is given paths from the project's folder.
    private string Image(string src, string? alt)
    {
        var path = src.StartsWith("./", StringComparison.Ordinal) ? src[2..] : src;
        var address = Project.InputFolder.Length > 0 && path.StartsWith(Project.InputFolder, StringComparison.Ordinal) ? "/" + path[Project.InputFolder.Length..] : src;
        return $"<img {Shortcodes.ImageMark} src=\"{Shortcodes.Escape(address)}\" alt=\"{Shortcodes.Escape(alt ?? "")}\">";
    }

    private static string Attribute(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $" {name}=\"{Shortcodes.Escape(value)}\"";

    private static DateTimeOffset? DateOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    // As Eleventy's I18n plugin: the page in the language, where there is one. A slash may be missing at the end; then none is added.
    private string LocaleUrl(string url, string lang)
    {
        var path = url.StartsWith('/') ? url : "/" + url;
        var slashed = path.EndsWith('/') ? path : path + "/";
        if (new[] { path, slashed }.Select(Pages.TranslationsOf).FirstOrDefault(static all => all.Count > 0)?.FirstOrDefault(other => other.Split('/').Contains(lang)) is { } translation)
        {
            return translation;
        }

        return Pages.Has($"/{lang}{path}") || Pages.Has($"/{lang}{slashed}") ? $"/{lang}{path}" : url;
    }

    // Where the content does not bring the components of eleventy-dsfr, the site does.
    private static string? Own(string name) => name.StartsWith("components/", StringComparison.Ordinal) ? Sandbox.FindResource(name) : null;
}
