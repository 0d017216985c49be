using PlansWeb.Store;

namespace PlansWeb.Loading.Data;

/// <summary>Reads a YAML text into nodes and reports, in French and in the file's coordinates, what is wrong with it.</summary>
internal static class YamlDocument
{
    /// <summary>Reads a text whose root should be a map; gives an empty one where it is not.</summary>
    public static DataMap ReadMap(string yaml, int firstLine, string file, YamlLimits limits, ProblemLog problems)
    {
        var reader = new YamlReader(file, limits);
        try
        {
            var root = reader.Read(yaml, firstLine);
            foreach (var finding in reader.Findings)
            {
                problems.Report(finding.Rule, finding.Line, finding.Column, finding.Message, finding.Advice);
            }

            return root as DataMap ?? DataMap.Empty;
        }
        catch (YamlFaultException fault)
        {
            problems.Report(ProblemRules.Yaml, fault.Line, fault.Column, "Cette ligne n’est pas du YAML lisible.", "Corrigez la ligne.");
            return DataMap.Empty;
        }
    }
}
