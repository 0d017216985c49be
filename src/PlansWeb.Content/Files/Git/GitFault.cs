namespace PlansWeb.Content.Files.Git;

/// <summary>Why nothing, or not all, could be read from a repository.</summary>
internal enum GitFault
{
    /// <summary>All could be read.</summary>
    None,

    /// <summary>The folder stands in no repository.</summary>
    NoRepository,

    /// <summary>The repository leads to files outside itself, so it is not opened (see <see cref="GitRepository"/>).</summary>
    Refused,

    /// <summary>Objects are missing or damaged, access is denied, or the format is unknown to the library (SHA-256, reftable).</summary>
    Unreadable,

    /// <summary>A shallow clone: the older commits are not there.</summary>
    Shallow,

    /// <summary>The time limit was reached.</summary>
    TooLong,

    /// <summary>The native library is not there for this system.</summary>
    NoLibrary,
}
