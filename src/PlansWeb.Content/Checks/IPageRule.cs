namespace PlansWeb.Content.Checks;

/// <summary>Rules about one page. Stateless: pages are checked in parallel.</summary>
internal interface IPageRule
{
    /// <summary>Reports what is wrong with the page.</summary>
    void Check(CheckedPage page, SiteAddresses site);
}
