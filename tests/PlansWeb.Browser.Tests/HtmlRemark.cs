using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>An error or a warning of the HTML checker.</summary>
/// <param name="Page">Where.</param>
/// <param name="Line">Line of the HTML, from 1.</param>
/// <param name="Message">What.</param>
public sealed record HtmlRemark(CrawledPage Page, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Page.Path}, line {Line}: {Message}";
}
