using PlansWeb.Content;
using PlansWeb.Content.Site;

namespace PlansWeb.Tests.Hosting;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("www.example.fr", "www.example.fr")]
    [InlineData("WWW.Example.FR", "www.example.fr")]
    [InlineData("www.évènement.fr", "www.xn--vnement-2xah.fr")]
    [InlineData("www.e\u0301ve\u0300nement.fr", "www.xn--vnement-2xah.fr")]
    [InlineData("ÉVÈNEMENT.fr", "xn--vnement-2xah.fr")]
    [InlineData("XN--vnement-2xah.fr", "xn--vnement-2xah.fr")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[::1]", "[::1]")]
    [InlineData("xn--a", null)]
    [InlineData("XN--A", null)]
    [InlineData("www.xn--.fr", null)]
    [InlineData("xn--é.fr", null)]
    [InlineData("a..é", null)]
    public void ToAscii_AnySpelling_IsTheOneOfDns(string host, string? expected) => Assert.Equal(expected, HostName.ToAscii(host));

    [Theory]
    [InlineData("https://www.évènement.fr", "https://www.xn--vnement-2xah.fr")]
    [InlineData("https://www.xn--vnement-2xah.fr/", "https://www.xn--vnement-2xah.fr")]
    [InlineData("http://Évènement.fr:8080", "http://xn--vnement-2xah.fr:8080")]
    [InlineData("https://xn--a.fr", null)]
    public void ReadOrigin_AnySpelling_IsTheOneOfDns(string url, string? expected) => Assert.Equal(expected, SiteAddress.ReadOrigin(url));
}
