using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr.Components;

/// <summary>A badge: a state in one or two words. It says it in text; the colour only repeats it (RGAA 3.1).</summary>
[HtmlTargetElement("dsfr-badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>The state.</summary>
    public string Text { get; set; } = "";

    /// <summary>The colour: <c>info</c>, <c>success</c>, <c>warning</c> or <c>error</c>; <see langword="null"/> for grey.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("span", "fr-badge fr-badge--sm" + (Kind is null ? "" : " fr-badge--no-icon fr-badge--" + Kind));
        output.Content.SetContent(Text);
    }
}
