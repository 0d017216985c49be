using PlansWeb.Content.Site;
using PlansWeb.Feeds;
using PlansWeb.Hosting;

namespace PlansWeb.Pages;

/// <summary>The list of all pages (RGAA 12.1 and 12.3).</summary>
internal sealed class PlanDuSiteModel(SiteAddress site) : SitePageModel
{
    /// <summary>The pages.</summary>
    public SiteMapTree Tree { get; private set; } = null!;

    /// <summary>Makes the list of the request's snapshot.</summary>
    public void OnGet()
    {
        var snapshot = HttpContext.Snapshot();
        Tree = new SiteMapTree(snapshot);
        Frame = new FrameBuilder(snapshot).ForNotice(Texts.SiteMap) with
        {
            Description = Texts.SiteMapDescription,
            NoIndex = false,
            Machines = new MachineMetadataBuilder(snapshot, site).ForAddress(SitePages.SiteMap, Texts.SiteMap),
        };
    }
}
