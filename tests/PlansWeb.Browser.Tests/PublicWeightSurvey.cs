namespace PlansWeb.Browser.Tests;

/// <summary>What every page costs over HTTP/2 with the settings of a public site: addresses in its head, a way to report an error at its end.</summary>
public sealed class PublicWeightSurvey(PublishedSite published, BrowserFixture browser) : WeightSurvey(published, browser)
{
    private protected override Task<SiteProcess> Site(PublishedSite published) => published.Public;
}
