using Markdig.Syntax.Inlines;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>French typography on rendered text: never in code, tags, addresses or images' texts, nor on what the writer escaped.</summary>
internal static class Typographer
{
    /// <summary>Changes the texts of one paragraph, heading, cell or title, in markdown-it's order: replacements, then quotes.</summary>
    /// <param name="root">The texts.</param>
    /// <param name="quotes">markdown-it's quotes, without French spaces; <see langword="null"/> for French typography.</param>
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
