using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Small content with a register of made-up administrations.</summary>
internal static class RegisterSite
{
    public const string ActionsHeader = "id;administration;plan;titre;thematique;niveau;debut;echeance;indicateur;unite;depart;cible;service;source;page_source";
    public const string ReadingsHeader = "action;date;statut;valeur;commentaire;source;page_source";
    public const string Folder = "rubrique/registre/";

    public static SiteBuilder WithRegister(this SiteBuilder site) => site
        .WithPage("index.md", "title: Accueil\ndescription: Accueil.\neleventyNavigation: {key: haut, title: Accueil}")
        .WithPage("rubrique/index.md", "title: Les plans\ndescription: Les plans.\nlayout: plans-action\neleventyNavigation: {key: rubrique, parent: haut, title: Les plans}")
        .With("_data/administrations.yaml", """
            forets:
              noms:
                - {depuis: 2020-01-01, nom: Ministère des Forêts}
                - {depuis: 2024-06-01, nom: Ministère des Forêts et des Lacs}
            mers: Ministère de la Mer
            phares: Ministère des Phares
            """)
        .With("_data/thematiques.yaml", "achats: Achats\nusage: Phase d’usage\nfin: Fin d’usage\n")
        .With(Folder + "documents.csv", "administration;titre;date;adresse;taille;etat;source;page_source\nforets;Plan des arbres;2022-03-31;;pdf, 1 Mo;non disponible;https://example.org/liste;\n")
        .With(Folder + "actions.csv", $"""
            {ActionsHeader}
            forets-1;forets;Plan des arbres;Planter des serveurs sobres;achats;realisation;2022;2026;Serveurs;serveurs;10;1 200,5;Service des arbres;https://example.org/plan.pdf;p. 3
            forets-2;forets;;Garder les téléphones;usage;;;;;;;;;https://example.org/bilan;p. 4
            mers-1;mers;;Réparer les écrans;fin;;;;;;;;;Rapport annuel;p. 9

            """)
        .With(Folder + "releves.csv", $"""
            {ReadingsHeader}
            forets-1;31/03/2022;annoncee;;;https://example.org/plan.pdf;p. 3
            forets-1;20/03/2025;realisee;1 100;Fait partout.;https://example.org/bilan;p. 5
            mers-1;2025-03-20;en-cours;;;Rapport annuel;p. 9

            """)
        .With(Folder + "indicateurs.csv", """
            indicateur;titre;administration;unite;serie;categorie;date;valeur;cible;echeance;commentaire;source;page_source
            reemploi;Matériel issu du réemploi;;%;;;;;20;2027;;https://example.org/bilan;p. 4
            empreinte;Empreinte du bureau;forets;kg;Outil A;Écrans;2021;510 671;;;;https://example.org/mesure.pdf;p. 6
            empreinte;Empreinte du bureau;forets;kg;Outil B;Écrans;2021;786 317;;;;https://example.org/mesure.pdf;p. 6
            empreinte;Empreinte du bureau;forets;kg;Outil A;Stockage;2021;;;;;https://example.org/mesure.pdf;p. 6
            empreinte;Empreinte du bureau;forets;kg;Outil B;Stockage;2021;56;;;;https://example.org/mesure.pdf;p. 6

            """);

    public static (Register Register, IReadOnlyList<Diagnostic> Problems) ReadRegister(this SiteBuilder site)
    {
        var snapshot = site.Snapshot();
        return (snapshot.Part<Register>(), snapshot.Problems);
    }

    public static Snapshot Snapshot(this SiteBuilder site)
    {
        var content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(site.Root);
        return PlansWeb.Content.Site.Snapshot.Create(content, [new RegisterBuilder()], DateTimeOffset.UnixEpoch);
    }

    /// <summary>The bytes of a text as an old French spreadsheet writes them.</summary>
    public static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
}
