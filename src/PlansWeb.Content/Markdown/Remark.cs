using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown;

/// <summary>A problem found while parsing, before the place of the Markdown in its file is added.</summary>
/// <param name="Rule">The kind of problem.</param>
/// <param name="Line">Line of the Markdown, from 0.</param>
/// <param name="Message">What is wrong: one French sentence.</param>
/// <param name="Advice">What to do: one French sentence.</param>
internal sealed record Remark(ProblemRule Rule, int Line, string Message, string Advice)
{
    /// <summary>Column, from 1; 0 where only the line is known.</summary>
    public int Column { get; init; }
}
