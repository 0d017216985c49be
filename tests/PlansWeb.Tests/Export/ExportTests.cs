using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Commands;
using PlansWeb.Content.Site;
using PlansWeb.Export;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Export;

public sealed partial class ExportTests : IDisposable
{
    private const string Url = "--Site:Url=https://plans.example.fr";

    private static readonly string[] s_headers =
    [
        "Content-Type", "Cache-Control", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options", "Permissions-Policy",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy", "Access-Control-Allow-Origin", "Strict-Transport-Security",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("plansweb-export-").FullName;

    private string Target => Path.Combine(_folder, "export");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Export_EmbeddedContentBehindNginx_AnswersAsTheLiveSite() =>
        await AnswersAsLive(Path.Combine(Repository.Root, "content"), ["/réglementations", "/réglementations/", "/a-propos/?x=1", "/ACCESSIBILITE", "/inconnue/", "/_headers", "/.plansweb/manifest.json", "/404.html"]);

    [Fact]
    public async Task Export_CorpusBehindNginx_AnswersAsTheLiveSite() =>
        await AnswersAsLive(Path.Combine(Repository.Corpus, "content"), ["/inconnue/"]);

    [Fact]
    public async Task Export_DoubtfulNames_AnswersAsTheLiveSite()
    {
        Write("index.md", "# Accueil\n\n[a](/dossier/) [b](/été%20de%20l’an/) ![c](/dossier/plan%20d’accès.svg) [d](/100%25/) [e](/signe$deux/) [f](/sans-fin)");
        Write("dossier.md", "---\ntitle: Dossier\nredirect_from: [/ancien/, \"/vieux-é/\"]\n---\nTexte.");
        Write("été de l’an.md", "---\ntitle: Été\n---\nTexte.");
        Write("cent.md", "---\ntitle: Cent\npermalink: /100%/\n---\nTexte.");
        Write("signe.md", "---\ntitle: Signe\npermalink: /signe$deux/\n---\nTexte.");
        Write("sans-fin.md", "---\ntitle: Sans fin\npermalink: /sans-fin.html\n---\nTexte.");
        Write("dossier/plan d’accès.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>\"a\"</title></svg>");
        await AnswersAsLive(Content, ["/DOSSIER/", "/dossier", "/ete-de-l-an", "/inconnue/"]);
    }

    [Fact]
    public async Task Export_PagesThatChanged_AnswersAsTheLiveSite()
    {
        Write("index.md", "---\ntitle: Accueil\neleventyNavigation: {key: haut}\n---\nTexte.");
        Write("rubrique/index.md", "---\ntitle: Rubrique\neleventyNavigation: {key: rubrique, parent: haut}\n---\nTexte.");
        Write("rubrique/été.md", "---\ntitle: Été\neleventyNavigation: {key: ete, parent: rubrique}\nchanges: [{date: 2026-03-12, note: Corrigé}]\n---\nTexte.");
        Write("_history/changes.jsonl", """
            {"url":"/rubrique/été/","date":"2026-03-12","kind":"changed","title":"Été","notes":["Corrigé"],"passages":[["=de ","-45","+40","= %"]]}
            {"url":"/partie/","date":"2026-03-12","kind":"withdrawn","title":"Partie","notes":[],"passages":[]}
            """);
        Write("_history/pages.jsonl", "{}");

        await AnswersAsLive(Content, ["/rubrique/%C3%A9t%C3%A9/?vue=historique", "/feed/changements.xml", "/feed/changements.json", "/feed/rubrique/changements.xml", "/_history/changes.jsonl", "/_history/pages.jsonl"]);

        Assert.Contains("<del>", await File.ReadAllTextAsync(Path.Combine(Target, "_vue/vue-historique/rubrique/été/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("href=\"/_vue/vue-historique/rubrique/%C3%A9t%C3%A9/\"", await File.ReadAllTextAsync(Path.Combine(Target, "rubrique/été/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("href=\"https://plans.example.fr/_vue/vue-historique/rubrique/%C3%A9t%C3%A9/#2026-03-12\"", await File.ReadAllTextAsync(Path.Combine(Target, "feed/changements.xml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Target, "_vue/vue-historique/rubrique/index.html")));
        Assert.DoesNotContain(Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories), static file => file.Contains("_history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_PartsOfTheSiteMap_AnswerAsTheLiveSite()
    {
        Write("index.md", "---\ntitle: Accueil\n---\nTexte.");
        Write("ecole.md", "---\ntitle: École\neleventyNavigation: {key: ecole, title: École}\n---\n");
        for (var i = 0; i < 21; i++)
        {
            Write($"ecole/{i}.md", $"---\ntitle: Page {i}\neleventyNavigation: {{parent: ecole, title: Page {i}}}\n---\nTexte.");
        }

        await AnswersAsLive(Content, ["/plan-du-site/ecole/", "/plan-du-site/ecole", "/plan-du-site", "/plan-du-site/inconnue/"]);

        Assert.Contains("href=\"/ecole/20/\"", await File.ReadAllTextAsync(Path.Combine(Target, "plan-du-site/ecole/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // `dotnet run -- export` is Development, where pages tell their writers what to correct and drafts are shown.
    [Theory]
    [InlineData(null)]
    [InlineData("Development")]
    public async Task Export_HiddenPages_LeaveNoTrace(string? environment)
    {
        // Days begin in Paris: in the last hours of a day by UTC, the next one has begun there.
        var later = DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Write("index.md", "# Accueil");
        Write("brouillon-zorglub.md", "---\ntitle: Zorglub\ndraft: true\nredirect_from: /zorglub-ancien/\n---\nZorglub ![z](zorglub.svg)");
        Write("zorglub.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Zorglub</title></svg>");
        Write("bulgroz.md", $"---\ntitle: Bulgroz\npublishDate: {later}\n---\nBulgroz");
        Write("fini.md", "---\ntitle: Frimousse\nexpiryDate: 2020-01-01\nredirect_from: /frimousse-ancienne/\n---\nFrimousse [f](frimousse.pdf)");
        Write("frimousse.pdf", "%PDF-1.4 Frimousse");
        Write("_prive/turlupin.md", "---\ntitle: Turlupin\n---\nTurlupin");
        Write("_prive/turlupin.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Turlupin</title></svg>");
        Write("bulgroz/index.md", $"---\ntitle: Bulgroz aussi\npublishDate: {later}\neleventyNavigation: {{ key: bulgroz }}\n---\nBulgroz");
        Write("dessous.md", "---\ntitle: Dessous\neleventyNavigation: { key: dessous, parent: bulgroz }\n---\nTexte");
        Write("caché.md", "---\ntitle: Visible par son adresse\nunlisted: true\n---\nNon listée");

        var (status, output, errors) = await SiteProgram.Run(
            ["export", Target, "--content", Content, Url], environment is null ? [] : [("ASPNETCORE_ENVIRONMENT", environment)]);

        Assert.True(status == 0, string.Join('\n', output.Concat(errors)));
        Assert.Contains(errors, static line => line.Contains("Cet export est faux à partir de là", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Target, "caché", "index.html")));
        foreach (var file in Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories))
        {
            var said = file + "\n" + await Text(file);
            Assert.DoesNotContain(((string[])["zorglub", "bulgroz", "frimousse", "turlupin", "_prive", "redaction"]), word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Export_SecondTime_WritesWhatChangedAndRemovesOnlyItsOwn()
    {
        Write("index.md", "# Accueil");
        Write("a.md", "---\ntitle: A\n---\nUn.");
        Write("b.md", "---\ntitle: B\n---\nDeux.");
        Assert.Equal(0, (await Export()).Status);
        var kept = File.GetLastWriteTimeUtc(Path.Combine(Target, "a", "index.md"));
        await File.WriteAllTextAsync(Path.Combine(Target, "CNAME"), "plans.example.fr", TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(Content, "b.md"));

        Assert.Equal(0, (await Export()).Status);

        Assert.Equal(kept, File.GetLastWriteTimeUtc(Path.Combine(Target, "a", "index.md")));
        Assert.False(Directory.Exists(Path.Combine(Target, "b")));
        Assert.True(File.Exists(Path.Combine(Target, "CNAME")));
        var (status, output, _) = await Export();
        Assert.Equal(0, status);
        Assert.Contains(output, static line => line.Contains(", 0 fichiers écrits, 0 retirés", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("contenu/export", 2)]
    [InlineData("contenu", 2)]
    [InlineData("", 2)]
    [InlineData("autre", 2)]
    public async Task Export_FolderThatIsNotItsOwn_IsLeftAsItIs(string folder, int expected)
    {
        Write("index.md", "# Accueil");
        Directory.CreateDirectory(Path.Combine(_folder, "autre"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "autre", "notes.txt"), "à moi", TestContext.Current.CancellationToken);
        var before = Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories);

        var (status, _, _) = await SiteProgram.Run("export", Path.Combine(_folder, folder), "--content", Content, Url);

        Assert.Equal(expected, status);
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Export_AddressesThatNoFolderCanHold_LeavesTheLastExportWhole()
    {
        Write("index.md", "# Accueil");
        Assert.Equal(0, (await Export()).Status);
        var before = Directory.GetFileSystemEntries(Target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Write("a.md", "---\ntitle: A\npermalink: /a.html\n---\nUn.");
        Write("b.md", "---\ntitle: B\npermalink: /a.html/b/\n---\nDeux.");

        var (status, _, errors) = await Export();

        Assert.Equal(2, status);
        Assert.Contains("/a.html/b/", errors[0], StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(Target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    // What each edit changes beside its own page: an export after it takes over the rest, and must come to the same as one into an empty folder.
    [Theory]
    [InlineData("un texte", true, "guide/a.md", "---\ntitle: A\ndate: 2024-01-02\neleventyNavigation: { key: a, parent: guide }\n---\nAutre.")]
    [InlineData("un lien", true, "guide/a.md", "---\ntitle: A\ndate: 2024-01-02\neleventyNavigation: { key: a, parent: guide }\n---\nUn texte assez long pour être reconnu, et [un lien](https://nouveau.example/).")]
    [InlineData("un lien en moins", true, "lien.md", "---\ntitle: Lien\n---\nRien.")]
    [InlineData("une page qui n’est plus listée", false, "lien.md", "---\ntitle: Lien\nunlisted: true\n---\n[Un lien](https://ailleurs.example/).")]
    [InlineData("un titre", false, "guide/a.md", "---\ntitle: Nouveau titre\ndate: 2024-01-02\neleventyNavigation: { key: a, parent: guide }\n---\nUn.")]
    [InlineData("une page cachée", false, "guide/a.md", "---\ntitle: A\ndraft: true\n---\nUn.")]
    [InlineData("une page nouvelle", false, "guide/c.md", "---\ntitle: C\ndate: 2025-01-01\neleventyNavigation: { key: c, parent: guide }\n---\nTrois.")]
    [InlineData("des données", false, "_data/mot.json", "{ \"valeur\": \"autre\" }")]
    [InlineData("une image", false, "guide/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"><title>autre</title></svg>")]
    [InlineData("un renvoi", false, "renvois.md", "---\ntitle: Renvois\nredirect_from: [/vieux/]\n---\n.")]
    [InlineData("un fichier à la place d’un dossier", false, "seul.md", "---\ntitle: Seul\npermalink: /seul\n---\nSeul.")]
    [InlineData("un dossier à la place d’un fichier", false, "plat.md", "---\ntitle: Plat\npermalink: /plat/\n---\nPlat.")]
    [InlineData("une page qui en montre d’autres", true, "guide/b.md", "---\ntitle: B\ndate: 2024-01-03\ntags: [suite]\neleventyNavigation: { key: b, parent: guide }\n---\nDeux, autrement.")]
    [InlineData("la mention que répète chaque pied de page", false, "accessibilite.md", "---\ntitle: Accessibilité\n---\nCe site est totalement conforme.")]
    public async Task Export_AfterAnEdit_IsWhatAFirstOneIs(string edit, bool isText, string file, string text)
    {
        Write("index.md", "# Accueil");
        Write("guide/index.md", "---\ntitle: Guide\ndate: 2024-01-01\neleventyNavigation: { key: guide }\n---\n![plan](plan.svg)");
        Write("guide/a.md", "---\ntitle: A\ndate: 2024-01-02\neleventyNavigation: { key: a, parent: guide }\n---\nUn.");
        Write("guide/b.md", "---\ntitle: B\ndate: 2024-01-03\ntags: [suite]\neleventyNavigation: { key: b, parent: guide }\n---\nDeux.");
        Write("lien.md", "---\ntitle: Lien\n---\nAssez de mots pour que la liste des adresses les reconnaisse, et [un lien](https://ailleurs.example/).\n\n[Un autre](//ailleurs.example/b)");
        Write("guide/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"><title>plan</title></svg>");
        Write("liste.md", "---\ntitle: Liste\n---\n{{ mot.valeur }}{% for p in collections.suite %}{{ p.templateContent }}{% endfor %}");
        Write("_data/mot.json", "{ \"valeur\": \"mot\" }");
        Write("seul.md", "---\ntitle: Seul\n---\nSeul.");
        Write("plat.md", "---\ntitle: Plat\npermalink: /plat\n---\nPlat.");
        Write("accessibilite.md", "---\ntitle: Accessibilité\n---\nCe site est partiellement conforme.");
        await ExportHere(Target, Url);
        Write(file, text);

        var (output, _) = await ExportHere(Target, Url);

        Assert.True(isText != output.Contains(" dont 0 reprises", StringComparison.Ordinal), edit + "\n" + output);
        var fresh = Path.Combine(_folder, "neuf");
        await ExportHere(fresh, Url);
        Assert.Equal(Files(fresh), Files(Target));
    }

    [Fact]
    public async Task Export_AfterAnEdit_RendersOnlyWhatChanged()
    {
        Write("index.md", "# Accueil");
        foreach (var name in (string[])["a", "b", "c"])
        {
            Write(name + ".md", $"---\ntitle: {name}\n---\nAssez de mots pour que la liste des adresses les reconnaisse. [Un lien](https://ailleurs.example/{name})");
        }

        Assert.Equal(["/a/", "/b/", "/c/"], await Rendered());
        Assert.Equal([], await Rendered());
        Write("b.md", "---\ntitle: b\n---\nUn autre texte.");
        Assert.Equal(["/b/"], await Rendered());
        Assert.Contains("https://ailleurs.example/c", await File.ReadAllTextAsync(Path.Combine(Target, "api", "links.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // A document that somebody else wrote says nothing.
        await File.AppendAllTextAsync(Path.Combine(Target, "api", "links.json"), " ", TestContext.Current.CancellationToken);
        Write("a.md", "---\ntitle: a\n---\nUn autre texte.");
        Assert.Equal(["/a/", "/b/", "/c/"], await Rendered());
    }

    // Exports without a public address, so without feeds, and tells the pages whose texts that took.
    private async Task<IEnumerable<string>> Rendered() =>
        (await ExportHere(Target)).Snapshot.Pages.Where(static page => page.Url != "/" && page.Text.IsMade).Select(static page => page.Url).Order(StringComparer.Ordinal);

    // In this process, which is quicker, and shows the pages.
    private async Task<(string Output, Snapshot Snapshot)> ExportHere(string target, params string[] settings)
    {
        var (site, server) = Exporter.CreateSite(["--applicationName=PlansWeb", "--Logging:LogLevel:PlansWeb=None", $"--Content:Path={Content}", .. settings])!.Value;
        await using (site)
        {
            await site.StartAsync(TestContext.Current.CancellationToken);
            using var terminal = new Terminal(new StringWriter(), new StringWriter(), HasColours: false);
            await new Exporter(site, server, ExportFolder.Open(target, Content), isSmallest: false, terminal).Run();
            await site.StopAsync(TestContext.Current.CancellationToken);
            return (terminal.Output.ToString()!, site.Services.GetRequiredService<PageStore>().Current);
        }
    }

    [Fact]
    public async Task Export_ImagesAndSmallest_AreWhole()
    {
        Write("index.md", "---\ntitle: Accueil\n---\n![vue](vue.png)\n\n" + string.Join(' ', Enumerable.Range(0, 400).Select(static i => $"mot{i * 7919 % 1000}")));
        await File.WriteAllBytesAsync(Path.Combine(Content, "vue.png"), TestImages.Png(1600, 800), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Export()).Status);
        var page = await File.ReadAllTextAsync(Path.Combine(Target, "index.html"), TestContext.Current.CancellationToken);
        var usual = new FileInfo(Path.Combine(Target, "index.html.br")).Length;

        var (status, _, _) = await SiteProgram.Run("export", Target, "--content", Content, Url, "--smallest");

        Assert.Equal(0, status);
        Assert.InRange(new FileInfo(Path.Combine(Target, "index.html.br")).Length, 1, usual - 1);
        Assert.Equal(page, await File.ReadAllTextAsync(Path.Combine(Target, "index.html"), TestContext.Current.CancellationToken));
        foreach (var copy in (string[])["index.html.br", "index.html.gz"])
        {
            Assert.Equal(Weight().Replace(page, ""), Weight().Replace(await Text(Path.Combine(Target, copy)), ""));
            Assert.Matches(Weight(), await Text(Path.Combine(Target, copy)));
        }

        var images = Source().Matches(page).Select(static match => match.Groups["to"].Value).ToArray();
        Assert.True(images.Length > 1, page);
        Assert.All(images, image => Assert.True(File.Exists(Path.Combine(Target, Uri.UnescapeDataString(image.TrimStart('/')))), image));
    }

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith("manifest.json", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(folder, file), static file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);

    private string Content => Path.Combine(_folder, "contenu");

    private Task<(int Status, string[] Output, string[] Errors)> Export() => SiteProgram.Run("export", Target, "--content", Content, Url);

    private void Write(string file, string text)
    {
        var path = Path.Combine(Content, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static async Task<string> Text(string file)
    {
        await using Stream bytes = File.OpenRead(file);
        await using Stream plain = Path.GetExtension(file) switch
        {
            ".br" => new System.IO.Compression.BrotliStream(bytes, System.IO.Compression.CompressionMode.Decompress),
            ".gz" => new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private async Task AnswersAsLive(string content, string[] further)
    {
        var (status, output, errors) = await SiteProgram.Run("export", Target, "--content", content, Url);
        Assert.True(status == 0, string.Join('\n', output.Concat(errors)));
        using var nginx = new Nginx(Target);
        using var live = await SiteProgram.Start(1, ["--urls=http://127.0.0.1:0", "--AllowedHosts=*", $"--Content:Path={content}", Url]);
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/", "/robots.txt", "/api/pages.json", "/sitemap.xml", "/feed/feed.xml", "/feed/feed.json", .. further]);
        var compared = 0;
        while (open.TryDequeue(out var address))
        {
            // What a process alone can do: searches, and several filters at once.
            if (!seen.Add(address) || address.StartsWith("/recherche/?", StringComparison.Ordinal) || address.Contains('&', StringComparison.Ordinal))
            {
                continue;
            }

            // Markdown is asked for at a page, not at a view of it.
            foreach (var accept in address.Contains('?', StringComparison.Ordinal) ? (string[])["*/*"] : ["*/*", "text/markdown"])
            {
                using var expected = await Get(live.Client, live.Addresses[0].Port, address, accept);
                using var actual = await Get(live.Client, nginx.Port, address, accept);
                var bytes = await expected.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                var isPage = expected.Content.Headers.ContentType?.MediaType == "text/html";
                compared++;
                if (expected.StatusCode != actual.StatusCode)
                {
                    wrong.Add($"{address} ({accept}): {(int)expected.StatusCode}, exported {(int)actual.StatusCode}");
                    continue;
                }

                if (LocationOf(expected) != LocationOf(actual))
                {
                    wrong.Add($"{address}: leads to {LocationOf(expected)}, exported {LocationOf(actual)}");
                }

                foreach (var header in s_headers.Where(header => expected.StatusCode == HttpStatusCode.OK || header is not "Content-Type"))
                {
                    if (Header(expected, header) != Header(actual, header))
                    {
                        wrong.Add($"{address} ({accept}): {header}: {Header(expected, header)}, exported {Header(actual, header)}");
                    }
                }

                if (expected.StatusCode == HttpStatusCode.OK)
                {
                    var exported = await actual.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                    // What leads to a view leads to its own address in an export.
                    var isMade = address.Contains("/changements.", StringComparison.Ordinal) || (isPage && (address == "/recherche/" || (Encoding.UTF8.GetString(bytes) is var html && (html.Contains("?vue=complete", StringComparison.Ordinal) || html.Contains("?vue=historique", StringComparison.Ordinal) || Filter().IsMatch(html)))));
                    if (isMade ? !exported.AsSpan().StartsWith(bytes.AsSpan(0, 200)) : !exported.AsSpan().SequenceEqual(bytes))
                    {
                        wrong.Add($"{address} ({accept}): other bytes");
                    }
                }

                if (isPage || address.EndsWith(".xml", StringComparison.Ordinal))
                {
                    foreach (Match link in Links().Matches(Encoding.UTF8.GetString(bytes)))
                    {
                        foreach (var part in WebUtility.HtmlDecode(link.Groups["to"].Value).Split(',', StringSplitOptions.TrimEntries))
                        {
                            var to = new Uri(new Uri("https://plans.example.fr" + address), part.Split(' ')[0]);
                            if (to.Host == "plans.example.fr")
                            {
                                open.Enqueue(to.PathAndQuery);
                            }
                        }
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared}:\n" + string.Join('\n', wrong.Take(40)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} answers compared");
    }

    private static async Task<HttpResponseMessage> Get(HttpClient client, int port, string address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{address}")));
        request.Headers.Add("Accept", accept);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    private static string? LocationOf(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;

    [GeneratedRegex(@"[\d,]+\s(?:ko|o|Mo)\b")]
    private static partial Regex Weight();

    [GeneratedRegex("""(?<=(?:src|srcset)="|, )(?<to>/[^" ]+\.(?:png|webp|avif|jpe?g))""")]
    private static partial Regex Source();

    [GeneratedRegex("""(?:href|src|srcset)="(?<to>[^"#]+)|<loc>(?<to>[^<]+)""")]
    private static partial Regex Links();

    [GeneratedRegex("""site-filters|\?(?:ministere|thematique|statut|annee)=""")]
    private static partial Regex Filter();
}
