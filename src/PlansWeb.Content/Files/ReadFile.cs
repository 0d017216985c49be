using PlansWeb.Content.Site;

namespace PlansWeb.Content.Files;

/// <summary>An image or document, read to be named by its hash.</summary>
/// <param name="Entry">The file as it was listed when it was read.</param>
/// <param name="File">What is served.</param>
internal sealed record ReadFile(FolderEntry Entry, ContentFile File);
