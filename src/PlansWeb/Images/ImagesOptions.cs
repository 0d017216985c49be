namespace PlansWeb.Images;

/// <summary>Settings under <c>Images</c>.</summary>
internal sealed class ImagesOptions
{
    /// <summary>
    /// Folder of the smaller versions, which may be removed at any time; relative to the content root. <see langword="null"/> for a
    /// private one in the system's folder for temporary files.
    /// </summary>
    public string? CachePath { get; set; }

    /// <summary>Ceiling of that folder, in MB; 1 to 1,000,000.</summary>
    public int CacheSizeMb { get; set; } = 500;
}
