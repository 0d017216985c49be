using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Search;

/// <summary>What is told of synonyms that the search does without.</summary>
public sealed class SynonymsTests
{
    [Theory]
    [InlineData("vélo, bicyclette", "1")]
    [InlineData("42", "1")]
    [InlineData("- vélo, bicyclette\n- trottinette", "2")]
    [InlineData("# Les nôtres\n- vélo, bicyclette\n\n- trottinette", "4")]
    [InlineData("- vélo, bicyclette\n-\n- train, rail", "2")]
    [InlineData("- [vélo, bicyclette]\n- [trottinette]", "2")]
    [InlineData("- vélo, un beau long nom de vélo électrique", "1 1")]
    [InlineData("- vélo, vélos", "1")]
    [InlineData("- vélo, de la", "1 1")]
    [InlineData("vélo: bicyclette\ntrain:", "2")]
    [InlineData("- vélo, bicyclette\n- voiture, auto", "")]
    [InlineData("vélo: bicyclette, cycle", "")]
    public void Check_GroupThatIsNone_TellsItsLine(string yaml, string lines)
    {
        using var site = new SiteBuilder().WithPage("index.md", "title: Accueil", "Texte.").With("_data/synonymes.yaml", yaml);

        Assert.Equal(lines.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(line => "_data/synonymes.yaml:" + line), site.CheckFor(DiagnosticRules.Synonyms));
    }
}
