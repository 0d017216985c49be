using AngleSharp.Dom;

namespace PlansWeb.Content.Html;

/// <summary>A frame or player of another site, as a link that says what it leads to.</summary>
/// <param name="Address">Where the link leads.</param>
/// <param name="Text">The link's text, not encoded.</param>
internal sealed record EmbeddedVideo(string Address, string Text)
{
    // What « Share » writes, whatever the video.
    private static readonly HashSet<string> s_titlesOfPlayers = new(StringComparer.OrdinalIgnoreCase)
    {
        "YouTube video player", "YouTube video", "Dailymotion Video Player", "Dailymotion video", "Vimeo video player", "Vimeo", "PeerTube", "PeerTube video", "Video player", "Lecteur vidéo", "Vidéo", "Video", "iframe", "embed",
    };

    /// <summary>The link for an <c>iframe</c>, <c>video</c> or <c>audio</c>; <see langword="null"/> where it shows nothing that a link could lead to.</summary>
    public static EmbeddedVideo? Of(IElement element)
    {
        var address = (element.GetAttribute("src") ?? element.QuerySelector("source[src]")?.GetAttribute("src") ?? "").Trim();
        var isFrame = element.LocalName == "iframe";
        if (address.Length == 0 || SafeAddress.Scheme(address) is not (null or "http" or "https") || address is "about:blank")
        {
            return null;
        }

        var title = GivenTitle(element) ?? "";
        if (!Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            var own = element.LocalName == "audio" ? ContentTexts.ListenToRecording : isFrame ? ContentTexts.OpenDocument : ContentTexts.WatchVideo;
            return new EmbeddedVideo(address, title.Length > 0 ? $"{own} {Formats.Quoted(title)}" : own);
        }

        var (page, place) = PageOf(uri);
        var what = place is null && isFrame ? ContentTexts.SeeContent : ContentTexts.WatchVideo;
        var where = place ?? uri.Host;
        var text = title.Length == 0 ? ContentTexts.On(what, where)
            : !title.StartsWith(ContentTexts.Watch, StringComparison.OrdinalIgnoreCase) ? ContentTexts.On($"{what} {Formats.Quoted(title)}", where)
            : title.Contains(where, StringComparison.OrdinalIgnoreCase) ? title : ContentTexts.TitledOn(title, where);
        return new EmbeddedVideo(page, text);
    }

    /// <summary>The title that the writer gave; <see langword="null"/> where there is none, or the one that the other site writes for every video.</summary>
    public static string? GivenTitle(IElement element)
    {
        var title = string.Join(' ', (element.GetAttribute("title") ?? element.GetAttribute("aria-label") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length == 0 || s_titlesOfPlayers.Contains(title) ? null : title;
    }

    // The page that shows the video, rather than the player alone.
    private static (string Address, string? Place) PageOf(Uri uri)
    {
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var id = uri.AbsolutePath.TrimEnd('/').Split('/')[^1];
        var isId = id.Length is > 0 and <= 40 && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return host switch
        {
            "youtube.com" or "youtube-nocookie.com" when isId && uri.AbsolutePath.StartsWith("/embed/", StringComparison.Ordinal) => ($"https://www.youtube.com/watch?v={id}", "YouTube"),
            "geo.dailymotion.com" when VideoOf(uri) is { } video => ($"https://www.dailymotion.com/video/{video}", "Dailymotion"),
            "dailymotion.com" or "geo.dailymotion.com" when isId && uri.AbsolutePath.StartsWith("/embed/video/", StringComparison.Ordinal) => ($"https://www.dailymotion.com/video/{id}", "Dailymotion"),
            "player.vimeo.com" when isId => ($"https://vimeo.com/{id}", "Vimeo"),
            _ when isId && uri.AbsolutePath.StartsWith("/videos/embed/", StringComparison.Ordinal) => ($"{uri.GetLeftPart(UriPartial.Authority)}/w/{id}", uri.Host),
            _ => (uri.AbsoluteUri, null),
        };
    }

    // geo.dailymotion.com/player.html?video=x8abcde, also /player/NAME.html
    private static string? VideoOf(Uri uri) =>
        uri.AbsolutePath.StartsWith("/player", StringComparison.Ordinal)
        && uri.Query.TrimStart('?').Split('&').Where(static part => part.StartsWith("video=", StringComparison.Ordinal)).Select(static part => part[6..]).FirstOrDefault() is { Length: > 0 and <= 40 } id
        && id.All(char.IsAsciiLetterOrDigit) ? id : null;
}
