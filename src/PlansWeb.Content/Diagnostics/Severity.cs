namespace PlansWeb.Content.Diagnostics;

/// <summary>How grave a problem is to an editor.</summary>
internal enum Severity
{
    /// <summary>The page is served, something could be better or was read in a way that its writer may not expect.</summary>
    Warning,

    /// <summary>Something of what the editor wrote is not shown, or the page is not served.</summary>
    Error,
}
