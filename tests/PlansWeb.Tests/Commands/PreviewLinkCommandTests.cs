using System.Net;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Commands;
using PlansWeb.Previews;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Commands;

/// <summary>The command that makes preview links: what it prints opens the page in the site, and what it cannot do it says.</summary>
public sealed class PreviewLinkCommandTests : IDisposable
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly SiteBuilder _folder = new SiteBuilder()
        .WithPage("index.md", "title: Accueil")
        .WithPage("réglementations/textes à venir.md", "title: Textes à venir\ndraft: true\neleventyNavigation: {key: textes}", "[suite](/suite/)")
        .WithPage("suite.md", "title: Suite\neleventyNavigation: {key: suite, parent: textes}")
        .WithPage("publique.md", "title: Publique");

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("/réglementations/textes à venir/")]
    [InlineData("/r%C3%A9glementations/textes%20%C3%A0%20venir/")]
    [InlineData("/Reglementations/textes à venir")]
    public async Task PreviewLink_Draft_PrintsALinkThatOpensItAndWhatIsBelow(string address)
    {
        Assert.Equal(0, await Run(address, "--for", "2h"));

        var link = _output.ToString().TrimEnd();
        using var site = new Site(_folder.Root, static builder => builder.UseSetting("Preview:Key", Convert.ToBase64String(s_key)));
        using var client = site.CreateClient();
        var page = await client.GetPage(link);
        Assert.Equal(["Textes à venir"], page.Texts("h1"));
        Assert.NotNull(page.QuerySelector(".fr-notice"));
        var below = await client.GetPage(page.QuerySelector("[data-page-content] a")!.GetAttribute("href")!);
        Assert.Equal(["Suite"], below.Texts("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.Get(link.Split('?')[0])).StatusCode);
        Assert.StartsWith("Ce lien montre «\u00a0Textes à venir\u00a0»", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1m", 1)]
    [InlineData("12h", 720)]
    [InlineData("7d", 7 * 1440)]
    [InlineData("7j", 7 * 1440)]
    [InlineData("90d", 90 * 1440)]
    [InlineData(null, 7 * 1440)]
    public async Task PreviewLink_Time_IsThatOfTheToken(string? time, int minutes)
    {
        Assert.Equal(0, await (time is null ? Run("/publique/") : Run("/publique/", "--for=" + time)));

        var token = _output.ToString().TrimEnd().Split("?apercu=")[1];
        var end = _clock.GetUtcNow().AddMinutes(minutes);
        Assert.NotNull(PreviewToken.Read(token, s_key, end.AddSeconds(-2)));
        Assert.Null(PreviewToken.Read(token, s_key, end));
    }

    [Theory]
    [InlineData("/publique/")]
    [InlineData("https://www.exemple.fr/publique/?q=1#haut")]
    public async Task PreviewLink_PublicAddressIsKnown_IsAbsolute(string address)
    {
        Assert.Equal(0, await Run(address, "--Site:Url=https://www.exemple.fr/"));

        Assert.StartsWith("https://www.exemple.fr/publique/?apercu=", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("déjà publique", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewLink_NoSuchPage_NamesTheNearestAndEndsWithOne()
    {
        Assert.Equal(1, await Run("/publiqeu/"));

        Assert.Empty(_output.ToString());
        Assert.Contains("Vouliez-vous dire «\u00a0/publique/\u00a0»", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "n’est pas renseigné")]
    [InlineData("AAAA", "au moins 32 octets")]
    public async Task PreviewLink_NoGoodKey_SaysHowToMakeOneAndEndsWithOne(string key, string reason)
    {
        Assert.Equal(1, await Run("/publique/", "--Preview:Key=" + key));

        Assert.Empty(_output.ToString());
        Assert.Contains(reason, _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewLink_NoFolder_EndsWithTwo()
    {
        Assert.Equal(2, await Run("/publique/", "--Content:Path", "/no/such/folder"));
        Assert.Contains("n’existe pas", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("/publique/", "/suite/")]
    [InlineData("publique")]
    [InlineData("https://ailleurs.exemple/publique/")]
    [InlineData("/publique/", "--for")]
    [InlineData("/publique/", "--for", "7")]
    [InlineData("/publique/", "--for", "7w")]
    [InlineData("/publique/", "--for", "-1d")]
    [InlineData("/publique/", "--for", "1.5h")]
    [InlineData("/publique/", "--for", "0m")]
    [InlineData("/publique/", "--for", "91d")]
    [InlineData("/publique/", "--for", "2147483647d")]
    [InlineData("/publique/", "--during", "7d")]
    [InlineData("/publique/", "--Site:Url=exemple")]
    public async Task PreviewLink_BadUsage_IsRefused(params string[] arguments)
    {
        Assert.Equal(2, await Run(arguments));
        Assert.Empty(_output.ToString());
    }

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(
        ["preview-link", "--Content:Path", _folder.Root, "--Preview:Key", Convert.ToBase64String(s_key), .. arguments], new Terminal(_output, _error, HasColours: false), _clock);
}
