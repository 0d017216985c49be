using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlansWeb.Content;
using PlansWeb.Content.History;
using PlansWeb.Content.Plans;
using PlansWeb.Dsfr;
using PlansWeb.Previews;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>An English site says nothing in French, wherever a reader or a machine looks, but for what is marked as French (RGAA 8.7).</summary>
public sealed partial class EnglishSiteTests : IClassFixture<EnglishSiteTests.Running>
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    private static readonly string[] s_attributes = ["aria-label", "title", "alt", "placeholder", "data-label", "aria-description"];

    // Texts that French and English have alike would be found everywhere.
    private static readonly string[] s_french = [.. French().Where(static text => text.Any(char.IsLetter)).Distinct()];

    private readonly HttpClient _client;

    public EnglishSiteTests(Running running) => _client = running.Client;

    [Fact]
    public async Task Pages_OfEveryKind_HaveNoFrenchText()
    {
        string[] others =
        [
            "/recherche/", "/recherche/?q=quiet", "/recherche/?q=" + new string('x', 300), "/recherche/?q=quiet+zebra", "/recherche/?q=computres", "/recherche/?q=blocks", "/recherche/?q=quiet&langue=en", "/gone/", "/guides/blok/",
            "/guides/?vue=complete", EnglishSite.Blocks + "?vue=historique", "/guides/second/?vue=historique", "/plans/administrations/forests/?vue=historique",
            "/plans/actions/?ministere=forests", "/plans/actions/?statut=realisee", "/plans/actions/?statut=non-publie", "/plans/actions/?q=zebra", "/plans/actions/?annee=2025&thematique=end&tri=recent", "/plans/actions/?tri=statut&ministere=nobody",
            "/plans/actions/?ministere=a&thematique=b", "/draft/?apercu=" + new PreviewToken("/draft/", DateTimeOffset.UtcNow.AddDays(1)).Sign(s_key),
        ];
        var pages = (await SiteCrawl.Crawl(_client, others)).ToList();
        foreach (var path in (string[])["/gone/", "/guides/blok/"])
        {
            var html = await (await _client.Get(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            pages.Add(new CrawledPage(path, 404, -1, html, Dom.Parse(html)));
        }

        // Each kind was reached.
        string[] kinds = ["/", "/plan-du-site/", "/recherche/", "/news/", "/statement/", "/eco/", "/plan/", "/plans/comparer/", "/plans/indicateurs/", "/plans/donnees/", "/plans/ce-que-l-on-ne-sait-pas/", "/plans/administrations/lights/"];
        Assert.Empty(kinds.Except(pages.Select(static page => page.Path)));
        var faults = pages.Where(static page => page.Document.DocumentElement.GetAttribute("lang")?.StartsWith("en", StringComparison.Ordinal) is true)
            .SelectMany(page => TextsOf(page.Document).SelectMany(text => Faults(text).Select(fault => $"{page.Path}: {fault}: {text}"))).Distinct().ToArray();
        Assert.True(faults.Length == 0, string.Join('\n', faults));
        Assert.InRange(pages.Count(static page => page.Document.DocumentElement.GetAttribute("lang")?.StartsWith("en", StringComparison.Ordinal) is true), pages.Count - 2, pages.Count);
    }

    [Theory]
    [InlineData("/feed/feed.xml", "en-GB")]
    [InlineData("/feed/guides/feed.xml", "en-GB")]
    [InlineData("/feed/changements.xml", "en-GB")]
    [InlineData("/feed/guides/changements.xml", "en-GB")]
    [InlineData("/feed/plans/actions/feed.xml", "en-GB")]
    [InlineData("/feed/plans/administrations/forests/feed.xml", "en-GB")]
    [InlineData("/feed/fr/feed.xml", "fr")]
    public async Task Feed_Language_IsThatOfItsTextsAndOfItsTitle(string path, string lang)
    {
        var feed = XDocument.Parse(await _client.GetStringAsync(path, TestContext.Current.CancellationToken)).Root!;

        Assert.Equal(lang, feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Contains(feed.Elements(), static element => element.Name.LocalName == "entry");
        Assert.All(feed.Elements().Where(static element => element.Name.LocalName == "entry"), entry => Assert.NotEqual(lang, entry.Attribute(XNamespace.Xml + "lang")?.Value));
        if (lang != "fr")
        {
            var texts = feed.DescendantNodes().OfType<XText>().Where(static text => text.Ancestors().Select(static element => element.Attribute(XNamespace.Xml + "lang")?.Value).OfType<string>().First() != "fr")
                .SelectMany(static text => text.Parent!.Name.LocalName == "content" ? TextsOf(Dom.Parse(text.Value)) : [text.Value]).Where(IsSentence);
            Assert.Empty(texts.SelectMany(text => Faults(text).Select(fault => $"{fault}: {text}")));
        }

        using var json = JsonDocument.Parse(await _client.GetStringAsync(path.Replace(".xml", ".json", StringComparison.Ordinal), TestContext.Current.CancellationToken));
        Assert.Equal(lang, json.RootElement.GetProperty("language").GetString());
    }

    [Theory]
    [InlineData("/fr/about/", "/feed/fr/feed.xml")]
    [InlineData("/guides/", "/feed/guides/feed.xml")]
    [InlineData("/guides/second/", null)]
    public async Task Page_InAnotherLanguageThanTheSite_AnnouncesTheFeedOfThatLanguage(string path, string? feed) =>
        Assert.Equal(feed, (await _client.GetPage(path)).QuerySelector("link[type='application/atom+xml']")?.GetAttribute("href"));

    [Theory]
    [InlineData("actions.json")]
    [InlineData("schema.json")]
    [InlineData("datapackage.json")]
    [InlineData("dcat.jsonld")]
    public async Task OpenData_Descriptions_AreInTheLanguageOfTheSite(string name)
    {
        using var json = JsonDocument.Parse(await _client.GetStringAsync("/plans/" + name, TestContext.Current.CancellationToken));

        Assert.Empty(Strings(json.RootElement).Where(IsSentence).SelectMany(text => Faults(text).Select(fault => $"{fault}: {text}")));
    }

    [Fact]
    public async Task ErrorPages_OutsideEveryPage_AreEnglishToo()
    {
        using var response = await _client.Send(HttpMethod.Get, "/guides/", ("Host", "nobody.invalid"));
        var page = Dom.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(TextsOf(page).SelectMany(Faults));
    }

    [Theory]
    [InlineData("Le plan du site", true)]
    [InlineData("Tous", true)]
    [InlineData("1,8 Mo", true)]
    [InlineData("3 mai 2026", true)]
    [InlineData("« yes »", true)]
    [InlineData("Moins de la moitié", true)]
    [InlineData("Source: the register", false)]
    [InlineData("Actions by administration", false)]
    public void Faults_Text_KnowsFrench(string text, bool isFrench) => Assert.Equal(isFrench, Faults(text).Any());

    // Texts of nodes and attributes that nothing marks as French, and sentences of JSON-LD.
    private static IEnumerable<string> TextsOf(IDocument page)
    {
        foreach (var element in page.All.Where(static element => !IsFrench(element) && element.LocalName is not ("style" or "code")))
        {
            if (element is IHtmlScriptElement { Type: "application/ld+json" })
            {
                using var data = JsonDocument.Parse(element.TextContent);
                foreach (var text in Strings(data.RootElement).Where(IsSentence))
                {
                    yield return text;
                }

                continue;
            }

            foreach (var text in element.ChildNodes.OfType<IText>().Select(static node => node.Data.Trim()).Where(static text => text.Length > 0))
            {
                yield return text;
            }

            foreach (var value in s_attributes.Select(element.GetAttribute).OfType<string>())
            {
                yield return value;
            }

            if (element is IHtmlMetaElement { Content: { } content } meta && meta.Name is not "viewport" && !content.StartsWith("https://", StringComparison.Ordinal))
            {
                yield return content;
            }
        }
    }

    // What machines read has keys, codes and addresses beside texts.
    private static bool IsSentence(string text) => text.Contains(' ', StringComparison.Ordinal);

    private static bool IsFrench(IElement element) => element.Closest("[lang]")?.GetAttribute("lang") == "fr";

    // French words that English does not have, letters with accents, French units and quotes; and every text of the interface whose English is another.
    private static IEnumerable<string> Faults(string text)
    {
        if (Tell().Match(text) is { Success: true } tell)
        {
            yield return tell.Value;
        }

        foreach (var french in s_french.Where(french => text.Trim().Equals(french, StringComparison.OrdinalIgnoreCase)))
        {
            yield return "= " + french;
        }
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(static property => Strings(property.Value)),
        _ => [],
    };

    private static IEnumerable<string> French()
    {
        foreach (var owner in (Type[])[typeof(Texts), typeof(ContentTexts), typeof(RegisterTexts), typeof(InterfaceLanguage).Assembly.GetType("PlansWeb.Dsfr.Charts.ChartTexts", true)!])
        {
            var texts = new ResourceManager(owner.FullName!, owner.Assembly);
            var english = Values(texts, CultureInfo.GetCultureInfo("en")).ToDictionary();
            foreach (var (key, french) in Values(texts, CultureInfo.InvariantCulture))
            {
                if (!english.ContainsValue(french) && !french.Contains('{', StringComparison.Ordinal))
                {
                    yield return french.Trim();
                }
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(ResourceManager texts, CultureInfo language) =>
        texts.GetResourceSet(language, true, false)!.Cast<DictionaryEntry>().Select(static entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!));

    [GeneratedRegex(
        @"[àâçèéêëîïôùûœÀÂÇÈÉÊÎÔ«»\u202F]|\u00A0[:;!?%]|\b[dlnsjmcDLNSJMC]’(?=\w{2})|\d\s[kM]o\b|\b(?:le|la|les|des|une|du|est|dans|pour|avec|sur|sans|ou|où|et|ne|pas|aucun|aucune|cette|ces|qui|que|ce|il|elle|par|au|aux|en|mai|juin|juillet|avril|mars|janvier|septembre|octobre|novembre|voir|lire|autres|toutes|tous|mots|donnees)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tell();

    /// <summary>The site, started once.</summary>
    public sealed class Running : IDisposable
    {
        private readonly SiteBuilder _folder = new SiteBuilder().WithEnglishSite();
        private readonly Site _site;

        public Running()
        {
            var day = new DateOnly(2026, 3, 12);
            _folder.With("_history/changes.jsonl", HistoryFiles.Write(
            [
                new RecordedChange(EnglishSite.Blocks, day, ChangeKind.Changed, "Every block") { Passages = [["=some ", "-old", "+new", "= words"]], Notes = ["Corrected"] },
                new RecordedChange(EnglishSite.Blocks, day.AddDays(1), ChangeKind.Moved, "Every block") { From = "/blocks/" },
                new RecordedChange("/guides/second/", day, ChangeKind.Published, "Second guide"),
                new RecordedChange("/guides/second/", day.AddDays(2), ChangeKind.Changed, "Second guide") { Passages = [[]], IsCut = true },
                new RecordedChange("/guides/other/", day, ChangeKind.Withdrawn, "Other guide"),
                new RecordedChange("/plans/administrations/forests/", day, ChangeKind.Reading, "Plant quiet servers") { Action = "forests-1", Passages = [["-1,100", "+900"]] },
                new RecordedChange("/plans/administrations/forests/", day, ChangeKind.Withdrawn, "Keep radios") { Action = "forests-7" },
            ]));
            _site = new Site(_folder.Root, static host =>
            {
                host.UseSetting("Site:Url", "https://example.org");
                host.UseSetting("AllowedHosts", "localhost");
                host.UseSetting("Preview:Key", Convert.ToBase64String(s_key));
            });
            Client = _site.CreateClient();
        }

        public HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            _site.Dispose();
            _folder.Dispose();
        }
    }
}
