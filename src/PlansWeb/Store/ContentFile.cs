namespace PlansWeb.Store;

/// <summary>A file beside the Markdown that is served as it is: an image or a document.</summary>
/// <param name="Url">The address as people read it: decoded, Unicode NFC, from <c>/</c>.</param>
/// <param name="PhysicalPath">The file on disk, symbolic links resolved: it stands in the content folder.</param>
/// <param name="MediaType">From a list of allowed types.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="LastModified">Time of the last change on disk.</param>
/// <param name="ETag">Strong validator, quotes included (RFC 9110, section 8.8.3).</param>
internal sealed record ContentFile(string Url, string PhysicalPath, string MediaType, long Length, DateTimeOffset LastModified, string ETag);
