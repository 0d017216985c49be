using System.Text;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Tests.Search;

/// <summary>Makes pages without files, and searches them.</summary>
internal static class SearchPages
{
    public static ContentPage Page(string title, string html = "", string? description = null, bool isListed = true, params string[] headings) => new()
    {
        SourcePath = title + ".md",
        Url = $"/{title}/",
        Href = Address.Encode($"/{title}/"),
        FileSlug = title,
        Title = title,
        Description = description,
        Layout = "page",
        IsListed = isListed,
        Text = PageBody.Of(html, [.. headings.Select((heading, i) => new Heading(2, "h" + i, heading))]),
        Data = new Dictionary<string, object?>(),
    };

    public static SearchIndex Index(params IReadOnlyList<ContentPage> pages) =>
        (SearchIndex)new SearchIndexBuilder().Build(new SiteContent { Pages = pages, Version = "1" }, []);

    public static Task<SearchResults> Search(this SearchIndex index, string query, int page = 1) => index.Search(SearchQuery.Parse(query), page);

    /// <summary>The titles of the pages found, best first.</summary>
    public static async Task<string[]> Titles(this SearchIndex index, string query) =>
        [.. (await index.Search(query)).Hits.Select(hit => hit.Page.Title)];

    /// <summary>An excerpt with its marks in square brackets.</summary>
    public static string Marked(this SearchHit hit) => string.Concat(hit.Excerpt.Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text));

    /// <summary>Ten thousand pages of the length of ours, always the same: common words, and some that few pages have.</summary>
    public static ContentPage[] TenThousand()
    {
        string[] common = ("le la les des un une pour dans avec sur plan action ministère numérique environnement impact achat responsable équipement réparation "
            + "durée usage service public écoconception accessibilité sobriété énergie serveur téléphone ordinateur recyclage formation agent gouvernance "
            + "indicateur mesure réduction empreinte carbone consommation électricité hébergement donnée logiciel libre messagerie visioconférence").Split(' ');
        string[] syllables = ["ba", "co", "di", "fa", "gu", "lo", "mi", "nu", "pra", "ré", "so", "ti", "va", "che", "dro"];
        var random = new Random(1);
        return [.. Enumerable.Range(0, 10_000).Select(i =>
        {
            var html = new StringBuilder();
            for (var paragraph = 0; paragraph < 12; paragraph++)
            {
                html.Append("<p>");
                for (var word = 0; word < 25; word++)
                {
                    html.Append(common[(int)(common.Length * Math.Pow(random.NextDouble(), 2))]).Append(word % 9 == 8 ? ", l’" : " ");
                }

                html.Append("<strong>").AppendJoin(' ', Enumerable.Range(0, 2).Select(_ => Rare())).Append("</strong>.</p>\n");
            }

            return Page($"{common[i % common.Length]} {Rare()} {i}", html.ToString(), $"Un {Rare()} du {common[i * 7 % common.Length]}", true, Rare(), common[i * 3 % common.Length]);
        })];

        string Rare() => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => syllables[random.Next(syllables.Length)]));
    }
}
