using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PlansWeb.Store;

namespace PlansWeb.Images;

/// <summary>
/// The folder of the smaller versions, one file each by its name. Whoever looks sees a whole file or none. An empty file says that the
/// conversion is no gain: the next best is served instead.
/// </summary>
internal sealed class ImageFolder(IOptions<ImagesOptions> options, IConfiguration configuration, IHostEnvironment environment)
{
    private readonly string _path = options.Value.CachePath is { Length: > 0 } path
        ? Path.GetFullPath(path, environment.ContentRootPath)
        : Path.Combine(Path.GetTempPath(), $"plansweb-images-{SiteName(environment.ContentRootPath, configuration["Content:Path"])}");

    private readonly long _mostBytes = options.Value.CacheSizeMb * 1_000_000L;

    /// <summary>Where it is.</summary>
    public string Root => _path;

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
            var file = new FileInfo(PathOf(variant with { Format = format }));
            if (file is { Exists: true, Length: > 0 })
            {
                return (file.FullName, format, isFinal);
            }

            isFinal &= file.Exists;
        }

        return (null, variant.Format, isFinal);
    }

    /// <summary>A version is there, or is known to be no gain.</summary>
    public bool Has(ImageVariant variant) => File.Exists(PathOf(variant));

    /// <summary>Size of a version; 0 where it is no gain.</summary>
    public long LengthOf(ImageVariant variant) => new FileInfo(PathOf(variant)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Makes the folder, and shows that it can be written.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot, or others may write into the default one.</exception>
    public void Open()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_path);
        }
        else
        {
            // In the system's folder for temporary files anyone can make a folder of this name first, and put pictures into it.
            Directory.CreateDirectory(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (options.Value.CachePath is null or "" && (File.GetUnixFileMode(_path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
            {
                throw new UnauthorizedAccessException($"Others may write into {_path}.");
            }
        }

        var probe = Path.Combine(_path, $".{Guid.NewGuid():N}");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    /// <summary>Removes what is none of these versions: their images changed or went.</summary>
    /// <returns>Bytes that are left.</returns>
    public long Sweep(IReadOnlySet<string> names)
    {
        var left = 0L;
        foreach (var file in new DirectoryInfo(_path).EnumerateFiles())
        {
            if (names.Contains(file.Name))
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
        var temporary = Path.Combine(_path, $".{Guid.NewGuid():N}");
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, PathOf(variant), overwrite: true);
    }

    // Half written when the process ended; a young one may be another replica's.
    private static bool IsLeftBehind(FileInfo file) => Guid.TryParse(file.Name.AsSpan(1), out _) && file.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1);

    // Each removes what it does not offer, so two sites on one machine must not meet.
    private static string SiteName(params string?[] paths) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', paths))).AsSpan(0, 6));

    private string PathOf(ImageVariant variant) => Path.Combine(_path, variant.Name);
}
