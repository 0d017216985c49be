using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Html;

/// <summary>Tells editors what was taken out of their HTML, and what to write instead.</summary>
/// <param name="search">Finds the lines.</param>
/// <param name="problems">Where problems are reported.</param>
internal sealed class SanitizerReport(SourceSearch search, DiagnosticLog problems)
{
    // Enough to mend a page; a page of nothing but mistakes must not cost one report a tag.
    private const int Maximum = 100;

    private const string AllowedAddresses = "Écrivez une adresse du site, ou en https, mailto ou tel.";

    private int _count;

    /// <summary>An element that is not shown.</summary>
    public void Element(string name, bool isWhole)
    {
        if (name is "script")
        {
            Add(DiagnosticRules.RemovedScript, "<" + name, "Un script (« <script> ») a été retiré : aucun script ne s’exécute sur ce site.", "Supprimez-le ; un lien ou un bloc « <details> » suffit souvent.");
        }
        else if (name is "style" or "link")
        {
            Add(DiagnosticRules.RemovedStyle, "<" + name, $"Une feuille de style (« <{name}> ») a été retirée.", "Utilisez les classes du DSFR.");
        }
        else
        {
            Add(DiagnosticRules.RemovedHtml, "<" + name,
                isWhole ? $"L’élément « <{name}> » n’est pas permis : il a été retiré avec son contenu." : $"L’élément « <{name}> » n’est pas permis : seul son contenu est affiché.",
                name switch
                {
                    "svg" => "Enregistrez le dessin dans un fichier .svg et affichez-le avec « ![texte](dessin.svg) ».",
                    "object" or "embed" or "applet" => "Écrivez un lien vers le document.",
                    "math" => "Écrivez la formule en texte, ou en image avec son texte de remplacement.",
                    "select" or "textarea" or "option" => "Ce site ne reçoit pas de formulaire : écrivez une adresse de contact.",
                    _ => "Utilisez un élément HTML courant ou un composant du DSFR.",
                });
        }
    }

    /// <summary>An attribute that is not kept.</summary>
    public void Attribute(string element, string name, string value)
    {
        if (name.StartsWith("on", StringComparison.Ordinal))
        {
            Add(DiagnosticRules.RemovedScript, name + "=", $"« {name} » a été retiré de « <{element}> » : aucun script ne s’exécute sur ce site.", "Supprimez cet attribut ; un lien ou un bouton doit fonctionner sans lui.");
        }
        else if (AllowedHtml.IsLook(name))
        {
            Add(DiagnosticRules.RemovedStyle, name + "=", $"« {name} » a été retiré de « <{element}> » : l’apparence vient du DSFR.", name == "align" ? InlineStyle.Advice("float") : InlineStyle.Advice(name, element));
        }
        else
        {
            Add(DiagnosticRules.RemovedHtml, name + "=", $"L’attribut « {name}=\"{Short(value)}\" » a été retiré de « <{element}> ».",
                name.StartsWith("data-", StringComparison.Ordinal) ? "Il ne sert qu’à un script : supprimez-le." : "Supprimez-le, ou donnez-lui une valeur permise.");
        }
    }

    /// <summary>An address that is not kept.</summary>
    public void Address(string element, string name, string value)
    {
        if (SafeAddress.IsLocal(value))
        {
            Local(name, value);
            return;
        }

        Add(RuleOf(value), value.Length > 0 ? value.Split('\n')[0] : name + "=",
            $"L’adresse « {Short(value)} » a été retirée de « <{element}> ».",
            name == "action" ? "Un formulaire ne peut mener qu’à une page de ce site." : AllowedAddresses);
    }

    /// <summary>What is said of a link or an image of Markdown that stays text because of its address.</summary>
    public static (DiagnosticRule Rule, string Message, string Advice) OfRefusedLink(string address, bool isImage) => (
        RuleOf(address),
        isImage ? $"L’adresse « {Short(address)} » n’est pas permise pour une image : le texte est affiché tel qu’il est écrit." : $"L’adresse « {Short(address)} » n’est pas permise : il n’y a pas de lien, le texte est affiché tel qu’il est écrit.",
        isImage ? "Déposez l’image dans le dossier du contenu et écrivez son adresse sur le site." : AllowedAddresses);

    /// <summary>A style, with what had no class.</summary>
    public void Style(string element, IReadOnlyList<string> classes, IReadOnlyList<string> rest)
    {
        var kept = classes.Count > 0 ? $" La classe « {string.Join(' ', classes)} » le remplace en partie." : "";
        if (rest.Count == 0)
        {
            Add(DiagnosticRules.RemovedStyle, "style=", $"« style » de « <{element}> » a été remplacé par la classe « {string.Join(' ', classes)} ».", $"Écrivez class=\"{string.Join(' ', classes)}\".");
        }
        else
        {
            Add(DiagnosticRules.RemovedStyle, "style=", $"« style » ({Short(string.Join(", ", rest))}) a été retiré de « <{element}> ».{kept}", InlineStyle.Advice(rest[0], element));
        }
    }

    /// <summary>A frame or a player that became a link.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="address">Where the link leads; <see langword="null"/> where there is none.</param>
    /// <param name="hasTitle">The writer gave it a title.</param>
    public void Video(string element, string? address, bool hasTitle) => Add(DiagnosticRules.VideoAsLink, "<" + element,
        address is null ? $"« <{element}> » n’a pas d’adresse valable : il a été retiré." : $"« <{element}> » est affiché comme un lien vers {Short(address)} : le lecteur d’un autre site suivrait les visiteurs.",
        hasTitle ? "Écrivez le lien vous-même, suivi d’une transcription : « [Voir la vidéo « son titre »](adresse) »." : "Donnez un titre à la vidéo, que le lien reprendra (title=\"…\"), ou écrivez le lien vous-même, suivi d’une transcription.");

    /// <summary>An id that the layout needs for itself.</summary>
    public void Id(string id, string renamed) => Add(DiagnosticRules.RemovedHtml, $"\"{id}\"",
        $"L’identifiant « {id} » est réservé à la mise en page ; il est devenu « {renamed} ».", "Choisissez un autre identifiant, et corrigez les liens qui y mènent.");

    /// <summary>HTML too tangled or too long to read.</summary>
    public void TooCostly() => problems.Report(DiagnosticRules.TooLarge, 0, 0,
        $"Le HTML de cette page est trop long ou trop imbriqué (plus de {ParseBudget.MaximumOpen} éléments ouverts) : seul son texte est affiché, sans mise en forme.",
        "Fermez chaque élément, ou partagez la page.");

    // As the checks say it of those addresses that are left to them.
    private void Local(string name, string value)
    {
        // Markdown encodes what is no character of an address; the file has it as it was typed.
        var typed = Uri.UnescapeDataString(value.Trim());
        var place = search.PlaceOf(value);
        place = place.Line > 0 ? place : search.PlaceOf(typed);
        var shown = $"«\u00a0{Short(typed)}\u00a0»";
        if (name is "src" or "srcset" or "poster")
        {
            Add(DiagnosticRules.LocalAddress, place, $"L’image {shown} n’existe que sur votre ordinateur\u00a0: personne d’autre ne la voit.",
                "Déposez l’image dans le dossier du contenu et écrivez son adresse sur le site.");
        }
        else
        {
            Add(DiagnosticRules.LocalAddress, place, $"L’adresse {shown} n’existe que sur votre ordinateur\u00a0: personne d’autre ne peut l’ouvrir.",
                "Écrivez l’adresse publique, ou déposez le document dans le dossier du contenu et faites un lien vers lui.");
        }
    }

    private void Add(DiagnosticRule rule, string needle, string message, string advice) => Add(rule, (search.LineOf(needle), 0), message, advice);

    private void Add(DiagnosticRule rule, (int Line, int Column) place, string message, string advice)
    {
        if (_count++ < Maximum)
        {
            problems.Report(rule, place.Line, place.Column, message, advice);
        }
    }

    private static DiagnosticRule RuleOf(string address) =>
        SafeAddress.Scheme(address) is "javascript" or "vbscript" or "data" ? DiagnosticRules.RemovedScript : DiagnosticRules.RemovedHtml;

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 60 ? line : line[..59] + "…";
    }
}
