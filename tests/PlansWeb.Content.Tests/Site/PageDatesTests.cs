using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site;

public sealed class PageDatesTests
{
    [Theory]
    [InlineData("2022-04-01", "2022-04-01T00:00:00Z")]
    [InlineData("'2022-04-01'", "2022-04-01T00:00:00Z")]
    [InlineData("2022-04-01T10:20:30Z", "2022-04-01T10:20:30Z")]
    [InlineData("2022-04-01T00:30:00+02:00", "2022-03-31T22:30:00Z")]
    [InlineData("'2022-04-01T00:30+02:00'", "2022-03-31T22:30:00Z")]
    [InlineData("'2022-04-01T10:20:30.5Z'", "2022-04-01T10:20:30.5Z")]
    [InlineData("2022-04", "2022-04-01T00:00:00Z")]
    [InlineData("2022", "2022-01-01T00:00:00Z")]
    [InlineData("20220401", "2022-04-01T00:00:00Z")]
    [InlineData("2999-01-01", "2999-01-01T00:00:00Z")]
    public void Load_Date_IsRead(string date, string expected)
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: x\ndate: {date}\nupdated: {date}");

        var snapshot = site.Load();
        var page = Assert.Single(snapshot.Pages);

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), page.Date);
        Assert.Equal(page.Date, page.Updated);
        Assert.Empty(snapshot.Problems);
    }

    // `date` is Eleventy's; what only this site shows is the time of Paris.
    [Theory]
    [InlineData("2022-04-01 10:20:30", "2022-04-01T10:20:30Z", "2022-04-01T08:20:30Z")]
    [InlineData("2022-12-01T00:30", "2022-12-01T00:30:00Z", "2022-11-30T23:30:00Z")]
    public void Load_TimeWithoutOffset_IsUtcForTheDateAndParisForShownDays(string written, string date, string shown)
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: x\ndate: {written}").WithPage("b.md", $"title: x\nupdated: {written}");

        var snapshot = site.Load();

        Assert.Equal(DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture), snapshot.Page("a.md").Date);
        Assert.Equal(DateTimeOffset.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), snapshot.Page("b.md").Updated);
        Assert.Equal(written[8..10], snapshot.Page("b.md").Updated!.Value.ToString("dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2024-16-18")]
    [InlineData("2024-02-30")]
    [InlineData("0000-01-01")]
    [InlineData("'0001-01-01T00:00+05:00'")]
    [InlineData("hier")]
    [InlineData("1er avril 2022")]
    [InlineData("[2022-04-01]")]
    [InlineData("true")]
    public void Load_ImpossibleDate_IsReportedAndThePageServedWithoutIt(string date)
    {
        using var site = new SiteBuilder().WithPage("2020-01-02-a.md", $"title: x\ndate: {date}");

        var snapshot = site.Load();

        Assert.Null(Assert.Single(snapshot.Pages).Date);
        Assert.Equal(["2020-01-02-a.md:3:7"], snapshot.Places(DiagnosticRules.ImpossibleDate));
    }

    [Theory]
    [InlineData("posts/2022-04-01-x.md", "2022-04-01")]
    [InlineData("2021-12-31/2022-04-01.md", "2021-12-31")]
    [InlineData("a/bilan-2022-04-01.md", "2022-04-01")]
    [InlineData("2022-13-01-x.md", null)]
    [InlineData("2022-4-1.md", null)]
    [InlineData("x.md", null)]
    public void Load_NoDate_TakesTheFirstOneOfThePathElseNone(string path, string? expected)
    {
        using var site = new SiteBuilder().WithPage(path, "title: x");

        var date = Assert.Single(site.Load().Pages).Date;

        Assert.Equal(expected, date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Load_LastModified_IsTheFilesTimeAndChangesTheVersion()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: x\ndate: Last Modified");
        var file = Path.Combine(site.Root, "a.md");
        File.SetLastWriteTimeUtc(file, new DateTime(2022, 4, 1, 12, 0, 0, DateTimeKind.Utc));
        var first = site.Load();
        File.SetLastWriteTimeUtc(file, new DateTime(2023, 4, 1, 12, 0, 0, DateTimeKind.Utc));
        var second = site.Load();

        Assert.Equal(new DateTimeOffset(2022, 4, 1, 12, 0, 0, TimeSpan.Zero), first.Pages[0].Date);
        Assert.Equal(new DateTimeOffset(2023, 4, 1, 12, 0, 0, TimeSpan.Zero), second.Pages[0].Date);
        Assert.NotEqual(first.Version, second.Version);
    }

    [Fact]
    public void Load_Created_IsNeverTheContainersFileTime()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: x\ndate: Created");

        var snapshot = site.Load();

        Assert.Null(snapshot.Pages[0].Date);
        Assert.Empty(snapshot.Problems);
    }
}
