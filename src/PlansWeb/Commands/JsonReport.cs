using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Commands;

/// <summary>
/// A check for programs. The shape is part of the public surface: properties may be added, none is renamed or removed while
/// <c>version</c> is 1.
/// <code>
/// {
///   "version": 1,
///   "content": "/absolute/path/of/the/folder",
///   "summary": { "pages": 12, "served": 10, "otherAddresses": 1, "unknownTags": { "balise-inconnue": 2 }, "errors": 1, "warnings": 3 },
///   "problems": [ {
///     "rule": "lien-mort", "severity": "error" | "warning",
///     "file": "below/the/folder.md", "line": 12 | null, "column": 5 | null, "source": "the line itself" | null,
///     "message": "what is wrong", "advice": "what to do"
///   } ]
/// }
/// </code>
/// </summary>
internal static class JsonReport
{
    // Written to a terminal or a file, never into HTML: letters stay letters.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    public static void Write(CheckReport report, TextWriter output)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("content", report.Folder);
            json.WriteStartObject("summary");
            json.WriteNumber("pages", report.Pages);
            json.WriteNumber("served", report.Served);
            json.WriteNumber("otherAddresses", report.OtherAddresses);
            json.WriteStartObject("unknownTags");
            foreach (var (rule, count) in report.UnknownTags)
            {
                json.WriteNumber(rule.Id, count);
            }

            json.WriteEndObject();
            json.WriteNumber("errors", report.Errors);
            json.WriteNumber("warnings", report.Warnings);
            json.WriteEndObject();
            json.WriteStartArray("problems");
            foreach (var problem in report.Problems)
            {
                Write(json, problem);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, Diagnostic problem)
    {
        json.WriteStartObject();
        json.WriteString("rule", problem.Rule.Id);
        json.WriteString("severity", problem.Rule.IsError ? "error" : "warning");
        json.WriteString("file", problem.File);
        WriteNumber(json, "line", problem.Line);
        WriteNumber(json, "column", problem.Column);
        json.WriteString("source", problem.SourceLine);
        json.WriteString("message", problem.Message);
        json.WriteString("advice", problem.Advice);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int number)
    {
        if (number == 0)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, number);
        }
    }
}
