using PlansWeb.Store;

namespace PlansWeb.Loading;

/// <summary>What reading a Markdown file gave.</summary>
/// <param name="Entry">The file as it was listed when it was read.</param>
/// <param name="Source">The file, split; <see langword="null"/> where it could not be read as text.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Hash">SHA-256 of its bytes; empty where they could not be read.</param>
internal sealed record ReadPage(FolderEntry Entry, PageSource? Source, IReadOnlyList<Problem> Problems, byte[] Hash);
