using System.Security.Cryptography;
using System.Text;

namespace PlansWeb.Caching.Sharing;

/// <summary>Where the shared store is, and the secret that authenticates its entries.</summary>
internal sealed class SharedCacheOptions
{
    /// <summary>The setting of the secret.</summary>
    public const string KeySetting = "Cache:Key";

    /// <summary>Fewest bytes of a secret: as many as HMAC-SHA-256 gives (RFC 2104, section 3).</summary>
    public const int FewestKeyBytes = 32;

    /// <summary>The setting <c>ConnectionStrings:Redis</c>; none where it is empty.</summary>
    public string? Redis { get; set; }

    /// <summary>The setting <c>Cache:Key</c>: base64 of 32 bytes or more, the same for all replicas.</summary>
    public string? Key { get; set; }

    /// <summary>A store is configured, and its entries can be authenticated.</summary>
    public bool IsUsed => !string.IsNullOrEmpty(Redis) && Secret() is not null;

    /// <summary>The secret: <c>Cache:Key</c>, else derived (HKDF, RFC 5869) from the store's password.</summary>
    /// <returns><see langword="null"/> where there is neither: whoever reaches the store could forge pages, so it is not used.</returns>
    public byte[]? Secret() =>
        !string.IsNullOrEmpty(Key) ? Decode(Key)
        : !string.IsNullOrEmpty(Redis) && RedisSettings.Parse(Redis)?.Password is { Length: > 0 } password
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(password), FewestKeyBytes, salt: [], info: "PlansWeb shared cache"u8.ToArray())
            : null;

    /// <summary>The secret's bytes; <see langword="null"/> where the text is no base64 or too short.</summary>
    public static byte[]? Decode(string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) && length >= FewestKeyBytes ? bytes[..length] : null;
    }
}
