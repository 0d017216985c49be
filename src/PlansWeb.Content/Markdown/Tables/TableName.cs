using PlansWeb.Content.Html.Media.Headers;

namespace PlansWeb.Content.Markdown.Tables;

/// <summary>The name of the box in which a table scrolls: readers who cannot see the table hear it when the box has the focus.</summary>
internal static class TableName
{
    private const int NamedColumns = 3;

    /// <summary>Names a table by its title, or by its first columns.</summary>
    /// <param name="names">Texts in their order; those that are empty do not count.</param>
    public static string Of(IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Where(static name => name.Length > 0).Take(NamedColumns));
        return list.Length > 0 ? ContentTexts.TableOf(list) : ContentTexts.Table;
    }
}
