using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Checks;

/// <summary>The front-matter keys that the site itself understands.</summary>
internal static class KnownKeys
{
    /// <summary>The map with a page's place in the navigation.</summary>
    public const string Navigation = "eleventyNavigation";

    /// <summary>Rules that are not applied to the page.</summary>
    public const string Ignore = "ignore";

    /// <summary>The keys of a page, as snippets propose them and the guide explains them.</summary>
    public static readonly IReadOnlyList<KnownKey> Page =
    [
        new("title", "${1:Titre de la page}", "le titre"),
        new("description", "${1:Une phrase pour les moteurs de recherche.}", "une phrase pour les moteurs de recherche"),
        new("layout", "${1|" + string.Join(',', PageLayouts.Names) + "|}", "le gabarit : " + string.Join(", ", PageLayouts.Names.Select(static name => $"`{name}`")) + " ; sans lui, `page`"),
        new("date", Day(1), "la date de la page ; elle ne cache jamais une page"),
        new("updated", Day(1), "la date de dernière mise à jour montrée au lecteur"),
        new("reviewDate", Day(1), "le jour où il faudra relire la page ; `PlansWeb check` le rappelle quand il est passé"),
        new("changes", "[{date: " + Day(1) + ", note: ${2:Ce qui a changé}}]", "l’historique de la page pour les lecteurs, voir [Dire ce qui a changé](#dire-ce-qui-a-changé)"),
        new("tags", "[${1:étiquette}]", "des étiquettes, pour les listes de pages ; les lecteurs les voient sur les [listes de pages](#lister-des-pages)"),
        new("permalink", "/${1:adresse}/", "une autre adresse que celle du fichier ; `false` : pas de page"),
        new("image", "/img/${1:image.jpg}", "l’image qui représente la page"),
        new("lang", "${1:en}", "la langue de la page, si ce n’est pas celle du site ; en anglais (`en`), ce qui entoure la page est en anglais aussi, ailleurs il reste en français et le dit"),
        new("toc", "${1|false,true|}", "`false` : pas de sommaire"),
        new("aliases", "[/${1:ancienne-adresse}/]", "les anciennes adresses de la page, voir [Déplacer une page](#déplacer-une-page)"),
        new("draft", "${1|true,false|}", "voir [Préparer un brouillon](#préparer-un-brouillon)"),
        new("unlisted", "${1|true,false|}", "voir [Une page non listée](#une-page-non-listée)"),
        new("publishDate", Day(1), "public à partir de ce jour, voir [Programmer une publication](#programmer-une-publication)"),
        new("expiryDate", Day(1), "plus public à partir de ce jour, voir [Programmer une publication](#programmer-une-publication)"),
        new("translationKey", "${1:cle}", "la même pour une page et ses traductions, chacune avec sa `lang` : chaque page mène aux autres. Inutile si les pages ont la même place dans des dossiers au nom de leur langue (`fr/`, `en/`)"),
        new("entries", "${1:cle-de-la-rubrique}", "sur l’accueil : la clé de la rubrique dont les pages y sont montrées"),
        new("focus", "${1|true,false|}", "`true` : la page est mise en avant sur l’accueil"),
        new("chiffres", "[${1:indicateur}]", "sur l’accueil d’un site qui a un registre : les [indicateurs](#les-indicateurs) à y montrer"),
        new("administration", "${1:Ministère}", "d’un plan : qui l’a écrit, voir [Ajouter un plan](#ajouter-un-plan)"),
        new("document", "${1:plan.pdf}", "d’un plan : son document, voir [Ajouter un plan](#ajouter-un-plan)"),
        new("documents", "[${1:plan.pdf}, ${2:annexe.pdf}]", "d’un plan : ses documents, s’il en a plusieurs"),
        new("documentLang", "${1:en}", "la langue des documents que la page propose, si ce n’est pas la sienne"),
        new("order", "${1:10}", "d’un plan : sa place parmi ceux de la section"),
        new("collection", "${1:actualites}", "d’une page `layout: list` : le mot de `tags` dont elle montre les pages, voir [Lister des pages](#lister-des-pages)"),
        new("size", "${1:10}", "d’une page `layout: list` : combien de pages à la fois"),
        new("pagination", "{data: ${1:collections.actualites}, size: ${2:10}}", "fait une page pour chaque partie d’une liste, comme dans Eleventy"),
        new(AccessibilityDeclaration.Key, "{entite: ${1:Organisme}, contact: ${2:contact@example.org}}", "de la déclaration d’accessibilité, voir [Déclarer l’accessibilité](#déclarer-laccessibilité)"),
        new(Navigation, "", "la place dans les menus, voir [Ajouter une page](#ajouter-une-page)"),
        new("eleventyExcludeFromCollections", "${1|true,false|}", "`true` : la page existe, mais n’est dans aucune liste ; les moteurs de recherche peuvent la trouver par un lien (sinon : `unlisted`)"),
        new(Ignore, "[${1:lien-mort}]", "voir [Faire taire un message](#faire-taire-un-message)"),
    ];

    /// <summary>The names of <see cref="Page"/>.</summary>
    public static readonly IReadOnlyList<string> OfPage = [.. Page.Select(static key => key.Name)];

    /// <summary>Keys that other programs know (Hugo, Jekyll, MkDocs, Eleventy) and that do nothing here, with what to write.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["slug"] = "permalink: /dossier/page/",
        ["url"] = "permalink: /dossier/page/",
        ["redirect_from"] = "aliases: [/ancienne-adresse/]",
        ["redirects"] = "aliases: [/ancienne-adresse/]",
        ["categories"] = "tags: [un, deux]",
        ["keywords"] = "tags: [un, deux]",
        ["weight"] = "eleventyNavigation:, et dessous, décalé de deux espaces, order: 10",
        ["sidebar_position"] = "eleventyNavigation:, et dessous, décalé de deux espaces, order: 10",
        ["nav_order"] = "eleventyNavigation:, et dessous, décalé de deux espaces, order: 10",
        ["lastmod"] = "updated: 2026-01-31",
        ["last_modified_at"] = "updated: 2026-01-31",
        ["summary"] = "description: une phrase",
        ["excerpt"] = "description: une phrase",
        ["thumbnail"] = "image: /img/nom.jpg",
        ["featured_image"] = "image: /img/nom.jpg",
        ["language"] = "lang: en",
        ["locale"] = "lang: en",
        ["dynamicPermalink"] = "",
        ["permalinkBypassOutputDir"] = "",
        ["eleventyImport"] = "",
    };

    /// <summary>The keys below <see cref="Navigation"/>.</summary>
    public static readonly IReadOnlyList<KnownKey> InNavigation =
    [
        new("key", "${1:cle}", "le nom que les pages du dessous donnent comme `parent`"),
        new("parent", "${1:cle-du-parent}", "la clé de la page au-dessus"),
        new("title", "${1:Titre court}", "le texte du menu"),
        new("order", "${1:10}", "la place parmi les pages voisines, du plus petit au plus grand"),
        new("url", "/${1:adresse}/", "une autre adresse, où mène l’entrée du menu"),
    ];

    /// <summary>The names of <see cref="InNavigation"/>.</summary>
    public static readonly IReadOnlyList<string> OfNavigation = [.. InNavigation.Select(static key => key.Name)];

    private static string Day(int place) => $"${{{place}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}";
}

/// <summary>A front-matter key, as writers are told of it: rules, snippets and the guide's table have it from here.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">
/// What may stand after it, as snippets of editors have it (Language Server Protocol, snippet syntax): <c>${1:words}</c> is typed over, <c>${1|a,b|}</c> one
/// of several. Empty where keys below it follow.
/// </param>
/// <param name="Meaning">What it says, in French, for a cell of a Markdown table; its links lead to parts of the guide.</param>
internal sealed record KnownKey(string Name, string Value, string Meaning);
