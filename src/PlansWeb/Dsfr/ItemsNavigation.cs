using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlansWeb.Dsfr;

/// <summary>A list of ways to go: without any, nothing is written.</summary>
/// <typeparam name="T">What an entry is.</typeparam>
public abstract class ItemsNavigation<T> : TagHelper
{
    /// <summary>The entries, in order.</summary>
    public IReadOnlyList<T> Items { get; set; } = [];

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
