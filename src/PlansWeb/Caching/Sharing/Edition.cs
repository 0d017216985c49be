using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PlansWeb.Caching.Sharing;

/// <summary>
/// Names everything but the content that shapes a page in this process: the program, its static files' addresses, and the settings that are
/// written into pages. Two processes of one edition may share pages; two releases, brands or public addresses never do.
/// </summary>
internal static class Edition
{
    private static readonly string[] s_shaping = ["Site", "Security", "Content", "Cache:SharedMaxAge"];

    // The content's version speaks for what is in the folder, wherever the folder is.
    private static readonly string[] s_notShaping = ["Content:Path", "Content:Watch", "Content:Check"];

    /// <summary>The edition of this process: 24 hexadecimal digits.</summary>
    public static string Of(IConfiguration settings, IHostEnvironment environment) =>
        Of(typeof(Edition).Assembly, AppContext.BaseDirectory, settings, environment.EnvironmentName);

    /// <summary>The edition of a program with these files beside it.</summary>
    internal static string Of(Assembly program, string folder, IConfiguration settings, string environment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        // Each build has its own identity: another source, another brand, or the same one built again.
        Add(hash, program.ManifestModule.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture));
        Add(hash, environment);
        foreach (var manifest in Directory.EnumerateFiles(folder, "*.staticwebassets.endpoints.json").Order(StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(manifest)));
        }

        foreach (var (key, value) in s_shaping.SelectMany(section => settings.GetSection(section).AsEnumerable())
            .Where(static setting => setting.Value is not null && !s_notShaping.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            .Select(static setting => (setting.Key.ToUpperInvariant(), setting.Value!)).Order())
        {
            Add(hash, key);
            Add(hash, value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
