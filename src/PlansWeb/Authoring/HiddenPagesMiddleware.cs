using PlansWeb.Content.Site;
using PlansWeb.Hosting;
using PlansWeb.Previews;

namespace PlansWeb.Authoring;

/// <summary>
/// Shows the pages that readers do not see, at their own addresses, to those who write them: drafts, scheduled and expired pages, and the files that
/// only these name. Such a request sees the site with all of them in it, menus and all; every other address answers what readers get.
/// </summary>
internal sealed class HiddenPagesMiddleware(RequestDelegate next, PreviewSnapshots previews, TimeProvider clock)
{
    /// <summary>Answers the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var current = context.Snapshot();
        var path = Address.Normalize(context.Request.Path.Value!);
        if (current.Hidden.Count > 0 && current.Find(path) is null && current.FindFile(path) is null && previews.Of(null) is { } preview)
        {
            if (current.Hidden.FirstOrDefault(page => page.Url == path) is { } hidden)
            {
                context.UsePreview(preview.Snapshot, () => Notice(current, hidden));
            }
            else if (preview.Files.Contains(Address.Encode(path)) || LeadsToHidden(current, preview.Snapshot, path))
            {
                context.UsePreview(preview.Snapshot, static () => Texts.PreviewNotice);
            }
        }

        return next(context);
    }

    // An address that is only nearly right, or an old one of the page.
    private static bool LeadsToHidden(Snapshot current, Snapshot preview, string path) =>
        current.FindRedirect(path) is null && current.FindAlike(path) is null && (preview.FindRedirect(path) is not null || preview.FindAlike(path) is not null);

    private string Notice(Snapshot current, ContentPage page)
    {
        var (state, from) = new PageStates(current, clock.GetUtcNow()).Of(page);
        var window = (from ?? page).Publication;
        return Texts.HiddenNotice(state, state == PageState.Scheduled ? window.From : window.Until, from?.Title);
    }
}
