namespace PlansWeb.Browser.Tests;

/// <summary>Where the focus stands after a press of Tab.</summary>
public sealed record KeyboardStop
{
    /// <summary>The element, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Its address, where it is a link.</summary>
    public string? Href { get; init; }

    /// <summary>Its rank among all elements of the page.</summary>
    public required int Rank { get; init; }

    /// <summary>It had the focus before.</summary>
    public required bool IsSeenAgain { get; init; }

    /// <summary>No size, or outside the window.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Another element lies over it.</summary>
    public required bool IsCovered { get; init; }

    /// <summary>Contrast of the ring with what is around it, from 1 to 21; 0 without a ring.</summary>
    public required double RingContrast { get; init; }
}
