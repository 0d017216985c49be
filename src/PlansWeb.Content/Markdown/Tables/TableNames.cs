namespace PlansWeb.Content.Markdown.Tables;

/// <summary>
/// Names the boxes in which the tables of a page scroll: readers who cannot see a table hear its name when the box has the focus. Two boxes of a page are
/// two landmarks, so they have two names (RGAA 12.6).
/// </summary>
/// <param name="taken">Names that the page has already.</param>
internal sealed class TableNames(params IEnumerable<string> taken)
{
    private const int NamedColumns = 3;

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    // The next number to try for a name: without it, n equal tables would cost n² looks.
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The name of a table, by its title or its first columns; a number follows it where another table has that name.</summary>
    /// <param name="texts">Texts in their order; those that are empty do not count.</param>
    public string Next(IEnumerable<string> texts)
    {
        var list = string.Join(", ", texts.Where(static text => text.Length > 0).Take(NamedColumns));
        var name = list.Length > 0 ? ContentTexts.TableOf(list) : ContentTexts.Table;
        var candidate = name;
        while (!_taken.Add(candidate))
        {
            var number = _next[name] = _next.GetValueOrDefault(name, 1) + 1;
            candidate = $"{name} ({number})";
        }

        return candidate;
    }
}
