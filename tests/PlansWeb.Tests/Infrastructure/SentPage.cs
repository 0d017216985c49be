using AngleSharp.Html.Dom;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>A page as it was sent.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Source">Its HTML.</param>
/// <param name="Document">The same, parsed.</param>
public sealed record SentPage(string Path, string Source, IHtmlDocument Document)
{
    /// <summary>The address: a failed assertion prints it.</summary>
    public override string ToString() => Path;
}
