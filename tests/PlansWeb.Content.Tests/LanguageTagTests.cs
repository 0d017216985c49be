namespace PlansWeb.Content.Tests;

/// <summary>Language tags: BCP 47, and what people write instead.</summary>
public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("EN")]
    [InlineData("pt-BR")]
    [InlineData("fr-CA")]
    [InlineData("zh-Hant-TW")]
    [InlineData("es-419")]
    [InlineData("br")]
    [InlineData("co")]
    [InlineData("rcf")]
    [InlineData("de-1996")]
    [InlineData("en-GB-oxendict")]
    [InlineData("fr-x-facile")]
    [InlineData("x-interne")]
    public void IsKnown_TagOfALanguage_IsTrue(string tag) => Assert.True(LanguageTag.IsKnown(tag));

    [Theory]
    [InlineData("français", "fr")]
    [InlineData("Francais", "fr")]
    [InlineData("anglais", "en")]
    [InlineData("english", "en")]
    [InlineData("Deutsch", "de")]
    [InlineData("fr_FR", "fr-FR")]
    [InlineData("en-UK", "en-GB")]
    [InlineData("fra", "fr")]
    [InlineData("eng-GB", "en-GB")]
    [InlineData("fr-QQ", "fr")]
    [InlineData("fr-", "fr")]
    [InlineData("xq", null)]
    [InlineData("Tamazight du Rif", null)]
    [InlineData("12", null)]
    [InlineData("-", null)]
    public void IsKnown_AnythingElse_IsFalseAndMeansWhatItIsNear(string written, string? meant)
    {
        Assert.False(LanguageTag.IsKnown(written));
        Assert.Equal(meant, LanguageTag.Meant(written));
    }
}
