using PlansWeb.Content.Checks;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages;

/// <summary>Marks the catch-all page that answers for the content: files, redirects and nearly right addresses are looked up before it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ContentEndpointAttribute : Attribute;

/// <summary>The addresses of pages that the site makes by itself, from its content.</summary>
internal static class SitePages
{
    /// <summary>The home page, which the site makes where the content has none.</summary>
    public const string Home = "/";

    /// <summary>The list of all pages.</summary>
    public const string SiteMap = SiteAddresses.SiteMap;

    /// <summary>The site makes this page: the home page of content that has pages, but none at <see cref="Home"/>.</summary>
    public static bool IsMadeHome(Snapshot snapshot, string path) =>
        path == Home && snapshot.Pages.Count > 0 && snapshot.Find(path) is null;

    /// <summary>
    /// The address of the page that a person means, however it was typed; <see langword="null"/> where it is written exactly so, or is none.
    /// </summary>
    public static string? Alike(Snapshot snapshot, string path)
    {
        var folded = AddressFolding.Fold(path);
        var map = AddressFolding.Fold(SiteMap);
        return !folded.StartsWith(map, StringComparison.Ordinal) ? null
            : folded == map ? (path == SiteMap ? null : SiteMap)
            : Pages.SiteMap.Of(snapshot).Pages.Keys.FirstOrDefault(address => address != path && AddressFolding.Fold(address) == folded) is { } part && snapshot.Find(path) is null ? Address.Encode(part) : null;
    }
}
