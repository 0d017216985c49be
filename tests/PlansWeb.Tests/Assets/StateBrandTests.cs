using System.Diagnostics;
using System.Text.RegularExpressions;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Assets;

/// <summary>What the asset build makes with <c>-p:MarqueEtat=true</c>, in a folder of its own.</summary>
public sealed partial class StateBrandTests : IDisposable
{
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("plansweb-");

    [Fact]
    public async Task Build_StateBrand_TakesTwoWeightsUnmodifiedAndTheBlockMark()
    {
        var package = Path.Combine(Repository.Root, "node_modules", "@gouvfr", "dsfr", "dist", "fonts");
        Needs.That(Directory.Exists(package), "the DSFR's package is not installed: build src/PlansWeb, or run npm ci");
        using var build = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "src", "PlansWeb.Dsfr", "Assets", "build.mjs"), Repository.Root, "true", _output.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, build.ExitCode);

        var fonts = Directory.GetFiles(Path.Combine(_output.FullName, "fonts"));
        Assert.Equal(["Marianne-Bold.woff2", "Marianne-Regular.woff2"], fonts.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(fonts, font => Assert.Equal(File.ReadAllBytes(Path.Combine(package, Path.GetFileName(font))), File.ReadAllBytes(font)));

        var css = await File.ReadAllTextAsync(Path.Combine(_output.FullName, "css", "site.css"), TestContext.Current.CancellationToken);
        Assert.Equal(2, FontFace().Count(css));
        Assert.Contains(".fr-logo", css, StringComparison.Ordinal);
    }

    public void Dispose() => _output.Delete(recursive: true);

    // The address carries the file's fingerprint, so that it can be cached for good; text is readable before the font is there.
    [GeneratedRegex(@"@font-face\{[^}]*\.\./fonts/Marianne-(Regular|Bold)\.[0-9a-f]{10}\.woff2[^}]*font-display:swap[^}]*\}")]
    private static partial Regex FontFace();
}
