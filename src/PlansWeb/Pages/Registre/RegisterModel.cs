using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Feeds;
using PlansWeb.Hosting;

namespace PlansWeb.Pages.Registre;

/// <summary>Chooses the addresses of one of the register's pages: they stand below the page of its section, wherever that is.</summary>
/// <param name="kind">The name of a <see cref="RegisterPage"/>.</param>
internal sealed class RegisterRouteConstraint(string kind) : IRouteConstraint
{
    private readonly RegisterPage _kind = Enum.Parse<RegisterPage>(kind);

    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext?.RequestServices.GetRequiredService<PageStore>().Current is { IsLoaded: true } snapshot
        && snapshot.Part<Register>().PageAt(Address.Normalize(httpContext.Request.Path.Value!)) is { } page && page.Kind == _kind;
}

/// <summary>A page that is made of the register. Where the content has a page at its address, that page's text stands first.</summary>
internal abstract class RegisterModel(SiteAddress site) : SitePageModel
{
    /// <summary>What is known.</summary>
    public Register Register { get; private set; } = Register.None;

    /// <summary>The page of the content at this address, or the one that was made for it.</summary>
    public ContentPage ContentPage { get; private set; } = null!;

    /// <summary>The administration whose page it is; <see langword="null"/> for the other pages.</summary>
    public Administration? Administration { get; private set; }

    /// <summary>The text that the content gives to the page; <see langword="null"/> for none.</summary>
    public IHtmlContent? OwnText => Register.Made.Contains(ContentPage) ? null : new HtmlContent(ContentPage.Body);

    /// <summary>The site's public address.</summary>
    protected SiteAddress Site => site;

    /// <summary>Takes the register of the request's snapshot.</summary>
    /// <returns>An answer where there is no such page any more, or Markdown is asked for; else <see langword="null"/>.</returns>
    protected IActionResult? Open()
    {
        var snapshot = HttpContext.Snapshot();
        Register = snapshot.Part<Register>();
        var path = Address.Normalize(Request.Path.Value!);
        if (snapshot.Find(path) is not { } page || Register.PageAt(path) is not { } known)
        {
            return NotFound();
        }

        (ContentPage, Administration) = (page, known.Administration);
        Response.Headers.Vary = Microsoft.Net.Http.Headers.HeaderNames.Accept;
        if (Request.Variant() == PageVariant.Markdown)
        {
            return Content(MarkdownDocument.Of(page), MarkdownDocument.MediaType);
        }

        Frame = new FrameBuilder(snapshot).ForPage(page);
        Frame = Frame with { PreviewNotice = HttpContext.PreviewNotice(), Summary = [], HasComponents = OwnText is not null && FrameBuilder.ShowsComponents(page), Machines = new MachineMetadataBuilder(snapshot, site).ForPage(page, Frame.Breadcrumb) };
        return null;
    }
}

/// <summary>Pieces of the register's pages.</summary>
internal static class RegisterHtml
{
    /// <summary>Who says so: « Source : » and a link, or its name.</summary>
    public static IHtmlContent Source(Register register, Source source)
    {
        var html = new HtmlContentBuilder().Append(RegisterTexts.SourceLabel);
        var title = register.TitleOf(source);
        if (source.Href is { } href)
        {
            html.AppendHtml(LinkTo(href, title));
        }
        else
        {
            html.Append(title);
        }

        return source.Page.Length > 0 ? html.Append(", " + RegisterTexts.PageReference(source.Page)) : html;
    }

    /// <summary>Beside a count of ours: it is of the register, where each row has its own source.</summary>
    public static IHtmlContent OwnCount(Register register) =>
        new HtmlContentBuilder().Append(RegisterTexts.SourceLabel).AppendHtml(Link(register.Href(RegisterPage.Data), "TheRegister"));

    /// <summary>A text of the register by its key, with values and pieces of HTML in it.</summary>
    public static IHtmlContent With(string key, params object[] values) => new HtmlContentBuilder().AppendFormat(InterfaceLanguage.Current, RegisterTexts.Of(key), values);

    /// <summary>A link whose words are a text of the register.</summary>
    public static IHtmlContent Link(string href, string key) => LinkTo(href, RegisterTexts.Of(key));

    /// <summary>A link.</summary>
    public static IHtmlContent LinkTo(string href, string text, string? lang = null)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        if (lang is not null)
        {
            link.Attributes["lang"] = lang;
        }

        link.InnerHtml.Append(text);
        return link;
    }

    /// <summary>Words that stand out.</summary>
    public static IHtmlContent Strong(string text)
    {
        var strong = new TagBuilder("strong");
        strong.InnerHtml.Append(text);
        return strong;
    }

    /// <summary>A status in words; how it is drawn only repeats them.</summary>
    public static IHtmlContent Status(ActionStatus? status)
    {
        var mark = new TagBuilder("strong");
        mark.Attributes["class"] = "site-status" + (status == ActionStatus.Done ? " site-status--done" : "");
        mark.InnerHtml.Append(RegisterTexts.StatusName(status));
        return mark;
    }

    /// <summary>A date as precise as it is known.</summary>
    public static IHtmlContent Date(RegisterDate date)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = date.Iso;
        time.InnerHtml.Append(RegisterTexts.Date(date));
        return time;
    }

    /// <summary>A number without its unit, as tables have it.</summary>
    public static string Number(RegisterNumber? value) => value is { } number ? RegisterTexts.Value(number, "") : RegisterTexts.NotPublished;
}
