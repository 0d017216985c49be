using PlansWeb.Content.FrontMatter.Publishing;

namespace PlansWeb.Content.Tests.FrontMatter.Publishing;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2099-12-31", "2099-12-31")]
    [InlineData("2099-2-3", "2099-02-03")]
    [InlineData("31/12/2099", "2099-12-31")]
    [InlineData("31-12-2099", "2099-12-31")]
    [InlineData("31.12.2099", "2099-12-31")]
    [InlineData("1/2/2099", "2099-02-01")]
    [InlineData("1er janvier 2099", "2099-01-01")]
    [InlineData("Le 1\u00A0janv. 2099", "2099-01-01")]
    [InlineData("14 AOÛT 2099", "2099-08-14")]
    [InlineData("3 déc. 2099", "2099-12-03")]
    [InlineData("5 juil 2099", "2099-07-05")]
    [InlineData("jeudi 31 décembre 2099", "2099-12-31")]
    [InlineData("31/12/2099 10:30", "2099-12-31 10:30")]
    [InlineData("31/12/2099 à 10h30", "2099-12-31 10:30")]
    [InlineData("31 décembre 2099, 9 h", "2099-12-31 09:00")]
    [InlineData("31 décembre 2099 à midi", "2099-12-31 12:00")]
    [InlineData("2099-12-31T10:30", "2099-12-31 10:30")]
    [InlineData("2099-12-31T10:30:15+01:00", "2099-12-31T10:30:15+01:00")]
    [InlineData("2099-12-31 10:30 (heure de Paris)", "2099-12-31 10:30")]
    public void Read_OneDay_IsReadAndWrittenAsTheGuideAsks(string text, string expected)
    {
        var date = WrittenDate.Read(text);

        Assert.Equal(expected, date?.Iso);
        Assert.Equal(expected, WrittenDate.Read(expected)?.Iso);
        Assert.True(WrittenDate.Read(expected)!.Value.IsIso);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12/31/2099")]
    [InlineData("31/12/99")]
    [InlineData("01/02/03")]
    [InlineData("2099-02-30")]
    [InlineData("31/06/2099")]
    [InlineData("2er mars 2099")]
    [InlineData("lundi 31 décembre 2099")]
    [InlineData("5 jui 2099")]
    [InlineData("31/12-2099")]
    [InlineData("janvier 2099")]
    [InlineData("31/12/2099 25:00")]
    [InlineData("31/12/2099 10:75")]
    [InlineData("31/12/2099 à minuit")]
    [InlineData("31/12/2099 10:30 EST")]
    [InlineData("2099-12-31T10:30+15:00")]
    [InlineData("avant le 31/12/2099")]
    [InlineData("0001-01-01T00:00+05:00")]
    public void Read_NoDayOrTwo_IsNoDate(string text) => Assert.Null(WrittenDate.Read(text));

    // In Paris 2:30 of 29 March 2026 does not exist, and 2:30 of 25 October 2026 exists twice.
    [Theory]
    [InlineData("2026-03-29 02:30", "2026-03-29T01:30Z", "2026-03-29T00:30Z")]
    [InlineData("2026-10-25 02:30", "2026-10-25T01:30Z", "2026-10-25T00:30Z")]
    [InlineData("2026-03-29 03:30", "2026-03-29T01:30Z", "2026-03-29T01:30Z")]
    [InlineData("2026-12-01", "2026-11-30T23:00Z", "2026-11-30T23:00Z")]
    [InlineData("2026-07-01 10:30", "2026-07-01T08:30Z", "2026-07-01T08:30Z")]
    [InlineData("2026-07-01 10:30Z", "2026-07-01T10:30Z", "2026-07-01T10:30Z")]
    public void Opening_InDoubt_IsLaterAndClosingEarlier(string text, string opening, string closing)
    {
        var date = WrittenDate.Read(text)!.Value;

        Assert.Equal(opening, date.Opening.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(closing, date.Closing.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
