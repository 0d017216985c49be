using System.Diagnostics;
using PlansWeb.Browser.Tests;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(PublishedSite))]

namespace PlansWeb.Browser.Tests;

/// <summary>
/// The site as it is deployed: published once per run, for only the published output has compressed files. Nothing happens
/// before the first test that asks.
/// </summary>
public sealed class PublishedSite : IDisposable
{
    // What the runner's own MSBuild leaves in the environment would lead the one started here astray.
    private static readonly string[] s_misleading = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    private readonly Lazy<Task<string>> _folder = new(Publish);
    private readonly Lazy<Task<SiteProcess>> _embedded;
    private readonly Lazy<Task<SiteProcess>> _public;
    private readonly Lazy<Task<SiteProcess>> _secure;
    private readonly Lazy<Task<SiteProcess>> _corpus;
    private readonly Lazy<Task<SiteProcess>> _charted;
    private readonly Lazy<Task<string>> _export;
    private readonly Lazy<Task<SiteProcess>> _crowded;
    private readonly Lazy<SiteBuilder> _charts = new(ChartedSite.Make);
    private readonly Lazy<SiteBuilder> _crowd = new(CrowdedMenuSurvey.Make);

    /// <summary>Prepares; publishes nothing yet.</summary>
    public PublishedSite()
    {
        _embedded = new(async () => await SiteProcess.Start(await _folder.Value, Path.Combine(await _folder.Value, "content")));
        _public = new(async () => await SiteProcess.StartPublic(await _folder.Value, Path.Combine(await _folder.Value, "content")));
        _secure = new(async () => await SiteProcess.StartSecure(await _folder.Value, Path.Combine(await _folder.Value, "content")));

        _export = new(async () => await Export(await _folder.Value));
        _charted = new(async () => await SiteProcess.Start(await _folder.Value, _charts.Value.Root));

        _crowded = new(async () => await SiteProcess.Start(await _folder.Value, _crowd.Value.Root));

        // The old site listed its articles by templates that do not run here: the reference names what no link leads to.
        _corpus = new(async () => await SiteProcess.Start(
            await _folder.Value, CorpusSite.Content, CorpusSite.ReferencePages().Select(page => page.GetProperty("url").GetString()!)));
    }

    /// <summary>The site over the content that is published with it.</summary>
    public Task<SiteProcess> Embedded => _embedded.Value;

    /// <summary>The same with TLS and the settings of a public site: its address, and a contact.</summary>
    public Task<SiteProcess> Public => _public.Value;

    /// <summary>The same with TLS, on IPv4 and IPv6.</summary>
    public Task<SiteProcess> Secure => _secure.Value;

    /// <summary>The folder that it was published to.</summary>
    public Task<string> Folder => _folder.Value;

    /// <summary>The folder that the content that is published with it was exported to.</summary>
    public Task<string> Exported => _export.Value;

    /// <summary>The site over the corpus. Skips the test where the corpus is not there.</summary>
    public Task<SiteProcess> Corpus => _corpus.Value;

    /// <summary>The site over made-up content: a register, and a page of charts.</summary>
    public Task<SiteProcess> Charted => _charted.Value;

    /// <summary>The site over made-up content with long menus.</summary>
    public Task<SiteProcess> Crowded => _crowded.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var site in new[] { _embedded, _public, _secure, _corpus, _charted, _crowded }.Where(site => site is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            site.Value.Result.Dispose();
        }

        foreach (var content in new[] { _charts, _crowd }.Where(content => content.IsValueCreated))
        {
            content.Value.Dispose();
        }

        foreach (var folder in new[] { _folder, _export }.Where(folder => folder is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            Directory.Delete(folder.Value.Result, recursive: true);
        }
    }

    private static async Task<string> Export(string published)
    {
        var folder = Directory.CreateTempSubdirectory("plansweb-exported-").FullName;
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(published, "PlansWeb.dll"), "export", folder, "--content", Path.Combine(published, "content"), "--Site:Url=https://www.exemple.fr"])
        { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        return folder;
    }

    private static async Task<string> Publish()
    {
        var folder = Directory.CreateTempSubdirectory("plansweb-published-").FullName;

        // No server of MSBuild or of the compiler may stay behind: it would hold the streams that are read to their end here.
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Repository.Root, "src", "PlansWeb"), "--no-restore", "-c", "Release", "-o", folder, "-v", "quiet", "--nologo",
            "-nodeReuse:false", "-p:UseSharedCompilation=false", $"-p:MarqueEtat={(Brand.IsState ? "true" : "false")}",
        ])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in s_misleading)
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        try
        {
            var streams = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, "dotnet publish failed:\n" + string.Concat(streams));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException("dotnet publish did not end");
        }

        return folder;
    }
}
