using CsCheck;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Yaml;

namespace PlansWeb.Content.Tests.FrontMatter;

/// <summary>The short way of reading front matter gives what the parser gives, or nothing.</summary>
public sealed class PlainMapTests
{
    private static readonly string[] s_lines =
    [
        "title: Les actions", "description: « Une » – description, d’ici", "date: 2022-04-01", "eleventyNavigation:", "  key: a", "  parent: Un parent", "  order: 20",
        " order: 3", "    url: x", "title: \"L'eau : un bien # x\"", "title: 'un \"mot\"'", "draft: true", "toc: no", "vide:", "nul: null", "n: 010", "n: 1.5", "n: 0x1F", "n: 1_000",
        "d: 2024-16-18", "heure: 12:30", "url: https://x.fr", "lien: a: b", "fin: texte ", "a:  deux", "a : b", "b: 'it''s'", "c: \"\\n\"", "d: [a, b]", "- a", "# mot", "", " ",
        "e: a #b", "f: a#b", "g: a\u00A0b", "h: \u00C9t\u00E9 \u202F!", "i: 🌱", "j: & x", "k: *x", "l: |", "m:\tx", "n: x\ty", "o: x\r", "p: ~", "q: -1", "r: +1", "s: .5", "t: x:",
        "---", "...", "<<: x", "1: x", "clé: x", "a-b: x", "y: yes", "null: x", "u: 2022-04-01T10:00:00Z", "v: 12e03", "w: \"", "x: ''", "z: a, [b] {c} !d %e @f", "  ", "  x",
    ];

    private static readonly Gen<string> s_texts =
        Gen.Int[0, s_lines.Length - 1].Select(i => s_lines[i]).Array[1, 6].Select(lines => string.Join('\n', lines) + "\n");

    [Fact]
    public void Read_AnyLines_AgreesWithTheParser() => s_texts.Sample(
        text =>
        {
            var plain = new PlainMap("a.md", 2);
            if (plain.Read(text) is not { } map)
            {
                return true;
            }

            var reader = new YamlReader("a.md", DataLimits.FrontMatter with { Nodes = plain.Nodes });
            return Written(reader.Parse(text, 2, YamlRoot.Map)!) == Written(map) && reader.Findings.Count == 0;
        },
        iter: 50_000,
        threads: 1);

    [Theory]
    [InlineData("title: Les actions\ndate: 2022-04-01\neleventyNavigation:\n  key: a\n  order: 20\n", 11)]
    [InlineData("title: \"L’eau : un bien\"\n\ndraft: true", 5)]
    public void Read_WhatPagesHave_NeedsNoParser(string text, int nodes)
    {
        var plain = new PlainMap("a.md", 2);

        Assert.NotNull(plain.Read(text));
        Assert.Equal(nodes, plain.Nodes);
        Assert.Throws<YamlFaultException>(() => new YamlReader("a.md", DataLimits.FrontMatter with { Nodes = nodes - 1 }).Parse(text, 2, YamlRoot.Map));
    }

    // Everything that tells one node from another: types, texts, places, order.
    private static string Written(DataNode node) => node switch
    {
        DataMap map => $"{{{map.Position} {string.Join(", ", map.Entries.Select(static entry => $"{entry.Key}: {Written(entry.Value)}"))}}}",
        DataScalar scalar => $"{scalar.Value?.GetType().Name} {scalar.Value} '{scalar.Text}' {scalar.IsImpossibleDate} {scalar.Position}",
        _ => "?",
    };
}
