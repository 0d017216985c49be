using System.Text.RegularExpressions;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>
/// Requests that no browser sends, over a real socket, each with its exact answer. After each, polite requests for the same page must get what
/// the twin of the site gives, byte for byte: nothing of the request stayed in the cache.
/// </summary>
public sealed partial class HostileRequestTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const int MostQuestions = 2_000;

    private const string Name = "plans.example.fr";
    private const string End = $"Host: {Name}\r\nConnection: close\r\n\r\n";

    internal static IReadOnlyList<HostileRequest> Requests { get; } =
    [
        // Ways out of the folder
        Get("dot segments", "/../../../../etc/passwd", 404),
        Get("encoded dots", "/%2e%2e/%2e%2e/etc/passwd", 404),
        Get("encoded slashes", "/..%2f..%2f..%2fetc%2fpasswd", 404),
        Get("encoded backslashes", "/..%5c..%5cetc%5cpasswd", 404),
        Get("backslashes", "/..\\..\\etc\\passwd", 404),
        Get("double encoding", "/%252e%252e%252f%252e%252e%252fetc%252fpasswd", 404),
        Get("path parameters", "/..;/..;/etc/passwd", 404),
        Get("dots that are no dots", "/%ef%bc%8e%ef%bc%8e/etc/passwd", 404),
        Get("dot segments after a page", "{page}../../etc/passwd", 404),
        Get("absolute file path", "/file:///etc/passwd", 404),
        Get("drive letter", "/C:/windows/win.ini", 404),
        Get("tilde", "/~root/.ssh/id_rsa", 404),
        Get("overlong dot", "/%c0%ae%c0%ae/etc/passwd", 400),
        Get("overlong slash", "/..%c0%afetc/passwd", 400),
        Get("overlong slash of three", "/..%e0%80%afetc/passwd", 400),
        Get("bytes of no UTF-8", "/%ff%fe", 400),
        Get("encoded surrogate", "/%ed%a0%80", 400),
        Get("NUL", "/%00", 400),
        Get("NUL after a page", "{page}%00.png", 400),
        Get("header in the path", "{page}%0d%0aSet-Cookie:%20a=b", 400, hasNot: "Set-Cookie"),
        Get("control in the path", "/%1e", 400),
        Get("DEL in the path", "/%7f", 400),
        Get("C1 control in the path", "/%c2%85", 400),
        Get("percent alone", "/%", 400),
        Get("percent and one digit", "/%4", 400),
        Get("percent and letters", "/%zz", 400),
        Get("percent u", "/%u002e%u002e/", 400),
        Get("delimiter of the cache's keys in the query", "{page}?q=%1e", 400),
        Get("NUL in the query", "{page}?q=%00", 400),
        Get("line ends in the query", "{page}?q=%0d%0aSet-Cookie:%20a=b", 200, hasNot: "Set-Cookie"),
        Get("line ends in the query of a redirect", "/p0?q=%0d%0aSet-Cookie:%20a=b", 301, hasNot: "Set-Cookie: "),
        Get("broken percent in the query", "{page}?q=%zz", 400),
        Get("no UTF-8 in the query", "{page}?q=%e9", 400),
        Get("raw control in the path", "/\u0001", 400),
        Get("raw letters beyond ASCII", "/\u00e9", 400),
        Get("tab in the path", "/a\tb", 400),
        Get("space in the path", "/a b", 400),

        // What is not public
        Get("git", "/.git/config", 404),
        Get("environment", "/.env", 404),
        Get("hidden folder", "/.well-known/secret.txt", 404),
        Get("site data", "/_data/site.yaml", 404),
        Get("site data, encoded", "/%5fdata/site%2eyaml", 404),
        Get("includes", "/_includes/base.njk", 404),
        Get("private folder below", "/rubrique/_brouillons/note.txt", 404),
        Get("folder data", "/rubrique/rubrique.json", 404),
        Get("folder script", "/rubrique/rubrique.11tydata.js", 404),
        Get("source of a page", "/p0.md", 404),
        Get("source of a page, upper case", "/P0.MD", 404),
        Get("source below its folder", "/content/p0.md", 404),
        Get("copy of an editor's program", "/p0.md~", 404),
        Get("backup", "/p0.md.bak", 404),
        Get("program", "/programme.exe", 404),
        Get("HTML file", "/page.html", 404),
        Get("PHP file", "/a.php", 404),
        Get("packages", "/node_modules/a/a.json", 404),
        Get("link out of the folder", "/lien.txt", 404),
        Get("relative link out of the folder", "/lien-relatif.txt", 404),
        Get("link to the system", "/lien-systeme.txt", 404),
        Get("page linked from outside", "/lien-page/", 404),
        Get("folder linked from outside", "/lien-dossier/secret.txt", 404),
        Get("settings", "/appsettings.json", 404),
        Get("the program itself", "/PlansWeb.dll", 404),
        Get("IIS settings", "/web.config", 404),
        Get("metrics on the public port", "/metrics", 404),
        Get("a page with a file's end", "{page}.json", 404),

        // To another host
        Get("two slashes", "//evil.example/", 404, hasNot: "Location: //"),
        Get("slash and backslash", "/\\evil.example/", 404, hasNot: "Location:"),
        Get("two slashes, dots", "//evil.example/%2e%2e", 404, hasNot: "Location: //"),
        Get("absolute form", "http://plans.example.fr{page}", 200),
        Get("absolute form, another host", "http://evil.example{page}", 400),
        Raw("absolute form, both of another host", "GET http://evil.example{page} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
        Raw("foreign host", "GET {page} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
        Raw("name that ends as ours", "GET {page} HTTP/1.1\r\nHost: evil-plans.example.fr\r\nConnection: close\r\n\r\n", 400),
        Raw("name that begins as ours", "GET {page} HTTP/1.1\r\nHost: plans.example.fr.evil.example\r\nConnection: close\r\n\r\n", 400),
        Raw("no host", "GET {page} HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        Raw("empty host", "GET {page} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 400),
        Raw("HTTP/1.0 without host", "GET {page} HTTP/1.0\r\n\r\n", 400),
        Raw("two hosts", $"GET {{page}} HTTP/1.1\r\nHost: {Name}\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
        Raw("host with a path", $"GET {{page}} HTTP/1.1\r\nHost: {Name}/x\r\nConnection: close\r\n\r\n", 400),
        Raw("host with a user", $"GET {{page}} HTTP/1.1\r\nHost: {Name}@evil.example\r\nConnection: close\r\n\r\n", 400),
        Header("forwarded host", "X-Forwarded-Host: evil.example", 200, hasNot: "evil"),
        Header("forwarded scheme", "X-Forwarded-Proto: https", 200, hasNot: "Strict-Transport"),
        Header("forwarded prefix", "X-Forwarded-Prefix: /evil", 200, hasNot: "evil"),
        Header("forwarded, by the standard", "Forwarded: for=1.2.3.4;host=evil.example;proto=https", 200, hasNot: "evil"),
        Header("original address", "X-Original-URL: /_data/site.yaml", 200),
        Header("rewritten address", "X-Rewrite-URL: /_data/site.yaml", 200),
        Header("other method by header", "X-HTTP-Method-Override: DELETE", 200),

        // Methods
        Method("POST", 405), Method("PUT", 405), Method("DELETE", 405), Method("PATCH", 405), Method("TRACE", 405), Method("PROPFIND", 405),
        Method("FOO", 405), Method("get", 405), Method("OPTIONS", 204),
        Raw("options of the server", "OPTIONS * HTTP/1.1\r\n" + End, 204, "Allow: GET, HEAD, OPTIONS"),
        Raw("asterisk for a page", "GET * HTTP/1.1\r\n" + End, 405),
        Raw("proxy", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n", 400),
        Raw("no method", " {page} HTTP/1.1\r\n" + End, 400),
        Raw("no version", "GET {page}\r\n\r\n", 400),
        Raw("unknown version", "GET {page} HTTP/3.7\r\n" + End, 505),
        Raw("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003", 400),

        // Two requests in one
        Raw("length and chunks", $"GET {{page}} HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nHost: {Name}\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n{End}", 200),
        Raw("two lengths", "GET {page} HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 44\r\n" + End, 400),
        Raw("negative length", "GET {page} HTTP/1.1\r\nContent-Length: -1\r\n" + End, 400),
        Raw("length with a sign, which Kestrel reads as a length", $"GET {{page}} HTTP/1.1\r\nContent-Length: +4\r\nHost: {Name}\r\n\r\nabcdGET /smuggled HTTP/1.1\r\n{End}", 200, "Connection: close"),
        Raw("body, then a request", $"GET {{page}} HTTP/1.1\r\nContent-Length: 4\r\nHost: {Name}\r\n\r\nabcdGET /smuggled HTTP/1.1\r\n{End}", 200, "Connection: close"),
        Raw("length too great for a number", "GET {page} HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n" + End, 400),
        Raw("unknown coding", "GET {page} HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n" + End, 400),
        Raw("chunks, not last", "GET {page} HTTP/1.1\r\nTransfer-Encoding: chunked, identity\r\n" + End, 400),
        Raw("chunk of no size", "GET {page} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + End + "zz\r\n", 200),
        Raw("request in a body", "POST {page} HTTP/1.1\r\nContent-Length: 60\r\n" + End + "GET /smuggled HTTP/1.1\r\nHost: plans.example.fr\r\n\r\n", 405),
        Raw("space before the colon", "GET {page} HTTP/1.1\r\nContent-Length : 4\r\n" + End, 400),
        Raw("folded header", "GET {page} HTTP/1.1\r\nX-A: b\r\n c\r\n" + End, 400),
        Raw("NUL in a header", "GET {page} HTTP/1.1\r\nX-A: b\u0000c\r\n" + End, 400),
        Raw("line feeds alone", $"GET {{page}} HTTP/1.1\nHost: {Name}\nConnection: close\n\n", 400),
        Raw("body of 31 MB, announced", "GET {page} HTTP/1.1\r\nContent-Length: 32505856\r\n" + End, 200),
        Raw("body that waits for leave", "GET {page} HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n" + End, 200),

        // Too much
        Get("path of 100 kB", "/" + new string('a', 100_000), 414),
        Get("query of 9 kB", "{page}?q=" + new string('a', 9_000), 414),
        Header("header of 40 kB", "X-A: " + new string('a', 40_000), 431),
        Header("101 headers", string.Join("\r\n", Enumerable.Range(0, 101).Select(i => $"X-{i}: a")), 431),
        Header("cookies of 20 kB", "Cookie: a=" + new string('b', 20_000), 200),
        Header("a thousand codings", "Accept-Encoding: " + string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"x{i}")), 200, hasNot: "Content-Encoding"),
        Header("coding of no kind", "Accept-Encoding: br;q=zz, ;;, =", 200),
        Header("500 ranges", "Range: bytes=" + string.Join(",", Enumerable.Range(0, 500).Select(i => $"{i}-{i}")), 200),
        Raw("500 ranges of a file", $"GET /note.txt HTTP/1.1\r\nRange: bytes={string.Join(",", Enumerable.Range(0, 500).Select(_ => "0-"))}\r\n{End}", 200),
        Raw("range beyond a file", "GET /note.txt HTTP/1.1\r\nRange: bytes=999999-\r\n" + End, 416),
        Raw("range with an end of 20 digits", "GET /note.txt HTTP/1.1\r\nRange: bytes=0-99999999999999999999\r\n" + End, 200),

        // Towards the cache
        Get("random query", "{page}?x=0.123", 200),
        Get("query in many parts", "{page}?" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"a{i}&")), 200),
        Get("query of one page on another", "{page}?apercu=AAAA.BBBB", 200),
        Get("variant of no kind", "{page}?vue=COMPLETE&vue=complete&VUE=complete", 200),
        Get("variant", "{page}?vue=complete", 200),
        Header("other form", "Accept: text/markdown", 200),
        Header("other form among a thousand", "Accept: " + string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"a/x{i}")) + ", text/markdown;q=0.1", 200),
        Get("search for a script", "/recherche/?q=%3Cscript%3Ealert(1)%3C/script%3E", 200, hasNot: "<script"),
        Get("search, unencoded", "/recherche/?q=<script>alert(1)</script>&q=\"onload=x", 200, hasNot: "<script"),
        Get("search for 7 kB", "/recherche/?q=" + new string('a', 7_000), 200),
        Get("search, page of no number", "/recherche/?q=page&page=-1%2C99999999999999999999", 200),
        Header("any version", "If-None-Match: *", 304),
        Header("versions of no form", "If-None-Match: " + new string('"', 4_001), 200),
        Header("only from a cache", "Cache-Control: only-if-cached", 200),
        Header("not from a cache", "Cache-Control: no-cache, no-store\r\nPragma: no-cache", 200),
        Header("future date", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", 200),
        Header("credentials", "Authorization: Basic YTpi", 200),
        Header("other origin", "Origin: https://evil.example", 200, hasNot: "Access-Control"),
        Header("web socket", "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", 200),
        Header("HTTP/2 on the way", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__", 200),
        Header("language of no kind", "Accept-Language: ../../etc/passwd\r\nAccept: text/evil", 200),
        Raw("head", "HEAD {page} HTTP/1.1\r\n" + End, 200),
        Raw("head, cut", "HEAD {page} HTTP/1.1\r\nRange: bytes=0-3\r\n" + End, 200),
        Raw("old protocol", $"GET {{page}} HTTP/1.0\r\nHost: {Name}\r\n\r\n", 200),
    ];

    public static TheoryData<int, HostileRequest> Rows
    {
        get
        {
            var rows = new TheoryData<int, HostileRequest>();
            for (var i = 0; i < Requests.Count; i++)
            {
                rows.Add(i, Requests[i]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public async Task Send_HostileRequest_GetsItsAnswerAndLeavesNothing(int row, HostileRequest request)
    {
        var page = $"/p{row}/";

        var answer = await site.Attacked.Raw.Send(request.Bytes.Replace("{page}", page, StringComparison.Ordinal));

        Assert.Equal(request.Status, RawClient.Status(answer));
        Assert.Single(StatusLine().Matches(answer));
        Assert.DoesNotContain(HostileSite.Secret, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
        if (request.Has is not null)
        {
            Assert.Contains(request.Has, answer, StringComparison.Ordinal);
        }

        if (request.HasNot is not null)
        {
            Assert.DoesNotContain(request.HasNot, answer, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var coding in (string[])["br", "gzip", "identity"])
        {
            var polite = $"GET {page} HTTP/1.1\r\nAccept-Encoding: {coding}\r\n{End}";
            var (expected, actual) = await AskBoth(polite);

            // Soon after it was asked for a page has its smallest bytes, and those are the same on both sites.
            for (var more = MostQuestions; more > 0 && actual != expected; more--)
            {
                (expected, actual) = await AskBoth(polite);
            }

            Assert.Equal(expected, actual);
        }
    }

    private async Task<(string Twin, string Attacked)> AskBoth(string polite) =>
        (WithoutTime(await site.Twin.Raw.Send(polite)), WithoutTime(await site.Attacked.Raw.Send(polite)));

    [Fact]
    public void Table_HasAtLeastSixtyRows() => Assert.True(Requests.Count >= 60, $"{Requests.Count}");

    [GeneratedRegex("HTTP/1\\.1 [0-9]{3}|^$")]
    private static partial Regex StatusLine();

    [GeneratedRegex("\r\n(Date|Cache-Status): [^\r]*")]
    private static partial Regex Time();

    private static string WithoutTime(string answer)
    {
        Assert.Equal(200, RawClient.Status(answer));
        return Time().Replace(answer, "");
    }

    private static HostileRequest Raw(string name, string bytes, int status, string? has = null, string? hasNot = null) => new(name, bytes, status, has, hasNot);

    private static HostileRequest Get(string name, string target, int status, string? hasNot = null) => new(name, $"GET {target} HTTP/1.1\r\n{End}", status, HasNot: hasNot);

    private static HostileRequest Header(string name, string header, int status, string? hasNot = null) => new(name, $"GET {{page}} HTTP/1.1\r\n{header}\r\n{End}", status, HasNot: hasNot);

    private static HostileRequest Method(string method, int status) => new("method " + method, $"{method} {{page}} HTTP/1.1\r\n{End}", status, "Allow: GET, HEAD, OPTIONS");
}
