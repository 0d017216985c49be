using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Publishing;

namespace PlansWeb.Content.Site.Loading;

/// <summary>Hashes what was loaded: the same content under the same settings has the same version, on any machine.</summary>
internal static class ContentVersion
{
    /// <summary>The version of a content: everything that was loaded, and what changes the way it is rendered.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="dataHash">The hash of the data files.</param>
    /// <param name="pages">The Markdown files, in order.</param>
    /// <param name="files">The images and documents.</param>
    /// <param name="sources">The files of the register.</param>
    public static string Of(ContentOptions options, string dataHash, ReadOnlyMemory<ParsedFile> pages, IEnumerable<ReadFile> files, IEnumerable<SourceFile> sources)
    {
        using var all = Start(options, dataHash);
        foreach (var page in pages.Span)
        {
            Encoding.UTF8.GetBytes(page.Entry.Path, all);
            all.Write(page.ServedHash);
            all.Write([page.Page is null ? (byte)0 : (byte)1]);

            // A date may come from the file's own time or from Git.
            Write(all, page.Page?.FrontMatter.Date);
        }

        return End(all, files, sources);
    }

    /// <summary>Hash of the same but for the bodies of the pages: of two loads with the same one, a page's text alone may differ.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="loaded">What was loaded.</param>
    public static string OfSurroundings(ContentOptions options, LoadedFolder loaded)
    {
        using var all = Start(options, loaded.DataHash);
        foreach (var page in loaded.Pages.Sources)
        {
            Encoding.UTF8.GetBytes($"{page.Entry.Path} {page.Url} {page.FrontMatter.Title}\n", all);
            BinaryPrimitives.WriteUInt128LittleEndian(all.GetSpan(16), page.HeaderHash);
            all.Advance(16);
            Write(all, page.FrontMatter.Date);
            Write(all, page.FrontMatter.Updated);
        }

        return End(all, loaded.Files.Values, loaded.Sources.Values);
    }

    private static HashWriter Start(ContentOptions options, string dataHash)
    {
        var all = new HashWriter();
        Encoding.UTF8.GetBytes($"{options.Typographer} {options.Breaks} {options.Linkify} {options.IndentedCode} {options.Dialect} {options.TemplateEngine} {options.Scripts} {options.Data} {options.Includes} {string.Join(',', options.FrameHosts)} {dataHash}\n", all);
        return all;
    }

    private static void Write(HashWriter all, DateTimeOffset? date)
    {
        BinaryPrimitives.WriteInt64LittleEndian(all.GetSpan(sizeof(long)), date?.UtcTicks ?? 0);
        all.Advance(sizeof(long));
    }

    private static string End(HashWriter all, IEnumerable<ReadFile> files, IEnumerable<SourceFile> sources)
    {
        foreach (var file in files)
        {
            Encoding.UTF8.GetBytes(file.File.Url, all);
            Encoding.UTF8.GetBytes(file.File.ETag, all);
        }

        foreach (var source in sources)
        {
            Encoding.UTF8.GetBytes(source.Path, all);
            all.Write(source.Hash);
        }

        return all.Finish();
    }

    /// <summary>The hash of the data files: when it changes, every page may. They are few, and read each time.</summary>
    /// <param name="listing">All files of the content folder.</param>
    /// <param name="configuration">The version of the project's configuration.</param>
    /// <param name="kept">The bytes of the last load, by path: they stand for what cannot be read now.</param>
    /// <param name="read">Where the bytes are added, by path.</param>
    /// <param name="hiding">Finds lines that hide pages.</param>
    /// <param name="unread">Where the paths of those are added that cannot be read.</param>
    /// <param name="problems">Where problems are added.</param>
    public static string OfData(
        FolderListing listing, string configuration, IReadOnlyDictionary<string, byte[]> kept, Dictionary<string, byte[]> read, HidingKeys hiding,
        ICollection<string> unread, ICollection<Diagnostic> problems)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(configuration));
        foreach (var entry in listing.Entries.Where(SiteData.IsDataFile))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry.Path));
            var last = kept.GetValueOrDefault(entry.Path);
            if (last is null || !listing.IsKept(entry))
            {
                try
                {
                    var bytes = entry.Length == 0 ? [] : File.ReadAllBytes(entry.PhysicalPath);
                    last = last is { Length: > 0 } && IsBroken(entry, bytes, last, hiding, problems) ? last : bytes;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Where nothing is kept, the reader of this file reports it.
                    unread.Add(entry.Path);
                    if (last is not null)
                    {
                        problems.Add(LastGood(entry));
                    }
                }
            }

            if (last is not null)
            {
                read[entry.Path] = last;
                hash.AppendData(last);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // As for pages: a program empties a file before it writes it, a full disk leaves a part of it, and what it hid must not be public meanwhile.
    private static bool IsBroken(FolderEntry entry, byte[] bytes, byte[] last, HidingKeys hiding, ICollection<Diagnostic> problems)
    {
        IReadOnlyList<Diagnostic> found = [];
        if (bytes.Length > 0 && (bytes.AsSpan().SequenceEqual(last) || !DataFileReader.IsBroken(entry.Path, bytes, hiding, out found)))
        {
            return false;
        }

        foreach (var problem in found)
        {
            problems.Add(problem);
        }

        problems.Add(LastGood(entry));
        return true;
    }

    private static Diagnostic LastGood(FolderEntry entry) => new(DiagnosticRules.LastGood, entry.Path, 0, 0,
        "Le fichier est vide ou illisible\u00a0: les données de sa dernière version lue restent en usage.",
        "Enregistrez-le de nouveau, ou vérifiez ses droits d’accès\u00a0; pour retirer ses données, supprimez le fichier.");

    // Hashes what is written, piece by piece: of 100,000 pages the whole is 10 MB, which would be allocated for each edit, and a hash of each word takes longer.
    private sealed class HashWriter : IBufferWriter<byte>, IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private byte[] _buffer = new byte[32 * 1024];
        private int _written;

        public void Advance(int count) => _written += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_buffer.Length - _written < Math.Max(sizeHint, 1))
            {
                Flush();
                _buffer = sizeHint > _buffer.Length ? new byte[sizeHint] : _buffer;
            }

            return _buffer.AsMemory(_written);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        /// <summary>The first eight bytes of the hash, in hexadecimal digits.</summary>
        public string Finish()
        {
            Flush();
            return Convert.ToHexStringLower(_hash.GetHashAndReset().AsSpan(0, 8));
        }

        public void Dispose() => _hash.Dispose();

        private void Flush()
        {
            _hash.AppendData(_buffer, 0, _written);
            _written = 0;
        }
    }
}
