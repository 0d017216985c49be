using PlansWeb.Content.Search;

namespace PlansWeb.Content.Tests.Search;

/// <summary>Which words are forms of one another. Words as the index has them: folded.</summary>
public sealed class FrenchStemmerTests
{
    [Theory]
    [InlineData("achat", "achats")]
    [InlineData("ministere", "ministeres")]
    [InlineData("bureau", "bureaux")]
    [InlineData("enjeu", "enjeux")]
    [InlineData("national", "nationaux", "nationale", "nationales")]
    [InlineData("local", "locaux", "locale", "locales")]
    [InlineData("travail", "travaux")]
    [InlineData("materiau", "materiaux", "materiel ≠")]
    [InlineData("responsable", "responsables", "responsabilite", "responsabilites")]
    [InlineData("accessible", "accessibles", "accessibilite")]
    [InlineData("durable", "durabilite")]
    [InlineData("environnement", "environnements", "environnemental", "environnementale", "environnementales", "environnementaux")]
    [InlineData("numeriser", "numerisation", "numerise", "numerisees", "numerisations")]
    [InlineData("reparer", "reparation", "repare", "reparees", "reparation")]
    [InlineData("utiliser", "utilisation", "utilisateur", "utilisatrice", "utilisateurs")]
    [InlineData("consommer", "consommation", "consommateur", "consommatrices")]
    [InlineData("publier", "publication", "publications", "publie", "public ≠")]
    [InlineData("public", "publics", "publique", "publiques", "publiquement")]
    [InlineData("pratique", "pratiques", "pratiquer")]
    [InlineData("ecologie", "ecologique", "ecologiques")]
    [InlineData("premier", "premiere", "premiers", "premieres")]
    [InlineData("acheteur", "acheteuse", "acheteurs")]
    [InlineData("acteur", "actrice", "acteurs")]
    [InlineData("actif", "active", "actives")]
    [InlineData("ministeriel", "ministerielle", "ministeriels")]
    [InlineData("europeen", "europeenne", "europeennes")]
    [InlineData("recent", "recemment", "recente")]
    [InlineData("developper", "developpement", "developpe")]
    [InlineData("etablir", "etablissement", "etablissements")]
    [InlineData("etablir", "etablissant", "etabli", "etablie", "etablissez", "etablissent")]
    [InlineData("choisir", "choisi", "choisies", "choisissant")]
    [InlineData("donner", "don", "dons", "donnant", "donnez")]
    [InlineData("vendre", "vend", "vendant", "vendu", "vendues", "vent ≠")]
    [InlineData("repondre", "repondu", "repondant")]
    [InlineData("reduire", "reduction", "reduit", "reduites", "reduisant")]
    [InlineData("produire", "production", "producteur", "productrice", "produits")]
    [InlineData("recycler", "recyclage", "recyclant", "recyclees")]
    [InlineData("encourager", "encouragement", "encourage", "encourageant", "encore ≠")]
    [InlineData("partager", "partage", "partagees", "partir ≠")]
    [InlineData("message", "messages", "messe ≠")]
    [InlineData("heberger", "hebergement", "hebergeur", "hebergeuse")]
    [InlineData("directeur", "directrice", "directeurs", "directrices")]
    [InlineData("danger", "dangereux", "dangereuse")]
    [InlineData("gratuit", "gratuite", "gratuitement")]
    [InlineData("enfant", "enfants", "enfer ≠")]
    [InlineData("equite", "equites", "equipe ≠")]
    [InlineData("creer", "cree", "creee")]
    [InlineData("information", "informations", "informatique ≠")]
    [InlineData("station", "stations", "nation ≠")]
    [InlineData("taux", "taux", "tas ≠")]
    [InlineData("2022", "2022", "2023 ≠")]
    [InlineData("mer", "mer", "me ≠")]
    public void Stem_Forms_AreOneAndOnlyThose(string word, params string[] others)
    {
        var stem = FrenchStemmer.Stem(word);

        Assert.All(others, other =>
        {
            if (other.EndsWith(" ≠", StringComparison.Ordinal))
            {
                Assert.NotEqual(stem, FrenchStemmer.Stem(other.AsSpan()[..^2]));
            }
            else
            {
                Assert.Equal(stem, FrenchStemmer.Stem(other));
            }
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("eee")]
    [InlineData("eeee")]
    [InlineData("xxxx")]
    [InlineData("ssss")]
    [InlineData("aux")]
    [InlineData("日本語の検索")]
    public void Stem_OddWords_AreNeverEmptied(string word) => Assert.Equal(word.Length == 0, FrenchStemmer.Stem(word).Length == 0);
}
