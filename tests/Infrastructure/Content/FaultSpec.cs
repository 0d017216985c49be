using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>
/// A fault that an editor can read: French prose, the faulty files, the messages, and the files put right. Blocks have four backticks and say
/// what they are: <c>fichier chemin</c>, <c>fichier-windows-1252 chemin</c>, <c>image chemin</c> (made here, of that size and weight),
/// <c>message</c>, <c>corrige chemin</c>, <c>supprime chemin</c>.
/// </summary>
public sealed partial record FaultSpec(string Rule, IReadOnlyList<(string Kind, string Path, string Text)> Blocks)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Checks", "Faults");

    /// <summary>The messages that the check must give, each as place, cause and advice.</summary>
    public IEnumerable<string> Messages => Blocks.Where(block => block.Kind == "message").Select(block => block.Text);

    public static IEnumerable<FaultSpec> ReadAll() => Directory.EnumerateFiles(s_folder, "*.md").Order(StringComparer.Ordinal).Select(Read);

    public override string ToString() => Rule;

    /// <summary>Writes the faulty files, or the files put right.</summary>
    public void Write(SiteBuilder site, bool isMended)
    {
        foreach (var (kind, path, text) in Blocks)
        {
            switch (kind)
            {
                case "fichier":
                    site.With(path, text);
                    break;
                case "fichier-windows-1252":
                    site.With(path, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));
                    break;
                case "image":
                    var numbers = Number().Matches(text).Select(number => int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                    site.With(path, path.EndsWith(".webp", StringComparison.Ordinal) ? Webp(numbers[0], numbers[1], numbers[2]) : Png(numbers[0], numbers[1], numbers[2]));
                    break;
                case "corrige" when isMended:
                    site.With(path, text);
                    break;
                case "supprime" when isMended:
                    File.Delete(Path.Combine(site.Root, path));
                    break;
            }
        }
    }

    internal static string Format(Diagnostic problem) => $"{problem.Location}\n{problem.Message}\n{problem.Advice}\n";

    /// <summary>The head of a PNG and then nothing but weight.</summary>
    internal static byte[] Png(int width, int height, int bytes)
    {
        var png = new byte[bytes];
        png[0] = 0x89;
        "PNG\r\n\u001a\n\0\0\0\rIHDR"u8.CopyTo(png.AsSpan(1));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    private static byte[] Webp(int width, int height, int bytes)
    {
        var webp = new byte[bytes];
        "RIFF\0\0\0\0WEBPVP8X"u8.CopyTo(webp);
        BinaryPrimitives.WriteInt32LittleEndian(webp.AsSpan(24), width - 1);
        BinaryPrimitives.WriteInt32LittleEndian(webp.AsSpan(27), height - 1);
        return webp;
    }

    private static FaultSpec Read(string path) => new(
        Path.GetFileNameWithoutExtension(path),
        [.. Block().Matches(File.ReadAllText(path)).Select(block => (block.Groups["kind"].Value, block.Groups["path"].Value, block.Groups["text"].Value))]);

    [GeneratedRegex(@"^````(?<kind>[a-z0-9-]+)(?: (?<path>\S+))?\n(?<text>.*?)^````$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
