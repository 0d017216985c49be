using System.Globalization;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using PlansWeb.Hosting.Settings;

namespace PlansWeb.Hosting;

/// <summary>
/// What may stand in the settings of the libraries below the site: the server, the log, OpenTelemetry. Some of them would end the start with a stack
/// trace, others would pass over a wrong value in silence.
/// </summary>
internal static class ServerSettings
{
    private const string Endpoint = "Kestrel:Endpoints:*";
    private const string Console = "Logging:Console:";

    private static readonly string[] s_levels = Enum.GetNames<LogLevel>();

    /// <summary>Adds these settings to those that are looked at.</summary>
    public static IServiceCollection AddServerSettings(this IServiceCollection services) => services
        .AddSettings(
            new Setting("urls", Texts.AddressesAllowed, static text => Parts(text, ';').All(IsAddress)) { MayBeEmpty = true },
            Ports("http_ports"),
            Ports("https_ports"),
            new Setting(Endpoint + ":Url", Texts.AddressesAllowed, IsAddress),
            Setting.OneOf(Endpoint + ":Protocols", Enum.GetNames<HttpProtocols>()),
            Setting.OneOf(Endpoint + ":SslProtocols", Enum.GetNames<SslProtocols>()) with { IsList = true },
            Setting.OneOf(Endpoint + ":ClientCertificateMode", Enum.GetNames<ClientCertificateMode>()),
            Setting.OneOf("Kestrel:EndpointDefaults:Protocols", Enum.GetNames<HttpProtocols>()),
            Setting.OneOf("Kestrel:EndpointDefaults:SslProtocols", Enum.GetNames<SslProtocols>()) with { IsList = true },
            Setting.OneOf("Kestrel:EndpointDefaults:ClientCertificateMode", Enum.GetNames<ClientCertificateMode>()),
            Setting.ExistingFile("Kestrel:Certificates:*:Path"),
            Setting.ExistingFile("Kestrel:Certificates:*:KeyPath"),
            Setting.ExistingFile(Endpoint + ":Certificate:Path"),
            Setting.ExistingFile(Endpoint + ":Certificate:KeyPath"))
        .AddSettings(
            Setting.OneOf("Logging:LogLevel:*", s_levels),
            Setting.OneOf("Logging:*:LogLevel:*", s_levels),
            Setting.Flag("Logging:CaptureScopes"),
            Setting.OneOf(Console + "FormatterName", "simple", "json", "systemd"),
            Setting.OneOf(Console + "LogToStandardErrorThreshold", s_levels),
            Setting.Number(Console + "MaxQueueLength", 1, int.MaxValue),
            Setting.OneOf(Console + "QueueFullMode", "Wait", "DropWrite"),
            new Setting(Console + "FormatterOptions:TimestampFormat", Texts.TimeFormatAllowed, IsTimeFormat) { MayBeEmpty = true },
            Setting.Flag(Console + "FormatterOptions:UseUtcTimestamp"),
            Setting.Flag(Console + "FormatterOptions:IncludeScopes"),
            Setting.Flag(Console + "FormatterOptions:SingleLine"),
            Setting.OneOf(Console + "FormatterOptions:ColorBehavior", "Default", "Enabled", "Disabled"),
            Setting.Flag(Console + "FormatterOptions:JsonWriterOptions:Indented"),
            Setting.Flag(Console + "FormatterOptions:JsonWriterOptions:SkipValidation"),
            Setting.Number(Console + "FormatterOptions:JsonWriterOptions:MaxDepth", 0, int.MaxValue),
            Setting.Number(Console + "FormatterOptions:JsonWriterOptions:IndentSize", 0, 127))
        .AddSettings([.. OpenTelemetry().Select(static setting => setting with { MayBeEmpty = true })]);

    // The variables of the OpenTelemetry specification that its .NET library reads.
    private static IEnumerable<Setting> OpenTelemetry()
    {
        foreach (var signal in (string[])["", "TRACES_", "METRICS_"])
        {
            var exporter = "OTEL_EXPORTER_OTLP_" + signal;
            yield return Setting.WebAddress(exporter + "ENDPOINT");
            yield return Setting.OneOf(exporter + "PROTOCOL", "grpc", "http/protobuf");
            yield return Milliseconds(exporter + "TIMEOUT");
            yield return Pairs(exporter + "HEADERS") with { IsSecret = true };
        }

        yield return Setting.OneOf("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "cumulative", "delta", "lowmemory");
        yield return Setting.OneOf("OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION", "explicit_bucket_histogram", "base2_exponential_bucket_histogram");
        yield return Setting.ExistingFile("OTEL_EXPORTER_OTLP_CERTIFICATE");
        yield return Setting.ExistingFile("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE");
        yield return Setting.ExistingFile("OTEL_EXPORTER_OTLP_CLIENT_KEY");
        yield return Pairs("OTEL_RESOURCE_ATTRIBUTES");
        yield return Setting.Flag("OTEL_SDK_DISABLED");
        yield return Milliseconds("OTEL_METRIC_EXPORT_INTERVAL");
        yield return Milliseconds("OTEL_METRIC_EXPORT_TIMEOUT");
        yield return Setting.OneOf("OTEL_METRICS_EXEMPLAR_FILTER", "always_on", "always_off", "trace_based");
        yield return Setting.OneOf(
            "OTEL_TRACES_SAMPLER", "always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio");
        yield return new Setting("OTEL_TRACES_SAMPLER_ARG", Texts.ShareAllowed, static text =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1);
        yield return Milliseconds("OTEL_BSP_SCHEDULE_DELAY");
        yield return Milliseconds("OTEL_BSP_EXPORT_TIMEOUT");
        foreach (var key in (string[])[
            "OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT",
            "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "OTEL_SPAN_EVENT_COUNT_LIMIT", "OTEL_SPAN_LINK_COUNT_LIMIT",
            "OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "OTEL_LINK_ATTRIBUTE_COUNT_LIMIT"])
        {
            yield return Setting.Number(key, 0, int.MaxValue);
        }
    }

    private static Setting Milliseconds(string key) => Setting.Number(key, 1, int.MaxValue, Texts.Milliseconds);

    private static Setting Pairs(string key) => new(key, Texts.PairsAllowed, static text => Parts(text, ',').All(static pair => pair.IndexOf('=', StringComparison.Ordinal) > 0));

    private static Setting Ports(string key) => new(key, Texts.PortsAllowed, static text => Parts(text, ';').All(static port =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= ushort.MaxValue))
    { MayBeEmpty = true };

    // The framework takes what it cannot read as a port for a part of the name, and listens on port 80.
    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0
                && (address.IsUnixPipe || (address.Port <= ushort.MaxValue && (address.Host is "*" or "+" || Uri.CheckHostName(address.Host) != UriHostNameType.Unknown)));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsTimeFormat(string text)
    {
        try
        {
            return DateTimeOffset.UnixEpoch.ToString(text, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string[] Parts(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
