using System.Buffers;
using System.Text;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.Html;

/// <summary>
/// HTML made at load time from trusted content, written as it is. The only way past Razor's encoder. It is kept as UTF-8, half the memory of
/// a string: it is read once for each page and coding, and then the cache has it.
/// </summary>
internal sealed class RenderedHtml : IHtml
{
    private readonly byte[] _utf8;

    /// <summary>Keeps a fragment.</summary>
    /// <param name="html">The HTML.</param>
    public RenderedHtml(string html)
    {
        _utf8 = html.Length == 0 ? [] : Encoding.UTF8.GetBytes(html);
        Length = html.Length;
    }

    /// <summary>The HTML fragment; a new string each time.</summary>
    public string Value => Encoding.UTF8.GetString(_utf8);

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    /// <summary>How many bytes it has in UTF-8.</summary>
    public int ByteCount => _utf8.Length;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer)
    {
        var characters = ArrayPool<char>.Shared.Rent(_utf8.Length);
        writer.Write(characters, 0, Encoding.UTF8.GetChars(_utf8, characters));
        ArrayPool<char>.Shared.Return(characters);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
