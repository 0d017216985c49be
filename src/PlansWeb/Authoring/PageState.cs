namespace PlansWeb.Authoring;

/// <summary>How a page stands towards readers at one moment, as editors name it.</summary>
internal enum PageState
{
    /// <summary>Readers see it.</summary>
    Published,

    /// <summary>Readers see it when they have its address; no list names it.</summary>
    Unlisted,

    /// <summary>A draft.</summary>
    Draft,

    /// <summary>Its window has not opened yet.</summary>
    Scheduled,

    /// <summary>Its window has closed.</summary>
    Expired,
}
