using System.Globalization;
using PlansWeb.Feeds;

namespace PlansWeb.Tests.Feeds;

/// <summary>How instants are written in feeds.</summary>
public sealed class MachineTextTests
{
    [Theory]
    [InlineData("2026-06-30", "2026-06-30T00:00:00+00:00")]
    [InlineData("2026-12-31T23:15:00Z", "2027-01-01T00:15:00+01:00")]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01T00:30:00+02:00")]
    public void Instant_OfAPage_HasTheDayOfParis(string instant, string expected) =>
        Assert.Equal(expected, MachineText.Instant(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
}
