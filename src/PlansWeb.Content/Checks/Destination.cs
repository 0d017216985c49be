using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>Where an address leads.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Page">The page, where it is one that readers see.</param>
/// <param name="Fragment">What stands behind <c>#</c>, decoded; empty without.</param>
/// <param name="Better">An address that would be right, or the file that is meant, as text for the advice.</param>
internal sealed record Destination(DestinationKind Kind, ContentPage? Page = null, string Fragment = "", string? Better = null)
{
    /// <summary>Another site, or another program.</summary>
    public static Destination Elsewhere { get; } = new(DestinationKind.Elsewhere);
}

/// <summary>What stands at the other end of an address.</summary>
internal enum DestinationKind
{
    /// <summary>Another site, or another program: not looked at.</summary>
    Elsewhere,

    /// <summary>A page.</summary>
    Page,

    /// <summary>An image, a document, or something that the site makes by itself.</summary>
    File,

    /// <summary>An old address that leads on.</summary>
    Moved,

    /// <summary>An address that is only nearly right; the site leads on from it.</summary>
    Alike,

    /// <summary>A page that readers may not see now.</summary>
    Hidden,

    /// <summary>A removed page (410).</summary>
    Gone,

    /// <summary>A file of the folder whose type is not served.</summary>
    Refused,

    /// <summary>A file of the folder without a byte.</summary>
    Empty,

    /// <summary>Nothing.</summary>
    Nothing,
}
