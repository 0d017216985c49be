using System.Text;
using CsCheck;
using PlansWeb.Content.Files;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.FrontMatter;

/// <summary>Whatever the bytes are, the file is read: no exception, bounded time and memory, places that exist.</summary>
[Trait("Lane", "Whole")]
public sealed class FrontMatterFuzzTests
{
    private const int Samples = 10_000;

    // Pieces that mean something to YAML, to gray-matter or to an editor, so that random texts reach every branch.
    private static readonly string[] s_pieces =
    [
        "---", "---\n", "\n---\n", "\n", "\r\n", "\r", "\t", " ", "  ", "\n  ", "\n- ", "- ", "? ", ": ", ":", " :", "#", " # ", "'", "\"", "\\", "''", "[", "]", "{", "}",
        ",", "|", "|\n  ", ">", ">-\n ", "&a ", "*a", "<<: *a", "!x ", "!!str ", "!!int ", "!!binary ", "@", "`", "%", "%YAML 1.1\n", "...", "\n...\n", "~", "null", "true",
        "title", "title: ", "date: ", "tags: ", "nav:\n  ", "key: ", "order: ", "010", "12:30", "2022-04-01", "2024-16-18", "2022-04-01T10:00:00Z", "9999-12-31 23:59:59 -11:00",
        ".inf", "1e400", "0x", "l'eau", "**gras**", "&nbsp;", "{{ x }}", "{% if %}", "[a](b)", "\u00A0", "\u202F", "\uFEFF", "\u0000", "\u0085", "\u2028", "\uFFFF", "\ud800", "🌱",
        "é", "« x : y »", "—", "texte ", "json\n", "{\"a\": ", "\\ud800", "a: b: c\n", "[[[[[[[[", "{{{{{{{{", "        ",
    ];

    private static readonly string[] s_sound =
    [
        "---\nlayout: layouts/plans-action.njk\ntitle: Les actions\ndescription: Une description\ndate: 2022-04-01\neleventyNavigation:\n  parent: plansAction\n  title: Les actions\n  order: 20\n---\n\n## Titre\n",
        "---\ntitle: \"L'eau : un bien\"\ntags: [a, 'b', \"c\"]\nimage: {path: /x.png, alt: ''}\nwho:\n- a\n- b: &x 1\n  c: *x\ntexte: |\n  un\n    deux\nfin: >-\n  x\n  y\n---\nCorps",
        "---json\n{\"title\": \"x\", \"tags\": [1, 2.5, null, true], \"nav\": {\"order\": 3}}\n---\nCorps",
    ];

    private static readonly Gen<string> s_random =
        Gen.OneOf(AnyOf(s_pieces), Gen.Char.Select(character => character.ToString())).Array[0, 60].Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> s_mutated =
        Gen.Select(AnyOf(s_sound), Gen.Select(Gen.Double[0, 1], Gen.Int[0, 4], AnyOf(s_pieces)).Array[1, 6])
            .Select((text, changes) => changes.Aggregate(text, (current, change) => Mutate(current, change.Item1, change.Item2, change.Item3)));

    private static readonly Gen<string> s_texts = Gen.OneOf(s_random, s_random.Select(text => "---\n" + text), s_mutated);

    [Fact]
    public void Parse_AnyText_NeverThrowsAndGivesPlacesThatExist() => s_texts.Sample(
        text =>
        {
            var problems = new DiagnosticLog("a.md", text);
            FrontMatterBlock block = null!;
            object? plain = null;
            var cost = Cost.Of(() =>
            {
                block = FrontMatterParser.Parse(text, "a.md", problems);
                plain = block.Data.ToPlain();
            });

            var lines = 1 + text.Count(character => character is '\n' or '\r');
            return plain is not null
                && text.EndsWith(block.Body, StringComparison.Ordinal)
                && block.BodyLine >= 1 && block.BodyLine <= lines
                && problems.Problems.All(problem => problem.Line >= 0 && problem.Line <= lines && problem.Column >= 0 && problem.Message.Length > 0 && problem.Advice.Length > 0)
                && problems.Problems.Count < 40
                && cost.Processor < TimeSpan.FromSeconds(2)
                && cost.Bytes < 20_000_000;
        },
        iter: Samples,
        threads: 1);

    [Fact]
    public void Parse_MutatedFrontMatter_GivesDataOrAProblem() => s_mutated.Sample(
        text =>
        {
            var problems = new DiagnosticLog("a.md", text);
            var block = FrontMatterParser.Parse(text, "a.md", problems);

            // Data that vanish must be told: a page is either read or reported.
            return block.Data.Entries.Count > 0 || problems.Problems.Count > 0 || !text.StartsWith("---\nt", StringComparison.Ordinal);
        },
        iter: Samples,
        threads: 1);

    [Fact]
    public void Read_AnyDataFile_NeverThrows() => s_texts.Sample(
        text =>
        {
            foreach (var file in (string[])["a.json", "a.yaml"])
            {
                var problems = new DiagnosticLog(file, text);
                var data = DataFileReader.Read(text, file, problems);
                if (data is DataMap map)
                {
                    DataCascade.Merge(map, map).ToPlain();
                }
            }
        },
        iter: Samples,
        threads: 1);

    [Fact]
    public void Decode_AnyBytes_NeverThrowsAndIsTextOrRefused() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.Select(s_texts, Gen.Byte.Array[0, 3], Gen.Double[0, 1]).Select((text, bytes, at) => Insert(Encoding.UTF8.GetBytes(text), bytes, at)),
        s_texts.Select(text => Encoding.Latin1.GetBytes(text)),
        s_texts.Select(text => (byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)])).Sample(
        bytes =>
        {
            var decoded = TextDecoder.Decode(bytes);
            var problems = new DiagnosticLog("a.md", decoded.Text);
            if (decoded.Fault is { } fault)
            {
                problems.Add(fault);
            }

            FrontMatterParser.Parse(decoded.Text, "a.md", problems);
            return !decoded.Text.Contains('\0') && (decoded.Fault is null || decoded.Fault.Line <= decoded.Text.Split('\n').Length);
        },
        iter: Samples,
        threads: 1);

    private static Gen<string> AnyOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Mutate(string text, double at, int kind, string piece)
    {
        var index = (int)(at * text.Length);
        return kind switch
        {
            0 => text.Insert(index, piece),
            1 => text.Remove(index, Math.Min(1, text.Length - index)),
            2 => text[..index],
            3 => text[..index] + piece + text[Math.Min(text.Length, index + piece.Length)..],
            _ => text.Replace(piece, "", StringComparison.Ordinal),
        };
    }

    private static byte[] Insert(byte[] into, byte[] bytes, double at)
    {
        var index = (int)(at * into.Length);
        return [.. into[..index], .. bytes, .. into[index..]];
    }
}
