using System.ComponentModel;
using System.Diagnostics;
using System.Reflection.Metadata;
using PlansWeb.Dsfr;

namespace PlansWeb.Authoring;

/// <summary>
/// Under <c>dotnet watch</c>, builds the style sheets again when their sources or the pages that use them change: the tool itself looks at C# and Razor alone.
/// </summary>
internal sealed class StyleSheetWatch : IHostedService, IDisposable
{
    private Process? _node;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A build stands in the project's bin/Debug/net10.0.
        var project = Path.GetFullPath("../../..", AppContext.BaseDirectory);
        var assets = Path.GetFullPath("../PlansWeb.Dsfr/Assets", project);
        if (!MetadataUpdater.IsSupported || !Directory.Exists(assets))
        {
            return Task.CompletedTask;
        }

        try
        {
            _node = Process.Start("node",
            [
                "--watch-path", assets, "--watch-path", Path.Combine(project, "Pages"), "--watch-preserve-output",
                Path.Combine(assets, "build.mjs"), Path.GetFullPath("../..", project), Brand.IsState ? "true" : "false",
            ]);
        }
        catch (Win32Exception)
        {
            // The build made the style sheets with it; without it they stay as they are.
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        if (_node is { HasExited: false })
        {
            _node.Kill(entireProcessTree: true);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _node?.Dispose();
}
