using PlansWeb.Content.Html;
using PlansWeb.Content.Html.Rewriting;
using PlansWeb.Content.Site;

namespace PlansWeb.Feeds;

/// <summary>The body of a page for readers who see it elsewhere: every address in it absolute.</summary>
internal static class FeedContent
{
    /// <summary>The HTML of a page's body with absolute addresses.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">Its absolute address, to which relative ones refer.</param>
    public static string Of(ContentPage page, string address)
    {
        var home = new Uri(address);
        return new HtmlRewriter(
            PlainText.WithoutDrawings(page.Body.Value), static tag => tag,
            (_, attribute, value) => HtmlReferences.MapAddresses(attribute, value, reference => Absolute(home, reference))).Rewrite();
    }

    // What is no address stays as its writer left it.
    private static string Absolute(Uri home, string reference) =>
        reference.Length > 0 && Uri.TryCreate(home, reference, out var absolute) ? absolute.AbsoluteUri : reference;
}
