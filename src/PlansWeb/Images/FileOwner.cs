using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PlansWeb.Images;

/// <summary>
/// Tells whether a file or folder belongs to the user that the site runs as, and to nobody else: .NET reads permissions, but not owners. On Linux by
/// <c>statx(2)</c>, whose structure is the same on all processors. Elsewhere, and where the C library does not have it, only by permissions.
/// </summary>
internal static partial class FileOwner
{
    private const int CurrentDirectory = -100;
    private const int DoNotFollowLinks = 0x100;
    private const uint TypeModeLinksOwner = 0xF;

    // The structure statx: the number of names at byte 16, the owner at 20, the mode at 28; 256 bytes in all.
    private const int StatxLength = 256;
    private const int LinksAt = 16;
    private const int OwnerAt = 20;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int FolderType = 0x4000;
    private const int FileType = 0x8000;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Number of the user that the process runs as.</summary>
    public static uint CurrentUser => OperatingSystem.IsWindows() ? 0 : EffectiveUser();

    /// <summary>A folder, not a link to one, of the site's own user, into which nobody else may write.</summary>
    public static bool IsOwnFolder(string path) => IsOwn(path, FolderType);

    /// <summary>A regular file with one name, not a link, of the site's own user, which nobody else may change.</summary>
    public static bool IsOwnFile(string path) => IsOwn(path, FileType);

    private static bool IsOwn(string path, int type)
    {
        FileSystemInfo info = type == FolderType ? new DirectoryInfo(path) : new FileInfo(path);
        if (!info.Exists || (info.Attributes & FileAttributes.ReparsePoint) != 0)
        {
            return false;
        }

        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        if ((info.UnixFileMode & WritableByOthers) != 0)
        {
            return false;
        }

        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        var stat = new byte[StatxLength];
        try
        {
            return Statx(CurrentDirectory, path, DoNotFollowLinks, TypeModeLinksOwner, stat) == 0
                && BinaryPrimitives.ReadUInt32LittleEndian(stat.AsSpan(OwnerAt)) == EffectiveUser()
                && (BinaryPrimitives.ReadUInt16LittleEndian(stat.AsSpan(ModeAt)) & TypeMask) == type
                && (type == FolderType || BinaryPrimitives.ReadUInt32LittleEndian(stat.AsSpan(LinksAt)) == 1);
        }
        catch (EntryPointNotFoundException)
        {
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int directory, string path, int flags, uint mask, [In, Out] byte[] stat);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint EffectiveUser();
}
