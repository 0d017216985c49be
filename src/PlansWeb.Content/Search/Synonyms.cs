using System.Collections.Frozen;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;

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
        "location, louer, leasing, crédit-bail, bail",
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
        "réduire, diminuer, baisser, moins, économiser, limiter",
        "garder, conserver, prolonger, allonger",
        "longtemps, durée de vie, durée d’usage",
        "arrêter, éteindre, fermer, décommissionner",
        "inutile, superflu, non essentiel",
        "collègue, collaborateur, agent",
        "rédiger, écrire, communication écrite",
        "fabricant, producteur, constructeur",
        "livre, ouvrage, bibliographie",
        "site, site web, page web",
        "mobile, smartphone, téléphone",
        "chargé de mission, responsable, coordinateur",
        "exemple, retour d’expérience, cas d’usage",
        "échange, réemploi, réaffectation",
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
        "feuille de route, plan d’action, stratégie",
        "gouvernance, pilotage",
        "contact, contacter, joindre, adresse mail, adresse électronique",
        "qui sommes-nous, à propos, présentation",
        "historique, journal des modifications, versions",
        "budget, financement, crédits",
        "référent, correspondant",
        "alternative, solution de remplacement",
        "école, établissement scolaire, collège, lycée",
        "salarié, employé, agent, collaborateur",
        "chef, direction, manager, encadrement, hiérarchie",
        "argent, budget, financement",
        "prix, coût, tarif",
        "assistance, support, accompagnement, aide",
        "auteur, contributeur, équipe projet, écrit par",
        "vie privée, confidentialité, données personnelles, RGPD",
        "cookie, traceur, témoin de connexion",
        "photo, image, visuel",
        "caméra, webcam",
        "film, vidéo, streaming",
        "pièce jointe, fichier joint",
        "alléger, compresser, réduire le poids",
        "nettoyer, vider, supprimer",
        "wifi, réseau sans fil",
        "débit, bande passante",
        "extension, module complémentaire, plugin, addon",
        "changer, remplacer, renouveler",
        "hôpital, santé, médical, soins",
        "deuxième, second, supplémentaire",
        "mairie, commune, collectivité",
        "zone blanche, faible débit, mauvaise connexion, mal couvert",
        "température, chaleur, climatisation, clim, refroidissement, refroidir",
        "pile, batterie",
        "cassé, défectueux, hors d’usage, en panne",
        "mot de passe, identifiant, authentification",
        "calculer, estimer, mesurer, évaluer",
        "pollution, impact environnemental, rejet",
        "étude, rapport, enquête",
        "actualité, nouvelle",
        "événement, conférence, rencontre, colloque, webinaire",
        "cours, formation, MOOC, tutoriel",
        "gratuit, sans frais",
        "obligatoire, imposé, exigé",
        "interdit, prohibé",
        "formulaire, démarche en ligne, téléprocédure",
        "impôt, taxe",
        "allocation, subvention, aide financière",
        "emploi, recrutement, offre d’emploi",
        "salaire, rémunération",
        "retraite, pension",
        "pièce d’identité, carte d’identité, passeport",

        // Nouns and verbs of one family that no rule of endings joins.
        "vendre, vente, revendre, revente",
        "acquérir, acquisition, acheter",
        "gérer, gestion",
        "éteindre, extinction",
        "protéger, protection",
        "supprimer, suppression",
        "concevoir, conception",
        "choisir, choix",
        "répondre, réponse",
        "suivre, suivi",
        "élire, élection",
        "inscrire, inscription",
        "construire, bâtir",
        "détruire, destruction",
        "ouvrir, ouverture",
        "fermer, fermeture",
        "mettre à jour, mise à jour",
        "remettre en état, remise en état",
        "réunir, réunion, conférence",
        "payer, paiement",
        "naître, naissance",
        "décéder, décès, mort",
        "perdre, perte",
        "reprendre, reprise",
        "prêter, prêt, emprunter",
        "fabriquer, fabrication",
        "communiquer, communication",
        "indiquer, indication",
        "extraire, extraction",
        "transmettre, transmission",
        "prévoir, prévision",
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
    /// <param name="data">What the content has under <see cref="Key"/>; <see langword="null"/> where it has nothing.</param>
    public static Synonyms Of(object? data) => data is null ? BuiltIn : new(s_builtIn.Select(Split).Concat(Groups(data)));

    /// <summary>Reports what the search has to do without: data that is no list of groups, and groups without two terms that can be looked for.</summary>
    /// <param name="data">What the content has under <see cref="Key"/>.</param>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="problems">Where problems are added.</param>
    public static void Check(object? data, SourceFile file, ICollection<Diagnostic> problems)
    {
        var lines = file.Text().Split('\n');
        if (data is not (null or IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>))
        {
            Report(1, "Ce fichier n’est pas une liste de groupes de synonymes\u00A0: la recherche s’en passe.");
            return;
        }

        // Groups come in the order of the file: the place of one is the first line with its first term, from where the last was.
        var line = 0;
        foreach (var group in Groups(data))
        {
            var first = group.FirstOrDefault(static term => term.Length > 0);
            var found = first is null ? -1 : Array.FindIndex(lines, line, text => text.Contains(first, StringComparison.Ordinal));
            line = found >= 0 ? found : Array.FindIndex(lines, Math.Min(line + 1, lines.Length), static text => text.AsSpan().TrimStart().StartsWith('-')) is var next and >= 0 ? next : line;
            foreach (var term in group.Where(static term => Words(term).Count == 0))
            {
                Report(line + 1, $"La recherche se passe du terme {French.Quoted(term)}\u00A0: il n’a pas de mot à chercher, ou plus de {LongestTerm}.");
            }

            if (group.Select(KeyOf).Where(static key => key.Length > 0).Distinct(StringComparer.Ordinal).Count() < 2)
            {
                Report(line + 1, "Ce groupe n’a pas deux termes différents\u00A0: la recherche s’en passe.");
            }
        }

        void Report(int at, string message) => problems.Add(new Diagnostic(
            DiagnosticRules.Synonyms, file.Path, at, 0, message, $"Écrivez un groupe par ligne, «\u00A0- vélo, bicyclette\u00A0», chaque terme de {LongestTerm}\u00A0mots au plus."));
    }

    private static IEnumerable<IReadOnlyList<string>> Groups(object? data) => data switch
    {
        IReadOnlyList<object?> list => list.Select(Terms),
        IReadOnlyDictionary<string, object?> map => map.Select(static pair => (IReadOnlyList<string>)[pair.Key, .. Terms(pair.Value)]),
        _ => [],
    };

    /// <summary>What stands for a term.</summary>
    /// <param name="key">The stems of its words, joined by a space.</param>
    public IReadOnlyList<string> For(string key) => _groups.GetValueOrDefault(key, []);

    private static IReadOnlyList<string> Terms(object? group) => group switch
    {
        IReadOnlyList<object?> list => [.. list.Select(static term => Convert.ToString(term, System.Globalization.CultureInfo.InvariantCulture) ?? "")],
        string text => Split(text),
        IReadOnlyDictionary<string, object?> map => [.. map.SelectMany(static pair => Terms(pair.Value).Prepend(pair.Key))],
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
