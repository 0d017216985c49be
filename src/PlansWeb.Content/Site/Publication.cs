namespace PlansWeb.Content.Site;

/// <summary>What a page says of when and where it is public. The page's <c>date</c> is no part of it: it never hides a page.</summary>
/// <param name="IsDraft"><c>draft: true</c>: not public.</param>
/// <param name="IsUnlisted"><c>unlisted: true</c>: reachable, listed nowhere.</param>
/// <param name="From"><c>publishDate</c>: public from this instant on.</param>
/// <param name="Until"><c>expiryDate</c>: public until just before this instant.</param>
internal sealed record Publication(bool IsDraft, bool IsUnlisted, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Public at any time, listed.</summary>
    public static Publication Always { get; } = new(false, false, null, null);

    /// <summary>Not public.</summary>
    public static Publication Draft { get; } = new(true, false, null, null);

    /// <summary>Public although a page above it is not: what a preview shows.</summary>
    public static Publication Shown { get; } = new(false, false, null, null) { IsForced = true };

    /// <summary>What the pages above say does not count.</summary>
    public bool IsForced { get; private init; }

    /// <summary>The page by itself may be seen at this instant.</summary>
    public bool IsPublicAt(DateTimeOffset now) => !IsDraft && (From is null || From <= now) && (Until is null || now < Until);
}
