using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Site;

/// <summary>What stood at an address.</summary>
internal enum AddressKind
{
    /// <summary>A page.</summary>
    Page,

    /// <summary>A document or an image.</summary>
    File,

    /// <summary>An old address that led on.</summary>
    Redirect,
}

/// <summary>A public address of a site, as it is or as it was: what is needed to miss it, and to find where it went.</summary>
/// <param name="Url">The address: decoded, Unicode NFC, from <c>/</c>.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="File">The file that has it, below the content folder.</param>
internal sealed record KnownAddress(string Url, AddressKind Kind, string File)
{
    // So much that two pages hardly have it by chance.
    private const int FewestLetters = 40;

    /// <summary>A page's title.</summary>
    public string? Title { get; init; }

    /// <summary>Hash of a page's words, or of a file's bytes; none for a page of few words.</summary>
    public string? Hash { get; init; }

    /// <summary>Where a redirect leads, as it stands in links.</summary>
    public string? Target { get; init; }

    /// <summary>The address on this site that a redirect leads to, as <see cref="Url"/> is written; no page's where it leads to another site.</summary>
    public string TargetUrl => Address.Normalize(Uri.UnescapeDataString(Target!.Split('?', '#')[0]));

    /// <summary>The places in the page that links of the site led to.</summary>
    public IReadOnlyList<KnownAnchor> Anchors { get; init; } = [];

    /// <summary>All public addresses of a snapshot: pages, files, redirects; not those that are gone (410).</summary>
    /// <param name="snapshot">The site.</param>
    /// <param name="hashOf">Gives the hash of a page's words; <see langword="null"/> for <see cref="HashOf"/>.</param>
    public static IEnumerable<KnownAddress> Of(Snapshot snapshot, Func<ContentPage, string?>? hashOf = null) =>
    [
        .. snapshot.Pages.Where(static page => page.Url != Address.NotFoundPage)
            .Select(page => new KnownAddress(page.Url, AddressKind.Page, page.SourcePath) { Title = page.Title, Hash = (hashOf ?? HashOf)(page) }),
        .. snapshot.Files.Where(file => snapshot.Find(file.Url) is null)
            .Select(static file => new KnownAddress(file.Url, AddressKind.File, file.Url.TrimStart('/')) { Hash = file.Hash }),
        .. snapshot.Redirects.Where(static redirect => redirect.Target is not null)
            .Select(static redirect => new KnownAddress(redirect.From, AddressKind.Redirect, redirect.File) { Target = redirect.Target }),
    ];

    /// <summary>Those that lists may name: nothing of what is unlisted, nor what only leads there.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<KnownAddress> Listed(Snapshot snapshot, Func<ContentPage, string?>? hashOf = null)
    {
        var unlisted = snapshot.Pages.Where(static page => page.NoIndex).Select(static page => page.Url).ToHashSet(StringComparer.Ordinal);
        var files = snapshot.UnlistedFiles();
        return Of(snapshot, hashOf).Where(known => known.Kind switch
        {
            AddressKind.Page => !unlisted.Contains(known.Url),
            AddressKind.File => !files.Contains(known.Url),
            _ => !unlisted.Contains(known.TargetUrl),
        });
    }

    /// <summary>Hash of a page's words; <see langword="null"/> where they are few.</summary>
    public static string? HashOf(ContentPage page)
    {
        var text = new StringBuilder();
        PlainText.Append(page.Body.Value, text);
        return text.Length < FewestLetters ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString().Trim())).AsSpan(0, 8));
    }

    /// <summary>Writes addresses as a JSON array.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="json">Where they are written.</param>
    /// <param name="absolute">Makes an absolute address of one that stands in links; <see langword="null"/> where it is not known.</param>
    public static void Write(IEnumerable<KnownAddress> addresses, Utf8JsonWriter json, Func<string, string?> absolute)
    {
        json.WriteStartArray();
        foreach (var known in addresses)
        {
            var href = Address.Encode(known.Url);
            json.WriteStartObject();
            foreach (var (name, value) in new[]
            {
                ("path", href), ("url", absolute(href)), ("kind", known.Kind.ToString().ToLowerInvariant()), ("file", known.File), ("title", known.Title), ("hash", known.Hash), ("target", known.Target),
            })
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; of the fields only <c>path</c> must be there.</summary>
    /// <exception cref="JsonException">The text is no JSON, or not of this form.</exception>
    public static IReadOnlyList<KnownAddress> Read(ReadOnlyMemory<byte> text)
    {
        using var json = JsonDocument.Parse(text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text);
        return json.RootElement.ValueKind == JsonValueKind.Array
            ? [.. json.RootElement.EnumerateArray().Select(Read)]
            : throw new JsonException("no array");
    }

    private static KnownAddress Read(JsonElement entry)
    {
        if (Text("path") is not ['/', ..] path)
        {
            throw new JsonException("an entry without path");
        }

        var url = Address.Normalize(Uri.UnescapeDataString(path));
        return new KnownAddress(url, Enum.TryParse<AddressKind>(Text("kind"), ignoreCase: true, out var kind) ? kind : AddressKind.Page, Text("file") ?? url.Trim('/'))
        {
            Title = Text("title"),
            Hash = Text("hash"),
            Target = Text("target"),
        };

        string? Text(string name) =>
            entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}

/// <summary>A place in a page that a link of the site leads to.</summary>
/// <param name="Id">What stands behind <c>#</c>.</param>
/// <param name="File">The file that has the link.</param>
/// <param name="Line">Its line there, from 1; 0 where unknown.</param>
internal sealed record KnownAnchor(string Id, string File, int Line);
