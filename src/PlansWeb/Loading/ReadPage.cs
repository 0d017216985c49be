namespace PlansWeb.Loading;

/// <summary>What reading a Markdown file gave.</summary>
/// <param name="Source">The file, split; <see langword="null"/> where it could not be read as text.</param>
/// <param name="Problems">The file's problems; more are added while it is rendered.</param>
/// <param name="Hash">SHA-256 of its bytes; empty where they could not be read.</param>
internal sealed record ReadPage(PageSource? Source, ProblemLog Problems, byte[] Hash);
