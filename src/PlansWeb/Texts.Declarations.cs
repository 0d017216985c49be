using System.Globalization;
using PlansWeb.Declarations;

namespace PlansWeb;

// The two declarations have more to say than the rest of the interface.
internal static partial class Texts
{
    public const string AccessibilityStateHeading = "État de conformité";
    public const string AccessibilityStatement = "Ce site est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version {0} : personne n’a encore mené d’audit à la main. Sans audit valide, un site se déclare non conforme, quelle que soit sa qualité.";
    public const string AccessibilityChecks = "Ce qui est vérifié";
    public const string AccessibilityChecksLead = "Le RGAA compte {0} critères. Des tests automatiques en vérifient une partie sur toutes les pages, à chaque modification du site. Passer ces tests ne prouve pas la conformité : un test couvre une partie d’un critère, et le jugement d’une personne reste nécessaire.";
    public const string AccessibilityGaps = "Contenus non accessibles";
    public const string AccessibilityGapsLead = "Aucune liste n’existe avant l’audit. Une difficulté signalée par un lecteur y sera ajoutée, avec une autre solution s’il y en a une.";
    public const string AccessibilityMaking = "Établissement de cette déclaration";
    public const string AccessibilityMade = "Cette déclaration a été établie le {0}.";
    public const string AccessibilityMadeWith = "Elle est produite à partir des données des tests. Technologies utilisées : HTML, CSS et SVG, sans JavaScript. Elle sera revue après un audit ou un changement important du site.";
    public const string AccessibilityContact = "Signaler une difficulté";
    public const string AccessibilityContactLead = "Vous n’arrivez pas à lire une page ou à utiliser une fonction ? Écrivez au responsable du site : il vous orientera vers une autre version ou vous enverra le contenu sous une autre forme.";
    public const string ContactIs = "Contact : ";
    public const string AccessibilityContactMissing = "L’organisme qui met ce site en ligne n’a pas encore indiqué de contact (réglage « Site:Contact »).";
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
    public const string EcodesignPurpose = "À quoi sert ce site, et pour qui";
    public const string EcodesignPurposeText = "Ce site informe sur ce que l’État fait pour réduire l’empreinte de son numérique. Il contribue aux objectifs de développement durable 12 (consommation et production responsables) et 13 (lutte contre les changements climatiques). Il s’adresse aux citoyens, aux agents et aux équipes numériques des ministères, qui ont besoin de lire et d’imprimer des textes, et de les retrouver. Rien d’autre n’est proposé : ni compte, ni vidéo, ni mesure d’audience.";
    public const string EcodesignDevices = "Appareils visés";
    public const string EcodesignDevicesText = "Le site se lit sur tout appareil qui ouvre une page web : téléphone de 2014, ordinateur de plus de dix ans, écran de 320 à 1 920 pixels de large, réseau à 512 kbit/s. Aucun script n’est nécessaire. La mise en forme vise Safari 12, Firefox 91 et Chrome 95 ou plus récents ; avec un navigateur plus ancien, tout le texte reste lisible.";
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
