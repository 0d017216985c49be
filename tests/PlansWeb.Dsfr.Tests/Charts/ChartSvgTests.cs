using System.Globalization;
using System.Xml.Linq;
using PlansWeb.Dsfr.Charts;

namespace PlansWeb.Dsfr.Tests.Charts;

/// <summary>Charts, as SVG that is drawn by the server.</summary>
public sealed class ChartSvgTests
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<ChartKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draw_AnyKind_IsHiddenFromAssistiveTechnologyWithoutStyleScriptOrIds(string kind)
    {
        var svg = XElement.Parse(ChartSvg.Draw(Chart(Enum.Parse<ChartKind>(kind))));

        Assert.Equal("true", svg.Attribute("aria-hidden")!.Value);
        Assert.All(svg.DescendantsAndSelf(), element => Assert.True(element.Name.LocalName is "svg" or "rect" or "line" or "text"));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" or "id" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Contains("A & <B>", svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value.Split('\u00A0')[0]));
        Assert.InRange(ChartSvg.Draw(Chart(Enum.Parse<ChartKind>(kind))).Length, 100, 3_000);
    }

    [Fact]
    public void Draw_Bars_LengthsAreTheValues()
    {
        var bars = XElement.Parse(ChartSvg.Draw(Chart(ChartKind.Bars))).Elements().Where(element => element.Name.LocalName == "rect" && element.Attribute("width")!.Value.EndsWith('%'))
            .Select(bar => decimal.Parse(bar.Attribute("width")!.Value.TrimEnd('%'), CultureInfo.InvariantCulture)).ToArray();

        // 10, 40, 20 and 5 of 40, which takes 70 % of the width; an unknown value has no bar.
        Assert.Equal([17.5m, 70m, 35m, 8.75m], bars);
    }

    [Fact]
    public void Draw_UnknownValue_SaysSoAndDrawsNothing()
    {
        var chart = new Chart(ChartKind.Bars, "kg", ["A", "B"], [new ChartSeries("", [null, 3])]);

        var svg = XElement.Parse(ChartSvg.Draw(chart));

        Assert.Single(svg.Elements(), element => element.Name.LocalName == "rect");
        Assert.Contains("non publié", svg.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("0", svg.Elements().Where(element => element.Name.LocalName == "text").Select(text => text.Value));
    }

    [Fact]
    public void Of_Chart_SaysTheGreatestAndTheLeast() =>
        Assert.Equal("De 5\u00A0kg (C, un) à 40\u00A0kg (A & <B>, deux). 2\u00A0valeurs non publiées.",
            ChartSentence.Of(Chart(ChartKind.Bars)));

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void CanBeDrawn_NothingOrTooMuch_IsNot(int labels)
    {
        var chart = new Chart(ChartKind.Bars, "", [.. Enumerable.Range(0, labels).Select(i => $"{i}")], [new ChartSeries("", [.. Enumerable.Range(0, labels).Select(i => (decimal?)i)])]);

        Assert.Equal("", ChartSvg.Draw(chart));
    }

    [Fact]
    public void CanBeDrawn_NegativeValue_IsNot() => Assert.False(new Chart(ChartKind.Bars, "", ["A"], [new ChartSeries("", [-1])]).CanBeDrawn);

    private static Chart Chart(ChartKind kind) =>
        new(kind, "kg", ["A & <B>", "B", "C"], [new ChartSeries("un", [10, 20, 5]), new ChartSeries("deux", [40, null, null])]) { Target = 30 };
}
