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
        "expiryDate: 31/12/2020", "expiryDate: 1er mars 2020", "expiryDate: 12/31/2099", "expiryDate: jamais", "expiryDate: [2099-01-01]", "expiryDate:", "expiryDate: 2099-13-01",

        // Values of the switches.
        "draft:", "draft: ~", "draft: ''", "draft: peut-être", "draft: [false]", "draft: 'oui'", "draft: x", "draft: 1", "draft: on", "draft: Vrai",

        // Keys that are not quite the right ones.
        "Draft: true", "DRAFT: true", "draft_: true", "dra-ft: true", "darft: true", "draf: true", "drafts: true", "drapt: true", "drafft: oui", "draf:", "Draft: à revoir", "isDraft: true",
        "publishdate: 2099-01-01", "PublishDate: 31/12/2099", "publish_date: 2099-01-01", "publish-date: 2099-01-01", "publish date: 2099-01-01", "publishDat: 2099-01-01", "pubilshDate: 2099-01-01",
        "publishDate_: bientôt", "pubDate: 2099-01-01", "publishedDate: 2099-01-01", "date_publication: 2099-01-01", "expirydate: 2020-01-01", "expiry_date: hier", "expriyDate: 2020-01-01",
        "brouillon: true", "brouillon:", "hidden:", "Privé: ~", "brouillon: oui", "Brouillon: vrai", "published: false", "published: non", "publie: false", "publié: false", "hidden: true", "caché: oui", "masquée: oui", "visible: non",
        "en ligne: non", "status: draft", "statut: brouillon", "private: true", "published: 2099-01-01",

        // One level too deep.
        "eleventyNavigation:\n  draft: true", "eleventyNavigation:\n  Draft: oui", "eleventyNavigation:\n  publishDate: 2099-01-01", "eleventyNavigation:\n  brouillon: true",
        "eleventyComputed:\n  draft: true",

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
        "---js\n{ draft: true }\n---\n\nTITRE\n",
        "---json\n{ \"title\": \"TITRE\", \"draft\": true,, }\n---\n\nTITRE\n",
        "---\n<<<<<<< HEAD\ntitle: TITRE\n=======\ntitle: TITRE 2\n>>>>>>> autre\n---\n\nTITRE\n",
        "---\ntitle: TITRE\n<<<<<<< HEAD\ndraft: true\n=======\n>>>>>>> autre\n---\n\nTITRE\n",
    ];
}
