namespace PlansWeb.Content.Site;

/// <summary>An address that leads elsewhere, or nowhere any more.</summary>
/// <param name="From">Decoded address, Unicode NFC.</param>
/// <param name="Target">Where it leads, ready for a <c>Location</c> header; <see langword="null"/> for an address that is gone (410).</param>
internal sealed record Redirect(string From, string? Target);
