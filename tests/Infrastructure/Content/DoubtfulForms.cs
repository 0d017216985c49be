namespace PlansWeb.Tests.Infrastructure;

/// <summary>Everything that an editor may write to hide a page and that is not the right key with a right value.</summary>
internal static class DoubtfulForms
{
    /// <summary>Lines of front matter; a page with one of them is hidden.</summary>
    public static IReadOnlyList<string> Headers { get; } =
    [
        // Days to come, in forms that can be read.
        "publishDate: 31/12/2099", "publishDate: 31-12-2099", "publishDate: 31.12.2099", "publishDate: 1er janvier 2099", "publishDate: 1 janv. 2099",
        "publishDate: 2099-2-3", "publishDate: 2099/12/31", "publishDate: '14 août 2099 à 10h30'", "publishDate: jeudi 31 décembre 2099", "publishDate: 2099-01-01 08h30",

        // Values that are no date, or not for sure.
        "publishDate: 12/31/2099", "publishDate: 01/02/03", "publishDate: 31/12/99", "publishDate: 2099-02-30", "publishDate: 31/06/2099", "publishDate: [2020-01-01]",
        "publishDate: {jour: 2020-01-01}", "publishDate: janvier 2099", "publishDate: bientôt", "publishDate:", "publishDate: ''", "publishDate: true", "publishDate: 10:30",
        "publishDate: lundi 31 décembre 2099", "publishDate: 2020-01-01 25:00", "publishDate: 2020-01-01 08:00 EST", "publishDate: du 1er au 3 mai 2020",
        "publishDate: 0226-12-31", "publishDate: 99-12-31", "publishDate: 4070908800", "publishDate: January 1, 2099", "publishDate: 1. Januar 2099", "publishDate: 1º de enero de 2099",
        "publishDate: ０１/０１/２０９９", "publishDate: “2099-01-01”", "publishDate: « 2099-01-01 »", "publishDate: 2099-W01", "publishDate: 1er trimestre 2099", "publishDate: !!str 2099-01-01",
        "expiryDate: 31/12/2020", "expiryDate: 1er mars 2020", "expiryDate: 12/31/2099", "expiryDate: jamais", "expiryDate: [2099-01-01]", "expiryDate:", "expiryDate: 2099-13-01",

        // Values of the switches.
        "draft:", "draft: ~", "draft: ''", "draft: peut-être", "draft: [false]", "draft: 'oui'", "draft: x", "draft: 1", "draft: on", "draft: Vrai",
        "draft: “true”", "draft: ‘oui’", "draft: « oui »", "draft: true.", "draft: OUI !", "draft: ｔｒｕｅ", "draft: ✓", "draft: {valeur: true}", "draft: !!bool true", "? draft\n: true", "<<: {draft: true}",
        "draft : true", "draft\u00A0: true", "\"draft\": true", "'draft': oui", "\tdraft: true",

        // Keys that are not quite the right ones.
        "Draft: true", "DRAFT: true", "draft_: true", "dra-ft: true", "darft: true", "draf: true", "drafts: true", "drapt: true", "drafft: oui", "draf:", "Draft: à revoir", "isDraft: true",
        "publishdate: 2099-01-01", "PublishDate: 31/12/2099", "publish_date: 2099-01-01", "publish-date: 2099-01-01", "publish date: 2099-01-01", "publishDat: 2099-01-01", "pubilshDate: 2099-01-01",
        "publishDate_: bientôt", "pubDate: 2099-01-01", "publishedDate: 2099-01-01", "date_publication: 2099-01-01", "expirydate: 2020-01-01", "expiry_date: hier", "expriyDate: 2020-01-01",
        "brouillon: true", "brouillon:", "hidden:", "Privé: ~", "brouillon: oui", "Brouillon: vrai", "published: false", "published: non", "publie: false", "publié: false", "hidden: true", "caché: oui", "masquée: oui", "visible: non",
        "en ligne: non", "status: draft", "statut: brouillon", "private: true", "published: 2099-01-01",
        "status: Draft", "Statut: « Brouillon »", "statut: non publié", "état: à publier\npublié: non", "statut: en brouillon", "status: pending", "post_status: private", "visibility: hidden",
        "visibilité: privée", "status: scheduled", "embargo: oui", "embargo: 2099-01-01", "publication: non", "à publier: non", "published: jamais", "publié: pas encore", "publier: plus tard",
        "mode brouillon: oui", "en brouillon: oui", "brouillon: « oui »", "hors ligne: oui", "dépubliée: oui", "ne pas publier: ✓", "date_publication: janvier 2099", "publish_at: 12/31/2099",
        "date de mise en ligne: 1er janvier 2099", "unpublish_at: 2020-01-01", "fin de publication: 31/12/2020", "override:draft: true", "override:Draft: oui", "ｄｒａｆｔ: true", "dr\u0430ft: true",
        "draft:: true", "draft => true", "draft → true", "draft – oui", "draft | true", "DRAFT", "“draft”: true", "statut de publication: brouillon",

        // One level too deep.
        "eleventyNavigation:\n  draft: true", "eleventyNavigation:\n  Draft: oui", "eleventyNavigation:\n  publishDate: 2099-01-01", "eleventyNavigation:\n  brouillon: true",
        "eleventyComputed:\n  draft: true", "eleventyComputed:\n  draft: \"{{ page.date }}\"", "eleventyComputed:\n  publishDate: \"{{ jour }}\"", "params:\n  draft: true", "page:\n  Draft: oui",
        "extra: {unlisted: false, draft: true}", "metadata:\n  publishDate: 2099-01-01", "publication:\n  draft: true",

        // Swallowed by the value above.
        "note: |\n  Texte\n  draft: true", "note: >-\n  Texte\n  publishDate: 2099-01-01", "note: \"Texte\ndraft: true\nfin: x\"", "note: 'Texte\nbrouillon: oui\nfin: x'",

        // Lines that are no YAML.
        "draft = true", "draft true", "draft; true", "draft：true", "'draft: true", "draft:true", "title: encore\n\tdraft: true", "draft: false\ndraft: true",
        "publishDate = 31/12/2099",

        // Nothing of it is ever public.
        "publishDate: 2030-01-01\nexpiryDate: 2029-01-01", "draft: false\nbrouillon: true",
    ];

    /// <summary>Whole files of a hidden page; TITRE stands for what nobody may read.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        "title: TITRE\ndescription: D\ndraft: true\n---\n\nTITRE\n",
        "title: TITRE\ndraft: true\n\nTITRE\n",
        "draft: true\n\nTITRE\n",
        "\n---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "\n\n \n---\ntitle: TITRE\npublishDate: 31/12/2099\n---\n\nTITRE\n",
        " ---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        " ---\n title: TITRE\n draft: true\n ---\n\nTITRE\n",
        "\u00A0---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "\u200B---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "\uFEFF ---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "----\ntitle: TITRE\ndraft: true\n----\n\nTITRE\n",
        "--\ntitle: TITRE\ndraft: true\n--\n\nTITRE\n",
        "—\ntitle: TITRE\ndraft: true\n—\n\nTITRE\n",
        "–--\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "—-\ntitle: TITRE\ndraft: true\n—-\n\nTITRE\n",
        "- - -\ntitle: TITRE\ndraft: true\n- - -\n\nTITRE\n",
        "\\---\ntitle: TITRE\ndraft: true\n\\---\n\nTITRE\n",
        "***\ntitle: TITRE\ndraft: true\n***\n\nTITRE\n",
        "+++\ntitle = \"TITRE\"\ndraft = true\n+++\n\nTITRE\n",
        "===\ntitle: TITRE\ndraft: true\n===\n\nTITRE\n",
        "```yaml\ntitle: TITRE\ndraft: true\n```\n\nTITRE\n",
        "```\n---\ntitle: TITRE\ndraft: true\n---\n```\n\nTITRE\n",
        "<!-- note -->\n---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "<!-- note\nsuite -->\n\n---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "# Un titre\n\n---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "---\ntitle: TITRE\ndraft: true\n\nTITRE\n",
        "---\ntitle: TITRE\ndraft: true\n----\n\nTITRE\n",
        "---\ntitle: TITRE\ndraft: true\n...\n\nTITRE\n\n---\n\nTITRE\n",
        "---\ntitle: TITRE\ndraft: true\n—\n\nTITRE\n\n---\n\nTITRE\n",
        "---toml\ntitle = \"TITRE\"\ndraft = true\n---\n\nTITRE\n",
        "---js\n{ Draft: true }\n---\n\nTITRE\n",
        "---json\n{ \"title\": \"TITRE\", \"draft\": true,, }\n---\n\nTITRE\n",
        // In the dress of another program.
        "> ---\n> title: TITRE\n> draft: true\n> ---\n\nTITRE\n",
        "> title: TITRE\n> draft: true\n\nTITRE\n",
        ">---\n>title: TITRE\n>draft: oui\n>---\nTITRE\n",
        "> > ---\n> > title: TITRE\n> > publishDate: 31/12/2099\n> > ---\n\nTITRE\n",
        "    ---\n    title: TITRE\n    draft: true\n    ---\n\nTITRE\n",
        "\t---\n\ttitle: TITRE\n\tdraft: true\n\t---\n\nTITRE\n",
        "~~~\n---\ntitle: TITRE\ndraft: true\n---\n~~~\n\nTITRE\n",
        "```text\n---\ntitle: TITRE\ndraft: true\n---\n```\n\nTITRE\n",
        "```js\ndraft: true\n```\n\nTITRE\n",
        "> ```yaml\n> title: TITRE\n> draft: true\n> ```\n\nTITRE\n",
        "<!--\n---\ntitle: TITRE\ndraft: true\n---\n-->\n\nTITRE\n",
        "<!--\ntitle: TITRE\ndraft: true\n-->\n\nTITRE\n",
        "<!-- draft: true -->\n\nTITRE\n",
        "<!-- title: TITRE -->\n<!-- draft: true -->\n\nTITRE\n",
        "{# draft: true #}\n\nTITRE\n",
        "{% comment %}\ndraft: true\n{% endcomment %}\n\nTITRE\n",
        "/*\n---\ntitle: TITRE\ndraft: true\n---\n*/\n\nTITRE\n",
        "// draft: true\n\nTITRE\n",
        "# draft: true\n\nTITRE\n",
        "% draft: true\n\nTITRE\n",
        "- title: TITRE\n- draft: true\n\nTITRE\n",
        "* draft: oui\n* title: TITRE\n\nTITRE\n",
        "1. draft: true\n\nTITRE\n",
        "**title:** TITRE\n**draft:** true\n\nTITRE\n",
        "**draft**: true\n\nTITRE\n",
        "`draft: true`\n\nTITRE\n",
        "| title | TITRE |\n|---|---|\n| draft | true |\n\nTITRE\n",
        "<p>---</p>\n<p>title: TITRE</p>\n<p>draft: true</p>\n<p>---</p>\n\nTITRE\n",
        "<pre>\n---\ntitle: TITRE\ndraft: true\n---\n</pre>\n\nTITRE\n",
        ":title: TITRE\n:draft: true\n\nTITRE\n",
        "title:: TITRE\ndraft:: true\n\nTITRE\n",
        "@draft: true\n\nTITRE\n",
        "⚠️ draft: true\n\nTITRE\n",
        "DRAFT: TRUE\n\nTITRE\n",
        "Draft: Oui\n\nTITRE\n",
        "draft : true\n\nTITRE\n",
        "draft true\n\nTITRE\n",
        "brouillon = oui\n\nTITRE\n",
        "draft：true\n\nTITRE\n",
        "“draft”: “true”\n\nTITRE\n",
        "title: TITRE\nstatut: brouillon\n\nTITRE\n",
        "> title: TITRE\n> published: false\n\nTITRE\n",
        "# TITRE\n\ndraft: true\n\nTITRE\n",
        "unlisted: non\npublishDate: bientôt\n\nTITRE\n",

        // Below the header, in a second one, at the end, in a file of two.
        "---\ntitle: TITRE\n---\ndraft: true\n\nTITRE\n",
        "---\ntitle: TITRE\n---\n\ndraft: true\n---\n\nTITRE\n",
        "---\ntitle: TITRE\n---\n---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "---\ntitle: TITRE\n---\n\n---\npublishDate: 2099-01-01\n---\n\nTITRE\n",
        "---\ntitle: TITRE\ndraft: false\n---\nDraft: oui\n\nTITRE\n",
        "---\n---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "---\ntitle: TITRE\n\ndraft: true\n\nTITRE\n",
        "---\ntitle: TITRE\n---\n<!-- draft: true -->\n\nTITRE\n",
        "---\ntitle: TITRE\n---\n# TITRE\n\ndraft: true\n\nTITRE\n",
        "---\ntitle: TITRE\n---\n\nTITRE\n\n---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        "TITRE\n\n---\ntitle: TITRE\ndraft: true\n---\n",
        $"{string.Concat(Enumerable.Repeat("Un paragraphe collé au-dessus.\n\n", 60))}---\ntitle: TITRE\ndraft: true\n---\n\nTITRE\n",
        $"---\ntitle: TITRE\n---\n{string.Concat(Enumerable.Repeat("Un paragraphe.\n\n", 600))}---\nexpiryDate: 2020-01-01\n---\n\nTITRE\n",

        // A header that ends its lines as old programs do, or has no text.
        "\r---\rtitle: TITRE\rdraft: true\r---\rTITRE\r",
        "> ---\r\n> title: TITRE\r\n> draft: true\r\n> ---\r\n\r\nTITRE\r\n",
        "---\n- title: TITRE\n- draft: true\n---\n\nTITRE\n",
        "---\ntitle: TITRE\ndraft\n---\n\nTITRE\n",
        "---\n<<<<<<< HEAD\ntitle: TITRE\n=======\ntitle: TITRE 2\n>>>>>>> autre\n---\n\nTITRE\n",
        "---\ntitle: TITRE\n<<<<<<< HEAD\ndraft: true\n=======\n>>>>>>> autre\n---\n\nTITRE\n",
    ];
}
