using PlansWeb.Content.Markdown.Headings;

namespace PlansWeb.Content.Tests.Markdown.Headings;

public sealed class SluggerTests
{
    [Theory]
    [InlineData("Les mesures que le ministère prend pour réduire l’empreinte environnementale de ses équipements numériques", "les-mesures-que-le-ministere-prend-pour-reduire-l-empreinte-environnementale-de-ses-equipements-numeriques")]
    [InlineData("Court", "court")]
    public void Next_LongHeading_KeepsItsWholeId(string text, string expected) => Assert.Equal(expected, new Slugger().Next(text));

    [Fact]
    public void Next_EqualHeadings_AreCountedFromOneAsEleventysAnchors()
    {
        var slugger = new Slugger();
        string[] headings = ["Bilan", "Bilan", "Bilan", "Bilan 1"];

        Assert.Equal(["bilan", "bilan-1", "bilan-2", "bilan-1-1"], headings.Select(slugger.Next));
    }
}
