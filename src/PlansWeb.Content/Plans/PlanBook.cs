using System.Collections.Frozen;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.Plans;

/// <summary>The plans of a snapshot, by page and by the index that shows them.</summary>
internal sealed class PlanBook
{
    private const string IndexLayout = "plans-action";
    private const string PlansFolder = "plans/";

    private readonly FrozenDictionary<ContentPage, Plan> _plans;
    private readonly ILookup<string, Plan> _listed;

    /// <summary>Only <see cref="PlanBookBuilder"/> makes one.</summary>
    /// <param name="plans">All plans, in the order in which they are shown.</param>
    internal PlanBook(IReadOnlyList<Plan> plans)
    {
        _plans = plans.ToFrozenDictionary(static plan => plan.Page);
        _listed = plans.Where(static plan => plan.Page.IsListed).ToLookup(static plan => Plan.FolderOf(plan.Page.SourcePath), StringComparer.Ordinal);
    }

    /// <summary>The plan that a page presents, where it presents one.</summary>
    public Plan? Of(ContentPage page) => _plans.GetValueOrDefault(page);

    /// <summary>The plans that an index shows: those in the folder <c>plans/</c> beside its file. Other pages show none.</summary>
    public IEnumerable<Plan> Below(ContentPage page) =>
        page.Layout == IndexLayout && IsIndex(page.SourcePath) ? _listed[Plan.FolderOf(page.SourcePath) + PlansFolder] : [];

    // The file stands for its folder: `dir/index.md` or `dir/dir.md`.
    private static bool IsIndex(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name == "index" || Plan.FolderOf(path) == $"{name}/" || Plan.FolderOf(path).EndsWith($"/{name}/", StringComparison.Ordinal);
    }
}
