namespace PlansWeb.Pages;

/// <summary>
/// What can be asked for at the address of a page. A closed list: the cache keeps one entry for each, whatever else the request says.
/// </summary>
internal enum PageVariant
{
    /// <summary>The page.</summary>
    Page,

    /// <summary>Its Markdown: <c>Accept: text/markdown</c>.</summary>
    Markdown,

    /// <summary>The page and all below it as one document: <c>?vue=complete</c>.</summary>
    WholeBranch,
}
