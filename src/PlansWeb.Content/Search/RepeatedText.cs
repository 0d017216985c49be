using System.Buffers;
using System.Numerics;
using System.Text;
using PlansWeb.Content.Html;

namespace PlansWeb.Content.Search;

/// <summary>
/// Tells which passages many pages have in the same words, such as where a text comes from and what its licence is. Passages are pieces of sentences:
/// what is between them, such as the name of the page, may differ. Counts are kept by a hash, in a table of a fixed size: two passages may share one,
/// which matters only where that makes them many.
/// </summary>
/// <param name="pages">The number of pages.</param>
internal sealed class RepeatedText(int pages)
{
    /// <summary>Fewer pages are not many: nothing is repeated among them.</summary>
    public const int LeastPages = 5;

    // Or one page in a hundred, where that is more.
    private const int Share = 100;

    // A name, or a few words between two commas, say nothing of the text around them.
    private const int LeastWords = 4;

    private const int MostCounts = 1 << 20;

    private readonly (int Count, int LastPage)[] _counts = pages < LeastPages ? [] : new (int, int)[Math.Min(MostCounts, (int)BitOperations.RoundUpToPowerOf2((uint)pages * 256))];

    /// <summary>Goes to the next piece of a text: up to the end of the block or sentence, to punctuation with a space behind it, or to a quote or bracket.</summary>
    /// <param name="text">The text, with blocks on lines of their own.</param>
    /// <param name="at">Where the piece begins; moved to the next.</param>
    public static ReadOnlySpan<char> Next(ReadOnlySpan<char> text, ref int at)
    {
        var start = at++;
        for (; at < text.Length; at++)
        {
            var before = text[at - 1];
            if (before == '\n' || text[at] is '«' or '“' or '(' || (before is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '»' or '”' && char.IsWhiteSpace(text[at])))
            {
                break;
            }
        }

        return text[start..at];
    }

    /// <summary>Notes the text of a page; each page comes once, from 0.</summary>
    public void Note(int page, ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Place(Next(text, ref at)) is var place and >= 0)
            {
                ref var count = ref _counts[place];
                count = count.LastPage == page + 1 ? count : (count.Count + 1, page + 1);
            }
        }
    }

    /// <summary>Many pages have a piece of a text.</summary>
    public bool IsRepeated(ReadOnlySpan<char> piece) => _counts.Length > 0 && Place(piece) is var place and >= 0 && _counts[place].Count >= Math.Max(LeastPages, pages / Share);

    // FNV-1a over letters and digits; -1 for too few words.
    private int Place(ReadOnlySpan<char> piece)
    {
        var (hash, words, isInWord) = (14695981039346656037ul, 0, false);
        foreach (var c in piece)
        {
            var isLetter = char.IsLetterOrDigit(c);
            words += isLetter && !isInWord ? 1 : 0;
            isInWord = isLetter;
            hash = isLetter ? (hash ^ c) * 1099511628211ul : hash;
        }

        return words < LeastWords ? -1 : (int)((hash ^ (hash >> 32)) & (ulong)(_counts.Length - 1));
    }
}

/// <summary>The text of some HTML, for a moment: it is read and not kept.</summary>
internal readonly ref struct PageText : IDisposable
{
    private readonly char[] _buffer;
    private readonly int _length;

    /// <summary>Takes the text out of HTML.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="text">A builder to use, the same for all pages.</param>
    public PageText(RenderedHtml html, StringBuilder text)
    {
        text.Clear();
        PlainText.Append(html.Value, text);

        // One copy, where a string would be a second.
        _buffer = ArrayPool<char>.Shared.Rent(text.Length);
        _length = text.Length;
        text.CopyTo(0, _buffer, _length);
    }

    /// <summary>The text.</summary>
    public ReadOnlySpan<char> Span => _buffer.AsSpan(0, _length);

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<char>.Shared.Return(_buffer);
}
