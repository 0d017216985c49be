using System.Globalization;

namespace PlansWeb.Content.Tests;

/// <summary>Days are days in Paris, for readers and for machines.</summary>
public sealed class FrenchTests
{
    [Theory]
    [InlineData("2026-06-30", "30 juin 2026", "2026-06-30")]
    [InlineData("2026-07-01T00:30:00+02:00", "1er juillet 2026", "2026-07-01")]
    [InlineData("2026-06-30T21:59:59Z", "30 juin 2026", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "1er juillet 2026", "2026-07-01")]
    [InlineData("2026-12-31T22:59:59Z", "31 décembre 2026", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "1er janvier 2027", "2027-01-01")]
    [InlineData("2027-01-01T00:15:00+09:00", "31 décembre 2026", "2026-12-31")]
    [InlineData("2026-12-31T23:30:00-05:00", "1er janvier 2027", "2027-01-01")]
    [InlineData("2026-03-28T23:30:00Z", "29 mars 2026", "2026-03-29")]
    [InlineData("2026-10-25T22:30:00Z", "25 octobre 2026", "2026-10-25")]
    public void Date_Instant_IsTheDayInParis(string instant, string day, string iso)
    {
        var date = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        Assert.Equal((day, iso), (French.Date(date), French.IsoDate(date)));
        Assert.Equal((day, iso), (French.Date(date.ToUniversalTime()), French.IsoDate(date.ToUniversalTime())));
    }
}
