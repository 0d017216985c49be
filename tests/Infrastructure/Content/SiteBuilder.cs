using System.Text;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>A small content folder, written inside a test and removed after it.</summary>
public sealed class SiteBuilder : IDisposable
{
    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("plansweb-").FullName;

    /// <summary>Writes a text file, its folders made as needed.</summary>
    public SiteBuilder With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file of any bytes.</summary>
    public SiteBuilder With(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    /// <summary>Writes a page with these lines of front matter.</summary>
    public SiteBuilder WithPage(string path, string frontMatter, string body = "Texte.") =>
        With(path, $"---\n{frontMatter}\n---\n\n{body}\n");

    /// <summary>Removes the folder.</summary>
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
