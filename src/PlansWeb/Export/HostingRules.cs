using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;
using PlansWeb.Content.Site;
using PlansWeb.Pages;

namespace PlansWeb.Export;

/// <summary>What a host of files must know: the redirects, the views, and the headers that the site sends, as nginx reads them and as <c>_redirects</c> and <c>_headers</c>.</summary>
/// <param name="snapshot">What is exported.</param>
/// <param name="answers">The addresses with the headers of their answers, in one order.</param>
internal sealed class HostingRules(Snapshot snapshot, IReadOnlyList<(ExportedAddress Address, IReadOnlyDictionary<string, string> Headers)> answers)
{
    /// <summary>The headers that a host has to send; it has its own validators, lengths and codings.</summary>
    private static readonly HashSet<string> s_hostsOwn = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.ContentLength, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.ContentEncoding, HeaderNames.AcceptRanges, HeaderNames.Date,
        HeaderNames.Vary, HeaderNames.Location, HeaderNames.Connection, "Cache-Status", "X-Cache",
    };

    /// <summary>The headers of an answer that its file gets.</summary>
    public static IReadOnlyDictionary<string, string> HeadersOf(IHeaderDictionary headers) =>
        headers.Where(static header => !s_hostsOwn.Contains(header.Key)).ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.Ordinal);

    /// <summary>For the <c>http</c> block: maps of redirects, views and headers.</summary>
    public string NginxMaps()
    {
        var text = new StringBuilder("# Written by PlansWeb export: include it in the http block.\nmap_hash_max_size 262144;\nmap_hash_bucket_size 512;\nvariables_hash_max_size 4096;\n");
        Map("$uri", "plansweb_redirect", "", Redirects().Select(static redirect => (redirect.From, WithArguments(redirect.Target))));
        Map("$uri", "plansweb_gone", "", snapshot.Redirects.Where(static redirect => redirect.Target is null).Select(static redirect => (redirect.From, "1")));
        Map("$uri?$args", "plansweb_view", "/.plansweb/none", answers.Where(static answer => answer.Address.Target.Contains('?', StringComparison.Ordinal))
            .Select(static answer => (Decode(answer.Address.Target), "/" + Variables(answer.Address.File))));
        text.Append("map $http_accept $plansweb_type {\n  default html;\n  \"~*^text/markdown *(,|$)\" md;\n}\n");
        text.Append("map $plansweb_type$uri $plansweb_markdown {\n  default /.plansweb/none;\n  \"~^md(?<plansweb_folder>/.*)/$\" $plansweb_folder/index.md;\n  md/ /index.md;\n  \"~^md(?<plansweb_page>/.*[^/])$\" $plansweb_page.md;\n}\n");
        text.Append("map $uri $plansweb_file {\n  default $uri;\n  ~/$ ${uri}index.html;\n}\n");
        foreach (var header in Headers())
        {
            var values = answers.Select(answer => (File: "/" + answer.Address.File, Value: answer.Headers.GetValueOrDefault(header, ""))).ToArray();
            var usual = Usual(values.Select(static value => value.Value));
            var name = Variable(header);
            Map("$uri", name + "_file", usual, values.Where(value => value.Value != usual));
            if (header == HeaderNames.StrictTransportSecurity)
            {
                text.Append(CultureInfo.InvariantCulture, $"map $https ${name} {{\n  default \"\";\n  on ${name}_file;\n}}\n");
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"map $status${name}_file ${name} {{\n  default ${name}_file;\n");
            text.Append(header == HeaderNames.CacheControl ? "  ~^301 \"public, max-age=3600\";\n  ~^4(04|10) no-cache;\n" : "").Append("}\n");
        }

        return text.ToString();

        void Map(string of, string name, string usual, IEnumerable<(string Key, string Value)> entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"map \"{of}\" ${name} {{\n  default {Quote(usual)};\n");

            // The map does not tell capitals from small letters: of two keys that differ in that alone the first is taken.
            foreach (var (key, value) in entries.DistinctBy(static entry => entry.Key, StringComparer.OrdinalIgnoreCase))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Quote(key)} {Quote(value)};\n");
            }

            text.Append("}\n");
        }
    }

    /// <summary>For a <c>server</c> block with a <c>root</c>.</summary>
    public string NginxServer()
    {
        var text = new StringBuilder("# Written by PlansWeb export: include it in a server block whose root is the folder of the export.\n");
        text.Append("absolute_redirect off;\nserver_tokens off;\ncharset off;\ngzip_static on;\n# With the module ngx_brotli: brotli_static on;\nerror_page 404 /404.html;\n");
        text.Append(answers.Any(static answer => answer.Address.File == PublicAddresses.GonePage) ? "error_page 410 /410.html;\n" : "");
        foreach (var header in Headers())
        {
            text.Append(CultureInfo.InvariantCulture, $"add_header {header} ${Variable(header)} always;\n");
        }

        text.Append("location ^~ /.plansweb/ { return 404; }\nlocation = /_headers { return 404; }\nlocation = /_redirects { return 404; }\nlocation = /404.html { internal; }\nlocation = /410.html { internal; }\n");
        text.Append("types {\n");
        var types = answers.GroupBy(static answer => Path.GetExtension(answer.Address.File).TrimStart('.').ToLowerInvariant())
            .ToDictionary(static group => group.Key, static group => Usual(group.Select(static answer => answer.Headers.GetValueOrDefault(HeaderNames.ContentType, "application/octet-stream"))));
        foreach (var (extension, type) in types.Where(static type => type.Key.Length > 0 && type.Key.All(char.IsAsciiLetterOrDigit)).OrderBy(static type => type.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(type)} {extension};\n");
        }

        const string Find = "try_files $plansweb_markdown $plansweb_view $plansweb_file @plansweb_missing;";
        text.Append("}\nlocation / { ").Append(Find).Append(" }\n");
        foreach (var (address, headers) in answers.Where(static answer => answer.Address.Accept is null))
        {
            var extension = Path.GetExtension(address.File).TrimStart('.').ToLowerInvariant();
            if (headers.GetValueOrDefault(HeaderNames.ContentType) is { } type && (types.GetValueOrDefault(extension) != type || !extension.All(char.IsAsciiLetterOrDigit) || extension.Length == 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"location = {Quote("/" + address.File)} {{ types {{ }} default_type {Quote(type)}; {Find} }}\n");
            }
        }

        text.Append("location @plansweb_missing {\n  if ($plansweb_gone) { return 410; }\n  if ($plansweb_redirect) { return 301 $plansweb_redirect; }\n  return 404;\n}\n");
        return text.ToString();
    }

    /// <summary>The redirects as several hosts read them: from, to, status.</summary>
    public string RedirectsFile() => string.Concat(snapshot.Redirects.Where(static redirect => redirect.Target is not null)
        .Select(static redirect => $"{Address.Encode(redirect.From)} {redirect.Target} 301\n"));

    /// <summary>The headers as several hosts read them: those of most pages for all, then what is another by address.</summary>
    public string HeadersFile()
    {
        var pages = answers.Where(static answer => answer.Address.File.EndsWith("index.html", StringComparison.Ordinal)).ToArray();
        var usual = Headers().Append(HeaderNames.ContentType).ToDictionary(static header => header, header => Usual(pages.Select(page => page.Headers.GetValueOrDefault(header, ""))));
        var text = new StringBuilder("/*\n");
        foreach (var (header, value) in usual.Where(static header => header.Value.Length > 0 && header.Key != HeaderNames.ContentType))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {header}: {value}\n");
        }

        foreach (var (address, headers) in answers.Where(static answer => answer.Address.Status == StatusCodes.Status200OK))
        {
            var others = usual.Where(header => headers.TryGetValue(header.Key, out var value) && value != header.Value).ToArray();
            if (others.Length > 0)
            {
                text.Append(Address.Encode("/" + address.File)).Append('\n');
                foreach (var (header, _) in others)
                {
                    // Without the first line both values would be sent.
                    text.Append(header == HeaderNames.ContentType ? "" : $"  ! {header}\n").Append(CultureInfo.InvariantCulture, $"  {header}: {headers[header]}\n");
                }
            }
        }

        return text.ToString();
    }

    private IEnumerable<string> Headers() => answers.SelectMany(static answer => answer.Headers.Keys).Where(static header => header != HeaderNames.ContentType).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    // Moved pages; then what is only nearly right, as the site itself finds it: without its slash, its accents, or with one too many.
    private IEnumerable<(string From, string Target)> Redirects()
    {
        foreach (var redirect in snapshot.Redirects)
        {
            if (redirect.Target is { } target)
            {
                yield return (redirect.From, target);
            }
        }

        HashSet<string> own = [.. SiteMap.Of(snapshot).Pages.Keys, RechercheModel.Route];
        foreach (var url in snapshot.Pages.Select(static page => page.Url).Concat(snapshot.Redirects.Select(static redirect => redirect.From)).Concat(own))
        {
            // Reached only where no file is: by the same letters in other case, which the map takes for equal.
            if (snapshot.Find(url) is { } page)
            {
                yield return (url, page.Href);
            }

            var folded = AddressFolding.Fold(url);
            foreach (var spelling in (string[])[url, url.TrimEnd('/'), folded.TrimEnd('/'), folded.TrimEnd('/') + "/"])
            {
                if (spelling.Length > 1 && snapshot.Find(spelling) is null && snapshot.FindRedirect(spelling) is null
                    && (snapshot.FindAlike(spelling) ?? (own.Contains(url) ? Address.Encode(url) : null)) is { } href && href != Address.Encode(spelling))
                {
                    yield return (spelling, href);
                }
            }
        }
    }

    private static string WithArguments(string target) => ContentAddresses.WithQuery(Variables(target), "$is_args$args");

    private static string Usual(IEnumerable<string> values) => values.CountBy(static value => value).OrderByDescending(static value => value.Value).ThenBy(static value => value.Key, StringComparer.Ordinal).Select(static value => value.Key).FirstOrDefault("");

    private static string Variable(string header) => "plansweb_" + header.ToLowerInvariant().Replace('-', '_');

    private static string Decode(string target) => target.Split('?', 2) is [var path, var query] ? $"{Uri.UnescapeDataString(path)}?{query}" : Uri.UnescapeDataString(target);

    // nginx reads « $ » as a variable wherever it may, and has no escape for it. No address that the site writes needs one.
    private static string Variables(string text) => text.Replace("$", "%24", StringComparison.Ordinal);

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
