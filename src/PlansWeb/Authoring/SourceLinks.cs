using System.Globalization;
using Microsoft.Extensions.Options;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Authoring;

/// <summary>Links that open a file of the content in the editor of those who write it, on the machine where the site runs: <c>vscode://file/…:line</c>.</summary>
internal sealed class SourceLinks(IOptions<ContentOptions> options, IHostEnvironment environment)
{
    private readonly string _root = ContentLoadingService.Resolve(options.Value.Path, environment.ContentRootPath);

    /// <summary>A link to a line of a file.</summary>
    /// <param name="file">Path below the content folder, with <c>/</c>.</param>
    /// <param name="line">Line from 1; 0 for the file as a whole.</param>
    public string Of(string file, int line = 0)
    {
        var path = Path.GetFullPath(Path.Combine(_root, file)).Replace('\\', '/').TrimStart('/');
        var address = "vscode://file/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)).Replace("%3A", ":", StringComparison.Ordinal);
        return line == 0 ? address : string.Create(CultureInfo.InvariantCulture, $"{address}:{line}");
    }
}
