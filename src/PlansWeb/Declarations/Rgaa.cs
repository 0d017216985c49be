namespace PlansWeb.Declarations;

/// <summary>What is known of the site's accessibility, by the criteria of the RGAA 4.1.2: <c>rgaa.json</c>.</summary>
internal static class Rgaa
{
    /// <summary>The version that the criteria are numbered by.</summary>
    public const string Version = "4.1.2";

    /// <summary>The thirteen topics.</summary>
    public static IReadOnlyList<Topic<RgaaCriterion>> Topics { get; } = DeclarationData.Read<RgaaCriterion>("rgaa");

    /// <summary>All criteria, in order.</summary>
    public static IEnumerable<RgaaCriterion> Criteria => Topics.SelectMany(topic => topic.Criteria);

    /// <summary>How many criteria have such evidence.</summary>
    public static int Count(params ReadOnlySpan<RgaaEvidence> evidence)
    {
        var count = 0;
        foreach (var criterion in Criteria)
        {
            count += evidence.Contains(criterion.Evidence) ? 1 : 0;
        }

        return count;
    }
}
