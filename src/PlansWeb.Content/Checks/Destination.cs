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
