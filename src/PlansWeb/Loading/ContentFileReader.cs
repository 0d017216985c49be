using System.Security.Cryptography;
using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>Finds the images and documents beside the Markdown that may be served.</summary>
internal static class ContentFileReader
{
    /// <summary>The files of allowed types, outside private folders; a file that cannot be read is reported.</summary>
    public static IReadOnlyList<ContentFile> Read(IReadOnlyList<FolderEntry> entries, ICollection<Problem> problems)
    {
        var files = new Dictionary<string, ContentFile>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.IsPrivate || entry.IsMarkdown || SiteData.IsDataFile(entry) || MediaTypes.Of(entry.Path) is not { } mediaType)
            {
                continue;
            }

            try
            {
                var info = new FileInfo(entry.PhysicalPath);
                using var stream = info.OpenRead();
                var hash = Convert.ToHexStringLower(SHA256.HashData(stream).AsSpan(0, 12));
                var url = "/" + entry.NormalizedPath;
                files.TryAdd(url, new ContentFile(url, entry.PhysicalPath, mediaType, info.Length, info.LastWriteTimeUtc, $"\"{hash}\""));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(new Problem(ProblemRules.Unreadable, entry.Path, 0, 0, "Le fichier ne peut pas être lu.",
                    "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie."));
            }
        }

        return [.. files.Values];
    }
}
