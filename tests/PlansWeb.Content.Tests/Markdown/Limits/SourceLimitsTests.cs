using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Markdown.Limits;

namespace PlansWeb.Content.Tests.Markdown.Limits;

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
    public void Fit_Text_NamesTheLineThatExceeds(string text, int line)
    {
        var exceeded = new List<Diagnostic>();

        var fitting = SourceLimits.Fit(text, 0, exceeded);

        Assert.Equal(line, exceeded.FirstOrDefault()?.Line ?? -1);
        Assert.Equal(line < 0, ReferenceEquals(fitting, text));
        Assert.Equal(text.Count(letter => letter == '\n'), fitting.Count(letter => letter == '\n'));
    }

    [Theory]
    [InlineData("un mot ", 3_000, "", "un ")]
    [InlineData("<b class=\"x\">mot</b>", 1_000, "", "<b class=\"x\">mot</b>")]
    [InlineData("a", 20_000, "", "")]
    public void Fit_LongLine_IsCutBetweenWordsAndTags(string piece, int count, string end, string last)
    {
        var fitting = SourceLimits.Fit("avant\n" + Repeat(piece, count) + end + "\naprès\n", 0, []).Split('\n');

        Assert.Equal(("avant", "après"), (fitting[0], fitting[2]));
        Assert.InRange(fitting[1].Length, last.Length == 0 ? 0 : SourceLimits.MaximumLine - 100, SourceLimits.MaximumLine);
        Assert.EndsWith(last.TrimEnd(), fitting[1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_TooManyBytes_IsCutAtTheLine()
    {
        var text = Repeat(new string('é', 1023) + "\n\n", 256);
        var exceeded = new List<Diagnostic>();

        Assert.Same(text, SourceLimits.Fit(text, 0, exceeded));
        var fitting = SourceLimits.Fit(text + "fin\n" + Repeat("é", 200), 0, exceeded);

        Assert.Equal(512, Assert.Single(exceeded).Line);
        Assert.Equal(text, fitting);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
