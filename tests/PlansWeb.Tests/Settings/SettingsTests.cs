using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Settings;

/// <summary>A setting that cannot be right stops the start with one line for the person who started it.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Content:Path", "/etc/hostname", "et non un fichier")]
    [InlineData("Content:Path", "", "et non un fichier")]
    [InlineData("Cache:SizeLimitMb", "", "de 1 à 65536 (Mio)")]
    [InlineData("Content:Watch", "sometimes", "auto, poll ou off")]
    [InlineData("Content:Watch", "7", "auto, poll ou off")]
    [InlineData("Content:Typographer", "oui", "true ou false")]
    [InlineData("Content:Liquid", "2", "true ou false")]
    [InlineData("Content:FrameHosts:0", "https://x.fr/", "nom d’hôte")]
    [InlineData("Content:FrameHosts", "x.fr", "Content:FrameHosts:0")]
    [InlineData("Site:Url", "www.example.fr", "https://www.example.fr")]
    [InlineData("Site:Contact", "aide", "adresse électronique")]
    [InlineData("Security:Contact", "securite@example.fr", "mailto:")]
    [InlineData("Cache:SizeLimitMb", "beaucoup", "de 1 à 65536 (Mio)")]
    [InlineData("Cache:SizeLimitMb", "0", "de 1 à 65536 (Mio)")]
    [InlineData("Cache:SharedMaxAge", "-1", "de 0 à 31536000 (secondes)")]
    [InlineData("Limits:Connections", "0", "de 1 à 1000000")]
    [InlineData("Limits:SearchesPerSecond", "1e3", "de 1 à 10000")]
    [InlineData("Limits:Connections:0", "5", "de 1 à 1000000", false)]
    [InlineData("Proxy:Known:0", "tous", "adresse IP")]
    [InlineData("Proxy:Known", "10.0.0.1", "Proxy:Known:0")]
    [InlineData("Ops:Port", "65536", "de 1 à 65535")]
    [InlineData("Ops:DrainSeconds", "-5", "de 0 à 300 (secondes)")]
    [InlineData("AllowedHosts", "https://example.fr", "noms d’hôtes")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collecteur:4317", "http ou https")]
    [InlineData("Preview:Key", "c2VjcmV0", "32 octets", false)]
    [InlineData("ConnectionStrings:Redis", "cache:6379,pasword=secret", "hôte:port", false)]
    public async Task Start_WrongValue_EndsWithOneLine(string key, string value, string allowed, bool isShown = true)
    {
        var (status, output, errors) = await SiteProgram.Run($"--{key}={value}", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, status);
        var line = Assert.Single(errors);
        Assert.StartsWith("Le réglage " + key.Replace("Connections:0", "Connections", StringComparison.Ordinal), line, StringComparison.Ordinal);
        Assert.Contains(allowed, line, StringComparison.Ordinal);
        Assert.Equal(isShown, line.Contains(value, StringComparison.Ordinal));
        Assert.Empty(output);
    }

    [Fact]
    public async Task Start_SeveralWrongValues_NamesThemAll()
    {
        var (status, _, errors) = await SiteProgram.Run("--Ops:Port=x", "--Cache:SizeLimitMb=y", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, status);
        Assert.Equal(2, errors.Length);
    }

    [Fact]
    public async Task Start_LineEndsInAValue_StaysOneLine()
    {
        var (_, _, errors) = await SiteProgram.Run("--Site:Url=a\nb", "--urls=http://127.0.0.1:0");

        Assert.Contains("a b", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://192.0.2.1:80")]
    [InlineData("nonsense")]
    public async Task Start_AddressThatCannotBeHad_EndsWithOneLine(string urls)
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, urls, ((System.Net.IPEndPoint)taken.LocalEndpoint).Port);

        var (status, _, errors) = await SiteProgram.Run("--urls=" + address);

        Assert.Equal(1, status);
        Assert.Contains("urls", Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors[0], StringComparison.Ordinal);
    }
}
