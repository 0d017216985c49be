using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.FrontMatter.Yaml;

namespace PlansWeb.Content.Tests.FrontMatter.Yaml;

public sealed class YamlScalarsTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("FALSE", false)]
    public void Resolve_SixSpellingsOfBooleans_GivesBoolean(string text, bool expected) => Assert.Equal(expected, Resolve(text));

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("y")]
    [InlineData("oui")]
    [InlineData("tRUE")]
    [InlineData("nULL")]
    [InlineData("2022-4-1")]
    [InlineData("2022-04-1")]
    [InlineData("22-04-01")]
    [InlineData("2022-04-01T10")]
    [InlineData("08")]
    [InlineData("0o10")]
    [InlineData("1_")]
    [InlineData("_1")]
    [InlineData("0x")]
    [InlineData("0b12")]
    [InlineData("12:60")]
    [InlineData("01:30")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("-.5")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("3 rue")]
    [InlineData("NaN")]
    public void Resolve_WhatOnlyLooksLikeAnotherType_StaysText(string text) => Assert.Equal(text, Resolve(text));

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("NULL")]
    public void Resolve_FiveSpellingsOfNull_GivesNull(string text) => Assert.Null(Resolve(text));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("10", 10)]
    [InlineData("+10", 10)]
    [InlineData("-10", -10)]
    [InlineData("1_000", 1000)]
    [InlineData("010", 8)]
    [InlineData("-010", -8)]
    [InlineData("0x1F", 31)]
    [InlineData("0b101", 5)]
    [InlineData("12:30", 750)]
    [InlineData("1:00:01", 3601)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Resolve_Integers_GivesLong(string text, long expected) => Assert.Equal(expected, Assert.IsType<long>(Resolve(text)));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-1.5", -1.5)]
    [InlineData("1.", 1)]
    [InlineData(".5", 0.5)]
    [InlineData("1e3", 1000)]
    [InlineData("1.5E-1", 0.15)]
    [InlineData("0.5", 0.5)]
    [InlineData(".inf", double.PositiveInfinity)]
    [InlineData("-.INF", double.NegativeInfinity)]
    [InlineData(".nan", double.NaN)]
    [InlineData("9223372036854775808", 9223372036854775808.0)]
    public void Resolve_Floats_GivesDouble(string text, double expected) => Assert.Equal(expected, Assert.IsType<double>(Resolve(text)));

    [Theory]
    [InlineData("2022-04-01", "2022-04-01T00:00:00.000")]
    [InlineData("2022-04-01T10:20:30", "2022-04-01T10:20:30.000")]
    [InlineData("2022-04-01T10:20:30Z", "2022-04-01T10:20:30.000")]
    [InlineData("2022-04-01t10:20:30.5Z", "2022-04-01T10:20:30.500")]
    [InlineData("2022-04-01 10:20:30 +02:00", "2022-04-01T08:20:30.000")]
    [InlineData("2022-04-01 10:20:30 -2", "2022-04-01T12:20:30.000")]
    [InlineData("2022-4-1 1:20:30", "2022-04-01T01:20:30.000")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.000")]
    public void Resolve_DatesAndInstants_GivesInstantInUtc(string text, string expected)
    {
        var date = Assert.IsType<DateTimeOffset>(Resolve(text));

        Assert.Equal(TimeSpan.Zero, date.Offset);
        Assert.Equal(expected, date.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2024-16-18")]
    [InlineData("2024-13-45")]
    [InlineData("2023-02-29")]
    [InlineData("2024-00-10")]
    [InlineData("0000-01-01")]
    [InlineData("2024-01-01T25:00:00Z")]
    [InlineData("0001-01-01 00:00:00 +02:00")]
    public void Resolve_DateOfNoCalendar_StaysTextAndIsNamed(string text)
    {
        Assert.Equal(text, YamlScalars.Resolve(text, out var surprise));
        Assert.Equal(ScalarSurprise.ImpossibleDate, surprise);
    }

    [Fact]
    public void Parse_ImpossibleDate_MarksTheScalarAndLeavesReportingToItsReader()
    {
        var reading = Reading.OfData("date: 2024-16-18");

        Assert.Empty(reading.Problems);
        Assert.True(Assert.IsType<DataScalar>(Assert.IsType<DataMap>(reading.Data)["date"]).IsImpossibleDate);
        Assert.Equal("2024-16-18", reading.ValueOf("date"));
    }

    [Theory]
    [InlineData("date: \"2022-04-01\"")]
    [InlineData("date: '2022-04-01'")]
    [InlineData("date: !!str 2022-04-01")]
    [InlineData("date: ! 2022-04-01")]
    public void Parse_QuotedDate_StaysText(string yaml) => Assert.Equal("2022-04-01", Reading.OfData(yaml).ValueOf("date"));

    [Theory]
    [InlineData("a: !!int \"12\"", "{a=12}")]
    [InlineData("a: !!float 1", "{a=1}")]
    [InlineData("a: !!bool \"true\"", "{a=true}")]
    [InlineData("a: !!null ''", "{a=null}")]
    [InlineData("a: !!timestamp '2022-04-01'", "{a=2022-04-01T00:00:00Z}")]
    [InlineData("a: !!seq [1]", "{a=[1]}")]
    [InlineData("a: !!map {b: 1}", "{a={b=1}}")]
    public void Parse_TagOfTheCoreSchema_GivesItsType(string yaml, string expected)
    {
        var reading = Reading.OfData(yaml);

        Assert.Empty(reading.Problems);
        Assert.Equal(expected, reading.Shape);
    }

    [Theory]
    [InlineData("order: 010", 8, "base")]
    [InlineData("order: 12:30", 750, "base")]
    public void Parse_NumberInAnotherBase_IsReadAsJsYamlAndReported(string yaml, long expected, string word)
    {
        var reading = Reading.OfData(yaml);

        Assert.Equal(expected, reading.ValueOf("order"));
        Assert.Equal((DiagnosticRules.YamlAmbiguous, 2, 8), (reading.Diagnostic.Rule, reading.Diagnostic.Line, reading.Diagnostic.Column));
        Assert.Contains(word, reading.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(expected.ToString(System.Globalization.CultureInfo.InvariantCulture), reading.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OctalThatIsTheSameInDecimal_IsNotReported() => Assert.Empty(Reading.OfData("order: 07").Problems);

    private static object? Resolve(string text) => YamlScalars.Resolve(text, out _);
}
