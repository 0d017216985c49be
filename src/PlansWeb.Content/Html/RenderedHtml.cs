using PlansWeb.Dsfr;

namespace PlansWeb.Content.Html;

/// <summary>
/// HTML made at load time from trusted content, written as it is. The only way past Razor's encoder. It is kept compressed: it is read once for each
/// page and coding, and then the cache has it.
/// </summary>
internal sealed class RenderedHtml : IHtml
{
    private readonly PackedText _html;

    /// <summary>Keeps a fragment.</summary>
    /// <param name="html">The HTML.</param>
    public RenderedHtml(string html)
    {
        _html = html.Length == 0 ? PackedText.Empty : PackedText.Of(html);
        Length = html.Length;
        IsBlank = string.IsNullOrWhiteSpace(html);
    }

    /// <summary>The HTML fragment; a new string each time.</summary>
    public string Value => _html.ToString();

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    /// <summary>It has no character but white space; known without unpacking it.</summary>
    public bool IsBlank { get; }

    /// <summary>How many bytes it has in UTF-8.</summary>
    public int ByteCount => _html.ByteCount;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer) => writer.Write(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
