namespace PlansWeb.Content.Tests.Specs;

/// <summary>A small site written in a spec, and one thing that it must give.</summary>
/// <param name="File">The spec's name.</param>
/// <param name="Line">Where the expected result begins in it.</param>
/// <param name="Files">The files, by path.</param>
/// <param name="Question">What is asked: <c>pages</c>, <c>menu</c>, <c>problèmes</c>, or <c>texte</c> with an address.</param>
/// <param name="Expected">The expected lines.</param>
public sealed record SiteExample(string File, int Line, IReadOnlyList<(string Path, string Text)> Files, string Question, string Expected)
{
    public override string ToString() => $"{File}:{Line}";
}
