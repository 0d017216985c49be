using System.Text;
using PlansWeb.Content.Html.Media;

namespace PlansWeb.Content.Tests.Html.Media;

/// <summary>The language that a PDF says it is in.</summary>
public sealed class PdfLanguageTests
{
    // Longer than the pieces that a file is read in.
    private static readonly string s_long = new('x', 200_000);

    [Theory]
    [InlineData("1 0 obj <</Type/Catalog/Lang(fr-FR)>> endobj", "fr-FR")]
    [InlineData("1 0 obj << /Lang (en) /Type /Catalog >> endobj", "en")]
    [InlineData("1 0 obj <</Type/Catalog/Lang(fr)>> endobj 9 0 obj <</Type/Catalog/Lang(en)>> endobj", "en")]
    [InlineData("1 0 obj <</Type/Catalog>> endobj 2 0 obj <</S/Span/Lang(en)>> endobj", null)]
    [InlineData("2 0 obj <</S/Span/Lang(en)>> endobj 1 0 obj <</Type/Catalog>> endobj", null)]
    [InlineData("1 0 obj <</Type/Catalog/Lang(<script>)>> endobj", null)]
    [InlineData("/Catalog", null)]
    [InlineData("", null)]
    public void Read_Pdf_GivesTheCatalogsLanguage(string text, string? language) => Assert.Equal(language, Read(text));

    [Fact]
    public void Read_CatalogAnywhereInALargeFile_IsFound()
    {
        // Also where its name stands across two pieces.
        for (var before = 65_500; before < 65_560; before++)
        {
            Assert.Equal("de", Read($"{s_long[..before]} obj <</Type/Catalog/Lang(de)>> endobj {s_long}"));
        }
    }

    private static string? Read(string text)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text));
        return PdfLanguage.Read(stream);
    }
}
