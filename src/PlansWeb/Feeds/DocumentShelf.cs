using System.Collections.Concurrent;

namespace PlansWeb.Feeds;

/// <summary>Keeps what machines read of one snapshot: each document is made once, when it is asked for first.</summary>
internal sealed class DocumentShelf
{
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _documents = new(StringComparer.Ordinal);

    /// <summary>The document of this address; made only where it is not there yet. Ask for existing addresses only: each is kept.</summary>
    public byte[] Get(string address, Func<byte[]> make) => _documents.GetOrAdd(address, static (_, make) => new Lazy<byte[]>(make), make).Value;
}
