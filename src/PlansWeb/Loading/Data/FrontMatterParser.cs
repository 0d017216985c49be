using PlansWeb.Store;

namespace PlansWeb.Loading.Data;

/// <summary>Splits a Markdown file into front matter and body, and reads the front matter.</summary>
internal static class FrontMatterParser
{
    /// <summary>Reads a file. Never throws: what cannot be read is reported and left out.</summary>
    /// <param name="text">The whole file, decoded.</param>
    /// <param name="file">Path below the content folder, with <c>/</c>.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static FrontMatterBlock Parse(string text, string file, ProblemLog problems)
    {
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        if (FrontMatterFence.Find(text) is not { } fence)
        {
            ReportMisplaced(text, problems);
            return new FrontMatterBlock(DataMap.Empty, text, 0, 1);
        }

        var document = new YamlData(file, DataLimits.FrontMatter, problems);
        if (!fence.IsClosed)
        {
            return ParseUnclosed(text, fence, file, document, problems);
        }

        ReportRestOfClosingLine(text, fence, problems);
        var data = ReadData(text, fence, fence.DataEnd, file, document, problems);
        return new FrontMatterBlock(data, text, fence.BodyStart, LineAt(text, fence.BodyStart));
    }

    // gray-matter takes all that follows for YAML and leaves no body. That is kept where it reads as YAML; where it does not, a closing
    // line was forgotten, and the body is what stands behind the last line that can be front matter.
    private static FrontMatterBlock ParseUnclosed(string text, FrontMatterFence fence, string file, YamlData document, ProblemLog problems)
    {
        problems.Report(
            ProblemRules.FrontMatterFence, 1, 1, "L’en-tête ouvert ici par «\u00A0---\u00A0» n’est jamais fermé.", "Ajoutez une ligne «\u00A0---\u00A0» après la dernière clé de l’en-tête, avant le texte.");
        if (fence.Language.Length == 0 && document.TryReadMap(text[fence.DataStart..], 2) is { } all)
        {
            return new FrontMatterBlock(all, text, text.Length, LineAt(text, text.Length));
        }

        var (end, body) = FrontMatterFence.GuessEnd(text, fence.DataStart);
        var data = ReadData(text, fence, end, file, document, problems);
        return new FrontMatterBlock(data, text, body, LineAt(text, body));
    }

    private static DataMap ReadData(string text, FrontMatterFence fence, int end, string file, YamlData document, ProblemLog problems)
    {
        var data = text[fence.DataStart..end];
        switch (fence.Language.ToLowerInvariant())
        {
            case "" or "yaml" or "yml":
                return document.ReadMap(data, 2);
            case "json":
                var map = new JsonData(file, DataLimits.FrontMatter, problems).Read(data, 2) as DataMap ?? DataMap.Empty;
                return data.Length > DataLimits.FrontMatter.Length ? YamlData.AsDraft(map, file, 2) : map;
        }

        problems.Report(
            ProblemRules.FrontMatterFence,
            1,
            4,
            $"La première ligne contient {Wording.Quoted(fence.Language)} après «\u00A0---\u00A0»\u00A0: seuls «\u00A0yaml\u00A0» et «\u00A0json\u00A0» y sont connus.",
            "Ne laissez que «\u00A0---\u00A0» sur la première ligne, et les clés sur les suivantes.");

        // A key on the line of the dashes is a key; the name of a programming language announces what cannot be run here.
        return fence.Language.Contains(':') ? document.ReadMap($"{fence.Language}\n{data}", 1) : DataMap.Empty;
    }

    // Such a file has no front matter, here as in Eleventy, which prints it as text and says nothing.
    private static void ReportMisplaced(string text, ProblemLog problems)
    {
        if (FrontMatterFence.Misplaced(text) is { } index)
        {
            problems.Report(
                ProblemRules.FrontMatterFence,
                LineAt(text, index),
                1,
                "Cette ligne semble ouvrir un en-tête, qui n’est pas lu\u00A0: il doit commencer par «\u00A0---\u00A0», tout au début du fichier.",
                "Écrivez trois traits d’union «\u00A0---\u00A0» au tout début de la première ligne du fichier.");
        }
    }

    private static void ReportRestOfClosingLine(string text, FrontMatterFence fence, ProblemLog problems)
    {
        if (text[fence.BodyStart - 1] == '\n')
        {
            return;
        }

        var line = text.AsSpan(fence.BodyStart);
        var end = line.IndexOf('\n');
        var rest = (end < 0 ? line : line[..end]).Trim();
        if (!rest.IsEmpty)
        {
            problems.Report(
                ProblemRules.FrontMatterFence,
                LineAt(text, fence.BodyStart),
                4,
                $"La ligne qui ferme l’en-tête contient aussi {Wording.Quoted(rest)}, qui est lu comme du texte.",
                "Ne laissez que «\u00A0---\u00A0» sur cette ligne.");
        }
    }

    private static int LineAt(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');
}
