using AngleSharp.Html.Dom;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>A page as the server sent it.</summary>
/// <param name="Path">Its address, from the slash on.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Clicks">How many links away from the home page it is; −1 where no link leads to it.</param>
/// <param name="Html">The answer's text.</param>
/// <param name="Document">The same, parsed.</param>
public sealed record CrawledPage(string Path, int Status, int Clicks, string Html, IHtmlDocument Document);
