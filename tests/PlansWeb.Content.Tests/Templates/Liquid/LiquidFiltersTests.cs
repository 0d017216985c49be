using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;

namespace PlansWeb.Content.Tests.Templates.Liquid;

public sealed class LiquidFiltersTests
{
    [Theory]
    [InlineData("{{ '/a/b/' | url }}", "/a/b/")]
    [InlineData("{{ 'https://exemple.fr/x' | url }}", "https://exemple.fr/x")]
    [InlineData("{{ '//exemple.fr/x' | url }}", "//exemple.fr/x")]
    [InlineData("{{ '' | url }}", "/")]
    [InlineData("{{ page.date | readableDate }}", "01/04/2022")]
    [InlineData("{{ updated | readableDate }}", "05/01/2024")]
    [InlineData("{{ updated | readableDate: 'd LLLL yyyy' }}", "5 janvier 2024")]
    [InlineData("{{ updated | readableDate: 'cccc' }}", "vendredi")]
    [InlineData("{{ '2022-04-01' | readableDate }}", "01/04/2022")]
    [InlineData("{{ 'bientôt' | readableDate }}", "bientôt")]
    [InlineData("{{ page.date | htmlDateString }}", "2022-04-01")]
    [InlineData("{{ updated | date: '%-d %B %Y' }}", "5 janvier 2024")]
    [InlineData("{{ '03/04/2024' | date: '%Y-%m-%d' }} {{ '03/04/2024' | htmlDateString }}", "2024-03-04 2024-03-04")]
    [InlineData("{{ page.date | date: '%Y-%m-%d %H:%M' }}", "2022-04-01 00:30")]
    [InlineData("{{ 'Référents, l’eau & l’Œil' | slugify }}", "referents-l-eau-and-l-oeil")]
    [InlineData("{{ \"Paroles d'experts saison 2\" | slug }}", "paroles-d-experts-saison-2")]
    [InlineData("{{ 'Index de conception responsable - ICR' | slugify }}", "index-de-conception-responsable-icr")]
    [InlineData("{{ '…' | slugify }}", "")]
    [InlineData("{{ image | json }}", """{"path":"/img/a.png","alt":""}""")]
    [InlineData("{{ tags | dump }}", """["Eau","Énergie"]""")]
    [InlineData("{{ updated | json }} {{ description | json }} {{ order | json }} {{ draft | json }}", "\"2024-01-05T00:00:00.000Z\" null 10 false")]
    [InlineData("{{ '<b>' | safe }}", "<b>")]
    [InlineData("{{ '<b>' | escape }}", "&lt;b&gt;")]
    [InlineData("{{ collections.all | map: 'url' | join: ' ' }}", "/un/ /deux/ /trois/")]
    [InlineData("{{ collections.all | where: 'url', '/deux/' | map: 'fileSlug' }}", "deux")]
    [InlineData("{% assign d = collections.all | sort: 'date' | reverse | first %}{{ d.url }}", "/trois/")]
    [InlineData("{% if page.date == page.date and updated == updated and page.date != updated %}oui{% endif %}", "oui")]
    [InlineData("{% case page.date %}{% when updated %}non{% when page.date %}oui{% endcase %}", "oui")]
    [InlineData("{{ collections.all | where: 'date', collections.all[1].date | map: 'url' }}", "/deux/")]
    [InlineData("{{ collections.all | concat: collections.all | map: 'date' | uniq | size }}", "3")]
    [InlineData("{{ 'a-b' | split: '-' | size }} {{ 'été' | upcase | append: '!' }} {{ 3.7 | round }}", "2 ÉTÉ! 4")]
    public void Render_Filter_GivesValue(string body, string expected)
    {
        Assert.Equal(expected, LiquidSite.Render(body, out var problems));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("{{ updated | date: '%999999999Y' }}", "2024-01-05")]
    [InlineData("{{ updated | readableDate: \"'\" }}", "2024-01-05")]
    public void Render_HostileDateFormat_ValueKept(string body, string expected) => Assert.StartsWith(expected, LiquidSite.Render(body), StringComparison.Ordinal);

    // Fluid cannot count the weeks of year 1. What follows is read as before, whatever the language of the page.
    [Fact]
    public void Render_DateThatCannotBeWritten_NextOneIsReadAsBefore() => Assert.Equal(
        "0001-01-01T00:00:00Z 2024-03-04", LiquidSite.Render("{{ '0001-01-01T00:00:00Z' | date: '%U' }} {{ '03/04/2024' | htmlDateString }}"));

    [Fact]
    public void Render_Now_ComesFromTheClock()
    {
        var renderer = new LiquidRenderer(new FakeTimeProvider(new DateTimeOffset(2031, 12, 31, 23, 30, 0, TimeSpan.Zero)));

        Assert.Equal("2032", renderer.Render("{{ 'now' | date: '%Y' }}", 1, LiquidSite.Context, new DiagnosticLog("a.md", "")));
    }

    [Fact]
    public void Render_EnglishPage_NamesMonthsInEnglish()
    {
        var english = LiquidSite.Context with { Page = LiquidSite.Page with { Lang = "en" } };

        Assert.Equal("5 January", LiquidSite.Render("{{ updated | date: '%-d %B' }}", out _, context: english));
    }
}
