namespace PlansWeb.Browser.Tests;

/// <summary>An error or a warning of the HTML checker.</summary>
/// <param name="Path">The page's address or file.</param>
/// <param name="Html">The page.</param>
/// <param name="Line">Line of the HTML, from 1.</param>
/// <param name="Message">What.</param>
public sealed record HtmlRemark(string Path, string Html, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}, line {Line}: {Message}";
}
