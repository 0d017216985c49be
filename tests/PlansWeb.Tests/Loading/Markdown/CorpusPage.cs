namespace PlansWeb.Tests.Loading.Markdown;

/// <summary>A page of the corpus, with the HTML that Eleventy 0.12.1 made of it.</summary>
internal sealed record CorpusPage(string Input, string Html, bool UsesLiquid);
