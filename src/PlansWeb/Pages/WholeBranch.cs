using Microsoft.AspNetCore.Html;
using PlansWeb.Dsfr;

namespace PlansWeb.Pages;

/// <summary>A page of the navigation and all below it as one document, to be printed or kept.</summary>
internal sealed record WholeBranch
{
    /// <summary>The day of its latest page.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>Where it can be read: absolute where the public address is known.</summary>
    public required string Address { get; init; }

    /// <summary>The table of contents.</summary>
    public required IReadOnlyList<MenuItem> Contents { get; init; }

    /// <summary>The chapters in order: headings and bodies, ready to be written.</summary>
    public required IHtmlContent Text { get; init; }

    /// <summary>One of the pages shows components.</summary>
    public required bool HasComponents { get; init; }
}
