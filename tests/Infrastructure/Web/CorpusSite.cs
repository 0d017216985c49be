using System.Text.Json;
using PlansWeb.Content.Site;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>The site over the corpus, with the typographer off as on the old site of that day. Skips the tests where the corpus is not there.</summary>
public sealed class CorpusSite : IDisposable
{
    private readonly Lazy<Site> _site = new(static () => new Site(
        Path.Combine(Repository.Corpus, "content"), static builder => builder.UseSetting("Content:Typographer", "false")));

    private HttpClient? _client;

    /// <summary>The corpus's content folder.</summary>
    public static string Content => Path.Combine(Repository.Corpus, "content");

    /// <summary>Asks the site.</summary>
    public HttpClient Client => _client ??= _site.Value.CreateClient();

    internal Snapshot Snapshot => _site.Value.Store.Current;

    /// <summary>What Eleventy made of the corpus.</summary>
    public static JsonElement Reference(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Corpus, "reference", file))).RootElement;

    /// <summary>The pages of the reference whose file is in the corpus: its LICENSE.md is not.</summary>
    public static IEnumerable<JsonElement> ReferencePages() =>
        Reference("pages.json").EnumerateArray().Where(page => page.GetProperty("input").GetString() != "LICENSE.md");

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        if (_site.IsValueCreated)
        {
            _site.Value.Dispose();
        }
    }
}
