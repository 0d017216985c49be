using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PlansWeb.Loading;

/// <summary>Hashes what was loaded: the same content under the same settings has the same version, on any machine.</summary>
internal static class ContentVersion
{
    /// <summary>The version of a content: everything that was loaded, and what changes the way it is rendered.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="dataHash">The hash of the data files.</param>
    /// <param name="pages">The hashes of the pages.</param>
    /// <param name="files">The images and documents.</param>
    /// <param name="sources">The files of the register.</param>
    public static string Of(ContentOptions options, string dataHash, VersionParts pages, IEnumerable<ReadFile> files, IEnumerable<ReadSource> sources)
    {
        var all = new ArrayBufferWriter<byte>(16 * 1024);
        Encoding.UTF8.GetBytes($"{options.Typographer} {options.Liquid} {string.Join(',', options.FrameHosts)} {dataHash}\n", all);
        pages.Write(all);
        foreach (var file in files)
        {
            Encoding.UTF8.GetBytes(file.File.Url, all);
            Encoding.UTF8.GetBytes(file.File.ETag, all);
        }

        foreach (var source in sources)
        {
            Encoding.UTF8.GetBytes(source.File.Path, all);
            Encoding.UTF8.GetBytes(source.File.Hash, all);
        }

        return Convert.ToHexStringLower(SHA256.HashData(all.WrittenSpan).AsSpan(0, 8));
    }

    /// <summary>The hash of the data files: when it changes, every page may. They are few, and read each time.</summary>
    /// <param name="entries">All files of the content folder.</param>
    public static string OfData(IReadOnlyList<FolderEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries.Where(SiteData.IsDataFile))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry.Path));
            try
            {
                hash.AppendData(entry.Length == 0 ? [] : File.ReadAllBytes(entry.PhysicalPath));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The reader of this file reports it.
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
