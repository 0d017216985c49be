using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PlansWeb.Content.Site.Loading;

/// <summary>
/// The pages' part of the content version: a hash of each so many pages. Where one page changed, one part is hashed again, not ten thousand pages.
/// </summary>
internal sealed class VersionParts
{
    // The square root of what a large site has: the part and the list of parts cost the same.
    private const int PagesInAPart = 128;

    private readonly ReadOnlyMemory<ReadPage> _read;
    private readonly byte[][] _hashes;

    private VersionParts(ReadOnlyMemory<ReadPage> read, byte[][] hashes)
    {
        _read = read;
        _hashes = hashes;
    }

    /// <summary>No page.</summary>
    public static VersionParts None { get; } = new(default, []);

    /// <summary>Hashes pages; a part that holds the very same ones as before is taken over.</summary>
    /// <param name="read">The pages in order.</param>
    public VersionParts Next(ReadOnlyMemory<ReadPage> read)
    {
        var hashes = new byte[(read.Length + PagesInAPart - 1) / PagesInAPart][];
        for (var part = 0; part < hashes.Length; part++)
        {
            var start = part * PagesInAPart;
            var pages = read.Span.Slice(start, Math.Min(PagesInAPart, read.Length - start));
            hashes[part] = part < _hashes.Length && IsSame(pages, start) ? _hashes[part] : Hash(pages);
        }

        return new VersionParts(read, hashes);
    }

    /// <summary>Adds the parts to what is hashed.</summary>
    public void Write(ArrayBufferWriter<byte> writer)
    {
        foreach (var hash in _hashes)
        {
            writer.Write(hash);
        }
    }

    private bool IsSame(ReadOnlySpan<ReadPage> pages, int start)
    {
        if (_read.Length - start < pages.Length || Math.Min(PagesInAPart, _read.Length - start) != pages.Length)
        {
            return false;
        }

        var before = _read.Span[start..];
        for (var i = 0; i < pages.Length; i++)
        {
            if (!ReferenceEquals(pages[i], before[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Hash(ReadOnlySpan<ReadPage> pages)
    {
        var all = new ArrayBufferWriter<byte>(128 * pages.Length);
        foreach (var page in pages)
        {
            Encoding.UTF8.GetBytes(page.Entry.Path, all);
            all.Write(page.ServedHash);
            all.Write([page.Source is null ? (byte)0 : (byte)1]);

            // A date may come from the file's own time or from Git.
            BinaryPrimitives.WriteInt64LittleEndian(all.GetSpan(sizeof(long)), page.Source?.FrontMatter.Date?.UtcTicks ?? 0);
            all.Advance(sizeof(long));
        }

        return SHA256.HashData(all.WrittenSpan);
    }
}
