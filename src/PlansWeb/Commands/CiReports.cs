using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Hosting;

namespace PlansWeb.Commands;

/// <summary>A check in the forms that forges show beside the lines of a change.</summary>
internal static class CiReports
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Annotations of GitHub Actions (docs.github.com, « Workflow commands »), and a last line for people.</summary>
    public static void WriteGitHub(CheckReport report, TextWriter output)
    {
        foreach (var problem in report.Problems)
        {
            var place = (problem.Line > 0 ? $",line={Number(problem.Line)}" : "") + (problem.Column > 0 ? $",col={Number(problem.Column)}" : "");
            output.WriteLine($"::{(problem.Rule.IsError ? "error" : "warning")} file={Property(Path(report, problem))}{place},title={Property(problem.Rule.Id)}::{Data(Sentence(problem))}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Erreurs\u00a0: {report.Errors}, avertissements\u00a0: {report.Warnings}."));

        static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }

    /// <summary>GitLab's Code Quality report (docs.gitlab.com, « Code Quality report format »).</summary>
    public static void WriteGitLab(CheckReport report, TextWriter output) => WriteJson(output, json =>
    {
        json.WriteStartArray();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var problem in report.Problems)
        {
            // The same as long as the line stays as it is, wherever it moves: GitLab tells new problems from old ones by it.
            var what = $"{problem.Rule.Id}\n{problem.File}\n{problem.Message}\n{problem.SourceLine}";
            var times = seen[what] = seen.GetValueOrDefault(what) + 1;
            json.WriteStartObject();
            json.WriteString("description", Sentence(problem));
            json.WriteString("check_name", problem.Rule.Id);
            json.WriteString("fingerprint", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(times == 1 ? what : $"{what}\n{Number(times)}"))));
            json.WriteString("severity", problem.Rule.IsError ? "major" : "minor");
            json.WriteStartObject("location");
            json.WriteString("path", Path(report, problem));
            json.WriteStartObject("lines");
            json.WriteNumber("begin", Math.Max(problem.Line, 1));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>SARIF 2.1.0 (OASIS).</summary>
    public static void WriteSarif(CheckReport report, TextWriter output) => WriteJson(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PlansWeb");
        json.WriteString("version", StartReport.Version);
        json.WriteString("language", "fr");
        json.WriteStartArray("rules");
        foreach (var rule in report.Problems.Select(static problem => problem.Rule).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteStartObject("help");
            json.WriteString("text", $"GUIDE.md#{rule.Id}");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var problem in report.Problems)
        {
            WriteResult(json, report, problem);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteResult(Utf8JsonWriter json, CheckReport report, Diagnostic problem)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", problem.Rule.Id);
        json.WriteString("level", problem.Rule.IsError ? "error" : "warning");
        json.WriteStartObject("message");
        json.WriteString("text", Sentence(problem));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', Path(report, problem).Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        if (problem.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", problem.Line);
            if (problem.Column > 0)
            {
                json.WriteNumber("startColumn", problem.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteJson(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            write(json);
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    private static string Sentence(Diagnostic problem) => $"{problem.Message} → {problem.Advice}";

    private static string Path(CheckReport report, Diagnostic problem) => report.PathOf(problem).Replace('\\', '/');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
