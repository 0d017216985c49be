using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>The same budgets as readers meet them: over HTTP/2, with the settings of a public site.</summary>
public sealed class PublicWeightTests(PublicWeightSurvey survey, PublishedSite published) : WeightTests(survey), IClassFixture<PublicWeightSurvey>
{
    private protected override int BytesOfAReload => 300;

    [Fact]
    public async Task Site_Settings_AreThoseOfAPublicOne()
    {
        var page = Dom.Parse(await (await published.Public).Client.GetStringAsync("/mentions-legales/", TestContext.Current.CancellationToken));

        Assert.Equal("https://www.exemple.fr/mentions-legales/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main a[href^='mailto:contact@exemple.fr']"));
    }
}
