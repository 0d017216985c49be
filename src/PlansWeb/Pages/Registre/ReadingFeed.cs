using System.Text.Encodings.Web;
using PlansWeb.Content;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Feeds;

namespace PlansWeb.Pages.Registre;

/// <summary>The feeds of what is known of actions: one entry a reading, for all at the list of actions, and for each administration at its page.</summary>
internal static class ReadingFeed
{
    /// <summary>The page at a decoded address has such a feed.</summary>
    public static bool IsAt(Snapshot snapshot, string url) => snapshot.Part<Register>().PageAt(url) is { Kind: RegisterPage.Actions or RegisterPage.Administration };

    /// <summary>The feed of the page at a decoded address; <see langword="null"/> where it has none.</summary>
    public static Feed? At(Snapshot snapshot, string url, SiteAddress site)
    {
        var register = snapshot.Part<Register>();
        if (!IsAt(snapshot, url) || snapshot.Find(url) is not { } page)
        {
            return null;
        }

        var administration = register.PageAt(url)!.Value.Administration;
        return new Feed(
            snapshot.Identity,
            RegisterTexts.ReadingsFeed(snapshot.Identity.Title, page.Title), site.Absolute(page.Href)!,
            [.. register.News.Where(news => administration is null || news.Action.Administration == administration).Take(Feed.MostEntries).Select(news => Entry(register, news.Action, news.Reading, site))])
        {
            Lang = page.Lang,
        };
    }

    private static FeedEntry Entry(Register register, PlanAction action, Reading reading, SiteAddress site)
    {
        var href = site.Absolute(register.Href(action))!;

        // Several readings of one action stand at one address: the date, and the status, tell them apart.
        var id = $"{site.Absolute(register.Href(action.Administration))}?releve={reading.Date.Iso}-{(reading.Status is { } said ? RegisterTexts.StatusKey(said) : "valeur")}#{Uri.EscapeDataString(action.Id)}";
        var text = RegisterTexts.ReadingLine(action, reading);
        var source = register.TitleOf(reading.Source) + (reading.Source.Page.Length > 0 ? ", " + RegisterTexts.PageReference(reading.Source.Page) : "");
        var html = $"<p>{Encode(text)} {Encode(RegisterTexts.SourceLabel)}{(reading.Source.Href is { } address ? $"<a href=\"{Encode(address)}\">{Encode(source)}</a>" : Encode(source))}.</p>";
        return new FeedEntry(id, href, $"{action.Administration.NameAt(reading.Date)}{Formats.Colon}{action.Title}", reading.Date.Start, reading.Date.Start, html)
        {
            Lang = register.Section!.Lang,
            Summary = text,
            Tags = action.Theme is { } theme ? [theme.Name] : [],
        };
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
