namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>How a faulty line was mended, and what to tell its writer.</summary>
/// <param name="Line">The line as YAML can read it.</param>
/// <param name="Column">Where the fault stands, from 1.</param>
/// <param name="Message">What is wrong, in French.</param>
/// <param name="Advice">What to do, in French.</param>
internal sealed record YamlMend(string Line, int Column, string Message, string Advice);
