using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PlansWeb.Caching.Sharing;

/// <summary>
/// An entry as it stands in the shared store, authenticated by an HMAC-SHA-256 (RFC 2104) over its key and its bytes: an entry that was forged,
/// altered, truncated or moved to another key fails the check.
/// </summary>
/// <param name="Value">What the output cache keeps.</param>
/// <param name="Until">When it ends, whole seconds.</param>
internal sealed record SealedPage(byte[] Value, DateTimeOffset Until)
{
    private const int HashLength = 32;
    private const int HeadLength = HashLength + sizeof(long);

    /// <summary>The bytes to write under a key of the store, authenticated with the replicas' secret.</summary>
    public byte[] Seal(string key, byte[] secret)
    {
        var bytes = new byte[HeadLength + Value.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(HashLength), Until.ToUnixTimeSeconds());
        Value.CopyTo(bytes, HeadLength);
        Hash(key, secret, bytes, bytes);
        return bytes;
    }

    /// <summary>Reads what stands under a key.</summary>
    /// <returns><see langword="null"/> where it is not what was sealed under this key with this secret.</returns>
    public static SealedPage? Open(string key, byte[] secret, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        if (bytes.Length < HeadLength)
        {
            return null;
        }

        Hash(key, secret, bytes, hash);
        if (!CryptographicOperations.FixedTimeEquals(bytes[..HashLength], hash))
        {
            return null;
        }

        return new SealedPage(
            bytes[HeadLength..].ToArray(), DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64LittleEndian(bytes[HashLength..])));
    }

    private static void Hash(string key, byte[] secret, ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);

        // The key's hash has a fixed length: no byte can pass from the key to the entry.
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        hash.AppendData(bytes[HashLength..]);
        hash.GetHashAndReset(destination);
    }
}
