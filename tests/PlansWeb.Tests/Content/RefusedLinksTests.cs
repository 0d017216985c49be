using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Content;

/// <summary>One list of allowed addresses for every link of every page, however it is written.</summary>
public sealed partial class RefusedLinksTests
{
    private static readonly string[] s_allowed = ["http", "https", "mailto", "tel"];

    private static readonly string[] s_hostile =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "java&Tab;script:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
        "&#x1;javascript:alert(1)", "\u0001javascript:alert(1)", "java%0Ascript:alert(1)", "javascript%3Aalert(1)", "vbscript:x", "data:text/html,x", "data:image/svg+xml;base64,x",
        "data:image/png;base64,iVBORw0KGgo=", "blob:https://exemple.fr/1", "filesystem:https://exemple.fr/x", "view-source:https://exemple.fr", "intent://exemple.fr#Intent;end",
        "ms-word:ofe|u|https://exemple.fr/a.docx", "ms-settings:x", "file:///etc/passwd", "about:blank", "ws://exemple.fr", "ftp://exemple.fr/x", "sms:0600000000", "x-apple.a:b",
        "chrome-extension://a/b", "feed:https://exemple.fr", "jar:https://exemple.fr!/a", "mhtml:https://exemple.fr", "web+a:b", "h323:x", "urn:x:y", "C:\\x", "z:x", "javascript\\:alert(1)",
    ];

    public static TheoryData<string> Hostile => new(s_hostile);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Load_HostileAddress_IsNoLinkHoweverItIsWritten(string address)
    {
        var html = address.Replace("|", "&#124;", StringComparison.Ordinal);
        string[] bodies =
        [
            $"[x]({address})", $"[x](<{address}>)", $"[x]( {address} \"t\")", $"[x][r]\n\n[r]: {address}", $"[x][r]\n\n[r]: <{address}>", $"![x]({address})", $"<{address}>", address,
            $"[![i](/i.png)]({address})", $"[x](/a){{href={address}}}", $"[x](/a){{href=\"{address}\" target=_blank}}", $"# Titre {{href={address}}}",
            $"<a href=\"{html}\">x</a>", $"<a href=' {html}'>x</a>", $"<img src=\"{html}\" alt=\"\">", $"<img src=\"/i.png\" srcset=\"{html} 2x\" alt=\"\">", $"<q cite=\"{html}\">x</q>", $"<form action=\"{html}\"><button>x</button></form>",
            $"::: info [x]({address})\nx\n:::", $"| a |\n|---|\n| [x]({address}) |", $"- [x]({address})\n\n  <b>x</b>",
        ];
        using var folder = new SiteBuilder();
        for (var i = 0; i < bodies.Length; i++)
        {
            folder.WithPage($"p{i}.md", "title: x", bodies[i]);
        }

        foreach (var page in folder.Load().Pages)
        {
            foreach (var element in Dom.Parse(page.Body.Value).QuerySelectorAll("[href], [src], [srcset], [cite], [action], [formaction], [poster], [data], [background]"))
            {
                foreach (var attribute in element.Attributes.Where(attribute => attribute.Name is "href" or "src" or "srcset" or "cite" or "action" or "formaction" or "poster" or "data" or "background"))
                {
                    var isImage = attribute.Name is "src" or "srcset" && element.LocalName == "img";
                    Assert.True(IsAllowed(attribute.Value, isImage), $"{page.SourcePath}: {bodies[int.Parse(page.SourcePath[1..^3], System.Globalization.CultureInfo.InvariantCulture)]} -> {element.OuterHtml}");
                }
            }
        }
    }

    [Theory]
    [InlineData("https://exemple.fr/a?b=c#d")]
    [InlineData("HTTP://exemple.fr/")]
    [InlineData("//exemple.fr/")]
    [InlineData("mailto:contact@exemple.fr?subject=a")]
    [InlineData("tel:+33100000000")]
    [InlineData("/a:b/")]
    [InlineData("./c:d")]
    [InlineData("?a=javascript:x")]
    [InlineData("#javascript:x")]
    [InlineData("a/b:c")]
    [InlineData("")]
    public void Load_AllowedAddress_IsALink(string address)
    {
        using var folder = new SiteBuilder().WithPage("a.md", "title: x", $"[x]({address})").WithPage("b.md", "title: x", $"<a href=\"{address}\">x</a>");

        var snapshot = folder.Load();

        Assert.All(snapshot.Pages, page => Assert.Equal(address, Assert.Single(Dom.Parse(page.Body.Value).QuerySelectorAll("a")).GetAttribute("href")));
        Assert.DoesNotContain(snapshot.Problems, problem => problem.Rule == DiagnosticRules.RemovedHtml || problem.Rule == DiagnosticRules.RemovedScript);
    }

    [Theory]
    [InlineData("a\n\n[x](intent:a) et [y](intent:a)", "html-retire 6:5;html-retire 6:22")]
    [InlineData("a\n\n- b\n- ![x](intent:a)", "html-retire 7:8")]
    [InlineData("a\n\n<intent:a>", "html-retire 6:2")]
    [InlineData("[x][r]\n\na\n\n[r]: javascript:alert(1)", "script-retire 4")]
    [InlineData("> [x](java&#115;cript:a)", "script-retire 4")]
    [InlineData("[x](data:image/png;base64,AAAA) ![y](data:image/png;base64,AAAA)", "script-retire 4:5")]
    [InlineData("`[x](intent:a)` et intent:a", "")]
    public void Load_RefusedAddress_IsReportedWithItsLine(string body, string expected)
    {
        using var folder = new SiteBuilder().With("a.md", $"---\ntitle: x\n---\n{body}\n");
        folder.Load().Find("/a/");

        var problems = folder.Check().Where(problem => problem.Rule == DiagnosticRules.RemovedHtml || problem.Rule == DiagnosticRules.RemovedScript);

        Assert.Equal(expected, string.Join(';', problems.Select(problem => $"{problem.Rule.Id} {problem.Location["a.md:".Length..]}")));
    }

    [Fact]
    public void Load_PageOfRefusedAddresses_ReportsSome()
    {
        using var folder = new SiteBuilder().WithPage("a.md", "title: x", string.Concat(Enumerable.Repeat("[x](java&#115;cript:a)\n\n", 200)));

        Assert.Equal(100, folder.Check().Count(problem => problem.Rule == DiagnosticRules.RemovedScript));
    }

    [Theory]
    [InlineData("[x](https://exemple.fr){target=_blank}", "_blank", "noopener")]
    [InlineData("[x](https://exemple.fr){target=_BLANK}", "_BLANK", "noopener")]
    [InlineData("[x](https://exemple.fr){target=_blank rel=opener}", "_blank", "noopener")]
    [InlineData("[x](https://exemple.fr){rel=\"OPENER external\" target=_blank}", "_blank", "external noopener")]
    [InlineData("[x](https://exemple.fr){target=_blank}{rel=opener}", "_blank", "noopener")]
    [InlineData("[x](https://exemple.fr){target=_self}", "_self", "noopener")]
    [InlineData("[x](https://exemple.fr){target=_parent}", null, null)]
    [InlineData("[x](https://exemple.fr){target=_top}", null, null)]
    [InlineData("[x](https://exemple.fr){target=autre}", null, null)]
    [InlineData("[x](https://exemple.fr){target=\" _blank\"}", null, null)]
    [InlineData("<https://exemple.fr>{target=_blank}", null, null)]
    [InlineData("<a href=\"https://exemple.fr\" target=\"_BLANK\" rel=\"opener\">x</a>", "_BLANK", "noopener")]
    [InlineData("<a href=\"https://exemple.fr\" target=\" _blank\" rel=\"opener\">x</a>", null, "opener")]
    [InlineData("<a href=\"https://exemple.fr\" target=\"_self\" rel=\"Opener\">x</a>", "_self", "noopener")]
    [InlineData("<a href=\"https://exemple.fr\" target=\"\">x</a>", null, null)]
    public void Load_Target_IsOneOfTwoAndNeverOpens(string body, string? target, string? rel)
    {
        using var folder = new SiteBuilder().WithPage("a.md", "title: x", body);

        var link = Assert.Single(Dom.Parse(folder.Load().Find("/a/")!.Body.Value).QuerySelectorAll("a"));

        Assert.Equal((target, rel), (link.GetAttribute("target"), link.GetAttribute("rel")));
    }

    [Fact]
    public async Task Get_HostileAddressesInHeadersAndData_LeadNowhere()
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: x");
        var redirects = new Dictionary<string, string>();
        for (var i = 0; i < s_hostile.Length; i++)
        {
            var json = System.Text.Json.JsonSerializer.Serialize(System.Net.WebUtility.HtmlDecode(s_hostile[i]).Replace("&Tab;", "\t", StringComparison.Ordinal).Replace("&colon;", ":", StringComparison.Ordinal));
            folder.WithPage($"a{i}.md", $"title: x\nimage: {json}\naliases: [{json}]\ndocument: {json}\nlayout: plan\neleventyNavigation: {{key: a{i}, url: {json}}}")
                .WithPage($"b{i}.md", $"title: x\npermalink: {json}").WithPage($"c{i}.md", $"title: x\npermalink: false\neleventyNavigation: {{key: c{i}, url: {json}}}");
            redirects[$"/r{i}/"] = System.Text.Json.JsonSerializer.Deserialize<string>(json)!;
        }

        folder.With("_data/redirects.json", System.Text.Json.JsonSerializer.Serialize(redirects));
        using var site = new Site(folder.Root, builder => builder.UseSetting("Site:Url", "https://www.exemple.test"));
        using var client = site.CreateClient();

        foreach (var path in site.Store.Current.Pages.Select(page => page.Href).Concat(["/plan-du-site/", "/inconnue/"]))
        {
            using var response = await client.Get(path);
            var page = Dom.Parse(await response.Text());
            Assert.All(page.QuerySelectorAll("[href], [src], meta[property='og:image']"), element =>
                Assert.True(IsAllowed(element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("content")!, isImage: false), $"{path}: {element.OuterHtml}"));
            foreach (var item in page.QuerySelectorAll("script").SelectMany(script => Item().Matches(script.TextContent)))
            {
                Assert.True(IsAllowed(Regex.Unescape(item.Groups[1].Value), isImage: false), $"{path}: {item}");
            }
        }

        Assert.All(site.Store.Current.Redirects, redirect => Assert.True(redirect.Target is null or ['/', ..] || IsAllowed(redirect.Target, isImage: false), redirect.Target));
    }

    [GeneratedRegex("\"(?:item|url|image)\":\"([^\"]*)\"")]
    private static partial Regex Item();

    // As a browser reads it (WHATWG URL Standard): controls and spaces around, tabs and line ends inside do not count.
    private static bool IsAllowed(string address, bool isImage)
    {
        var read = TabsAndLineEnds().Replace(address.Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]), "");
        var scheme = Scheme().Match(read);
        return !scheme.Success || s_allowed.Contains(scheme.Groups[1].Value.ToLowerInvariant())
            || (isImage && read.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) && !read.Contains("svg", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("[\t\n\r]")]
    private static partial Regex TabsAndLineEnds();

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*):")]
    private static partial Regex Scheme();
}
