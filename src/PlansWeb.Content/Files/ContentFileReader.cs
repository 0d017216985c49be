using System.Security.Cryptography;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files.Names;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Html.Media;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Files;

/// <summary>Finds the images and documents beside the Markdown that may be served.</summary>
internal static class ContentFileReader
{
    /// <summary>Reads the files of allowed types outside private folders, by address; one that cannot be read is reported.</summary>
    /// <param name="listing">All files of the content folder.</param>
    /// <param name="known">The files of the last load: one that looks unchanged is not read again.</param>
    /// <param name="isThorough">Read all files, whatever they look like.</param>
    /// <param name="problems">Where problems are added.</param>
    public static Dictionary<string, ReadFile> Read(
        FolderListing listing, IReadOnlyDictionary<string, ReadFile> known, bool isThorough, ICollection<Diagnostic> problems)
    {
        var files = new Dictionary<string, ReadFile>(StringComparer.Ordinal);
        foreach (var entry in listing.Entries)
        {
            if (entry.IsPrivate || entry.IsMarkdown || entry.IsTemplate || entry.IsRegister || SiteData.IsDataFile(entry) || MediaTypes.Of(entry.Path) is not { } mediaType)
            {
                continue;
            }

            var url = "/" + entry.NormalizedPath;
            var last = known.GetValueOrDefault(url);
            if (last is not null && (listing.IsKept(entry) || (!isThorough && last.Entry == entry && !listing.HasChanged(entry))))
            {
                files.TryAdd(url, last);
                continue;
            }

            try
            {
                if (ReadFile(entry, url, mediaType) is { } file)
                {
                    files.TryAdd(url, file);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(new Diagnostic(DiagnosticRules.Unreadable, entry.Path, 0, 0, "Le fichier ne peut pas être lu.",
                    "Vérifiez ses droits d’accès, et qu’il n’est pas en cours de copie."));
                if (last is not null)
                {
                    files.TryAdd(url, last);
                }
            }
        }

        return files;
    }

    // Null for a page's text in a file of another name, such as page.md.txt: its front matter, and what is not finished of it, is nobody's to read.
    private static ReadFile? ReadFile(FolderEntry entry, string url, string mediaType)
    {
        // What has no bytes is not opened: a named pipe would wait for a writer for ever.
        using Stream stream = entry.Length == 0 ? new MemoryStream() : File.OpenRead(entry.PhysicalPath);
        if (mediaType.StartsWith("text/plain", StringComparison.Ordinal) && PageNames.HasFrontMatter(stream))
        {
            return null;
        }

        stream.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream).AsSpan(0, 12));
        stream.Position = 0;
        return new ReadFile(entry, new ContentFile(url, entry.PhysicalPath, mediaType, entry.Length, entry.LastWrite, $"\"{hash}\"")
        {
            Language = mediaType == "application/pdf" ? PdfLanguage.Read(stream) : null,
            Image = mediaType.StartsWith("image/", StringComparison.Ordinal) ? ImageHeader.Read(stream, mediaType) : null,
        });
    }
}
