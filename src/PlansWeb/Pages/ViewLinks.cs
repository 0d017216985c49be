using PlansWeb.Content.Plans;

namespace PlansWeb.Pages;

/// <summary>Where links to what a page shows by its query lead: to the query, or, in an export, where no process reads it, to an address of its own.</summary>
/// <param name="isStatic">The pages are exported.</param>
internal sealed class ViewLinks(bool isStatic)
{
    /// <summary>Below it stand the views of an export. No content does: what begins with <c>_</c> is private there.</summary>
    public const string Folder = "/_vue";

    /// <summary>The pages are exported.</summary>
    public bool IsStatic => isStatic;

    /// <summary>The address that a view has in an export: <c>/a/?vue=complete</c> stands at <c>/_vue/vue-complete/a/</c>.</summary>
    /// <param name="href">A page's address with its query, both percent-encoded.</param>
    public static string Exported(string href) => href.Split('?', 2) is [var path, var query]
        ? $"{Folder}/{query.Replace('=', '-').Replace('&', '/')}{path}"
        : href;

    /// <summary>Where a link to a page's whole branch leads.</summary>
    public string WholeBranch(string href) => isStatic ? Exported(href + PageVariants.WholeBranchQuery) : PageVariants.WholeBranchQuery;

    /// <summary>Where a link to what changed on a page leads, from that page.</summary>
    public string History(string href) => isStatic ? Exported(href + PageVariants.HistoryQuery) : PageVariants.HistoryQuery;

    /// <summary>Where a link to a question about actions leads. An export has the pages of one filter alone; more lead to the open data.</summary>
    public string Actions(ActionQuery query, Register register)
    {
        var href = query.Address(register.Href(RegisterPage.Actions));
        return !isStatic ? href : (query with { Page = 1 }).ClosedName is null ? register.Href(RegisterPage.Data) : Exported(href);
    }
}
