namespace PlansWeb.Content.Files;

/// <summary>How changes on disk are noticed.</summary>
internal enum ContentWatchMode
{
    /// <summary>By the system's notifications, and by looking every few seconds for what they miss.</summary>
    Auto,

    /// <summary>By looking alone, more often: for network volumes and bind mounts that send no notifications.</summary>
    Poll,

    /// <summary>Not at all: the content is read at start.</summary>
    Off,
}
