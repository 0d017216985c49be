using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Site;

namespace PlansWeb.Images;

/// <summary>
/// The folder of the smaller versions, one file each by its name. Whoever looks sees a whole file or none. An empty file says that the
/// conversion is no gain: the next best is served instead. Only a folder of the site's own user, into which nobody else may write, is used, and of
/// it only files of that user: what others put there is neither served nor kept.
/// </summary>
internal sealed class ImageFolder(IOptions<ImagesOptions> options, IConfiguration configuration, IHostEnvironment environment) : IDisposable
{
    private const string Prefix = "plansweb-images-";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string? _configured = options.Value.CachePath is { Length: > 0 } path ? Path.GetFullPath(path, environment.ContentRootPath) : null;
    private readonly string _default = Path.Combine(Path.GetTempPath(), Prefix + SiteName(environment.ContentRootPath, configuration["Content:Path"]));
    private readonly long _mostBytes = options.Value.CacheSizeMb * 1_000_000L;

    // The folder that was accepted; null before, and where none can be used: then nothing is served.
    private volatile string? _accepted;

    // Made for this process alone, where another user has a folder of the usual name.
    private string? _random;

    /// <summary>Where it is, or where it was meant to be.</summary>
    public string Root => _accepted ?? _configured ?? _default;

    /// <summary>
    /// The best file for a version: itself; where it is no gain, or not made yet, WebP in the place of AVIF. <see langword="null"/> for
    /// the original.
    /// </summary>
    /// <returns>The file, its format, and whether this answer stays the right one.</returns>
    public (string? Path, ImageFormat Format, bool IsFinal) Find(ImageVariant variant)
    {
        var isFinal = true;
        for (var format = variant.Format; format >= 0; format--)
        {
            var file = Existing(variant with { Format = format });
            if (file is { Length: > 0 })
            {
                return (file.FullName, format, isFinal);
            }

            isFinal &= file is not null;
        }

        return (null, variant.Format, isFinal);
    }

    /// <summary>A version is there, or is known to be no gain.</summary>
    public bool Has(ImageVariant variant) => Existing(variant) is not null;

    /// <summary>Size of a version; 0 where it is no gain.</summary>
    public long LengthOf(ImageVariant variant) => Existing(variant)?.Length ?? 0;

    /// <summary>
    /// Makes the folder, and shows that it can be written. In a configured folder that belongs to another user or that others may write into, such
    /// as a mounted volume, it is one of the site's own; by default it is in the system's folder for temporary files, with a name that stays, or a
    /// random one where another user has that.
    /// </summary>
    /// <exception cref="IOException">No folder can be used.</exception>
    /// <exception cref="UnauthorizedAccessException">No folder can be used.</exception>
    public void Open()
    {
        if (_accepted is { } known && FileOwner.IsOwnFolder(known) && CanWrite(known))
        {
            return;
        }

        _accepted = null;
        _accepted = _configured is null ? OpenDefault() : OpenConfigured(_configured);
    }

    /// <summary>The folder where it was configured, so that it may outlast the process; <see langword="null"/> where it was not.</summary>
    /// <exception cref="IOException">It cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be used.</exception>
    public string? Lasting()
    {
        if (_configured is null)
        {
            return null;
        }

        Open();
        return _accepted;
    }

    /// <summary>Removes what is none of these versions, because their images changed or went, and what is not the site's own.</summary>
    /// <returns>Bytes that are left.</returns>
    public long Sweep(IReadOnlySet<string> names)
    {
        var left = 0L;
        foreach (var file in new DirectoryInfo(Root).EnumerateFiles())
        {
            if (names.Contains(file.Name) && FileOwner.IsOwnFile(file.FullName))
            {
                left += file.Length;
            }
            else if (ImageVariant.Parse(file.Name) is not null || IsLeftBehind(file))
            {
                file.Delete();
            }
        }

        return left;
    }

    /// <summary>There is room for more.</summary>
    /// <param name="used">Bytes that are there.</param>
    public bool HasRoom(long used) => used < _mostBytes;

    /// <summary>Puts a version into the folder, in one step.</summary>
    /// <param name="variant">The version.</param>
    /// <param name="bytes">Its bytes; none where it is no gain.</param>
    public void Put(ImageVariant variant, byte[] bytes)
    {
        var temporary = Path.Combine(Root, $".{Guid.NewGuid():N}");
        using (var stream = Create(temporary))
        {
            stream.Write(bytes);
        }

        File.Move(temporary, Path.Combine(Root, variant.Name), overwrite: true);
    }

    /// <summary>Removes the folder that was made for this process alone.</summary>
    public void Dispose()
    {
        try
        {
            if (_random is not null)
            {
                _accepted = null;
                Directory.Delete(_random, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is the system's to clean then, as all its temporary files.
        }
    }

    private static string OpenConfigured(string path)
    {
        // The operator may have put a link there.
        Make(path);
        var target = Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return FileOwner.IsOwnFolder(target) && CanWrite(target) ? target : OpenOwn(Path.Combine(target, $"plansweb-{FileOwner.CurrentUser}"));
    }

    private string OpenDefault()
    {
        if (_random is not null)
        {
            return OpenOwn(_random);
        }

        try
        {
            return OpenOwn(_default);
        }
        catch (UnauthorizedAccessException)
        {
            // In the system's folder for temporary files anyone can make a folder of this name first, and put pictures into it.
            return _random = OpenOwn(Directory.CreateTempSubdirectory(Prefix).FullName);
        }
    }

    private static string OpenOwn(string path)
    {
        Make(path);
        if (!FileOwner.IsOwnFolder(path))
        {
            throw new UnauthorizedAccessException($"{path} belongs to another user, or others may write into it.");
        }

        using (Create(Path.Combine(path, $".{Guid.NewGuid():N}"), FileOptions.DeleteOnClose))
        {
            return path;
        }
    }

    private static bool CanWrite(string path)
    {
        try
        {
            return OpenOwn(path) == path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Private);
        }
    }

    // Whatever the process gives new files otherwise: these are for the site alone.
    private static FileStream Create(string path, FileOptions fileOptions = FileOptions.None)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = fileOptions };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, how);
    }

    private FileInfo? Existing(ImageVariant variant)
    {
        if (_accepted is not { } folder)
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(folder, variant.Name));
        return file.Exists && FileOwner.IsOwnFile(file.FullName) ? file : null;
    }

    // Half written when the process ended; a young one may be another replica's.
    private static bool IsLeftBehind(FileInfo file) => Guid.TryParse(file.Name.AsSpan(1), out _) && file.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1);

    // Each removes what it does not offer, so two sites on one machine must not meet.
    private static string SiteName(params string?[] paths) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', paths))).AsSpan(0, 6));
}
