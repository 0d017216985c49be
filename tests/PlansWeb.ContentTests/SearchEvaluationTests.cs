using Microsoft.Extensions.DependencyInjection;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;

namespace PlansWeb.ContentTests;

/// <summary>
/// How well the search answers what people ask of the real <c>content/</c>: the page that each query should lead to was decided before its rank was seen.
/// </summary>
public sealed class SearchEvaluationTests(PublishedContentTests.Host host) : IClassFixture<PublishedContentTests.Host>
{
    // The mean of 1/rank over all queries; 1 where every expected page comes first.
    private const double LeastMeanReciprocalRank = 0.85;

    private const string Plans = "/publications/plans-action-ministeres/";

    private static readonly (string Query, string Url)[] s_queries =
    [
        ("qui pilote les plans d'action", Plans + "gouvernance/"),
        ("gouvernance", Plans + "gouvernance/"),
        ("comité de suivi des plans", Plans + "gouvernance/"),
        ("combien de CO2 évité", Plans + "les-gains-possibles/"),
        ("gains en tonnes de carbone", Plans + "les-gains-possibles/"),
        ("smartphones professionnels non achetés", Plans + "les-gains-possibles/"),
        ("que font les ministères", Plans + "les-actions/"),
        ("rôle de la mission interministérielle", Plans + "cadre-action/"),
        ("offre de service de la mission", Plans + "cadre-action/"),
        ("déclaration d'accessibilité", "/accessibilite/"),
        ("défenseur des droits", "/accessibilite/"),
        ("signaler un problème d'accessibilité", "/accessibilite/"),
        ("score RGESN", "/ecoconception/"),
        ("écoconception du site", "/ecoconception/"),
        ("vie privée cookies", "/donnees-personnelles/"),
        ("quelles données sont collectées", "/donnees-personnelles/"),
        ("mentions légales", "/mentions-legales/"),
        ("licence ouverte réutiliser les textes", "/mentions-legales/"),
        ("publications", "/publications/"),
        ("données ouvertes csv", Plans + "donnees/"),
        ("comparer les ministères", Plans + "comparer/"),
        ("indicateurs", Plans + "indicateurs/"),
    ];

    [Fact]
    public async Task Search_QueriesOfReaders_FindTheirPage()
    {
        var index = host.Services.GetRequiredService<PageStore>().Current.Part<SearchIndex>();
        var ranks = new List<(string Query, int Rank)>();
        foreach (var (query, url) in s_queries)
        {
            var hits = (await index.Search(SearchQuery.Parse(query), 1, "fr")).Hits.Select(static hit => hit.Page.Url).ToList();
            ranks.Add((query, hits.IndexOf(url) + 1));
        }

        var mean = ranks.Average(static found => found.Rank == 0 ? 0 : 1.0 / found.Rank);
        Assert.True(mean >= LeastMeanReciprocalRank, $"Mean reciprocal rank {mean:0.000}. Not first: {string.Join(", ", ranks.Where(static found => found.Rank != 1).Select(static found => $"{found.Query} ({found.Rank})"))}");
    }
}
