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

        Assert.Equal(people, Texts.Date(date));
        Assert.Equal(machines, Texts.IsoDate(date));
    }
}
