using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Checks;

public sealed class FolderRuleTests : IDisposable
{
    private readonly SiteBuilder _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("![x](/img/IMG_1.HEIC)", "img/IMG_1.HEIC", "une image HEIC")]
    [InlineData("![x](/img/scan.tiff)", "img/scan.tiff", "une image TIFF")]
    [InlineData("![x](/img/plan.bmp)", "img/plan.bmp", "une image BMP")]
    [InlineData("![x](scan.tif)", "scan.tif", "une image TIF")]
    [InlineData("<img src=\"/img/a.jfif\" alt=\"x\">", "img/a.jfif", "une image JFIF")]
    public void Check_ImageOfATypeThatIsNotPublished_SaysThatItIsThere(string body, string file, string what)
    {
        _site.WithPage("page.md", "title: x\ndescription: y.", body).With(file, "xx");

        var problem = Assert.Single(_site.Check(), problem => problem.Rule == DiagnosticRules.MissingImage);

        Assert.Contains("est dans le dossier", problem.Message, StringComparison.Ordinal);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.Equal(6, problem.Line);
    }

    [Theory]
    [InlineData("[x](/docs/vide.pdf)", "docs/vide.pdf", "lien-mort")]
    [InlineData("[x](vide.odt)", "vide.odt", "lien-mort")]
    [InlineData("![x](/img/vide.png)", "img/vide.png", "image-introuvable")]
    public void Check_EmptyFile_IsSaidToBeEmpty(string body, string file, string rule)
    {
        _site.WithPage("page.md", "title: x\ndescription: y.", body).With(file, "");

        var problem = Assert.Single(_site.Check(), problem => problem.Rule.Id == rule);

        Assert.Contains($"Le fichier «\u00a0{Path.GetFileName(file)}\u00a0» est vide", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("d/a.md", "d/b.md", "title: Un", "title: Un", 1)]
    [InlineData("d/a.md", "d/b.md", "title: Un", "title: \" un \"", 1)]
    [InlineData("d/a.md", "d/b.md", "title: Un\ndraft: true", "title: Un", 1)]
    [InlineData("d/a.md", "e/b.md", "title: Un", "title: Un", 0)]
    [InlineData("d/a.md", "d/b.md", "title: Un\nlang: en", "title: Un", 0)]
    [InlineData("d/a.md", "d/b.md", "title: Un", "title: Deux", 0)]
    public void Check_TwoPagesOfOneTitle_AreReportedInOneFolder(string first, string second, string one, string other, int expected)
    {
        _site.WithPage(first, one).WithPage(second, other);

        Assert.Equal(expected, _site.CheckFor(DiagnosticRules.SameTitle).Count());
    }

    [Theory]
    [InlineData("texte.docx", "Texte.", 1)]
    [InlineData("texte.odt", "Texte.", 1)]
    [InlineData("texte.docx", "[x](texte.docx)", 0)]
    [InlineData("un texte.docx", "[x](un%20texte.docx)", 0)]
    [InlineData("texte.pdf", "Texte.", 0)]
    public void Check_TextOfAnOfficeProgram_IsReportedWhereNothingLeadsToIt(string file, string body, int expected)
    {
        _site.WithPage("page.md", "title: x\ndescription: y.", body).With(file, "PK");

        Assert.Equal(expected, _site.CheckFor(DiagnosticRules.PageName).Count());
    }
}
