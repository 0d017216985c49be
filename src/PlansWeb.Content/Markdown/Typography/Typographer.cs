using Markdig.Syntax.Inlines;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>Typography on rendered text, French unless the page is in English: never in code, tags, addresses or images' texts, nor on what the writer escaped.</summary>
internal static class Typographer
{
    /// <summary>Changes the texts of one paragraph, heading, cell or title, in markdown-it's order: replacements, then quotes.</summary>
    /// <param name="root">The texts.</param>
    /// <param name="quotes">The quotes, without French spaces: markdown-it's, or English ones; <see langword="null"/> for French typography.</param>
    public static void Apply(ContainerInline root, IReadOnlyList<string>? quotes = null)
    {
        GuardedText.Split(root);
        var items = InlineFlow.Of(root);
        foreach (var item in items)
        {
            if (item.Text is { } text)
            {
                text.Text = Replacements.Apply(text.Text);
            }
        }

        SmartQuotes.Apply(items, quotes ?? SmartQuotes.French);
        if (quotes is null)
        {
            FrenchSpaces.Apply(items);
        }
    }
}
