using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>A list of ways to go: without any, nothing is written.</summary>
public abstract class ItemsNavigation : TagHelper
{
    /// <summary>The entries, in order.</summary>
    public IReadOnlyList<MenuItem> Items { get; set; } = [];

    /// <inheritdoc/>
    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        Write(output);
    }

    /// <summary>Writes the list, which has one entry at least.</summary>
    protected abstract void Write(TagHelperOutput output);
}
