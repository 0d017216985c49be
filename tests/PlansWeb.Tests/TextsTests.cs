using System.Reflection;
using PlansWeb.Content;

namespace PlansWeb.Tests;

/// <summary>The texts of the interface.</summary>
public sealed class TextsTests
{
    [Theory]
    [InlineData(2022, 4, 1, "1er avril 2022", "2022-04-01")]
    [InlineData(2023, 7, 14, "14 juillet 2023", "2023-07-14")]
    [InlineData(2024, 8, 31, "31 août 2024", "2024-08-31")]
    public void Date_Day_IsWrittenForPeopleAndForMachines(int year, int month, int day, string people, string machines)
    {
        var date = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(people, French.Date(date));
        Assert.Equal(machines, French.IsoDate(date));
    }

    [Fact]
    public void Texts_Punctuation_NeverStandsAtTheBeginningOfALine()
    {
        var texts = typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, Text: (string)field.GetValue(null)!));

        Assert.All(texts, text => Assert.DoesNotMatch("« | [:;!?»]|'|\\.\\.\\.", text.Text));
    }

    [Theory]
    [InlineData(9_240, "9,2\u00A0ko")]
    [InlineData(999, "1,0\u00A0ko")]
    [InlineData(1_234_567, "1\u202F234,6\u00A0ko")]
    public void Size_Bytes_AreKilobytesOfAThousandWithAComma(long bytes, string expected) => Assert.Equal(expected, French.Size(bytes));
}
