namespace PlansWeb.Content.Diagnostics;

/// <summary>Every kind of problem that the site knows, in one place: the editors' guide explains each by its id.</summary>
internal static class DiagnosticRules
{
    /// <summary>The file is not text in an encoding that can be read.</summary>
    public static readonly DiagnosticRule Encoding = new("encodage", Severity.Error);

    /// <summary>The file is larger than the limit, or could cost too much to render.</summary>
    public static readonly DiagnosticRule TooLarge = new("trop-grand", Severity.Error);

    /// <summary>A copy, or what a program left behind, beside the file that is meant: it is no page.</summary>
    public static readonly DiagnosticRule Copy = new("copie", Severity.Warning);

    /// <summary>A file that looks like a page and is none, or whose name is nearly that of a folder's own page.</summary>
    public static readonly DiagnosticRule PageName = new("nom-de-page", Severity.Warning);

    /// <summary>The declaration of accessibility does not say all that the law asks for.</summary>
    public static readonly DiagnosticRule IncompleteDeclaration = new("declaration-incomplete", Severity.Warning);

    /// <summary>The file could not be read at all.</summary>
    public static readonly DiagnosticRule Unreadable = new("fichier-illisible", Severity.Error);

    /// <summary>The Markdown could not be rendered, through a mistake of the site's own.</summary>
    public static readonly DiagnosticRule RenderFailure = new("rendu-impossible", Severity.Error);

    /// <summary>The file is empty or cannot be read any more; its last good version is served.</summary>
    public static readonly DiagnosticRule LastGood = new("derniere-version-gardee", Severity.Error);

    /// <summary>The front matter is not valid YAML; what could be read of it is used.</summary>
    public static readonly DiagnosticRule Yaml = new("yaml", Severity.Error);

    /// <summary>A data file is not valid JSON; what could be read of it is used.</summary>
    public static readonly DiagnosticRule Json = new("json", Severity.Error);

    /// <summary>A key stands twice in one mapping.</summary>
    public static readonly DiagnosticRule DuplicateKey = new("cle-en-double", Severity.Error);

    /// <summary>The YAML is valid, but is read in a way that its writer may not expect.</summary>
    public static readonly DiagnosticRule YamlAmbiguous = new("yaml-ambigu", Severity.Warning);

    /// <summary>A space before the colon of a key, as French typography has it: read, but YAML programs do not write it.</summary>
    public static readonly DiagnosticRule SpaceBeforeColon = new("espace-avant-deux-points", Severity.Warning);

    /// <summary>The front matter does not begin or end as it should; what could be told apart is used.</summary>
    public static readonly DiagnosticRule FrontMatterFence = new("en-tete-mal-delimite", Severity.Error);

    /// <summary>Markers of Git between two versions of the same lines.</summary>
    public static readonly DiagnosticRule GitConflict = new("conflit-git", Severity.Error);

    /// <summary>A key that was meant to hide the page and is not the right one; it hides it.</summary>
    public static readonly DiagnosticRule HidingKey = new("cle-pour-cacher", Severity.Error);

    /// <summary>The page has no title.</summary>
    public static readonly DiagnosticRule MissingTitle = new("titre-manquant", Severity.Warning);

    /// <summary>Two pages of one folder have the same title.</summary>
    public static readonly DiagnosticRule SameTitle = new("titre-en-double", Severity.Warning);

    /// <summary>A front-matter value has the wrong type.</summary>
    public static readonly DiagnosticRule WrongType = new("valeur-inattendue", Severity.Error);

    /// <summary>A date that does not exist or cannot be read.</summary>
    public static readonly DiagnosticRule ImpossibleDate = new("date-impossible", Severity.Error);

    /// <summary>A date that Git should tell, where the history cannot be read; the page has none.</summary>
    public static readonly DiagnosticRule NoGitDate = new("date-git-introuvable", Severity.Warning);

    /// <summary>A date in a French form: read, but Eleventy and other programs would not.</summary>
    public static readonly DiagnosticRule DateForm = new("forme-de-date", Severity.Warning);

    /// <summary>Dates that cannot both be right: a window that never opens, a change before the page was there.</summary>
    public static readonly DiagnosticRule ContradictoryDates = new("dates-contradictoires", Severity.Warning);

    /// <summary>No layout has this name; the page is shown in the default one.</summary>
    public static readonly DiagnosticRule UnknownLayout = new("gabarit-inconnu", Severity.Warning);

    /// <summary>Two files have the same address.</summary>
    public static readonly DiagnosticRule DuplicateAddress = new("adresse-en-double", Severity.Error);

    /// <summary>An address was public and is not any more: no page, no document, no redirect, no 410.</summary>
    public static readonly DiagnosticRule LostAddress = new("adresse-perdue", Severity.Error);

    /// <summary>The address of an image was public and is not any more.</summary>
    public static readonly DiagnosticRule LostImage = new("image-perdue", Severity.Warning);

    /// <summary>A place in a page that links of the site led to is gone.</summary>
    public static readonly DiagnosticRule LostAnchor = new("ancre-perdue", Severity.Warning);

    /// <summary>A page or document at an address where the site answers by itself: nobody can read it.</summary>
    public static readonly DiagnosticRule ReservedAddress = new("adresse-reservee", Severity.Error);

    /// <summary>A permalink that is no address.</summary>
    public static readonly DiagnosticRule Permalink = new("permalink", Severity.Error);

    /// <summary>A page whose address has a space, which programs write %20, or end the link at.</summary>
    public static readonly DiagnosticRule SpacedAddress = new("adresse-avec-espace", Severity.Warning);

    /// <summary>A redirect that cannot be read, or that a page shadows.</summary>
    public static readonly DiagnosticRule Redirect = new("redirection", Severity.Warning);

    /// <summary>A symbolic link that leads out of the content folder, nowhere, or in a circle; it is not followed.</summary>
    public static readonly DiagnosticRule Link = new("lien-symbolique", Severity.Warning);

    /// <summary>A line of <c>.eleventyignore</c> that cannot be understood.</summary>
    public static readonly DiagnosticRule IgnorePattern = new("motif-inconnu", Severity.Warning);

    /// <summary>Data in JavaScript that could not run, or names a key that hides pages: its pages stay hidden.</summary>
    public static readonly DiagnosticRule HidingScript = new("donnees-javascript-masquees", Severity.Error);

    /// <summary>A template that Eleventy would serve and that is no page here.</summary>
    public static readonly DiagnosticRule TemplateFile = new("gabarit-non-servi", Severity.Warning);

    /// <summary>A key of Eleventy that this site does not follow.</summary>
    public static readonly DiagnosticRule EleventyKey = new("cle-eleventy", Severity.Warning);

    /// <summary>What of the project's Eleventy configuration was not taken over.</summary>
    public static readonly DiagnosticRule EleventyConfiguration = new("configuration-eleventy", Severity.Warning);

    /// <summary>A data file in JavaScript that cannot run here, or asks for what is not here.</summary>
    public static readonly DiagnosticRule ScriptData = new("donnees-javascript", Severity.Warning);

    /// <summary>A data file that no page and no folder is named after: nothing has its data.</summary>
    public static readonly DiagnosticRule OrphanData = new("donnees-sans-page", Severity.Error);

    /// <summary>Two navigation entries have the same key.</summary>
    public static readonly DiagnosticRule NavigationDuplicateKey = new("navigation-cle-en-double", Severity.Warning);

    /// <summary>A navigation entry without key and title: Eleventy would show it without a name, here it has its page's title.</summary>
    public static readonly DiagnosticRule NavigationUnnamed = new("navigation-sans-cle", Severity.Warning);

    /// <summary>Keys of the navigation that do not stand below it: the page is in no menu.</summary>
    public static readonly DiagnosticRule NavigationPlace = new("navigation-mal-placee", Severity.Warning);

    /// <summary>The parent of a navigation entry does not exist.</summary>
    public static readonly DiagnosticRule NavigationUnknownParent = new("navigation-parent-inconnu", Severity.Warning);

    /// <summary>Navigation entries that are each other's ancestors.</summary>
    public static readonly DiagnosticRule NavigationCycle = new("navigation-boucle", Severity.Warning);

    /// <summary>Two pages claim to be the same translation of a page.</summary>
    public static readonly DiagnosticRule Translation = new("traduction-en-double", Severity.Warning);

    /// <summary>Liquid that cannot be read or computed; the text is left as it is.</summary>
    public static readonly DiagnosticRule Liquid = new("liquid", Severity.Error);

    /// <summary>A variable that does not exist; nothing is shown in its place.</summary>
    public static readonly DiagnosticRule UnknownVariable = new("liquid-variable-inconnue", Severity.Warning);

    /// <summary>A filter that does not exist; the value is shown without it.</summary>
    public static readonly DiagnosticRule UnknownFilter = new("liquid-filtre-inconnu", Severity.Warning);

    /// <summary>A tag or an expression that only Nunjucks knows; it is not shown.</summary>
    public static readonly DiagnosticRule Nunjucks = new("balise-nunjucks", Severity.Error);

    /// <summary>A tag or shortcode that does not exist; it is not shown, the text between a pair is.</summary>
    public static readonly DiagnosticRule UnknownTag = new("balise-inconnue", Severity.Error);

    /// <summary>A shortcode without what it needs; it is not shown.</summary>
    public static readonly DiagnosticRule Shortcode = new("balise-incomplete", Severity.Error);

    /// <summary>A block of <c>:::</c> or <c>???</c> that is not closed: the rest of the page runs into it.</summary>
    public static readonly DiagnosticRule UnclosedContainer = new("bloc-non-ferme", Severity.Warning);

    /// <summary>A line of <c>:::</c> that closes nothing.</summary>
    public static readonly DiagnosticRule StrayContainer = new("bloc-non-ouvert", Severity.Warning);

    /// <summary>A block of <c>:::</c> with a name that the site does not know.</summary>
    public static readonly DiagnosticRule UnknownContainer = new("bloc-inconnu", Severity.Warning);

    /// <summary>A comment that is not closed: the rest of the page is in it.</summary>
    public static readonly DiagnosticRule UnclosedComment = new("commentaire-non-ferme", Severity.Error);

    /// <summary>A mark of Markdown that makes nothing, for a space that is missing, too many or a no-break one: it is shown as it was typed.</summary>
    public static readonly DiagnosticRule BadMark = new("marque-mal-ecrite", Severity.Warning);

    /// <summary>A numbered list that begins at 1 again, because what stands between is not in its item.</summary>
    public static readonly DiagnosticRule RestartedList = new("liste-qui-recommence", Severity.Warning);

    /// <summary>A writing that other programs know and this site does not: it is shown as it was typed.</summary>
    public static readonly DiagnosticRule ForeignSyntax = new("syntaxe-etrangere", Severity.Warning);

    /// <summary>A text that stands in for one that is still to be written.</summary>
    public static readonly DiagnosticRule Placeholder = new("texte-provisoire", Severity.Warning);

    /// <summary>A table that is none, or a row with more cells than the table has columns: those are not shown.</summary>
    public static readonly DiagnosticRule BadTable = new("tableau-mal-forme", Severity.Error);

    /// <summary>Markdown in a block of HTML, where it stays as it is.</summary>
    public static readonly DiagnosticRule MarkdownInHtml = new("markdown-dans-html", Severity.Warning);

    /// <summary>An attribute in braces that Markdown may not set.</summary>
    public static readonly DiagnosticRule RefusedAttribute = new("attribut-refuse", Severity.Warning);

    /// <summary>A class in braces that no style sheet has.</summary>
    public static readonly DiagnosticRule UnknownClass = new("classe-inconnue", Severity.Warning);

    /// <summary>HTML that is not on the list of what a page may hold; it is not shown, or only its content is.</summary>
    public static readonly DiagnosticRule RemovedHtml = new("html-retire", Severity.Warning);

    /// <summary>A style of the page's own, which gave way to the DSFR's.</summary>
    public static readonly DiagnosticRule RemovedStyle = new("style-retire", Severity.Warning);

    /// <summary>A script, a handler or an address that runs one; never shown.</summary>
    public static readonly DiagnosticRule RemovedScript = new("script-retire", Severity.Warning);

    /// <summary>A frame or player of another site, shown as a link to it.</summary>
    public static readonly DiagnosticRule VideoAsLink = new("video-en-lien", Severity.Warning);
    /// <summary>A link to a page or document of the site that is not there.</summary>
    public static readonly DiagnosticRule DeadLink = new("lien-mort", Severity.Error);

    /// <summary>A link to a page that readers may not see: a draft, or outside its window.</summary>
    public static readonly DiagnosticRule LinkToHidden = new("lien-brouillon", Severity.Error);

    /// <summary>A link to a place in a page that the page does not have.</summary>
    public static readonly DiagnosticRule DeadAnchor = new("ancre-morte", Severity.Warning);

    /// <summary>A link to an old address, from which a redirect leads on.</summary>
    public static readonly DiagnosticRule LinkToOldAddress = new("lien-ancienne-adresse", Severity.Warning);

    /// <summary>A link whose address is only nearly right: the slash, an accent or a capital.</summary>
    public static readonly DiagnosticRule InexactLink = new("lien-approximatif", Severity.Warning);

    /// <summary>A link that still waits for its address: <c>#</c>.</summary>
    public static readonly DiagnosticRule PlaceholderLink = new("lien-a-completer", Severity.Warning);

    /// <summary>An address that only works on the writer's own computer.</summary>
    public static readonly DiagnosticRule LocalAddress = new("adresse-locale", Severity.Error);

    /// <summary>A link without text.</summary>
    public static readonly DiagnosticRule EmptyLink = new("lien-vide", Severity.Warning);

    /// <summary>A link that is written in a way that makes none, or whose address has a space.</summary>
    public static readonly DiagnosticRule BadLink = new("lien-mal-ecrit", Severity.Warning);

    /// <summary>A link whose text does not say where it leads.</summary>
    public static readonly DiagnosticRule VagueLink = new("lien-peu-explicite", Severity.Warning);

    /// <summary>An image that is not there.</summary>
    public static readonly DiagnosticRule MissingImage = new("image-introuvable", Severity.Error);

    /// <summary>An image of another site, which the site's content security policy keeps browsers from loading.</summary>
    public static readonly DiagnosticRule ForeignImage = new("image-externe", Severity.Error);

    /// <summary>A language tag, of a page or in its text, that is none (RGAA 8.4, 8.8).</summary>
    public static readonly DiagnosticRule UnknownLanguage = new("langue-inconnue", Severity.Warning);

    /// <summary>An image without the attribute <c>alt</c>.</summary>
    public static readonly DiagnosticRule MissingAlt = new("alt-manquant", Severity.Warning);

    /// <summary>An image whose alternative text is the name of a file.</summary>
    public static readonly DiagnosticRule FileNameAsAlt = new("alt-nom-de-fichier", Severity.Warning);

    /// <summary>An image that stands in the text itself, as a <c>data:</c> address; it is not shown.</summary>
    public static readonly DiagnosticRule PastedImage = new("image-collee", Severity.Error);

    /// <summary>An image that weighs more than the budget.</summary>
    public static readonly DiagnosticRule HeavyImage = new("image-lourde", Severity.Warning);

    /// <summary>An image with far more pixels than are shown.</summary>
    public static readonly DiagnosticRule OversizedImage = new("image-trop-grande", Severity.Warning);

    /// <summary>A heading more than one level below the one before.</summary>
    public static readonly DiagnosticRule SkippedLevel = new("niveau-de-titre-saute", Severity.Warning);

    /// <summary>A second heading of level 1: the first is the page's title.</summary>
    public static readonly DiagnosticRule SecondMainHeading = new("second-titre-principal", Severity.Warning);

    /// <summary>A heading without text: it is left out.</summary>
    public static readonly DiagnosticRule EmptyHeading = new("titre-vide", Severity.Warning);

    /// <summary>Two elements of a page with the same id: links lead to the first (RGAA 8.2).</summary>
    public static readonly DiagnosticRule DuplicateId = new("identifiant-en-double", Severity.Warning);

    /// <summary>A table without header cells.</summary>
    public static readonly DiagnosticRule HeaderlessTable = new("tableau-sans-en-tetes", Severity.Warning);

    /// <summary>A header cell without text.</summary>
    public static readonly DiagnosticRule EmptyHeader = new("en-tete-de-tableau-vide", Severity.Warning);

    /// <summary>A paragraph that only looks like a heading: bold from end to end, before a text that is not, or dressed as a block’s title.</summary>
    public static readonly DiagnosticRule BoldHeading = new("titre-en-gras", Severity.Warning);

    /// <summary>A name for screen readers on an element that cannot have one.</summary>
    public static readonly DiagnosticRule UnheardName = new("nom-sans-role", Severity.Warning);

    /// <summary>HTML that the standard has given up, or that only makes up for spacing.</summary>
    public static readonly DiagnosticRule ObsoleteHtml = new("html-desuet", Severity.Warning);

    /// <summary>A button or a form that does nothing.</summary>
    public static readonly DiagnosticRule DeadControl = new("html-sans-effet", Severity.Warning);

    /// <summary>A field without a label (RGAA 11.1).</summary>
    public static readonly DiagnosticRule UnnamedField = new("champ-sans-etiquette", Severity.Warning);

    /// <summary>A link that opens a new window and does not say so (RGAA 13.2).</summary>
    public static readonly DiagnosticRule NewWindow = new("nouvelle-fenetre", Severity.Warning);

    /// <summary>The date for the next review is past.</summary>
    public static readonly DiagnosticRule OverdueReview = new("relecture-depassee", Severity.Warning);

    /// <summary>The page has no description.</summary>
    public static readonly DiagnosticRule MissingDescription = new("description-manquante", Severity.Warning);

    /// <summary>A front-matter key that nothing uses, and that is nearly one which the site knows.</summary>
    public static readonly DiagnosticRule UnknownKey = new("cle-inconnue", Severity.Warning);

    /// <summary>The section that a key names does not exist.</summary>
    public static readonly DiagnosticRule UnknownSection = new("rubrique-inconnue", Severity.Warning);

    /// <summary><c>ignore</c> names a rule that does not exist.</summary>
    public static readonly DiagnosticRule UnknownRule = new("regle-inconnue", Severity.Warning);

    /// <summary>A redirect that leads to another one.</summary>
    public static readonly DiagnosticRule RedirectChain = new("redirection-en-chaine", Severity.Warning);

    /// <summary>Redirects that lead back to themselves.</summary>
    public static readonly DiagnosticRule RedirectLoop = new("redirection-en-boucle", Severity.Error);

    /// <summary>A redirect to an address of the site where nothing is.</summary>
    public static readonly DiagnosticRule DeadRedirect = new("redirection-sans-arrivee", Severity.Error);

    /// <summary>The file that a page shows as an image is none, or another than its name says.</summary>
    public static readonly DiagnosticRule UnreadableImage = new("image-illisible", Severity.Warning);

    /// <summary>The size of a document that a writer typed is not that of the file.</summary>
    public static readonly DiagnosticRule DocumentSize = new("taille-de-document-fausse", Severity.Warning);

    /// <summary>The document that a plan names is not there.</summary>
    public static readonly DiagnosticRule PlanDocument = new("document-de-plan-introuvable", Severity.Error);

    /// <summary>A file of the register that is no table, or lacks a column that it needs: none of it is shown.</summary>
    public static readonly DiagnosticRule RegisterFile = new("registre-illisible", Severity.Error);

    /// <summary>A column that the register does not know, or a row with more cells than columns.</summary>
    public static readonly DiagnosticRule RegisterColumn = new("registre-colonne", Severity.Warning);

    /// <summary>A row without a source: it is not shown.</summary>
    public static readonly DiagnosticRule RegisterSource = new("registre-sans-source", Severity.Error);

    /// <summary>A cell that must not be empty is: the row is not shown.</summary>
    public static readonly DiagnosticRule RegisterMissing = new("registre-case-vide", Severity.Error);

    /// <summary>A name that stands nowhere: theme, administration, status, level, plan, action.</summary>
    public static readonly DiagnosticRule RegisterName = new("registre-nom-inconnu", Severity.Error);

    /// <summary>An id that another row has: the later row is not shown.</summary>
    public static readonly DiagnosticRule RegisterDuplicate = new("registre-identifiant-en-double", Severity.Error);

    /// <summary>A cell that is no date, or a day that no calendar has.</summary>
    public static readonly DiagnosticRule RegisterDate = new("registre-date", Severity.Error);

    /// <summary>A cell that is no number, or could be two.</summary>
    public static readonly DiagnosticRule RegisterNumber = new("registre-nombre", Severity.Error);

    /// <summary>A status that goes back, and no comment says why.</summary>
    public static readonly DiagnosticRule RegisterStatus = new("registre-statut-en-recul", Severity.Warning);

    /// <summary>A value or a target without its unit.</summary>
    public static readonly DiagnosticRule RegisterUnit = new("registre-sans-unite", Severity.Error);

    /// <summary>An administration without a name, or without one at the date of what is said of it.</summary>
    public static readonly DiagnosticRule AdministrationName = new("administration-sans-nom", Severity.Warning);

    /// <summary>Something that the site says of itself and that cannot be shown.</summary>
    public static readonly DiagnosticRule SiteIdentity = new("identite-ignoree", Severity.Warning);

    /// <summary>A group of synonyms that cannot be one: the search does without it.</summary>
    public static readonly DiagnosticRule Synonyms = new("synonyme-ignore", Severity.Warning);

    /// <summary>All of them, in the order above. Looked up each time: only the checks ask.</summary>
    public static IReadOnlyList<DiagnosticRule> All =>
    [
        .. typeof(DiagnosticRules).GetFields().Select(static member => member.GetValue(null)).OfType<DiagnosticRule>(),
    ];
}
