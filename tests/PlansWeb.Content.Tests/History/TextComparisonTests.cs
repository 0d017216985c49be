using PlansWeb.Content.History;

namespace PlansWeb.Content.Tests.History;

/// <summary>The words that changed between two texts.</summary>
public sealed class TextComparisonTests
{
    [Theory]
    [InlineData("un deux trois", "un deux trois", "")]
    [InlineData("45\u00A0% d’ici 2027", "45 % d'ici 2027", "")]
    [InlineData("un deux trois", "un 2 trois", "=un |-deux|+2|= trois")]
    [InlineData("un deux", "un deux trois", "=un deux|+ trois")]
    [InlineData("un deux trois", "un trois", "=un |-deux |=trois")]
    [InlineData("un deux, trois quatre", "un 2, 3 quatre", "=un |-deux, trois|+2, 3|= quatre")]
    [InlineData("le taux est 1,5 fois", "le taux est 1,6 fois", "=le taux est |-1,5|+1,6|= fois")]
    [InlineData("l’eau", "l’air", "-l’eau|+l’air")]
    [InlineData("a\nb", "a\nc\nb", "+c")]
    [InlineData("a\nb\nc", "a\nc", "-b")]
    [InlineData("un \U0001F600 deux", "un \U0001F601 deux", "=un |-\U0001F600|+\U0001F601|= deux")]
    [InlineData("", "un", "+un")]
    [InlineData("un", "", "-un")]
    public void Compare_OnePlace_IsItsWordsWithThoseAround(string before, string after, string passage) =>
        Assert.Equal(passage, string.Join("||", TextComparison.Compare(before, after).Passages.Select(static passage => string.Join('|', passage))));

    [Fact]
    public void Compare_TwoBlocks_AreTwoPassages() =>
        Assert.Equal([["=a ", "-1"], ["=c ", "-3", "+4"]], TextComparison.Compare("a 1\nb\nc 3", "a \nb\nc 4").Passages);

    [Fact]
    public void Compare_ALongBlock_KeepsOnlyTheWordsNearTheChange()
    {
        var words = string.Join(' ', Enumerable.Repeat("mot", 200));

        var passage = Assert.Single(TextComparison.Compare($"{words} un {words}", $"{words} deux {words}").Passages);

        Assert.Equal(["-un", "+deux"], passage.Skip(1).Take(2));
        Assert.StartsWith("=… mot", passage[0], StringComparison.Ordinal);
        Assert.EndsWith("mot …", passage[3], StringComparison.Ordinal);
        Assert.All(passage, static part => Assert.InRange(part.Length, 2, 100));
    }

    [Fact]
    public void Compare_TextsOfWhichBothTellTheWholeChange_GiveBothBack()
    {
        // What stands in the passages, put together, is the one text and the other.
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            string before = Text(random), after = Text(random);

            var (passages, isCut) = TextComparison.Compare(before, after);

            Assert.False(isCut);
            Assert.All(passages, passage =>
            {
                Assert.Contains(Side(passage, '-'), before, StringComparison.Ordinal);
                Assert.Contains(Side(passage, '+'), after, StringComparison.Ordinal);
            });
            Assert.Equal(before == after, passages.Count == 0);
        }

        static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abcd"[random.Next(4)].ToString()));
        static string Side(IReadOnlyList<string> passage, char kind) => string.Concat(passage.Where(part => part[0] == '=' || part[0] == kind).Select(static part => part[1..]));
    }

    [Theory]
    [InlineData(300, 200)]
    [InlineData(5_000, 1)]
    public void Compare_MoreThanIsKept_IsCut(int lines, int words)
    {
        var (passages, isCut) = TextComparison.Compare("x", string.Join("\ny\n", Enumerable.Range(0, lines).Select(line => string.Join(' ', Enumerable.Repeat($"mot{line}", words)))));

        Assert.True(isCut || passages.Any(static passage => passage.Any(static part => part.EndsWith('…'))));
        Assert.InRange(passages.Sum(static passage => passage.Sum(static part => part.Length)), 0, TextComparison.MostCharacters);
    }
}
