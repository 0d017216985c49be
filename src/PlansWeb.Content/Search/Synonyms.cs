using System.Collections.Frozen;

namespace PlansWeb.Content.Search;

/// <summary>
/// Words and expressions that stand for one another: those that are built in, and the content's own, <c>_data/synonymes.yaml</c>. A term is known
/// by the stems of its words, so any form of it will do.
/// </summary>
internal sealed class Synonyms
{
    /// <summary>The content's key: a list of groups, each a list of terms or one text with commas; or a map from a term to its synonyms.</summary>
    public const string Key = "synonymes";

    /// <summary>The most words of one term.</summary>
    public const int LongestTerm = 4;

    // What citizens say and what officials write about digital equipment and public action.
    private static readonly string[] s_builtIn =
    [
        "ordinateur, PC, poste de travail",
        "ordinateur portable, laptop",
        "smartphone, téléphone portable, téléphone mobile, ordiphone",
        "écran, moniteur",
        "imprimante, photocopieur, copieur, multifonction",
        "imprimer, impression",
        "matériel, équipement, appareil, terminal",
        "occasion, reconditionné, seconde main, réemploi",
        "vieux, ancien, usagé",
        "panne, réparation, dépannage",
        "location, leasing, crédit-bail",
        "déchet électronique, DEEE, D3E, déchet d’équipement électrique",
        "jeter, rebut, fin de vie, fin d’usage",
        "courriel, mail, e-mail, messagerie, courrier électronique",
        "visioconférence, visio, réunion à distance, communication orale",
        "télétravail, travail à distance",
        "serveur, salle serveur, salle informatique",
        "datacenter, data center, centre de données",
        "nuage, cloud, informatique en nuage",
        "hébergement, hébergeur",
        "logiciel, application, programme",
        "site internet, site web, service numérique, service en ligne",
        "internet, web",
        "navigateur, browser",
        "dématérialisation, numérisation",
        "stocker, stockage, conserver, archiver",
        "supprimer, effacer, purger",
        "lexique, glossaire, vocabulaire, définition",
        "loi, réglementation, législation, obligation légale",
        "marché public, commande publique, achat public",
        "acheter, achat",
        "cahier des charges, clauses",
        "ministère, administration",
        "agent, fonctionnaire, agent public",
        "réduire, diminuer, baisser, moins",
        "empreinte, impact",
        "carbone, CO2, gaz à effet de serre, GES",
        "énergie, électricité, consommation électrique",
        "former, formation",
        "sensibilisation, sensibiliser",
        "analyse du cycle de vie, ACV",
        "RGAA, accessibilité numérique",
        "RGESN, référentiel général d’écoconception",
        "écoconception, conception responsable",
        "sobriété, frugalité, économie",
        "indice de réparabilité, réparabilité",
        "batterie, accumulateur",
        "encre, toner, cartouche, consommable",
        "don, donner",
        "vente, vendre",
        "feuille de route, plan d’action, stratégie",
        "gouvernance, pilotage",
        "contact, contacter, joindre",
        "budget, financement, crédits",
        "référent, correspondant",
        "alternative, solution de remplacement",
    ];

    private readonly FrozenDictionary<string, IReadOnlyList<string>> _groups;

    private Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        var byTerm = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var terms = group.Select(static term => (Term: term, Key: KeyOf(term))).Where(static term => term.Key.Length > 0).ToArray();
            foreach (var key in terms.Select(static term => term.Key).Distinct(StringComparer.Ordinal))
            {
                if (!byTerm.TryGetValue(key, out var others))
                {
                    byTerm[key] = others = [];
                }

                others.AddRange(terms.Where(term => term.Key != key).Select(static term => term.Term));
            }
        }

        _groups = byTerm.ToFrozenDictionary(static pair => pair.Key, static pair => (IReadOnlyList<string>)[.. pair.Value.Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
    }

    /// <summary>Those that are built in.</summary>
    public static Synonyms BuiltIn { get; } = new(s_builtIn.Select(Split));

    /// <summary>Those that are built in, and those of the content.</summary>
    /// <param name="data">The data of any page: the site's is part of it; <see langword="null"/> for a site without pages.</param>
    public static Synonyms Of(IReadOnlyDictionary<string, object?>? data) => data?.GetValueOrDefault(Key) switch
    {
        IReadOnlyList<object?> list => new(s_builtIn.Select(Split).Concat(list.Select(Terms))),
        IReadOnlyDictionary<string, object?> map => new(s_builtIn.Select(Split).Concat(map.Select(static pair => (IReadOnlyList<string>)[pair.Key, .. Terms(pair.Value)]))),
        _ => BuiltIn,
    };

    /// <summary>What stands for a term.</summary>
    /// <param name="key">The stems of its words, joined by a space.</param>
    public IReadOnlyList<string> For(string key) => _groups.GetValueOrDefault(key, []);

    private static IReadOnlyList<string> Terms(object? group) => group switch
    {
        IReadOnlyList<object?> list => [.. list.Select(static term => Convert.ToString(term, System.Globalization.CultureInfo.InvariantCulture) ?? "")],
        string text => Split(text),
        _ => [],
    };

    private static IReadOnlyList<string> Split(string group) => group.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string KeyOf(string term) => string.Join(' ', Words(term).Select(static word => StopWords.Stem(word)));

    /// <summary>The words of a term that count, folded; none where it is too long to be one.</summary>
    public static IReadOnlyList<string> Words(string term)
    {
        var words = new List<string>();
        var reader = new WordReader(term);
        while (reader.Read())
        {
            if (!reader.IsCompound && !StopWords.Contains(reader.Word))
            {
                words.Add(reader.Word.ToString());
            }
        }

        return words.Count <= LongestTerm ? words : [];
    }
}
