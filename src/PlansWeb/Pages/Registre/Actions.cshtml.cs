using Microsoft.AspNetCore.Mvc;
using PlansWeb.Content.Html.Media.Headers;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Hosting;

namespace PlansWeb.Pages.Registre;

/// <summary>All actions, filtered. The list and one filter alone are kept by the cache; whatever else may be asked for is computed.</summary>
[ActionVariants]
internal sealed class ActionsModel(SiteAddress site) : RegisterModel(site)
{
    /// <summary>What is asked for.</summary>
    public ActionQuery Query { get; private set; } = new();

    /// <summary>The actions of this page.</summary>
    public IReadOnlyList<PlanAction> Shown { get; private set; } = [];

    /// <summary>The number of pages.</summary>
    public int PageCount { get; private set; } = 1;

    /// <summary>What was found, in one sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Filters the register of the request's snapshot.</summary>
    public IActionResult OnGet()
    {
        if (Open() is { } other)
        {
            return other;
        }

        Query = ActionVariantsAttribute.QueryOf(HttpContext);
        var found = Query.Find(Register);
        PageCount = ActionQuery.PageCount(found.Count);
        Query = Query with { Page = Math.Min(Query.Page, PageCount) };
        Shown = [.. found.Skip((Query.Page - 1) * ActionQuery.PageSize).Take(ActionQuery.PageSize)];
        Sentence = RegisterTexts.ActionsFound(Query, found);
        if (!Query.IsPlain)
        {
            var title = RegisterTexts.ActionsTitle(Query, PageCount);
            Frame = Frame with { Title = title, DocumentTitle = Frame.Site.DocumentTitle(title), NoIndex = true };
        }

        return Page();
    }
}

/// <summary>The questions about actions that the cache may keep.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ActionVariantsAttribute : Attribute, IQueryVariants
{
    /// <inheritdoc/>
    public string? Of(HttpContext context) => context.Request.QueryString.HasValue ? QueryOf(context).ClosedName : "";

    /// <summary>The question of a request: the first value of each key.</summary>
    public static ActionQuery QueryOf(HttpContext context) =>
        ActionQuery.Parse(key => context.Request.Query[key] is [var first, ..] ? first : null, context.Snapshot().Part<Register>());
}
