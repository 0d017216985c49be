namespace PlansWeb.Previews;

/// <summary>Settings under <c>Preview</c>.</summary>
internal sealed class PreviewOptions
{
    /// <summary>Fewest bytes of a key: as many as HMAC-SHA256 gives (RFC 2104, section 3).</summary>
    public const int FewestKeyBytes = 32;

    /// <summary>The secret that signs preview links, in base64, 32 bytes or more. Without it there are no previews.</summary>
    public string? Key { get; set; }

    /// <summary>The key's bytes; <see langword="null"/> where the text is no base64 or too short.</summary>
    public static byte[]? Decode(string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) && length >= FewestKeyBytes ? bytes[..length] : null;
    }
}
