using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PlansWeb.Content.History;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages.Changes;

/// <summary>A change as a page's history shows it.</summary>
/// <param name="Date">When.</param>
/// <param name="Record">What was recorded; <see langword="null"/> for what only the front matter tells.</param>
/// <param name="Note">What the front matter tells, where nothing was recorded of it.</param>
/// <param name="Id">Its anchor; <see langword="null"/> for none.</param>
internal sealed record PageHistoryEntry(DateTimeOffset Date, RecordedChange? Record, string? Note, string? Id);

/// <summary>All that is known of what changed on a page: what its writers told, and what was noticed.</summary>
/// <param name="Page">The page.</param>
/// <param name="Entries">The changes, the latest first.</param>
/// <param name="Feed">The feed of what changes on the site; <see langword="null"/> for none.</param>
internal sealed record PageHistory(ContentPage Page, IReadOnlyList<PageHistoryEntry> Entries, string? Feed)
{
    /// <summary>The history of a page.</summary>
    public static PageHistory Of(ContentPage page, Snapshot snapshot, SiteAddress site)
    {
        var recorded = snapshot.Part<SiteHistory>().Of(page).ToArray();

        // A note that came with a change stands there.
        var told = recorded.SelectMany(static change => change.Record.Notes).ToHashSet(StringComparer.Ordinal);
        PageHistoryEntry[] entries =
        [
            .. recorded.Select(static change => new PageHistoryEntry(change.Date, change.Record, null, change.Id))
                .Concat(page.Changes.Where(change => !told.Contains(change.Note)).Select(static change => new PageHistoryEntry(change.Date, null, change.Note, null)))
                .OrderByDescending(static entry => entry.Date),
        ];
        var feed = Feeds.MachineDocuments.LanguageUrl(snapshot, page) ?? SitePages.Home;
        return new PageHistory(page, entries, site.IsKnown && ChangeFeed.IsAt(snapshot, feed) ? Feeds.MachineDocuments.ChangeFeedAddresses(feed).First() : null);
    }
}

/// <summary>Writes a change: what came in <c>ins</c>, what went in <c>del</c>, each with words for those who do not see it.</summary>
internal static class ChangeHtml
{
    /// <summary>What became of the page, in words.</summary>
    public static string Kind(RecordedChange change) => change.Kind switch
    {
        ChangeKind.Published => Texts.ChangePublished,
        ChangeKind.Moved => Texts.ChangeMoved(change.From ?? ""),
        ChangeKind.Withdrawn => change.GoneAction is null ? Texts.ChangeWithdrawn : Texts.ActionWithdrawn,
        ChangeKind.Reading => Texts.ReadingReplaced,
        _ => Texts.ChangeChanged,
    };

    /// <summary>What was said of the change, and the places where the text changed.</summary>
    /// <param name="change">The change.</param>
    /// <param name="interfaceLang">The language of interface texts, where it is not the page's.</param>
    public static IHtmlContent Of(RecordedChange change, string? interfaceLang = null)
    {
        var html = new HtmlContentBuilder();
        foreach (var note in change.Notes)
        {
            html.AppendHtml(Element("p", note));
        }

        foreach (var passage in change.Passages)
        {
            html.AppendHtml(passage.Count == 0 ? Element("p", Texts.PassageForgotten, interfaceLang) : Passage(passage, interfaceLang));
        }

        return change.IsCut ? html.AppendHtml(Element("p", Texts.ChangeCut, interfaceLang)) : html;
    }

    private static TagBuilder Passage(IReadOnlyList<string> passage, string? interfaceLang)
    {
        var html = new TagBuilder("p");
        foreach (var part in passage)
        {
            if (part[0] == '=')
            {
                html.InnerHtml.AppendHtml(Lines(part[1..]));
                continue;
            }

            var edit = new TagBuilder(part[0] == '+' ? "ins" : "del");
            edit.InnerHtml.AppendHtml(Word(part[0] == '+' ? Texts.AddedStart : Texts.DeletedStart, interfaceLang)).AppendHtml(Lines(part[1..])).AppendHtml(Word("] ", null));
            html.InnerHtml.AppendHtml(edit);
        }

        return html;
    }

    private static TagBuilder Word(string text, string? lang)
    {
        var word = Element("span", text, lang);
        word.Attributes["class"] = "fr-sr-only";
        return word;
    }

    private static HtmlContentBuilder Lines(string text)
    {
        var html = new HtmlContentBuilder();
        foreach (var (i, line) in text.Split('\n').Index())
        {
            (i == 0 ? html : html.AppendHtml(new TagBuilder("br") { TagRenderMode = TagRenderMode.SelfClosing })).Append(line);
        }

        return html;
    }

    private static TagBuilder Element(string name, string text, string? lang = null)
    {
        var element = new TagBuilder(name);
        if (lang is not null)
        {
            element.Attributes["lang"] = lang;
        }

        element.InnerHtml.Append(text);
        return element;
    }
}
