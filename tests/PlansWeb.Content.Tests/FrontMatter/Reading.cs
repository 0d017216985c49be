using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Tests.FrontMatter;

/// <summary>A text read by the code under test, with what a test asks of it.</summary>
internal sealed record Reading(DataNode Data, string Body, int BodyLine, IReadOnlyList<Diagnostic> Problems)
{
    private const string File = "dossier/page.md";

    /// <summary>The data in a form that can be compared at a glance: <c>{title=Plans,tags=[a,b],order=3}</c>, text and dates told apart by type in <see cref="ValueOf"/>.</summary>
    public string Shape => ShapeOf(Data.ToPlain());

    /// <summary>The only problem.</summary>
    public Diagnostic Diagnostic => Assert.Single(Problems);

    /// <summary>Reads a whole Markdown file.</summary>
    public static Reading Of(string text)
    {
        var problems = new DiagnosticLog(File, text);
        var block = FrontMatterParser.Parse(text, File, problems);
        return new Reading(block.Data, block.Body, block.BodyLine, problems.Problems);
    }

    /// <summary>Reads front matter given without its dashes, as lines 2 and following of a file.</summary>
    public static Reading OfData(string yaml) => Of($"---\n{yaml}\n---\nCorps\n");

    /// <summary>Reads a data file.</summary>
    public static Reading OfFile(string text, string file)
    {
        var problems = new DiagnosticLog(file, text);
        return new Reading(DataFileReader.Read(text, file, problems), "", 0, problems.Problems);
    }

    /// <summary>A value of the outermost map.</summary>
    public object? ValueOf(string key) => Assert.IsType<DataMap>(Data)[key]?.ToPlain();

    private static string ShapeOf(object? value) => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> map => $"{{{string.Join(",", map.Select(entry => $"{entry.Key}={ShapeOf(entry.Value)}"))}}}",
        IReadOnlyList<object?> list => $"[{string.Join(",", list.Select(ShapeOf))}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
