using CsCheck;
using PlansWeb.Content.Search;

namespace PlansWeb.Content.Tests.Search;

/// <summary>Where words begin and end, and what they are folded to.</summary>
public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Écologie ÉTÉ çà Noël", "ecologie ete ca noel")]
    [InlineData("e\u0301cologie", "ecologie")]
    [InlineData("Œuvre cœur Lætitia", "oeuvre coeur laetitia")]
    [InlineData("l’environnement l'environnement lʼenvironnement L‘Environnement", "environnement environnement environnement environnement")]
    [InlineData("qu’il d’abord jusqu’à lorsqu’on n’est s’il", "il abord à on est il")]
    [InlineData("aujourd’hui prud'homme", "aujourd hui aujourdhui prud homme prudhomme")]
    [InlineData("éco-conception", "eco conception ecoconception")]
    [InlineData("porte-à-porte", "porte à porte porteaporte")]
    [InlineData("dit-l’autre", "dit autre")]
    [InlineData("2021-2022, 5 -1", "2021 2022 5 1")]
    [InlineData("S.N.C.F. et R.A. e.g J. Un", "sncf et ra eg j un")]
    [InlineData("12\u00A0500 1.000.000 2021 150 12 34 56", "12500 1000000 2021 150 12 34 56")]
    [InlineData("n°12 N° 3 nº 4 no", "numero 12 numero 3 numero 4 no")]
    [InlineData("sûr SÛR su\u0302r sur", "sûr sûr sûr sur")]
    [InlineData("CO₂ m² 1ᵉʳ", "co2 m2 1er")]
    [InlineData("mot\u00ADcoupé zéro\u200Blargeur", "motcoupe zerolargeur")]
    [InlineData("numerique.gouv.fr/publications", "numerique gouv fr publications")]
    [InlineData("«\u00A0mot\u00A0»\u202F!", "mot")]
    [InlineData("🙂 \uD800 ​", "")]
    [InlineData("Ελλάδα Москва 日本", "ελλαδα москва 日本")]
    public void Read_Text_GivesItsWords(string text, string expected) => Assert.Equal(expected, string.Join(' ', Words(text)));

    [Fact]
    public void Read_WordTooLong_KeepsItsBeginning() => Assert.Equal([new string('a', WordReader.LongestWord)], Words(new string('a', 5_000)));

    [Fact]
    public void Read_Words_StandWhereTheReaderSays()
    {
        const string Text = "Voir l’éco-conception, là.";
        var places = new List<string>();
        var reader = new WordReader(Text);
        while (reader.Read())
        {
            places.Add(Text[reader.Start..reader.End]);
        }

        Assert.Equal(["Voir", "éco", "conception", "éco-conception", "là"], places);
    }

    [Fact]
    public void Read_AnyText_EndsInsideIt() => Gen.String.Sample(static text =>
    {
        var end = 0;
        var reader = new WordReader(text);
        while (reader.Read())
        {
            Assert.InRange(reader.Start, 0, reader.End);
            Assert.InRange(reader.End, end, text.Length);
            end = reader.End;
        }
    });

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var reader = new WordReader(text);
        while (reader.Read())
        {
            words.Add(reader.Word.ToString());
        }

        return words;
    }
}
