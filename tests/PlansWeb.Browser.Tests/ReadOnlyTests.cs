using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>The published site as its image runs it, without an image: read-only all around, no /tmp, uid 1654, no capability.</summary>
public sealed class ReadOnlyTests(PublishedSite published)
{
    private static readonly string[] s_sandbox =
    [
        "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-user", "--uid", "1654", "--gid", "1654", "--cap-drop", "ALL", "--die-with-parent",
    ];

    [Fact]
    public async Task Start_ReadOnlyAsPlainUser_ServesAndWarnsOfNothing()
    {
        Needs.That(HasSandbox(), "bwrap is not there, or may not make a user namespace");
        var folder = await published.Folder;
        using var site = await SiteProgram.Start(
            [.. s_sandbox, "dotnet", Path.Combine(folder, "PlansWeb.dll")], 1, ["--urls=http://127.0.0.1:0", "--Site:Url=https://www.example.fr", "--AllowedHosts=*"], ("HOME", "/nonexistent"));

        Assert.Equal(200, (int)(await site.Get("/health/ready")).StatusCode);
        Assert.All(["/", "/publications/", "/recherche/?q=plan", "/sitemap.xml"], path => Assert.Equal(200, (int)site.Get(path).GetAwaiter().GetResult().StatusCode));

        Assert.Empty(site.Errors);
        Assert.All(
            site.Output.Select(static line => JsonDocument.Parse(line).RootElement).Where(static line => !line.GetProperty("Category").GetString()!.StartsWith("PlansWeb.Loading", StringComparison.Ordinal)),
            static line => Assert.Equal("Information", line.GetProperty("LogLevel").GetString()));
    }

    private static bool HasSandbox()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(s_sandbox[0], [.. s_sandbox[1..], "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
