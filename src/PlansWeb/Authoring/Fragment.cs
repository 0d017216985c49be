using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace PlansWeb.Authoring;

/// <summary>
/// Pieces of HTML from interpolated text, every value in it encoded: <c>Fragment.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>. Only what is itself a
/// fragment stays as it is. Razor is no choice here: its pages answer wherever they are compiled in.
/// </summary>
internal static class Fragment
{
    /// <summary>Nothing.</summary>
    public static IHtmlContent None => HtmlString.Empty;

    /// <summary>A piece of HTML.</summary>
    public static IHtmlContent Of(FormattableString text) => new HtmlFormattableString(CultureInfo.InvariantCulture, text.Format, text.GetArguments());

    /// <summary>Pieces one after the other.</summary>
    public static IHtmlContent Join(IEnumerable<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            all.AppendHtml(part);
        }

        return all;
    }
}
