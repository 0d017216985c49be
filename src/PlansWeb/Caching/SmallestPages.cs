using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace PlansWeb.Caching;

/// <summary>
/// The pages that were compressed as small as they get, by what they were made from: a change of one page leaves the bytes of the others,
/// and their names, as they are.
/// </summary>
internal sealed class SmallestPages(IOptions<CachingOptions> options)
{
    private const int OverheadOfOne = 256;

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _bodies = new(StringComparer.Ordinal);
    private readonly long _limit = options.Value.ReadyBytes;
    private long _bytes;

    /// <summary>Finds the smallest bytes of a page; <see langword="false"/> where there are none yet.</summary>
    public bool TryFind(PageSource source, out ReadOnlyMemory<byte> body) => _bodies.TryGetValue(source.Name, out body);

    /// <summary>Remembers the smallest bytes of a page. One thread at a time.</summary>
    public void Add(PageSource source, ReadOnlyMemory<byte> body)
    {
        // What is not asked for any more is forgotten with the rest, and found again at leisure.
        if (_bytes > _limit)
        {
            _bodies.Clear();
            _bytes = 0;
        }

        _bodies[source.Name] = body;
        _bytes += body.Length + OverheadOfOne;
    }
}
