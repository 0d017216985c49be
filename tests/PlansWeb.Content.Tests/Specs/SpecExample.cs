namespace PlansWeb.Content.Tests.Specs;

/// <summary>A Markdown text of a spec and the HTML that it must give.</summary>
/// <param name="File">The spec's name.</param>
/// <param name="Line">Where the Markdown begins in it.</param>
/// <param name="Markdown">The Markdown.</param>
/// <param name="Html">The HTML.</param>
/// <param name="Typographer">Whether French typography is on.</param>
public sealed record SpecExample(string File, int Line, string Markdown, string Html, bool Typographer)
{
    public override string ToString() => $"{File}:{Line}";
}
