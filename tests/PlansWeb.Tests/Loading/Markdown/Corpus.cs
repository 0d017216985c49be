using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlansWeb.Tests.Loading.Markdown;

/// <summary>The old site's pages and what its own generator made of them, where they stand beside the repository.</summary>
internal static partial class Corpus
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>The corpus's folder, or <see langword="null"/> when this machine has none.</summary>
    public static string? Folder { get; } = Find();

    public static IReadOnlyList<CorpusPage> Pages()
    {
        using var file = File.OpenRead(Path.Combine(Folder!, "reference", "pages.json"));
        return JsonSerializer.Deserialize<CorpusPage[]>(file, s_options)!;
    }

    /// <summary>
    /// A page's Markdown. Its front matter is cut off, and the few variables that these pages use are put in by hand: the real reader
    /// and the real template engine have tests of their own.
    /// </summary>
    public static string Body(CorpusPage page)
    {
        var text = File.ReadAllText(Path.Combine(Folder!, "content", page.Input));
        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        var matter = text[..end];
        var body = text[(text.IndexOf('\n', end + 1) + 1)..];
        return page.UsesLiquid ? Variable().Replace(body, match => Value(match.Groups[1].Value, matter)) : body;
    }

    private static string Value(string path, string matter)
    {
        if (!path.StartsWith("metadata.", StringComparison.Ordinal))
        {
            return Regex.Match(matter, $"^{path}: *[\"']?(.*?)[\"']?\\s*$", RegexOptions.Multiline).Groups[1].Value;
        }

        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "content", "_data", "metadata.json")));
        var value = metadata.RootElement;
        foreach (var name in path.Split('.').Skip(1))
        {
            value = value.GetProperty(name);
        }

        return value.ToString();
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PlansWeb.sln")))
            {
                var corpus = Path.Combine(folder.Parent!.FullName, "shared", "corpus", "minumeco-2022");
                return Directory.Exists(corpus) ? corpus : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\{\{\s*([\w.]+)\s*\}\}")]
    private static partial Regex Variable();
}
