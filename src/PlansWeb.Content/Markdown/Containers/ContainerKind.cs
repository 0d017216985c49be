namespace PlansWeb.Content.Markdown.Containers;

/// <summary>The DSFR components that Markdown can write with <c>:::</c> and <c>???</c>.</summary>
internal enum ContainerKind
{
    /// <summary>Mise en avant: <c>:::callout Titre</c></summary>
    Callout,

    /// <summary>Mise en exergue: <c>:::highlight</c></summary>
    Highlight,

    /// <summary>Citation: <c>:::quote</c></summary>
    Quote,

    /// <summary>Alertes: <c>:::info</c>, <c>:::warning</c>, <c>:::error</c>, <c>:::success</c>, each with a title or none.</summary>
    Alert,

    /// <summary>A container that the project registers and the design system does not have.</summary>
    Own,

    /// <summary>Groupe d’accordéons: <c>???accordionsgroup</c></summary>
    AccordionsGroup,

    /// <summary>Accordéon: <c>??? Titre</c></summary>
    Accordion,
}
