using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Html.Media;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Html.Media;

public sealed class PastedImagesTests
{
    private const string Short = "iVBORw0KGgoAAAANSUhEUg==";

    private static readonly string s_long = string.Concat(Enumerable.Repeat("QUJD", 300_000));

    public static TheoryData<string, string> Forms => new()
    {
        { "![Le plan][image1]\n\nFin.\n\n[image1]: <data:image/png;base64,DATA>", "<p>Le plan</p>\n<p>Fin.</p>" },
        { "![Le plan][image1]\n\nFin.\n\n[image1]: data:image/jpeg;base64,DATA", "<p>Le plan</p>\n<p>Fin.</p>" },
        { "![][image1]\n\nFin.\n\n[image1]: <data:image/png;base64,DATA> \"titre\"", "<p>Fin.</p>" },
        { "![Le plan](data:image/png;base64,DATA)\n\nFin.", "<p>Le plan</p>\n<p>Fin.</p>" },
        { "![Le plan](<data:image/webp;base64,DATA> \"titre\")\n\nFin.", "<p>Le plan</p>\n<p>Fin.</p>" },
        { "Texte ![Le plan](data:image/svg+xml;base64,DATA) suite.\n\nFin.", "<p>Texte Le plan suite.</p>\n<p>Fin.</p>" },
        { "<img alt=\"Le plan\" src=\"data:image/png;base64,DATA\" width=\"3\">\n\nFin.", "Le plan\n<p>Fin.</p>" },
        { "<img src='Data:image/png;base64,DATA' alt='Le > plan'>\n\nFin.", "Le &gt; plan\n<p>Fin.</p>" },
        { "<p><img src=\"data:image/png;charset=utf-8;base64,DATA\"></p>\n\nFin.", "<p>Fin.</p>" },
        { "<img src=\"data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'></svg>\" alt=\"Le plan\">\n\nFin.", "Le plan\n<p>Fin.</p>" },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public void Load_ImageInTheText_IsLeftOutAndNamed(string markdown, string html)
    {
        foreach (var data in (string[])[Short, s_long])
        {
            using var site = new SiteBuilder().WithPage("a.md", "title: a", "Début.\n\n" + markdown.Replace("DATA", data, StringComparison.Ordinal));

            var snapshot = site.Load();

            Assert.Equal("<p>Début.</p>\n" + html, Assert.Single(snapshot.Pages).Body.Value.Trim());
            var problem = Assert.Single(snapshot.Problems);
            Assert.Equal(DiagnosticRules.PastedImage, problem.Rule);
            Assert.Contains("data:image", File.ReadAllLines(Path.Combine(site.Root, "a.md"))[problem.Line - 1], StringComparison.OrdinalIgnoreCase);
            Assert.True(problem.SourceLine!.Length < 200);
        }
    }

    [Fact]
    public void Load_ImageInTheFrontMatter_LeavesTheOtherKeys()
    {
        using var site = new SiteBuilder().WithPage("a.md", $"title: Titre\nimage: \"data:image/png;base64,{s_long}\"\ndraft: true");

        var snapshot = site.Load();

        Assert.Empty(snapshot.Pages);
        Assert.Equal("Titre", Assert.Single(snapshot.Hidden).Title);
        Assert.Equal(["a.md:3"], snapshot.Places(DiagnosticRules.PastedImage));
    }

    [Fact]
    public void TakeOut_ImageOverSeveralLines_KeepsTheLinesBelow()
    {
        var text = PastedImages.TakeOut($"a\n<img src=\"data:image/png;base64,{Short}\n{Short}\n{Short}\">\nb\n![](data:image/png;base64,{Short})\n", out var images);

        Assert.Equal([2, 6], images.Select(image => image.Line));
        Assert.DoesNotContain(Short, text, StringComparison.Ordinal);
        Assert.Equal("b", text.Split('\n')[4]);
    }

    [Theory]
    [InlineData("Écrivez « data:image/png;base64,AAAA » ici.")]
    [InlineData("`![](data:image/png;base64,AAAA)`")]
    [InlineData("```\n<img src=\"data:image/png;base64,AAAA\">\n```\n")]
    [InlineData("data:image/png et data:image/ sans virgule")]
    [InlineData("data:image/")]
    [InlineData("![](img/data.png)")]
    public void TakeOut_TextAboutSuchAddresses_IsLeftAlone(string text) => Assert.Same(text, PastedImages.TakeOut(text, out _));

    [Fact]
    public void Load_ManyImages_AreReportedTwentyTimesAndOnce()
    {
        using var site = new SiteBuilder().WithPage("a.md", "title: a", string.Concat(Enumerable.Repeat($"![x](data:image/png;base64,{Short})\n\n", 50)));

        Assert.Equal(21, site.Load().Problems.Count);
    }
}
