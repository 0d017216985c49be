namespace PlansWeb.Tests.Infrastructure;

/// <summary>A made-up English site with a page of every kind: whatever French readers meet there is the program's.</summary>
internal static class EnglishSite
{
    /// <summary>The page with the most kinds of blocks.</summary>
    public const string Blocks = "/guides/blocks/";

    public static SiteBuilder WithEnglishSite(this SiteBuilder site)
    {
        site.With("_data/site.yaml", """
            name: Quiet Computing
            tagline: Less energy for more use
            description: What a made-up country does for quiet computers.
            organisation: Office of Quiet Computing
            contact: team@example.org
            language: en-GB
            licence: {name: Open Licence, url: https://example.org/licence}
            footer: [{text: Newsroom, url: /news/}]
            """)
            .With("_data/administrations.yaml", """
                forests:
                  noms:
                    - {depuis: 2020-01-01, nom: Ministry of Forests}
                    - {depuis: 2024-06-01, nom: Ministry of Forests and Lakes}
                  court: Forests
                seas: Ministry of the Sea
                lights: Ministry of Lighthouses
                """)
            .With("_data/thematiques.yaml", "buying: Buying\nuse: Use\nend: End of use\n")
            .WithPage("index.md", "title: Welcome\nlayout: home\ndescription: The start.\nchiffres: [share]\neleventyNavigation: {key: home, title: Home}", "Welcome to the site.")
            .WithPage("404.md", "title: Nothing here", "Nothing at all.")
            .WithPage("guides/index.md", "title: Guides\ndescription: All guides.\ndate: 2026-01-05\neleventyNavigation: {key: guides, parent: home, title: Guides}", "Read them all.")
            .WithPage("guides/blocks.md", "title: Every block\ndescription: All that a page can have.\ndate: 2026-02-01\nupdated: 2026-03-01\nreviewDate: 2027-03-01\ntags: [news, paper]\n"
                + "changes: [{date: 2026-03-01, note: Corrected}]\neleventyNavigation: {key: blocks, parent: guides, title: Blocks, order: 1}", Body)
            .WithPage("guides/second.md", "title: Second guide\ndescription: The next one.\ndate: 2026-02-02\ntags: [news]\neleventyNavigation: {key: second, parent: guides, title: Second, order: 2}",
                string.Concat(Enumerable.Range(1, 4).Select(i => $"## Part {i}\n\nWords on quiet computers.\n\n")))
            .WithPage("guides/empty.md", "title: Empty section\neleventyNavigation: {key: empty, parent: guides, title: Empty, order: 3}", "")
            .WithPage("guides/below.md", "title: Below it\neleventyNavigation: {key: below, parent: empty, title: Below}", "Quiet.")
            .WithPage("news/index.md", "title: News\nlayout: list\ncollection: news\npagination: {data: collections.news, size: 1}\neleventyNavigation: {key: news, parent: home, title: News}")
            .WithPage("contact.md", "title: Write to us", "By post or by mail.")
            .WithPage("en/about.md", "title: About us", "Who writes.")
            .WithPage("fr/about.md", "title: Qui nous sommes\nlang: fr\ndate: 2026-01-01", "Ceci est une page en français.")
            .WithPage("statement.md", "title: Accessibility statement\nlayout: accessibilite\ndate: 2026-01-01\nupdated: 2026-02-01", "For everybody.")
            .WithPage("audited/accessibility.md", """
                title: Another statement
                layout: accessibilite
                accessibilite:
                  schema: https://example.org/scheme
                  plan: /guides/
                  audit: {par: Somebody, date: 2026-01-02, taux: 74.5}
                  echantillon: [/]
                  environnement: [Firefox and NVDA]
                  outils: [axe]
                  non-conformites: [One gap]
                  derogations: [One exception]
                  exemptions: [Old maps]
                """)
            .WithPage("eco.md", "title: Eco-design\nlayout: ecoconception", "What this is.")
            .WithPage("plan.md", "title: Roadmap\nlayout: plan\nadministration: Ministry of the Sea\ndate: 2026-01-01\ndocuments: [/files/plan.pdf, 'https://example.org/other.pdf']\ndocumentLang: fr")
            .WithPage("draft.md", "title: Hidden\ndraft: true", "Not yet.")
            .With("files/plan.pdf", "%PDF-1.4 1 0 obj")
            .With("files/heavy.pdf", new byte[1_200_000])
            .With("files/photo.png", TestImages.Png(8, 8))
            .With("_data/redirects.yaml", "/gone/: 410\n/moved/: /guides/\n");

        // The register: as much of it as there are things to say.
        const string Folder = "plans/registre/";
        return site
            .WithPage("plans/index.md", "title: Plans\ndescription: All plans.\nlayout: plans-action\neleventyNavigation: {key: plans, parent: home, title: Plans}", "What ministries do.")
            .With(Folder + "documents.csv", """
                administration;titre;date;adresse;taille;etat;source;page_source
                forests;Plan of trees;2022-03-31;;pdf, 1 MB;not available;https://example.org/list;
                seas;Plan of the sea;2025-03-31;https://example.org/sea.pdf;pdf, 2 MB;;https://example.org/list;2

                """)
            .With(Folder + "actions.csv", $"""
                {RegisterSite.ActionsHeader}
                forests-1;forests;Plan of trees;Plant quiet servers;buying;realisation;2022;2026-05;Servers;servers;10;1 200,5;Tree office;https://example.org/plan.pdf;p. 3
                forests-2;forests;;Keep phones;use;;;;;;;;;https://example.org/review;p. 4
                forests-3;forests;;Share printers;;experimentation;;;;printers;;30;;https://example.org/review;p. 4
                seas-1;seas;;Mend screens;end;reflexion;;;;;;;;Yearly report;9
                seas-2;seas;;Mend radios;end;;;;;;;;;Yearly report;9

                """)
            .With(Folder + "releves.csv", $"""
                {RegisterSite.ReadingsHeader}
                forests-1;31/03/2022;annoncee;;;https://example.org/plan.pdf;p. 3
                forests-1;20/03/2025;realisee;1 100;Done everywhere.;https://example.org/review;p. 5
                forests-3;2021;experimentation;;;https://example.org/review;p. 5
                seas-1;2025-03;en-cours;;;Yearly report;p. 9
                seas-2;2025-03-20;abandonnee;;;Yearly report;p. 9

                """)
            .With(Folder + "indicateurs.csv", """
                indicateur;titre;administration;unite;serie;categorie;date;valeur;cible;echeance;commentaire;source;page_source
                reuse;Reused equipment;;%;;;;;20;2027;;https://example.org/review;p. 4
                share;Share of repair;;%;;;2025;12;40;2027;;https://example.org/review;p. 4
                screens;screens mended in 2024;;screens;;;2024;>300;;;;https://example.org/review;p. 4
                saved;Money saved;seas;euros;;;2024;1 500;;;;https://example.org/review;p. 4
                footprint;Footprint of the office;forests;kg;Tool A;Screens;2021;510 671;;;;https://example.org/measure.pdf;p. 6
                footprint;Footprint of the office;forests;kg;Tool A;Storage;2021;56;;;;https://example.org/measure.pdf;p. 6
                footprint;Footprint of the office;forests;kg;Tool A;Cables;2021;;;;;https://example.org/measure.pdf;p. 6

                """)
            .With(Folder + "sources.csv", "adresse;titre\nhttps://example.org/plan.pdf;Plan of the trees\n");
    }

    private const string Body = """
        ## Blocks

        :::info Good to know
        Words.
        :::

        :::warning
        Careful.
        :::

        :::callout Look here
        Words.
        :::

        :::quote
        Quoted words.
        :::

        ??? A question
        An answer.
        ???

        ## Table and chart

        | Year | Plans |
        | --- | ---: |
        | 2025 | 12 |
        | 2026 | 1500 |

        <table><tr><th>Name</th></tr><tr><td>Bare</td></tr></table>

        <table class="graphique"><caption>Servers</caption><thead><tr><th>Year</th><th>Servers</th></tr></thead><tbody><tr><th>2025</th><td>1200</td></tr><tr><th>2026</th><td></td></tr><tr><th>2027</th><td>30</td></tr></tbody></table>

        ## Media and files

        ![A photo](/files/photo.png)

        [The plan](/files/plan.pdf)

        Read [the heavy one](/files/heavy.pdf) now.

        <iframe src="https://www.youtube.com/embed/abc123"></iframe>

        <iframe src="https://player.vimeo.com/video/1" title="A film"></iframe>

        <iframe src="https://example.org/map"></iframe>

        <video src="/files/film.mp4"></video>

        <audio src="/files/talk.mp3" title="Talk"></audio>

        ## Lists and notes

        A "quoted" word -- with a note[^1].

        - [ ] to be done
        - [x] finished

        [^1]: The note.

        """;
}
