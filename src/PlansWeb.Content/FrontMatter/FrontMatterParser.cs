using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter.Publishing;
using PlansWeb.Content.FrontMatter.Repair;
using PlansWeb.Content.FrontMatter.Yaml;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;

namespace PlansWeb.Content.FrontMatter;

/// <summary>Splits a Markdown file into front matter and body, and reads the front matter.</summary>
internal static class FrontMatterParser
{
    /// <summary>Reads a file. Never throws: what cannot be read is reported and left out.</summary>
    /// <param name="text">The whole file, decoded.</param>
    /// <param name="file">Path below the content folder, with <c>/</c>.</param>
    /// <param name="problems">Where problems are reported.</param>
    /// <param name="scripts">Reads a header in JavaScript; without it such a header is reported.</param>
    public static FrontMatterBlock Parse(string text, string file, DiagnosticLog problems, ScriptData? scripts = null)
    {
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        var document = new YamlData(file, DataLimits.FrontMatter, problems);
        var block = FrontMatterFence.Find(text) is not { } fence ? ParseMisfenced(text, document, problems)
            : fence.IsClosed ? ParseClosed(text, fence, file, document, problems, scripts)
            : ParseUnclosed(text, fence, file, document, problems, scripts);
        return WithLinesBelow(block, document, problems);
    }

    private static FrontMatterBlock ParseClosed(string text, FrontMatterFence fence, string file, YamlData document, DiagnosticLog problems, ScriptData? scripts)
    {
        // The line meant to close it may be another one, above a thematic break of the body.
        if (fence.Language.Length == 0 && FrontMatterFence.GuessEnd(text, fence.DataStart) is var (end, body) && body > end && body < fence.DataEnd
            && FrontMatterFence.BeginsText(text.AsSpan(body, fence.DataEnd - body)))
        {
            return document.TryReadMap(text[fence.DataStart..fence.DataEnd], 2) is { } whole
                ? Block(whole, text, fence.DataStart, fence.DataEnd, fence.BodyStart, document)
                : ParseClosedByAnother(text, fence, end, body, file, document, problems, scripts);
        }

        var start = WithoutDashes(text, fence, problems);
        return Block(ReadData(text, fence, fence.DataEnd, file, document, problems, scripts), text, fence.DataStart, fence.DataEnd, start, document);
    }

    private static FrontMatterBlock Block(DataMap data, string text, int dataStart, int dataEnd, int body, YamlData document) =>
        new(data, text, body, LineAt(text, body)) { Header = text[dataStart..dataEnd], HeaderLine = LineAt(text, dataStart), IsDamaged = document.HasLost };

    private static FrontMatterBlock ParseMisfenced(string text, YamlData document, DiagnosticLog problems)
    {
        if (MisfencedHeader.Find(text) is not { } header)
        {
            return new FrontMatterBlock(DataMap.Empty, text, 0, 1);
        }

        Report(header, problems);
        var data = document.ReadMap(header.Data, header.DataLine);
        return new FrontMatterBlock(data, text, header.BodyStart, LineAt(text, header.BodyStart))
        {
            Header = header.Data,
            HeaderLine = header.DataLine,
            IsDamaged = document.HasLost,
        };
    }

    // Lines that were meant to hide the page, and stand below its front matter: what they say counts, whatever the right place says.
    private static FrontMatterBlock WithLinesBelow(FrontMatterBlock block, YamlData document, DiagnosticLog problems)
    {
        if (MisfencedHeader.FindBelow(block.Text, block.BodyStart, block.BodyLine) is not { } header)
        {
            return block;
        }

        Report(header, problems);
        var entries = block.Data.Entries.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in document.ReadMap(header.Data, header.DataLine).Entries)
        {
            if (HidingKeys.IsMeant(key))
            {
                entries[key] = value;
            }
            else
            {
                entries.TryAdd(key, value);
            }
        }

        // Text that stands before them stays what is shown.
        var isFirst = block.Body.Split('\n').Take(header.Line - block.BodyLine).All(string.IsNullOrWhiteSpace);
        return block with
        {
            Data = new DataMap(entries, block.Data.Position),
            BodyStart = isFirst ? header.BodyStart : block.BodyStart,
            BodyLine = isFirst ? LineAt(block.Text, header.BodyStart) : block.BodyLine,

            // So that what cannot be read of the lines below is looked at too.
            Header = block.Header + new string('\n', Math.Max(0, header.DataLine - block.HeaderLine - block.Header.Count(static c => c == '\n'))) + header.Data,
            IsDamaged = document.HasLost,
        };
    }

    private static void Report(MisfencedHeader header, DiagnosticLog problems) => problems.Report(
        DiagnosticRules.FrontMatterFence, header.Line, 1, $"{header.Cause}\u00A0; l’en-tête est lu quand même.",
        "Écrivez «\u00A0---\u00A0» seul, tout au début de la première ligne du fichier, et une deuxième fois sous la dernière clé.");

    private static FrontMatterBlock ParseClosedByAnother(
        string text, FrontMatterFence fence, int end, int body, string file, YamlData document, DiagnosticLog problems, ScriptData? scripts)
    {
        problems.Report(
            DiagnosticRules.FrontMatterFence, LineAt(text, end), 1, $"L’en-tête est fermé par {Wording.Quoted(text.AsSpan(end, body - end).Trim())} au lieu de «\u00A0---\u00A0».",
            "Écrivez trois traits d’union «\u00A0---\u00A0», seuls, au début de cette ligne.");
        return Block(ReadData(text, fence, end, file, document, problems, scripts), text, fence.DataStart, end, body, document);
    }

    // gray-matter takes all that follows for YAML and leaves no body. That is kept where it reads as YAML; where it does not, a closing
    // line was forgotten, and the body is what stands behind the last line that can be front matter.
    private static FrontMatterBlock ParseUnclosed(
        string text, FrontMatterFence fence, string file, YamlData document, DiagnosticLog problems, ScriptData? scripts)
    {
        problems.Report(
            DiagnosticRules.FrontMatterFence, 1, 1, "L’en-tête ouvert ici par «\u00A0---\u00A0» n’est jamais fermé.", "Ajoutez une ligne «\u00A0---\u00A0» après la dernière clé de l’en-tête, avant le texte.");
        if (fence.Language.Length == 0 && document.TryReadMap(text[fence.DataStart..], 2) is { } all)
        {
            return Block(all, text, fence.DataStart, text.Length, text.Length, document);
        }

        var (end, body) = FrontMatterFence.GuessEnd(text, fence.DataStart);
        return Block(ReadData(text, fence, end, file, document, problems, scripts), text, fence.DataStart, end, body, document);
    }

    private static DataMap ReadData(
        string text, FrontMatterFence fence, int end, string file, YamlData document, DiagnosticLog problems, ScriptData? scripts)
    {
        var data = text[fence.DataStart..end];
        switch (fence.Language.ToLowerInvariant())
        {
            case "" or "yaml" or "yml":
                return document.ReadMap(data, 2);
            case "json":
                var map = new JsonData(file, DataLimits.FrontMatter, problems).Read(data, 2) as DataMap ?? DataMap.Empty;
                return data.Length > DataLimits.FrontMatter.Length ? YamlData.AsDraft(map, file, 2) : map;
            case "js" or "javascript" when scripts is not null:
                return scripts.ReadHeader(data, file, problems);
        }

        problems.Report(
            DiagnosticRules.FrontMatterFence,
            1,
            4,
            $"La première ligne contient {Wording.Quoted(fence.Language)} après «\u00A0---\u00A0»\u00A0: seuls «\u00A0yaml\u00A0» et «\u00A0json\u00A0» y sont connus.",
            "Ne laissez que «\u00A0---\u00A0» sur la première ligne, et les clés sur les suivantes.");

        // A key on the line of the dashes is a key; the name of a programming language announces what cannot be run here.
        return fence.Language.Contains(':') ? document.ReadMap($"{fence.Language}\n{data}", 1) : DataMap.Empty;
    }

    // Where the body begins: more dashes on the closing line are no text.
    private static int WithoutDashes(string text, FrontMatterFence fence, DiagnosticLog problems)
    {
        if (text[fence.BodyStart - 1] == '\n')
        {
            return fence.BodyStart;
        }

        var line = text.AsSpan(fence.BodyStart);
        var end = line.IndexOf('\n');
        var rest = (end < 0 ? line : line[..end]).Trim();
        if (rest.IsEmpty)
        {
            return fence.BodyStart;
        }

        var isDashes = rest.Trim("-–—").IsEmpty;
        problems.Report(
            DiagnosticRules.FrontMatterFence,
            LineAt(text, fence.BodyStart),
            4,
            isDashes ? "La ligne qui ferme l’en-tête a plus de trois tirets." : $"La ligne qui ferme l’en-tête contient aussi {Wording.Quoted(rest)}, qui est lu comme du texte.",
            "Ne laissez que «\u00A0---\u00A0» sur cette ligne.");
        return !isDashes ? fence.BodyStart : end < 0 ? text.Length : fence.BodyStart + end + 1;
    }

    private static int LineAt(string text, int index) => TextPositions.Of(text, index).Line;
}
