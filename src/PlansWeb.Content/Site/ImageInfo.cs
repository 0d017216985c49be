namespace PlansWeb.Content.Site;

/// <summary>What the header of an image says, turned as the image is shown.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="IsAnimated">It moves: smaller versions of it would not.</param>
internal sealed record ImageInfo(int Width, int Height, bool IsAnimated = false);
