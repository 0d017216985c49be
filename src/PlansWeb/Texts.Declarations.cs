using System.Globalization;
using PlansWeb.Content;
using PlansWeb.Declarations;

namespace PlansWeb;

// The two declarations have more to say than the rest of the interface.
internal static partial class Texts
{
    public const string AccessibilityCommitment = "Engagement";
    public const string AccessibilityCommitted = "{0} s’engage à rendre ses sites et ses applications accessibles, conformément à";
    public const string AccessibilityNobody = "L’organisme qui publie ce site ne dit pas son nom. Il doit rendre ses sites et ses applications accessibles, conformément à";
    public const string AccessibilityLaw = "l’article 47 de la loi n°\u00A02005-102 du 11 février 2005";
    public const string AccessibilityLawAddress = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000809647";
    public const string AccessibilityMeans = "À cette fin, il publie\u00A0:";
    public const string AccessibilityScheme = "le schéma pluriannuel de mise en accessibilité";
    public const string AccessibilityPlan = "le plan d’action de l’année";
    public const string AccessibilityNoScheme = "Aucun schéma pluriannuel de mise en accessibilité n’est publié ici.";
    public const string AccessibilityScope = "Cette déclaration s’applique au site «\u00A0{0}\u00A0».";
    public const string AccessibilityScopeAt = "Cette déclaration s’applique au site «\u00A0{0}\u00A0», {1}.";
    public const string AccessibilityStateHeading = "État de conformité";
    public const string AccessibilityStatement = "Ce site est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version {0}\u00A0: personne n’a encore mené d’audit à la main. Sans audit valide, un site se déclare non conforme, quelle que soit sa qualité.";
    public const string AccessibilityStatementNone = "Ce site est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version {0}\u00A0: moins de la moitié des critères sont respectés.";
    public const string AccessibilityStatementPartial = "Ce site est partiellement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version {0}, en raison des non-conformités et des dérogations énumérées ci-dessous.";
    public const string AccessibilityStatementFull = "Ce site est totalement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version {0}.";
    public const string AccessibilityResults = "Résultats des tests";
    public const string AccessibilityAudited = "L’audit de conformité mené par {0}, terminé le {1}, révèle que {2}\u00A0% des critères du RGAA sont respectés.";
    public const string AccessibilityNotAudited = "Aucun audit de conformité n’a été mené\u00A0: le taux de critères respectés n’est pas connu.";
    public const string AccessibilityChecks = "Ce qui est vérifié";
    public const string AccessibilityChecksLead = "Le RGAA compte {0} critères. Des tests automatiques en vérifient une partie sur toutes les pages du site de démonstration, à chaque modification du programme qui fait ce site. Passer ces tests ne prouve pas la conformité\u00A0: un test couvre une partie d’un critère, ce qu’une page contient dépend de qui l’écrit, et le jugement d’une personne reste nécessaire.";
    public const string AccessibilityGaps = "Contenus non accessibles";
    public const string AccessibilityFaults = "Non-conformités";
    public const string AccessibilityGapsLead = "Aucune liste n’existe avant l’audit. Une difficulté signalée par un lecteur y sera ajoutée, avec une autre solution s’il y en a une.";
    public const string AccessibilityNoFault = "Aucune non-conformité n’est déclarée.";
    public const string AccessibilityExceptions = "Dérogations pour charge disproportionnée";
    public const string AccessibilityNoException = "Aucune dérogation pour charge disproportionnée n’est déclarée.";
    public const string AccessibilityExemptions = "Contenus non soumis à l’obligation d’accessibilité";
    public const string AccessibilityNoExemption = "Aucun contenu n’est déclaré comme non soumis à l’obligation d’accessibilité.";
    public const string AccessibilityMaking = "Établissement de cette déclaration";
    public const string AccessibilityMade = "Cette déclaration a été établie le {0}.";
    public const string AccessibilityUpdated = "Elle a été mise à jour le {0}.";
    public const string AccessibilityMadeWith = "Elle est produite à partir de ce que l’organisme a renseigné et des données des tests. Elle sera revue après un audit ou un changement important du site.";
    public const string AccessibilityTechnologies = "Technologies utilisées\u00A0: HTML, CSS et SVG, sans JavaScript.";
    public const string AccessibilityEnvironment = "Environnement de test";
    public const string AccessibilityNoEnvironment = "Aucun essai avec un lecteur d’écran n’est déclaré.";
    public const string AccessibilityTools = "Autres outils de vérification";
    public const string AccessibilityOwnTools = "Les tests du programme utilisent axe-core, le validateur HTML du W3C et l’arbre d’accessibilité de Chromium.";
    public const string AccessibilityNoTool = "Aucun autre outil de vérification n’est déclaré.";
    public const string AccessibilitySample = "Pages vérifiées";
    public const string AccessibilityNoSample = "Aucune page n’a fait l’objet d’une vérification complète.";
    public const string AccessibilityContact = "Signaler une difficulté";
    public const string AccessibilityContactLead = "Vous n’arrivez pas à lire une page ou à utiliser une fonction\u00A0? Écrivez au responsable du site\u00A0: il vous orientera vers une autre version ou vous enverra le contenu sous une autre forme.";
    public const string ContactIs = "Contact\u00A0: ";
    public const string AccessibilityContactMissing = "Ce site n’indique pas encore de contact.";
    public const string Remedies = "Voies de recours";
    public const string RemediesLead = "Vous avez signalé une difficulté et vous n’avez pas reçu de réponse satisfaisante ? Vous pouvez saisir le Défenseur des droits, gratuitement :";
    public const string RemedyForm = "écrire un message au Défenseur des droits";
    public const string RemedyFormAddress = "https://formulaire.defenseurdesdroits.fr/";
    public const string RemedyDelegate = "contacter un délégué du Défenseur des droits dans votre région";
    public const string RemedyDelegateAddress = "https://www.defenseurdesdroits.fr/carte-des-delegues";
    public const string RemedyPost = "envoyer un courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07";

    public const string EcodesignScore = "Score";
    public const string EcodesignStatement = "{0} du référentiel général d’écoconception de services numériques (RGESN), version {1} : les critères validés pèsent {2} sur les {3} des critères applicables.";
    public const string EcodesignRule = "Un critère prioritaire compte 1,5, un critère recommandé 1,25, un critère modéré 1. Un critère n’est validé que si un test le prouve ou si un document le montre. Ce qui n’est pas prouvé ne compte pas, même si c’est vrai.";
    public const string EcodesignHost = "{0} critères attendent la réponse de l’hébergeur ou de l’organisme qui met ce site en ligne. S’ils sont tous validés, le score devient {1}.";
    public const string EcodesignByTopic = "Score par thème";
    public const string EcodesignTopic = "Thème";
    public const string EcodesignValidated = "Poids validé";
    public const string EcodesignApplicable = "Poids applicable";
    public const string EcodesignShare = "Part";
    public const string EcodesignTotal = "Ensemble";
    public const string EcodesignDevices = "Appareils visés";
    public const string EcodesignDevicesText = "Le site se lit sur tout appareil qui ouvre une page web : téléphone de 2014, ordinateur de plus de dix ans, écran de 320 à 1 920 pixels de large, réseau à 512 kbit/s. Aucun script n’est nécessaire. La mise en forme vise Safari 12, Firefox 91 et Chrome 95 ou plus récents ; avec un navigateur plus ancien, tout le texte reste lisible.";
    public const string EcodesignNoPurpose = "La déclaration ne dit pas encore à quoi sert ce site, ni à qui.";
    public const string EcodesignNoImage = "Le site n’a pas d’image.";
    public const string EcodesignCriteria = "Les critères, un par un";
    public const string EcodesignCriteriaLead = "Le RGESN compte {0} critères ; {1} ne s’appliquent pas à ce site.";

    public const string EvidenceTest = "vérifié par un test sur toutes les pages";
    public const string EvidenceAbsence = "ne s’applique pas, et un test le garantit";
    public const string EvidenceUnguarded = "ne s’applique pas";
    public const string EvidenceTool = "peut être vérifié par un outil, mais ne l’est pas encore";
    public const string EvidencePerson = "demande le jugement d’une personne";
    public const string EvidenceValidated = "Validé";
    public const string EvidenceTodo = "À prouver";
    public const string EvidenceHost = "À renseigner";
    public const string EvidenceNone = "Non applicable";
    public const string PriorityHigh = "prioritaire";
    public const string PriorityRecommended = "recommandé";
    public const string PriorityModerate = "modéré";

    /// <summary>What a page loads on a slow network.</summary>
    public static string EcodesignSlowNetwork(long bytes, double seconds) =>
        With("Une page charge avec son texte {0} au plus, sans image\u00A0: {1:0.0}\u00A0s à 512\u00A0kbit/s. Le texte s’affiche avant les polices.", French.Size(bytes), seconds);

    /// <summary>How far each page is from the home page.</summary>
    public static string EcodesignClicks(int clicks) => With("Chaque page s’atteint depuis l’accueil en {0} clics au plus, par le plan du site.", clicks);

    /// <summary>Images that no test has judged.</summary>
    public static string EcodesignImagesUnseen(int images) => images == 1 ? "Aucun test ne dit ce qu’apporte l’image du site." : With("Aucun test ne dit ce qu’apportent les {0:N0} images du site.", images);

    /// <summary>The State's typeface.</summary>
    public static string EcodesignFonts(int files, long bytes) => With("La Marianne, police de la charte de l’État\u00A0: {0} fichiers, {1} en tout.", files, French.Size(bytes));

    /// <summary>Files of more than 1 MB.</summary>
    public static string EcodesignHeavyFiles(int files, bool isSaid) => files == 0 ? "Aucun fichier du site ne dépasse 1\u00A0Mo."
        : With(files == 1 ? "{0} fichier du site dépasse 1\u00A0Mo{1}." : "{0:N0} fichiers du site dépassent 1\u00A0Mo{1}.", files, isSaid ? "\u00A0; les liens qui y mènent le disent" : "");

    /// <summary>Formats of images.</summary>
    public static string EcodesignImageFormats(int images, int light) => With("Images en SVG, WebP ou AVIF\u00A0: {0:N0} sur {1:N0}.", light, images);

    /// <summary>Weights of images.</summary>
    public static string EcodesignImageWeights(int images, long heaviest) => With("{0:N0} images\u00A0; la plus lourde pèse {1}.", images, French.Size(heaviest));

    /// <summary>Pages that nobody must read again.</summary>
    public static string EcodesignUndated(int pages, int all) => With("Pages sans date de relecture\u00A0: {0:N0} sur {1:N0}.", pages, all);

    /// <summary>What a page loads.</summary>
    public static string EcodesignRequests(int requests, long bytes) => With("Une page sans image se compose de {0} fichiers au plus\u00A0; avec son texte, elle charge {1} au plus.", requests, French.Size(bytes));

    /// <summary>Puts values into a text.</summary>
    public static string With(string text, params object[] values) => string.Format(s_french, text, values);

    /// <summary>What stands behind a criterion of the RGAA.</summary>
    public static string Evidence(RgaaEvidence evidence) => evidence switch
    {
        RgaaEvidence.Test => EvidenceTest,
        RgaaEvidence.Absence => EvidenceAbsence,
        RgaaEvidence.Unguarded => EvidenceUnguarded,
        RgaaEvidence.Tool => EvidenceTool,
        _ => EvidencePerson,
    };

    /// <summary>How much a criterion of the RGESN counts.</summary>
    public static string Priority(RgesnPriority priority) => priority switch
    {
        RgesnPriority.High => PriorityHigh,
        RgesnPriority.Recommended => PriorityRecommended,
        _ => PriorityModerate,
    };

    /// <summary>Title of a topic in a list: number, name, how much of it is shown to be met.</summary>
    public static string TopicTitle(int number, string title, int met, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {title} ({met} sur {count})");
}
