namespace PlansWeb.Content.Files;

/// <summary>What is wrong with the bytes of a text file.</summary>
internal enum EncodingFaultKind
{
    /// <summary>UTF-16 with a byte order mark: read.</summary>
    Utf16,

    /// <summary>Windows-1252, as old Windows programs write: read.</summary>
    Windows1252,

    /// <summary>UTF-8 with some bytes that are none: read, these bytes as Windows-1252.</summary>
    Mixed,

    /// <summary>No text: refused.</summary>
    Binary,
}
