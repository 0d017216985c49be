using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>An alert in the page; in its small form, where it has no title.</summary>
[HtmlTargetElement("dsfr-alert")]
public sealed class AlertTagHelper() : TextBlock("fr-alert__title", null)
{
    /// <summary>What the alert is about: <c>info</c>, <c>success</c>, <c>warning</c> or <c>error</c>.</summary>
    public string Kind { get; set; } = "info";

    /// <inheritdoc/>
    protected override string CssClass => $"fr-alert fr-alert--{Kind}{(Title is null ? " fr-alert--sm" : "")}";
}
