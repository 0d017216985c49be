namespace PlansWeb.Caching.Sharing;

/// <summary>What this process makes of the shared store.</summary>
internal enum SharedState
{
    /// <summary>Not connected yet.</summary>
    Connecting,

    /// <summary>In use.</summary>
    InUse,

    /// <summary>Not used until it answers again.</summary>
    Away,
}
