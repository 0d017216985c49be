using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>A problem found while reading YAML, kept back until it is known that this reading is the one that counts.</summary>
/// <param name="Rule">The kind of problem.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What is wrong, in French.</param>
/// <param name="Advice">What to do, in French.</param>
internal readonly record struct YamlFinding(ProblemRule Rule, int Line, int Column, string Message, string Advice);
