using PlansWeb.Loading.Markdown.Limits;

namespace PlansWeb.Tests.Loading.Markdown.Limits;

public sealed class SourceLimitsTests
{
    public static TheoryData<string, int> Texts => new()
    {
        { new string('a', SourceLimits.MaximumLine), -1 },
        { "a\r\n\r\n" + new string('a', SourceLimits.MaximumLine + 1), 2 },
        { "a\n" + new string(' ', SourceLimits.MaximumIndentation) + "b", -1 },
        { "a\n" + new string(' ', SourceLimits.MaximumIndentation + 1) + "b", 1 },
        { new string(' ', SourceLimits.MaximumIndentation + 1), -1 },
        { Repeat("- ", SourceLimits.MaximumMarkers) + "a", -1 },
        { Repeat("- ", SourceLimits.MaximumMarkers + 1) + "a", 0 },
        { Repeat(">", SourceLimits.MaximumMarkers + 1), 0 },
        { Repeat("12. ", SourceLimits.MaximumMarkers + 1) + "a", 0 },
        { Repeat("* ", SourceLimits.MaximumMarkers + 1), -1 },
        { Repeat("[a]: b\n", SourceLimits.MaximumDefinitions), -1 },
        { Repeat("[a]: b\n", SourceLimits.MaximumDefinitions + 1), SourceLimits.MaximumDefinitions },
        { Repeat(Repeat("[a]: b\n", SourceLimits.MaximumDefinitions) + "\n", 3), -1 },
        { Repeat("a\n---\n", SourceLimits.MaximumUnderlines), -1 },
        { Repeat("a\n---\n", SourceLimits.MaximumUnderlines + 1), (2 * SourceLimits.MaximumUnderlines) + 1 },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Check_Text_NamesTheLineThatExceeds(string text, int line)
    {
        Assert.Equal(line, SourceLimits.Check(text)?.Line ?? -1);
    }

    [Fact]
    public void Check_TooManyBytes_ConcernsTheWholeText()
    {
        var text = Repeat(new string('é', 1023) + "\n", 256);

        Assert.Null(SourceLimits.Check(text));
        var exceeded = SourceLimits.Check(text + Repeat("é", 200));
        Assert.NotNull(exceeded);
        Assert.Null(exceeded.Line);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
