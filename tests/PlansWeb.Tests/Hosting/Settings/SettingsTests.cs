using System.Text.RegularExpressions;
using PlansWeb.Caching;
using PlansWeb.Hosting;
using PlansWeb.Hosting.Settings;
using PlansWeb.Images;
using PlansWeb.Pages;
using PlansWeb.Previews;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting.Settings;

/// <summary>A setting that cannot be right stops the start with one line for the person who started it.</summary>
public sealed partial class SettingsTests
{
    [Theory]
    [InlineData("Content:Path", "/etc/hostname", "et non un fichier")]
    [InlineData("Content:Path", "", "et non un fichier")]
    [InlineData("Cache:SizeLimitMb", "", "de 1 à 65536 (Mio)")]
    [InlineData("Content:Watch", "sometimes", "auto, poll ou off")]
    [InlineData("Content:Watch", "7", "auto, poll ou off")]
    [InlineData("Content:Typographer", "oui", "true ou false")]
    [InlineData("Content:Breaks", "2", "true ou false")]
    [InlineData("Content:TemplateEngine", "pug", "liquid, njk ou none")]
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
    [InlineData("Cache:Key", "c2VjcmV0", "32 octets", false)]
    [InlineData("ConnectionStrings:Redis", "cache:6379,pasword=secret", "hôte:port", false)]
    [InlineData("Images:CacheSizeMb", "0", "de 1 à 1000000 (Mo)")]
    [InlineData("Images:CacheSizeMb", "500 Mo", "de 1 à 1000000 (Mo)")]
    [InlineData("Images:CachePath", "/etc/hostname", "un dossier")]
    [InlineData("Content:FrameHosts:0", "xn--a.fr", "nom d’hôte")]
    [InlineData("Site:Url", "https://xn--a.fr", "https://www.example.fr")]
    [InlineData("AllowedHosts", "www.example.fr;xn--a", "noms d’hôtes")]
    [InlineData("AllowedHosts", "*.xn--a", "noms d’hôtes")]
    [InlineData("Logging:LogLevel:Default", "Verbose", "Trace, Debug")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore", "7", "Trace, Debug")]
    [InlineData("Logging:Console:LogLevel:Default", "tout", "Trace, Debug")]
    [InlineData("Logging:Console:FormatterOptions:UseUtcTimestamp", "oui", "true ou false")]
    [InlineData("Logging:Console:FormatterOptions:TimestampFormat", "%", "HH:mm:ss")]
    [InlineData("Logging:Console:MaxQueueLength", "0", "de 1 à")]
    [InlineData("Kestrel:Endpoints:Http:Url", "nonsense", "http://127.0.0.1:8080")]
    [InlineData("Kestrel:Endpoints:Http:Protocols", "Http9", "Http1")]
    [InlineData("Kestrel:Certificates:Default:Path", "/nowhere.pfx", "un fichier qui existe")]
    [InlineData("http_ports", "http", "de 1 à 65535")]
    [InlineData("https_ports", "8080;70000", "de 1 à 65535")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http", "grpc ou http/protobuf")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "collecteur", "http ou https")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "10s", "(millisecondes)")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "secret", "clé=valeur", false)]
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "2", "de 0 à 1")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "-1", "(millisecondes)")]
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
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("ftp://127.0.0.1:21")]
    [InlineData("http://127.0.0.1:0/path")]
    [InlineData("https://127.0.0.1:0")]
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

    [Fact]
    public async Task Start_ContentRootMissing_EndsWithOneLine()
    {
        var (status, _, errors) = await SiteProgram.Run("--contentRoot=/nowhere", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, status);
        Assert.Contains("contentRoot", Assert.Single(errors), StringComparison.Ordinal);
    }

    /// <summary>Who adds an option says what may stand in it.</summary>
    [Fact]
    public void Settings_EveryOption_IsLookedAt()
    {
        var builder = SiteHost.CreateBuilder([])!;
        builder.AddHosting();
        builder.Services.AddContentLoading().AddImages().AddPreviews().AddPageCache().AddSitePages();
        var known = builder.Services.Settings().Select(static setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var bound = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => Bound().Matches(File.ReadAllText(file)))
            .Select(static match => (Type: match.Groups["type"].Value, Section: match.Groups["section"].Value)).Distinct().ToArray();
        var options = bound.SelectMany(static bound => typeof(Setting).Assembly.GetTypes().Concat(typeof(PlansWeb.Content.Site.Snapshot).Assembly.GetTypes()).Single(type => type.Name == bound.Type).GetProperties()
            .Where(static property => property.CanWrite).Select(property => $"{bound.Section}:{property.Name}")).ToArray();

        Assert.True(bound.Length >= 9, string.Join(' ', bound));
        var operations = File.ReadAllText(Path.Combine(Repository.Root, "OPERATIONS.md"));
        var without = known.Where(static key => key.Contains(':', StringComparison.Ordinal) && !key.Contains('*', StringComparison.Ordinal)
            && !key.StartsWith("Kestrel:", StringComparison.Ordinal) && !key.StartsWith("Logging:", StringComparison.Ordinal)).Except(options, StringComparer.OrdinalIgnoreCase).ToArray();
        string[] readElsewhere = ["ConnectionStrings:Redis", "Cache:Key"];
        Steps.AllDone(
        [
            .. options.Except(known, StringComparer.OrdinalIgnoreCase).Select(static key => $"{key}: call AddSettings with it where its options are bound (BindConfiguration)"),
            .. options.Where(key => !operations.Contains($"`{key}`", StringComparison.Ordinal)).Select(static key => $"OPERATIONS.md: add a row for `{key}` to a table of « Settings »"),
            .. without.Except(readElsewhere, StringComparer.OrdinalIgnoreCase).Select(static key => $"{key}: add a property of this name to the options class of its section"),
        ]);
        Assert.Equal(readElsewhere, without);
    }

    [Fact]
    public void SettingFaults_GoodValues_AreNone()
    {
        var builder = SiteHost.CreateBuilder([
            "--urls=http://*:8080;https://[::1]:8443;http://unix:/tmp/a.sock", "--http_ports=8080;8081", "--Logging:LogLevel:X=warning", "--Images:CachePath=/var/cache/none",
            "--Kestrel:Endpoints:A:Url=http://localhost:0", "--Kestrel:Endpoints:A:Protocols=http1AndHttp2", "--OTEL_TRACES_SAMPLER_ARG=0.25", "--OTEL_RESOURCE_ATTRIBUTES=a=b,c=d",
            "--OTEL_EXPORTER_OTLP_ENDPOINT=", "--AllowedHosts=*.évènement.fr;[::1]"])!;
        builder.AddHosting();
        builder.Services.AddImages();

        Assert.Empty(builder.Services.SettingFaults(builder.Configuration));
    }

    [GeneratedRegex("""AddOptions<(?<type>\w+)>\(\)\.BindConfiguration\("(?<section>\w+)"\)""")]
    private static partial Regex Bound();
}
